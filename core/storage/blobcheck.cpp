#include "core/storage/blobcheck.h"

#include "core/storage/database.h"
#include "core/storage/eventlog.h"
#include "core/storage/schema.h"

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// Each hash with the first application that refers to it.
using ReferredFiles = std::map<std::string, ApplicationId>;

Result<std::vector<ApplicationId>> applicationsWithFiles(const Database &database)
{
    Result<Rows> rows = database.run(
        u"SELECT application, min(seq) FROM events WHERE kind IN (?, ?) GROUP BY application ORDER BY min(seq)"_s,
        {sqlText(MaterialAttached::kind), sqlText(PortraitAttached::kind)});
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> ids;
    while (rows->next())
        ids.push_back({rows->text(0)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return ids;
}

const Attachment *attachmentOf(const Event &event)
{
    if (const auto *material = std::get_if<MaterialAttached>(&event.body))
        return &material->attachment;
    const auto *portrait = std::get_if<PortraitAttached>(&event.body);
    return portrait ? &portrait->attachment : nullptr;
}

Result<ReferredFiles> filesReferredTo(const Database &database, const FieldCodec &codec, const std::stop_token &stop)
{
    const Result<std::vector<ApplicationId>> ids = applicationsWithFiles(database);
    if (!ids)
        return ids.error();
    const EventLog log(database, codec);
    ReferredFiles files;
    for (const ApplicationId &id : *ids) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped"};
        const Result<std::vector<StoredEvent>> stored = log.ofApplication(id);
        if (!stored)
            return stored.error();
        const Result<std::vector<Event>> events = log.decode(*stored);
        if (!events)
            return within("application " + id.value, events.error());
        for (const Event &event : *events) {
            const Attachment *attachment = attachmentOf(event);
            if (attachment && !attachment->sha256.empty())
                files.emplace(attachment->sha256, id);
        }
    }
    return files;
}

std::optional<FilesVerdict::Fault> faultOf(const BlobStore &blobs, const std::string &sha256)
{
    const Result<std::string> bytes = blobs.read(sha256, BlobStore::Verify::Yes);
    if (bytes)
        return std::nullopt;
    if (bytes.error().code == ErrorCode::NotFound)
        return FilesVerdict::Fault::Missing;
    return bytes.error().code == ErrorCode::Invalid ? FilesVerdict::Fault::Changed : FilesVerdict::Fault::Unreadable;
}

Result<std::string> numberOf(const Database &database, const ApplicationId &id)
{
    Result<Rows> rows = database.run(u"SELECT no FROM application WHERE id = ?"_s, {sqlText(id.value)});
    if (!rows)
        return rows.error();
    std::string number = rows->next() ? rows->text(0) : std::string();
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return number;
}

} // namespace

std::string_view faultId(FilesVerdict::Fault fault)
{
    switch (fault) {
    case FilesVerdict::Fault::Missing:
        return "missing";
    case FilesVerdict::Fault::Changed:
        return "changed";
    case FilesVerdict::Fault::Unreadable:
        return "unreadable";
    }
    return {};
}

Result<FilesVerdict> verifyBlobs(const std::string &location, const BlobStore &blobs, const FieldCodec &codec,
                                 const std::function<void(std::int64_t done, std::int64_t total)> &progress,
                                 const std::stop_token &stop)
{
    const Result<std::unique_ptr<Database>> database = Database::open(location, Database::Access::ReadOnly);
    if (!database)
        return within("files", database.error());
    if (Done isNewest = requireNewest(**database); !isNewest)
        return isNewest.error();
    if (Done begun = (*database)->beginReading(); !begun)
        return begun.error();
    const Result<std::int64_t> services = (*database)->number(u"SELECT count(*) FROM sync_peer"_s);
    if (!services)
        return services.error();
    const Result<ReferredFiles> files = filesReferredTo(**database, codec, stop);
    if (!files)
        return files.error();
    FilesVerdict verdict{.files = std::int64_t(files->size())};
    for (const auto &[sha256, application] : *files) {
        if (stop.stop_requested())
            break;
        const auto fault = faultOf(blobs, sha256);
        if (!fault) {
            ++verdict.good;
        } else if (fault == FilesVerdict::Fault::Missing && *services > 0) {
            ++verdict.waiting;
        } else {
            Result<std::string> number = numberOf(**database, application);
            if (!number)
                return number.error();
            verdict.bad.push_back({sha256, *fault, application, *std::move(number)});
        }
        if (progress)
            progress(verdict.compared(), verdict.files);
    }
    return verdict;
}

} // namespace zsb
