#include "core/sync/parcelfiles.h"

#include "core/protocol/blobs.h"
#include "core/protocol/wire.h"
#include "core/sync/reply.h"

#include <algorithm>

namespace zsb {
namespace {

HttpRequest requestFor(std::string method, std::string path, std::string body)
{
    HttpRequest request;
    request.method = std::move(method);
    request.path = std::move(path);
    request.body = std::move(body);
    return request;
}

std::string problemIn(const HttpResponse &response)
{
    const ReplyVerdict verdict = judge(response, false);
    return verdict.isGood() || !verdict.problem.empty() ? verdict.problem : std::string(idOf(verdict.trouble));
}

std::string handInWhole(const FileIn &file, const ServeParcel &serve)
{
    HttpRequest request = requestFor("PUT", "/v1/blobs/" + file.sha256, std::string(file.bytes));
    request.query = {{"purpose", std::string(file.purpose)}};
    return problemIn(serve(request));
}

std::string handInPieces(const FileIn &file, const ServeParcel &serve)
{
    const NewUpload announced{file.sha256, std::int64_t(file.bytes.size()), std::string(file.purpose)};
    const HttpResponse response = serve(requestFor("POST", "/v1/uploads", wireText(announced)));
    if (std::string problem = problemIn(response); !problem.empty())
        return problem;
    const Result<UploadAnswer> begun = readWire<UploadAnswer>(response.body);
    if (!begun || begun->limit < 1)
        return std::string(idOf(SyncTrouble::Server));
    for (auto at = std::size_t(std::max<std::int64_t>(begun->offset, 0)); at < file.bytes.size();) {
        const std::string_view piece = file.bytes.substr(at, std::size_t(begun->limit));
        HttpRequest request = requestFor("PATCH", "/v1/uploads/" + begun->id, std::string(piece));
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

} // namespace zsb
