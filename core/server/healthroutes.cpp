#include "core/protocol/receipt.h"
#include "core/protocol/wirecodec.h"
#include "core/server/answers.h"
#include "core/server/openapitext.h"
#include "core/server/routegroups.h"
#include "core/server/server.h"

#include <QFileInfo>

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

struct Health
{
    std::string status{};
    static constexpr auto members() { return std::tuple(required("status", &Health::status)); }
    bool operator==(const Health &) const = default;
};

/// For clocks and for whoever wants to know whether it is us who answers: the signature is over `time epoch nonce`.
struct ServerTime
{
    Instant time{};
    std::string epoch{};
    std::string packHash{};
    std::string signature{}; ///< base64

    static constexpr auto members()
    {
        return std::tuple(required("time", &ServerTime::time), required("epoch", &ServerTime::epoch),
                          required("pack_hash", &ServerTime::packHash), required("signature", &ServerTime::signature));
    }
    bool operator==(const ServerTime &) const = default;
};

constexpr std::size_t longestNonce = 64;

Answer live(const Call &, Reader &)
{
    return answerWith(Health{"live"});
}

Answer ready(const Call &, Reader &reader)
{
    const Result<std::int64_t> events = reader.database().number(u"SELECT events FROM chain WHERE id = 1"_s);
    const QFileInfo folder(QString::fromStdString(reader.parts().store.folder));
    if (!events || !folder.isWritable())
        return retryAfter(problemResponse(ProblemType::Maintenance), 5);
    return answerWith(Health{"ready"});
}

Answer time(const Call &call, Reader &reader)
{
    const std::string nonce = call.request.parameter("nonce");
    if (nonce.size() > longestNonce)
        return problemResponse(ProblemType::BadRequest, "nonce");
    const ServerParts &parts = reader.parts();
    ServerTime answer{call.now, reader.server().epoch(), reader.pack().hash, {}};
    const Result<std::string> signature = parts.suite->sign(*parts.key, timeText(call.now, answer.epoch, nonce));
    if (!signature)
        return problemResponse(signature.error());
    answer.signature = QByteArray::fromStdString(*signature).toBase64().toStdString();
    return answerWith(answer);
}

Answer openApi(const Call &, Reader &)
{
    HttpResponse response = jsonResponse(200, std::string(openApiText()));
    response.headers["cache-control"] = "public, max-age=3600";
    return response;
}

constexpr std::array routes = {
    Route{.method = "GET", .pattern = "/v1/openapi.json", .anyone = true, .handler = openApi},
    Route{.method = "GET", .pattern = "/v1/health/live", .anyone = true, .handler = live},
    Route{.method = "GET", .pattern = "/v1/health/ready", .anyone = true, .handler = ready},
    Route{.method = "GET", .pattern = "/v1/time", .anyone = true, .handler = time},
};

} // namespace

std::span<const Route> healthRoutes()
{
    return routes;
}

} // namespace zsb
