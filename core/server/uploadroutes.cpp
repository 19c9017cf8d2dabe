#include "core/base/hash.h"
#include "core/protocol/blobs.h"
#include "core/server/answers.h"
#include "core/server/asked.h"
#include "core/server/blobgiving.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"
#include "core/server/uploads.h"

#include <array>

namespace zsb {
namespace {

constexpr RateLimits::Limit sweeping{1.0 / 600, 1}; ///< of what nobody finished

Uploads uploadsOf(const Reader &reader)
{
    return {reader.parts().store.folder + "/uploads", reader.store().codec()};
}

/// A 204 says in its headers alone how far it is.
HttpResponse uploadResponse(const Upload &upload, int status)
{
    HttpResponse response;
    response.status = status;
    if (status != 204)
        response = answerWith(
            UploadAnswer{upload.id, upload.sha256, upload.size, upload.offset, upload.expires, longestPieceBytes},
            status);
    response.headers["location"] = "/v1/uploads/" + upload.id;
    response.headers["upload-offset"] = std::to_string(upload.offset);
    response.headers["upload-length"] = std::to_string(upload.size);
    response.headers["upload-complete"] = upload.offset == upload.size ? "?1" : "?0";
    return response;
}

Answer beginUpload(const Call &call, Reader &reader)
{
    if (auto problem = mayNotGive(call, reader))
        return *std::move(problem);
    const Result<NewUpload> asked = readWire<NewUpload>(call.request.body);
    if (!asked || !isSha256(asked->sha256) || asked->size < 1)
        return problemResponse(ProblemType::BadRequest, asked ? "sha256, size" : asked.error().detail);
    if (asked->size > longestBlobBytes)
        return problemResponse(ProblemType::TooLarge, {}, {{"limit", std::to_string(longestBlobBytes)}});
    if (reader.server().rateLimits().take("sweep uploads", sweeping, call.now))
        uploadsOf(reader).sweep(call.now);
    Upload upload{uuid7(call.now, reader.parts().random),
                  asked->sha256,
                  std::string(purposeOf(asked->purpose)),
                  asked->size,
                  call.caller.actor,
                  0,
                  {}};
    if (reader.store().blobs().contains(asked->sha256)) { // nothing to send
        upload.offset = upload.size;
        upload.expires = call.now + Uploads::life;
        return uploadResponse(upload, 200);
    }
    const Result<Upload> begun = uploadsOf(reader).begin(std::move(upload), call.now);
    return begun ? uploadResponse(*begun, 201) : problemResponse(ProblemType::StorageFull);
}

/// Of the caller: what others send is not there.
Result<Upload> ownUpload(const Call &call, const Reader &reader)
{
    Result<Upload> upload = uploadsOf(reader).find(call.path.at("id"), call.now);
    if (upload && upload->actor != call.caller.actor)
        return Error{ErrorCode::NotFound, "no such upload"};
    return upload;
}

Answer getUpload(const Call &call, Reader &reader)
{
    const Result<Upload> upload = ownUpload(call, reader);
    return upload ? uploadResponse(*upload, 200) : problemResponse(upload.error());
}

HttpResponse offsetMismatch(const Upload &upload)
{
    HttpResponse response =
        problemResponse(ProblemType::OffsetMismatch, {}, {{"offset", std::to_string(upload.offset)}});
    response.headers["upload-offset"] = std::to_string(upload.offset);
    return response;
}

/// The last piece came: whole bytes are kept, others begin anew.
Answer finishUpload(Reader &reader, const Upload &upload)
{
    const Uploads uploads = uploadsOf(reader);
    const Result<std::string> bytes = uploads.bytes(upload.id);
    if (!bytes || sha256Hex(*bytes) != upload.sha256) {
        uploads.drop(upload.id);
        return problemResponse(ProblemType::Unprocessable, "sha256");
    }
    Answer answer = place(reader, *bytes, upload.purpose, 204, uploadResponse(upload, 204));
    if (std::holds_alternative<WriteJob>(answer))
        uploads.drop(upload.id);
    return answer;
}

Answer patchUpload(const Call &call, Reader &reader)
{
    if (auto problem = mayNotGive(call, reader))
        return *std::move(problem);
    const Result<Upload> upload = ownUpload(call, reader);
    if (!upload)
        return problemResponse(upload.error());
    const std::string given = call.request.header("upload-offset");
    const auto offset = numberIn<std::int64_t>(given);
    if (given.empty() || !offset)
        return problemResponse(ProblemType::BadRequest, "upload-offset");
    if (*offset != upload->offset)
        return offsetMismatch(*upload);
    const Result<std::string> bytes = bodyOf(call.request);
    if (!bytes)
        return problemResponse(bytes.error());
    const Result<Upload> longer = uploadsOf(reader).append(upload->id, *offset, *bytes, call.now);
    if (!longer && longer.error().code == ErrorCode::Conflict)
        return offsetMismatch(*upload);
    if (!longer && longer.error().code == ErrorCode::Unreadable)
        return problemResponse(ProblemType::StorageFull);
    if (!longer)
        return problemResponse(longer.error());
    if (longer->offset == longer->size)
        return finishUpload(reader, *longer);
    return uploadResponse(*longer, 204);
}

Answer deleteUpload(const Call &call, Reader &reader)
{
    const Result<Upload> upload = ownUpload(call, reader);
    if (!upload)
        return problemResponse(upload.error());
    uploadsOf(reader).drop(upload->id);
    HttpResponse response;
    response.status = 204;
    return response;
}

constexpr std::array routes = {
    Route{.method = "POST", .pattern = "/v1/uploads", .maxBody = 4096, .handler = beginUpload},
    Route{.method = "GET", .pattern = "/v1/uploads/{id}", .handler = getUpload},
    Route{.method = "PATCH",
          .pattern = "/v1/uploads/{id}",
          .writes = true,
          .streams = true,
          .maxBody = longestPieceBytes,
          .handler = patchUpload},
    Route{.method = "DELETE", .pattern = "/v1/uploads/{id}", .handler = deleteUpload},
};

} // namespace

std::span<const Route> uploadRoutes()
{
    return routes;
}

} // namespace zsb
