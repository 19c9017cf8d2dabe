#include "core/base/hash.h"
#include "core/protocol/blobs.h"
#include "core/server/answers.h"
#include "core/server/asked.h"
#include "core/server/blobgiving.h"
#include "core/server/files.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/storage/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

Answer putBlob(const Call &call, Reader &reader)
{
    if (auto problem = mayNotGive(call, reader))
        return *std::move(problem);
    const Result<std::string> bytes = bodyOf(call.request);
    if (!bytes)
        return problemResponse(bytes.error());
    if (!isSha256(call.path.at("sha256")) || sha256Hex(*bytes) != call.path.at("sha256"))
        return problemResponse(ProblemType::Unprocessable, "sha256");
    const bool known = reader.store().blobs().contains(call.path.at("sha256"));
    HttpResponse answer;
    answer.headers["etag"] = '"' + call.path.at("sha256") + '"';
    return place(reader, *bytes, purposeOf(call.request.parameter("purpose")), known ? 204 : 201, std::move(answer));
}

/// Whoever may read a file may read what is attached to it.
Result<bool> mayReadBlob(const Call &call, Reader &reader)
{
    Result<Rows> rows = reader.database().run(u"SELECT DISTINCT a.id FROM item_hash i JOIN application a ON a.row = "
                                              "i.application WHERE i.sha256 = ?"_s,
                                              {sqlText(call.path.at("sha256"))});
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> ids;
    while (rows->next())
        ids.push_back({rows->text(0)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    for (const ApplicationId &id : ids) {
        const Result<ApplicationState> state = reader.store().state(id);
        if (!state)
            return state.error();
        const Result<bool> readable = mayTouch(reader.database(), reader.pack(), call.caller, {}, Verb::Read, *state);
        if (!readable || *readable)
            return readable;
    }
    return false;
}

std::map<std::string, std::string> blobHeaders(const std::string &sha256, const char *type)
{
    return {{"accept-ranges", "bytes"},
            {"cache-control", "private, immutable, max-age=31536000"},
            {"content-type", type},
            {"etag", '"' + sha256 + '"'}};
}

/// `bytes=a-b`, `bytes=a-`, `bytes=-n`; one range. Nothing: there is no such range.
std::optional<std::pair<long long, long long>> rangeOf(std::string_view text, long long size)
{
    if (!text.starts_with("bytes="))
        return std::nullopt;
    text.remove_prefix(6);
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos)
        return std::nullopt;
    const auto from = numberIn<long long>(text.substr(0, dash), -1);
    const auto to = numberIn<long long>(text.substr(dash + 1), -1);
    if (!from || !to || (*from < 0 && *to < 0))
        return std::nullopt;
    if (*from < 0)
        return std::pair(std::max(0LL, size - *to), size - 1);
    const long long last = *to < 0 ? size - 1 : std::min(*to, size - 1);
    return *from > last ? std::nullopt : std::optional(std::pair(*from, last));
}

HttpResponse ranged(HttpResponse response, const std::string &range, long long size)
{
    const auto wanted = rangeOf(range, size);
    if (!wanted) {
        HttpResponse none;
        none.status = 416;
        none.headers["content-range"] = "bytes */" + std::to_string(size);
        return none;
    }
    response.status = 206;
    response.offset = wanted->first;
    response.length = wanted->second - wanted->first + 1;
    response.headers["content-range"] =
        "bytes " + std::to_string(wanted->first) + '-' + std::to_string(wanted->second) + '/' + std::to_string(size);
    return response;
}

/// HEAD only asks whether the bytes are here: whoever names their hash has them.
Answer getBlob(const Call &call, Reader &reader)
{
    const std::string &sha256 = call.path.at("sha256");
    const BlobStore &blobs = reader.store().blobs();
    if (!isSha256(sha256) || !blobs.contains(sha256))
        return problemResponse(ProblemType::NotFound);
    HttpResponse response;
    response.headers = blobHeaders(sha256, "application/octet-stream");
    const long long size = QFileInfo(QString::fromStdString(blobs.path(sha256))).size();
    if (call.request.method == "HEAD") {
        response.headers["content-length"] = std::to_string(size);
        return response;
    }
    const Result<bool> readable = mayReadBlob(call, reader);
    if (!readable)
        return problemResponse(readable.error());
    if (!*readable)
        return problemResponse(ProblemType::NotFound);
    response.file = blobs.path(sha256);
    response.length = size;
    const std::string range = call.request.header("range");
    return range.empty() ? response : ranged(std::move(response), range, size);
}

Answer getPreview(const Call &call, Reader &reader)
{
    const std::string &sha256 = call.path.at("sha256");
    const BlobStore &blobs = reader.store().blobs();
    if (!isSha256(sha256) || !blobs.contains(sha256))
        return problemResponse(ProblemType::NotFound);
    const Result<bool> readable = mayReadBlob(call, reader);
    if (!readable)
        return problemResponse(readable.error());
    if (!*readable)
        return problemResponse(ProblemType::NotFound);
    HttpResponse response;
    response.headers = blobHeaders(sha256, "image/jpeg");
    response.file = reader.parts().store.folder + "/previews/" + sha256.substr(0, 2) + '/' + sha256.substr(2);
    if (QFileInfo::exists(QString::fromStdString(response.file)))
        return response;
    const Result<std::string> bytes = blobs.read(sha256);
    const Result<std::string> preview = bytes ? previewOf(*bytes) : bytes;
    if (!preview)
        return problemResponse(ProblemType::UnsupportedMedia);
    if (Done kept = writeWhole(response.file, *preview, Sync::No); !kept)
        return problemResponse(ProblemType::StorageFull);
    return response;
}

Answer getVerdict(const Call &call, Reader &reader)
{
    const Result<bool> readable = mayReadBlob(call, reader);
    if (!readable)
        return problemResponse(readable.error());
    Result<Rows> rows =
        reader.database().run(u"SELECT pack_hash, facts, findings FROM blob_verdict WHERE sha256 = ? "
                              "AND purpose = ? ORDER BY at DESC LIMIT 1"_s,
                              {sqlText(call.path.at("sha256")), sqlText(purposeOf(call.request.parameter("purpose")))});
    if (!rows)
        return problemResponse(rows.error());
    if (!*readable || !rows->next())
        return problemResponse(ProblemType::NotFound);
    return jsonResponse(200, R"({"pack_hash":")" + rows->text(0) + R"(","facts":)" + rows->text(1) + R"(,"findings":)" +
                                 rows->text(2) + '}');
}

Answer putMany(const Call &call, Reader &reader)
{
    if (auto problem = mayNotGive(call, reader))
        return *std::move(problem);
    const Result<BlobBatch> batch = readWire<BlobBatch>(call.request.body);
    if (!batch)
        return problemResponse(ProblemType::BadRequest, batch.error().detail);
    BlobBatchAnswer answer;
    std::vector<BlobVerdict> verdicts;
    for (const SmallBlob &blob : batch->blobs) {
        const auto bytes = QByteArray::fromBase64Encoding(QByteArray::fromStdString(blob.data),
                                                          QByteArray::AbortOnBase64DecodingErrors);
        const std::string text = bytes ? bytes.decoded.toStdString() : std::string();
        const bool isWhole = bytes && isSha256(blob.sha256) && sha256Hex(text) == blob.sha256;
        const bool stored = isWhole && reader.store().blobs().put(text, BlobStore::Durable::AfterFlush).has_value();
        answer.blobs.push_back({blob.sha256, stored});
        if (stored)
            verdicts.push_back(reader.blobCheck().look(text, purposeOf(blob.purpose), reader.pack()));
    }
    if (Done flushed = reader.store().blobs().flush(); !flushed)
        return problemResponse(ProblemType::StorageFull);
    return WriteJob([answer = std::move(answer), verdicts = std::move(verdicts)](Writing &writing) {
        for (const BlobVerdict &verdict : verdicts) {
            if (Done kept = keepVerdict(writing.database(), verdict, writing.now()); !kept)
                return problemResponse(kept.error());
        }
        return answerWith(answer);
    });
}

constexpr std::array routes = {
    Route{.method = "GET", .pattern = "/v1/blobs/{sha256}", .handler = getBlob},
    Route{.method = "GET", .pattern = "/v1/blobs/{sha256}/preview", .needs = Verb::Read, .handler = getPreview},
    Route{.method = "GET", .pattern = "/v1/blobs/{sha256}/verdict", .needs = Verb::Read, .handler = getVerdict},
    Route{.method = "PUT",
          .pattern = "/v1/blobs/{sha256}",
          .writes = true,
          .streams = true,
          .maxBody = largestWholeBytes,
          .handler = putBlob},
    Route{.method = "POST",
          .pattern = "/v1/blobs:batch",
          .writes = true,
          .maxBody = 2 * largestWholeBytes,
          .handler = putMany},
};

} // namespace

std::span<const Route> blobRoutes()
{
    return routes;
}

} // namespace zsb
