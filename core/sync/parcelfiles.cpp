#include "core/sync/parcelfiles.h"

#include "core/protocol/blobs.h"
#include "core/protocol/wire.h"
#include "core/sync/reply.h"

#include <QFile>

#include <algorithm>

namespace zsb {
namespace {

/// What an answer holds, in itself or in a file of the service.
Result<std::string> contentOf(const HttpResponse &response)
{
    if (response.file.empty())
        return response.body;
    QFile file(QString::fromStdString(response.file));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(response.offset))
        return Error{ErrorCode::Unreadable, "a file of the service"};
    return (response.length < 0 ? file.readAll() : file.read(response.length)).toStdString();
}

std::string handInWhole(const FileIn &file, const ServeParcel &serve)
{
    HttpRequest request{.method = "PUT", .path = "/v1/blobs/" + file.sha256, .body = std::string(file.bytes)};
    request.query = {{"purpose", std::string(file.purpose)}};
    return problemIn(serve(request));
}

std::string handInPieces(const FileIn &file, const ServeParcel &serve)
{
    const NewUpload announced{file.sha256, std::int64_t(file.bytes.size()), std::string(file.purpose)};
    const HttpResponse response = serve({.method = "POST", .path = "/v1/uploads", .body = wireText(announced)});
    if (std::string problem = problemIn(response); !problem.empty())
        return problem;
    const Result<UploadAnswer> begun = readWire<UploadAnswer>(response.body);
    if (!begun || begun->limit < 1)
        return std::string(idOf(SyncTrouble::Server));
    for (auto at = std::size_t(std::max<std::int64_t>(begun->offset, 0)); at < file.bytes.size();) {
        const std::string_view piece = file.bytes.substr(at, std::size_t(begun->limit));
        HttpRequest request{.method = "PATCH", .path = "/v1/uploads/" + begun->id, .body = std::string(piece)};
        request.headers["upload-offset"] = std::to_string(at);
        if (std::string problem = problemIn(serve(request)); !problem.empty())
            return problem;
        at += piece.size();
    }
    return {};
}

} // namespace

std::string handIn(const FileIn &file, const ServeParcel &serve)
{
    return std::int64_t(file.bytes.size()) <= largestWholeBytes ? handInWhole(file, serve) : handInPieces(file, serve);
}

FileOut takeOut(const Fetch &what, const ServeParcel &serve)
{
    const HttpResponse response =
        serve({.method = "GET", .path = "/v1/blobs/" + what.sha256 + (what.preview ? "/preview" : "")});
    if (std::string problem = problemIn(response); !problem.empty())
        return {.problem = std::move(problem)};
    Result<std::string> content = contentOf(response);
    if (!content)
        return {.problem = std::string(idOf(SyncTrouble::Storage))};
    return {.bytes = *std::move(content)};
}

std::string problemIn(const HttpResponse &response)
{
    const ReplyVerdict verdict = judge(response, false);
    return verdict.isGood() || !verdict.problem.empty() ? verdict.problem : std::string(idOf(verdict.trouble));
}

} // namespace zsb
