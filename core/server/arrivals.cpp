#include "core/server/arrivals.h"

#include "core/domain/json.h"
#include "core/image/inspect.h"
#include "core/server/serving.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

std::vector<Attachment *> attachmentsOf(CommandBody &body)
{
    std::vector<Attachment *> files;
    if (auto *material = std::get_if<AttachMaterial>(&body))
        files.push_back(&material->attachment);
    if (auto *portrait = std::get_if<AttachPortrait>(&body))
        files.push_back(&portrait->attachment);
    if (auto *request = std::get_if<RequestConversion>(&body)) {
        for (Attachment &file : request->attachments)
            files.push_back(&file);
    }
    return files;
}

std::string text(const QJsonDocument &document)
{
    return document.toJson(QJsonDocument::Compact).toStdString();
}

std::string jsonOf(const std::vector<Finding> &findings)
{
    std::string json = "[";
    for (const Finding &finding : findings) {
        json += json.size() > 1 ? ",{" : "{";
        appendVerdictJson(json, finding);
        json += '}';
    }
    return json + ']';
}

} // namespace

std::vector<std::string> filesOf(const CommandBody &body)
{
    CommandBody copy = body;
    std::vector<std::string> hashes;
    for (const Attachment *file : attachmentsOf(copy)) {
        if (!file->sha256.empty())
            hashes.push_back(file->sha256);
    }
    return hashes;
}

std::vector<std::string> missingFiles(const BlobStore &blobs, const CommandBody &body)
{
    std::vector<std::string> missing = filesOf(body);
    std::erase_if(missing, [&](const std::string &sha256) { return blobs.contains(sha256); });
    return missing;
}

Done keepVerdict(const Database &database, const BlobVerdict &verdict, Instant at)
{
    return database.execute(u"INSERT INTO blob_verdict (sha256, purpose, pack_hash, at, facts, findings) VALUES (?, ?, "
                            "?, ?, ?, ?) ON CONFLICT (sha256, purpose, pack_hash) DO NOTHING"_s,
                            {sqlText(verdict.sha256), sqlText(verdict.purpose), sqlText(verdict.packHash),
                             sqlInteger(at.time_since_epoch().count()),
                             sqlText(text(QJsonDocument(toJsonValue(verdict.facts).toObject()))),
                             sqlText(jsonOf(verdict.findings))});
}

Result<std::optional<ImageFacts>> knownFacts(const Database &database, const std::string &sha256)
{
    Result<Rows> rows = database.run(u"SELECT facts FROM blob_verdict WHERE sha256 = ? "
                                     "ORDER BY CASE purpose WHEN 'portrait' THEN 0 ELSE 1 END LIMIT 1"_s,
                                     {sqlText(sha256)});
    if (!rows)
        return rows.error();
    if (!rows->next()) {
        Done ended = rows->ended();
        return ended ? Result<std::optional<ImageFacts>>(std::nullopt) : ended.error();
    }
    Result<ImageFacts> facts = fromJsonValue<ImageFacts>(QJsonDocument::fromJson(rows->bytes(0)).object());
    return facts ? Result<std::optional<ImageFacts>>(*std::move(facts)) : facts.error();
}

Done takeOurFacts(Writing &writing, CommandBody &body)
{
    for (Attachment *file : attachmentsOf(body)) {
        if (file->sha256.empty())
            continue;
        Result<std::optional<ImageFacts>> facts = knownFacts(writing.database(), file->sha256);
        if (!facts)
            return facts.error();
        std::string look = std::move(file->facts.look);
        std::string measured = std::move(file->facts.measured);
        file->facts = *facts ? **std::move(facts) : imageFactsOf(writing.store().blobs().path(file->sha256));
        if (file->facts.look.empty())
            file->facts.look = std::move(look);
        if (file->facts.measured.empty())
            file->facts.measured = std::move(measured);
    }
    return done();
}

} // namespace zsb
