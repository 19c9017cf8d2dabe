#include "core/storage/database.h"
#include "core/storage/opqueue.h"

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

void addFile(std::map<std::string, std::int64_t> &blobs, const Attachment &file)
{
    if (!file.sha256.empty())
        blobs.emplace(file.sha256, file.facts.bytes);
}

} // namespace

std::map<std::string, std::int64_t> blobsOf(const CommandBody &body)
{
    std::map<std::string, std::int64_t> blobs;
    if (const auto *material = std::get_if<AttachMaterial>(&body))
        addFile(blobs, material->attachment);
    if (const auto *portrait = std::get_if<AttachPortrait>(&body))
        addFile(blobs, portrait->attachment);
    if (const auto *request = std::get_if<RequestConversion>(&body)) {
        for (const Attachment &file : request->attachments)
            addFile(blobs, file);
    }
    return blobs;
}

Done OpQueue::needBlobs(const CommandId &id, std::span<const std::string> blobs) const
{
    for (const std::string &sha256 : blobs) {
        if (Done noted = m_database.execute(u"INSERT INTO sync_blob (sha256, bytes) VALUES (?, 0) "
                                            "ON CONFLICT (sha256) DO UPDATE SET arrived = 0, next_try = 0"_s,
                                            {sqlText(sha256)});
            !noted)
            return noted;
        if (Done noted =
                m_database.execute(u"INSERT INTO sync_op_blob (op, sha256) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
                                   {sqlText(id.value), sqlText(sha256)});
            !noted)
            return noted;
    }
    return done();
}

} // namespace zsb
