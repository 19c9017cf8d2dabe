#include "core/protocol/receipt.h"
#include "core/protocol/rules.h"
#include "core/server/answers.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <array>

namespace zsb {
namespace {

std::string base64(std::string_view bytes)
{
    return QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

/// Regulation is public, but who answers for it is not: signed, so that a copy can be told from another one.
Answer rules(const Call &call, Reader &reader)
{
    const ServerParts &parts = reader.parts();
    const std::string &asked = call.path.at("version");
    const std::string &hash = asked == "current" ? reader.pack().hash : asked;
    const auto found = parts.packs.find(hash);
    if (found == parts.packs.end())
        return problemResponse(ProblemType::NotFound);
    const Result<std::string> signature = parts.suite->sign(*parts.key, rulesText(hash));
    if (!signature)
        return problemResponse(signature.error());
    RulePack answer{hash, {}, base64(*signature)};
    for (const auto &[path, bytes] : *found->second)
        answer.files.emplace(path, base64(bytes));
    HttpResponse response = answerWith(answer);
    response.headers["etag"] = '"' + hash + '"';
    response.headers["cache-control"] =
        asked == "current" ? "private, no-cache" : "private, immutable, max-age=31536000";
    return response;
}

constexpr std::array routes = {
    Route{.method = "GET", .pattern = "/v1/rules/{version}", .handler = rules},
};

} // namespace

std::span<const Route> ruleRoutes()
{
    return routes;
}

} // namespace zsb
