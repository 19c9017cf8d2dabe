#include "core/storage/blobcheck.h"

#include "core/storage/database.h"
#include "core/storage/eventlog.h"
#include "core/storage/schema.h"

#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// Who refers to a file first, and whether the service waits for it from here.
struct Reference
{
    ApplicationId application{};
    std::string applicationNo{};
    bool isOurs = false;
};
using ReferredFiles = std::map<std::string, Reference>; ///< by hash

Result<std::vector<Reference>> applicationsWithFiles(const Database &database)
{
    Result<Rows> rows = database.run(
        u"SELECT with_files.application, coalesce(application.no, '') FROM (SELECT application, min(seq) AS first FROM "
        "events WHERE kind IN (?, ?, ?) GROUP BY application) AS with_files LEFT JOIN application ON application.id = "
        "with_files.application ORDER BY with_files.first"_s,
        {sqlText(MaterialAttached::kind), sqlText(PortraitAttached::kind), sqlText(ConversionRequested::kind)});
    if (!rows)
        return rows.error();
    std::vector<Reference> references;
    while (rows->next())
        references.push_back({{rows->text(0)}, rows->text(1)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return references;
}

std::vector<std::string> filesOf(const Event &event)
{
    if (const auto *material = std::get_if<MaterialAttached>(&event.body))
        return {material->attachment.sha256};
    if (const auto *portrait = std::get_if<PortraitAttached>(&event.body))
        return {portrait->attachment.sha256};
    std::vector<std::string> files;
    if (const auto *request = std::get_if<ConversionRequested>(&event.body)) {
        for (const Attachment &attachment : request->attachments)
            files.push_back(attachment.sha256);
    }
    return files;
}

/// The photographs accounts were taken back on.
Done addEvidence(const Database &database, ReferredFiles &files)
{
    Result<Rows> rows = database.run(u"SELECT DISTINCT evidence FROM account_history WHERE evidence <> ''"_s);
    if (!rows)
        return rows.error();
    while (rows->next())
        files.try_emplace(rows->text(0));
    return rows->ended();
}

/// A season of a service lacks the files that nobody has looked at yet; not those it has to send, nor any file when it
/// has no service.
Done findOurs(const Database &database, ReferredFiles &files)
{
    const Result<std::int64_t> services = database.number(u"SELECT count(*) FROM sync_peer"_s);
    if (!services)
        return services.error();
    for (auto &[sha256, reference] : files)
        reference.isOurs = *services == 0;
    Result<Rows> rows = database.run(u"SELECT sha256 FROM sync_blob WHERE arrived = 0"_s);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        if (const auto found = files.find(rows->text(0)); found != files.end())
            found->second.isOurs = true;
    }
    return rows->ended();
}

Result<ReferredFiles> filesReferredTo(const Database &database, const FieldCodec &codec, const std::stop_token &stop)
{
    const Result<std::vector<Reference>> references = applicationsWithFiles(database);
    if (!references)
        return references.error();
    const EventLog log(database, codec);
    ReferredFiles files;
    for (const Reference &reference : *references) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "stopped"};
        const Result<std::vector<StoredEvent>> stored = log.ofApplication(reference.application);
        if (!stored)
            return stored.error();
        const Result<std::vector<Event>> events = log.decode(*stored);
        if (!events)
            return within("application " + reference.application.value, events.error());
        for (const Event &event : *events) {
            for (const std::string &sha256 : filesOf(event)) {
                if (!sha256.empty())
                    files.emplace(sha256, reference);
            }
        }
    }
    if (Done added = addEvidence(database, files); !added)
        return added.error();
    if (Done found = findOurs(database, files); !found)
        return found.error();
    return files;
}

/// The view of the database ends here: reading the files takes as long as they are many, and others write meanwhile.
Result<ReferredFiles> filesReferredTo(const std::string &location, const FieldCodec &codec, const std::stop_token &stop)
{
    const Result<std::unique_ptr<Database>> database = Database::open(location, Database::Access::ReadOnly);
    if (!database)
        return within("files", database.error());
    if (Done isNewest = requireNewest(**database); !isNewest)
        return isNewest.error();
    if (Done begun = (*database)->beginReading(); !begun)
        return begun.error();
    return filesReferredTo(**database, codec, stop);
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
                                 const FilesProgress &progress, const std::stop_token &stop, Unnamed unnamed)
{
    Result<ReferredFiles> files = filesReferredTo(location, codec, stop);
    if (!files)
        return files.error();
    if (unnamed == Unnamed::Compared) {
        for (const std::string &sha256 : blobs.all())
            files->try_emplace(sha256);
    }
    FilesVerdict verdict{.files = std::int64_t(files->size())};
    for (const auto &[sha256, reference] : *files) {
        if (stop.stop_requested())
            break;
        const auto fault = faultOf(blobs, sha256);
        if (!fault)
            ++verdict.good;
        else if (fault == FilesVerdict::Fault::Missing && !reference.isOurs)
            ++verdict.waiting;
        else
            verdict.bad.push_back({sha256, *fault, reference.application, reference.applicationNo});
        if (progress)
            progress(verdict.compared(), verdict.files);
    }
    return verdict;
}

} // namespace zsb
