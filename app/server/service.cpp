#include "app/server/service.h"

#include "app/common/packsearch.h"
#include "core/base/text.h"
#include "core/policy/packloader.h"
#include "core/server/answers.h"

namespace zsb {
namespace {

constexpr std::chrono::seconds grace{15};
constexpr std::string_view bearer = "Bearer ";
constexpr std::size_t mostSecretBytes = 1024;
constexpr double burst = 10;                 ///< seconds of what one person may ask, at once
constexpr long long mostUnknown = 64 * 1024; ///< so that a wrong path is told, not a wrong size

HttpServerOptions optionsOf(const ServerFolder &folder, const ListenPlace &place, const Clock &clock)
{
    const Settings &settings = folder.settings();
    HttpServerOptions options;
    options.address = place.address;
    options.port = place.port;
    options.temporaryFolder = folder.temporary();
    options.trustedProxies = settings.trustedProxies;
    if (settings.tls == TlsMode::Off && options.trustedProxies.empty())
        options.trustedProxies = {"127.0.0.1", "::1"};
    options.limits.connections = std::size_t(settings.connections);
    options.clock = clock;
    return options;
}

/// The files of a pack, to be handed out; says their hash.
Result<std::string> addPack(ServerParts &parts, const std::string &nameOrFolder)
{
    const Result<std::string> folder = findPack(nameOrFolder, packSearchPaths());
    if (!folder)
        return folder.error();
    Result<PackFiles> files = readPackFiles(*folder);
    if (!files)
        return files.error();
    std::string hash = packHash(*files);
    parts.packs[hash] = std::make_shared<const PackFiles>(*std::move(files));
    return hash;
}

Done addPacks(ServerParts &parts, const Settings &settings, const std::string &current)
{
    if (const Result<std::string> hash = addPack(parts, current); !hash)
        return hash.error();
    for (const std::string &earlier : settings.earlierPacks) {
        const Result<std::string> hash = addPack(parts, earlier);
        if (!hash)
            return within("earlier_packs", hash.error());
        parts.config.earlierPacks.push_back(*hash);
    }
    return done();
}

} // namespace

Result<ServerParts> serverParts(const ServerFolder &folder, const Clock &clock)
{
    const Settings &settings = folder.settings();
    ServerParts parts;
    const std::string pack = settings.pack.empty() ? defaultPack() : settings.pack;
    Result<std::shared_ptr<const RuleBook>> book = openRuleBook(pack);
    if (!book)
        return within("pack", book.error());
    if (Done added = addPacks(parts, settings, pack); !added)
        return within("pack", added.error());
    Result<std::shared_ptr<const CryptoSuite>> suite = cryptoSuite(SuiteId::International);
    if (!suite)
        return suite.error();
    Result<SigningKey> key = folder.signingKey(**suite);
    if (!key)
        return key.error();
    Result<std::shared_ptr<const FieldCodec>> codec = folder.codec();
    if (!codec)
        return codec.error();
    parts.store.folder = folder.path();
    parts.store.codec = *std::move(codec);
    if (settings.database != "sqlite")
        parts.store.database = settings.database;
    parts.book = *std::move(book);
    parts.clock = clock;
    parts.random = keyRandom();
    parts.suite = *std::move(suite);
    parts.key = std::make_shared<const SigningKey>(*std::move(key));
    Result<CertifiedKey> authority = folder.authority();
    if (!authority)
        return authority.error();
    parts.authority = std::make_shared<const CertifiedKey>(*std::move(authority));
    parts.captcha = std::make_shared<const SumCaptcha>(parts.suite, parts.key->secret, parts.random);
    Result<std::string> secret = folder.secret("payment.secret", mostSecretBytes);
    if (!secret && secret.error().code != ErrorCode::NotFound)
        return within("payment.secret", secret.error());
    if (secret) // shared with the gateway whose callbacks are believed
        parts.paymentSecret = std::string(trimmed(*secret));
    parts.config.name = settings.name;
    parts.config.askingRate = {double(settings.requests), burst * settings.requests};
    return parts;
}

Result<std::unique_ptr<Service>> Service::start(const ServerFolder &folder, ServerParts parts, ServerLog &log)
{
    const Settings &settings = folder.settings();
    const Clock clock = parts.clock;
    const Result<ListenPlace> place = listenPlace(settings.listen);
    if (!place)
        return place.error();
    HttpServerOptions options = optionsOf(folder, *place, clock);
    if (settings.tls != TlsMode::Off) {
        Result<TlsIdentity> identity = folder.identity(clock());
        if (!identity)
            return identity.error();
        options.tls = *std::move(identity);
    }
    std::unique_ptr<Service> service(new Service(log, settings.log));
    Result<std::unique_ptr<Server>> server = Server::open(std::move(parts));
    if (!server)
        return server.error();
    service->m_server = *std::move(server);
    Result<std::unique_ptr<Workers>> workers =
        Workers::start(*service->m_server, settings.readers, settings.batch, service->m_metrics);
    if (!workers)
        return workers.error();
    service->m_workers = *std::move(workers);
    Result<std::unique_ptr<HttpServer>> http = HttpServer::start(std::move(options), service->handler());
    if (!http && settings.tls == TlsMode::Files && http.error().detail.starts_with("tls"))
        return within("certificate " + settings.certificate + ", private_key " + settings.privateKey, http.error());
    if (!http)
        return http.error();
    service->m_http = *std::move(http);
    return service;
}

Service::~Service()
{
    stop();
}

void Service::stop()
{
    if (m_http)
        m_http->stop(grace);
    m_workers.reset(); // whoever answers ends before what it answers to
    m_http.reset();
}

HttpHandler Service::handler()
{
    return {.bodyRule = [this](const HttpRequest &head) { return bodyRule(head); },
            .handle = [this](HttpRequest request,
                             AnswerHttp answer) { m_workers->handle(std::move(request), std::move(answer)); },
            .record = [this](const HttpExchange &exchange) { record(exchange); }};
}

BodyRule Service::bodyRule(const HttpRequest &head) const
{
    const RouteMatch match = m_server->match(head.method, head.path);
    if (match.route == nullptr)
        return {mostUnknown, false, {}};
    BodyRule rule{match.route->maxBody, match.route->streams, {}};
    if (!match.route->streams || match.route->anyone)
        return rule;
    // A body of megabytes from somebody unknown is not even begun.
    const std::string given = head.header("authorization");
    const std::string_view token = given.starts_with(bearer) ? std::string_view(given).substr(bearer.size()) : "";
    if (!m_server->authenticator().caller(token, head.peerCertificate, m_server->parts().clock()))
        rule.instead = problemResponse(ProblemType::InvalidToken);
    return rule;
}

/// Names the pattern of the route: what is asked for may be somebody's number.
void Service::record(const HttpExchange &exchange)
{
    const RouteMatch match = m_server->match(exchange.method, exchange.path);
    const std::string_view route = match.route != nullptr        ? match.route->pattern
                                   : exchange.path == "/metrics" ? "/metrics"
                                                                 : "";
    const std::string_view method = exchange.method.empty() ? "-" : std::string_view(exchange.method);
    m_metrics.countRequest(method, route, exchange.status, exchange.took);
    constexpr int failed = 500;
    constexpr int full = 503;
    const bool isFailure = exchange.status >= failed && exchange.status != full;
    if (!isFailure && m_level != LogLevel::Requests)
        return;
    const ServerLog::Values values = {{"method", method},
                                      {"route", route},
                                      {"status", std::int64_t(exchange.status)},
                                      {"ms", double(exchange.took.count()) / 1000},
                                      {"in", std::int64_t(exchange.received)},
                                      {"out", std::int64_t(exchange.sent)}};
    if (isFailure)
        m_log.error("request", values);
    else
        m_log.info("request", values);
}

} // namespace zsb
