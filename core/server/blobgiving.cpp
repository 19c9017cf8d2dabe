#include "core/server/blobgiving.h"

#include "core/server/answers.h"
#include "core/server/arrivals.h"
#include "core/server/server.h"

#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::int64_t leastFree = 250LL << 20; ///< bytes that stay free for the log
constexpr std::array giving = {Verb::Register, Verb::Collect, Verb::Import, Verb::Review};

} // namespace

bool isSha256(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view purposeOf(const std::string &text)
{
    return text == purposePortrait ? purposePortrait : purposeMaterial;
}

std::optional<HttpResponse> mayNotGive(const Call &call, const Reader &reader)
{
    const bool may =
        std::ranges::any_of(giving, [&](Verb verb) { return mayAnywhere(reader.pack(), call.caller, verb); });
    if (!may)
        return problemResponse(ProblemType::ForbiddenScope);
    const QStorageInfo disk(QString::fromStdString(reader.parts().store.folder));
    if (disk.isValid() && disk.bytesAvailable() < leastFree)
        return problemResponse(ProblemType::StorageFull);
    return std::nullopt;
}

Result<std::string> bodyOf(const HttpRequest &request)
{
    if (request.bodyFile.empty())
        return request.body;
    QFile file(QString::fromStdString(request.bodyFile));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, "the body is gone"};
    return file.readAll().toStdString();
}

Answer place(Reader &reader, const std::string &bytes, std::string_view purpose, int status, HttpResponse answer)
{
    const Result<std::string> put = reader.store().blobs().put(bytes);
    if (!put)
        return problemResponse(ProblemType::StorageFull);
    answer.status = status;
    return WriteJob([verdict = reader.blobCheck().look(bytes, purpose, reader.pack()),
                     answer = std::move(answer)](Writing &writing) {
        Done kept = keepVerdict(writing.database(), verdict, writing.now());
        return kept ? answer : problemResponse(kept.error());
    });
}

} // namespace zsb
