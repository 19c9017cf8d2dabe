#include "core/base/hash.h"
#include "core/protocol/blobs.h"
#include "core/server/answers.h"
#include "core/server/asked.h"
#include "core/server/blobgiving.h"
#include "core/server/files.h"
#include "core/server/readaudit.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/storage/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <optional>

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

/// Whoever may read a file may read what is attached to it: the first such file, none for whoever may not.
Result<std::optional<ApplicationId>> readableFile(const Call &call, Reader &reader)
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
        if (!readable)
            return readable.error();
        if (*readable)
            return std::optional(id);
    }
    return std::optional<ApplicationId>();
}

std::map<std::string, std::string> blobHeaders(const std::string &sha256, const char *type)
{
    return {{"accept-ranges", "bytes"},
            {"cache-control", "private, immutable, max-age=31536000"},
            {"content-type", type},
            {"etag", '"' + sha256 + '"'}};
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
    const bool isSealed = reader.store().codec().conceals();
    if (call.request.method == "HEAD") {
        if (!isSealed) // else its size is not that of the bytes
            response.headers["content-length"] =
                std::to_string(QFileInfo(QString::fromStdString(blobs.path(sha256))).size());
        return response;
    }
    const Result<std::optional<ApplicationId>> readable = readableFile(call, reader);
    if (!readable)
        return problemResponse(readable.error());
    const std::optional<ApplicationId> &file = *readable;
    if (!file)
        return problemResponse(ProblemType::NotFound);
    if (!isSealed) {
        response.file = blobs.path(sha256);
        return afterNoting(call, "picture", *file, std::move(response));
    }
    Result<std::string> bytes = blobs.read(sha256);
    if (!bytes)
        return problemResponse(bytes.error());
    response.body = *std::move(bytes);
    return afterNoting(call, "picture", *file, std::move(response));
}

/// A small picture of it, as it was made once; a sealed season keeps it sealed.
Result<std::string> keptPreview(const Reader &reader, const std::string &sha256)
{
    const FieldCodec &codec = reader.store().codec();
    const FieldPlace place{"previews", sha256, "bytes"};
    const std::string path = reader.parts().store.folder + "/previews/" + sha256.substr(0, 2) + '/' + sha256.substr(2);
    QFile file(QString::fromStdString(path));
    if (file.open(QIODevice::ReadOnly)) {
        if (Result<std::string> kept = codec.decode(place, file.readAll()))
            return kept; // else it was sealed with a key that is gone
    }
    const Result<std::string> bytes = reader.store().blobs().read(sha256);
    Result<std::string> preview = bytes ? previewOf(*bytes) : bytes;
    if (!preview)
        return preview;
    const QByteArray stored = codec.encode(place, *preview);
    const Done written = writeWhole(path, {stored.constData(), std::size_t(stored.size())}, Sync::No);
    return written ? preview : Result<std::string>(written.error());
}

Answer getPreview(const Call &call, Reader &reader)
{
    const std::string &sha256 = call.path.at("sha256");
    const BlobStore &blobs = reader.store().blobs();
    if (!isSha256(sha256) || !blobs.contains(sha256))
        return problemResponse(ProblemType::NotFound);
    const Result<std::optional<ApplicationId>> readable = readableFile(call, reader);
    if (!readable)
        return problemResponse(readable.error());
    const std::optional<ApplicationId> &file = *readable;
    if (!file)
        return problemResponse(ProblemType::NotFound);
    Result<std::string> preview = keptPreview(reader, sha256);
    if (!preview) {
        const bool isNoPicture =
            preview.error().code == ErrorCode::Invalid || preview.error().code == ErrorCode::Refused;
        return problemResponse(isNoPicture ? ProblemType::UnsupportedMedia : ProblemType::StorageFull);
    }
    HttpResponse response;
    response.headers = blobHeaders(sha256, "image/jpeg");
    response.body = *std::move(preview);
    return afterNoting(call, "preview", *file, std::move(response));
}

Answer getVerdict(const Call &call, Reader &reader)
{
    const Result<std::optional<ApplicationId>> readable = readableFile(call, reader);
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
    Route{.method = "GET", .pattern = "/v1/blobs/{sha256}", .writes = true, .handler = getBlob},
    Route{.method = "GET",
          .pattern = "/v1/blobs/{sha256}/preview",
          .needs = Verb::Read,
          .writes = true,
          .handler = getPreview},
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
