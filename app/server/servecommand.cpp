#include "app/server/servecommand.h"

#include "app/check/interruptwatch.h"
#include "app/server/admincommand.h"
#include "app/server/commandgateway.h"
#include "app/server/commandkit.h"
#include "app/server/courier.h"
#include "app/server/qtlog.h"
#include "app/server/service.h"
#include "core/storage/seasonkeys.h"

#include <cstdio>
#include <semaphore>

#ifdef __unix__
#include <csignal>
#include <sys/resource.h>
#endif

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// Every connection is a file handle; those who set the soft limit did not think of us.
void useAllHandles()
{
#ifdef __unix__
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
    }
    (void)std::signal(SIGPIPE, SIG_IGN);
#endif
}

void waitFor(const std::stop_token &stop)
{
    std::binary_semaphore stopped(0);
    const std::stop_callback call(stop, [&stopped] { stopped.release(); });
    stopped.acquire();
}

Done sayFingerprint(const ServerFolder &folder, QTextStream &out)
{
    const Result<CertifiedKey> authority = folder.authority();
    if (!authority)
        return authority.error();
    const Result<std::string> fingerprint = certificateFingerprint(authority->certificate);
    if (!fingerprint)
        return fingerprint.error();
    out << u"服务器指纹（SHA-256），在客户端核对 / fingerprint of the server, compare it in the client:\n  %1\n"_s.arg(
        QString::fromStdString(*fingerprint));
    return done();
}

/// On a terminal, or wherever somebody looks. In the journal secrets would stay: there one is made on demand.
Done sayAdministrator(const ServerParts &parts, QTextStream &out)
{
    if (!qEnvironmentVariableIsEmpty("JOURNAL_STREAM")) {
        out << u"首位管理员 / the first administrator: zsb-server admin first --data %1\n"_s.arg(
            QString::fromStdString(parts.store.folder));
        return done();
    }
    const auto administration = Administration::open(parts);
    return administration ? sayFirstAdministrator(**administration, out) : Done(administration.error());
}

std::unique_ptr<CodeGateway> gatewayOf(const Settings &settings)
{
    if (settings.messages.empty())
        return std::make_unique<ConsoleGateway>(stdout);
    return std::make_unique<CommandGateway>(QString::fromStdString(settings.messages));
}

/// `https://host:port`, as a client is told it.
QString addressOf(const Settings &settings, std::uint16_t port)
{
    const ListenPlace place = *listenPlace(settings.listen);
    const QString host = QString::fromStdString(place.address);
    return u"%1://%2:%3"_s.arg(settings.tls == TlsMode::Off ? u"http"_s : u"https"_s,
                               host.contains(u':') ? u'[' + host + u']' : host, QString::number(port));
}

int serve(const ServerFolder &folder, QTextStream &out, QTextStream &err)
{
    const Clock clock = systemClock();
    InterruptWatch watch; // before any other thread
    ServerLog log(stderr, clock);
    const QtLog fromQt(log);
    const auto lock = lockServerFolder(folder);
    if (!lock && folder.settings().database == "sqlite")
        return fail(err, u"数据文件夹正在使用 / the data folder is in use", lock.error());
    Result<ServerParts> parts = serverParts(folder, clock);
    if (!parts)
        return fail(err, u"无法启动 / cannot start", parts.error());
    if (Done said = sayAdministrator(*parts, out); !said)
        return fail(err, u"无法启动 / cannot start", said.error());
    parts->landmarks = std::make_shared<SharedModel>();
    const StoreOptions store = parts->store;
    const Result<std::unique_ptr<Service>> service = Service::start(folder, *std::move(parts), log);
    if (!service)
        return fail(err, u"无法启动 / cannot start", service.error());
    const auto courier = Courier::start(store, clock, gatewayOf(folder.settings()), log);
    if (!courier)
        return fail(err, u"无法启动 / cannot start", courier.error());
    out << u"正在监听 / listening on %1\n"_s.arg(addressOf(folder.settings(), (*service)->port()));
    out.flush();
    log.info("started", {{"version", ZSB_VERSION}});
    waitFor(watch.token());
    log.info("stopping");
    (*service)->stop();
    log.info("stopped");
    return ExitClean;
}

/// `init` makes keys for a database that others share; `serve` on another machine would make other ones.
Done needSharedKeys(const ServerFolder &folder)
{
    const Settings &settings = folder.settings();
    if (settings.database == "sqlite" || !settings.seals || isSealedSeason(folder.path()))
        return done();
    return Error{ErrorCode::Invalid, "season.keys: init makes it on the first machine, the others get a copy"};
}

Result<ServerFolder> madeFolder(const CommandLine &line, bool isFirst, QTextStream &out)
{
    Result<ServerFolder> folder = openServerFolder(line);
    if (!folder)
        return folder;
    if (Done shared = needSharedKeys(*folder); !isFirst && !shared)
        return shared.error();
    if (Done there = folder->needDatabase(); !there)
        return there.error();
    if (Done made = folder->make(systemClock()()); !made)
        return made.error();
    out << u"数据文件夹 / data folder: %1\n"_s.arg(QString::fromStdString(folder->path()));
    if (Done said = sayFingerprint(*folder, out); !said)
        return said.error();
    out.flush();
    return folder;
}

} // namespace

int runInitCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"listen"_s, u"db"_s, u"pack"_s}, {}, err);
    if (!line || !line->positional().isEmpty() || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server init --data DIR [--pack NAME|DIR] [--listen ADDRESS:PORT] [--db sqlite|postgres://…]\n"_s;
        return ExitUsage;
    }
    const Result<ServerFolder> folder = madeFolder(*line, true, out);
    if (!folder)
        return fail(err, u"无法准备 / cannot be made ready", folder.error());
    const Result<ServerParts> parts = serverParts(*folder, systemClock());
    if (!parts)
        return fail(err, u"无法准备 / cannot be made ready", parts.error());
    if (const auto server = Server::open(*parts); !server)
        return fail(err, u"无法准备 / cannot be made ready", server.error());
    const Done said = sayAdministrator(*parts, out);
    return said ? int(ExitClean) : fail(err, u"无法准备 / cannot be made ready", said.error());
}

int runServeCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"data"_s, u"listen"_s, u"db"_s, u"pack"_s}, {}, err);
    if (!line || !line->positional().isEmpty() || !hasAll(*line, {u"data"_s}, err)) {
        err << u"usage: zsb-server serve --data DIR [--listen ADDRESS:PORT] [--db sqlite|postgres://…] [--pack NAME|DIR]\n"_s;
        return ExitUsage;
    }
    useAllHandles();
    const Result<ServerFolder> folder = madeFolder(*line, false, out);
    if (!folder)
        return fail(err, u"无法启动 / cannot start", folder.error());
    return serve(*folder, out, err);
}

} // namespace zsb
