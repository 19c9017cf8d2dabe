// Durable ops a second of the real zsb-server over TLS, each request one op that is answered when it is on the disk:
// serverbench FOLDER [SECONDS]. Beside it, in the same run and on the same disk: how often the disk itself says "kept"
// (write and fdatasync of 4 KB), the same server with one transaction for each request, and what the prototype of the
// protocol did on a machine of its own. One person posts on all connections, so the service is told to bear that. A
// request that was not answered with "accepted" makes the whole run count for nothing.
#include "core/protocol/op.h"
#include "tests/e2e/serverprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <unistd.h>
#include <variant>

using namespace Qt::StringLiterals;

namespace zsb::test {
namespace {

struct Figures
{
    double perSecond = 0;
    double p50 = 0; ///< ms
    double p99 = 0;
    int failed = 0;
};

Figures figuresOf(std::vector<double> &taken, double seconds, int failed)
{
    Figures figures;
    figures.failed = failed;
    if (taken.empty())
        return figures;
    std::ranges::sort(taken);
    const auto at = [&taken](double share) { return taken[std::size_t(share * double(taken.size() - 1))]; };
    figures.perSecond = double(taken.size()) / seconds;
    figures.p50 = at(0.5);
    figures.p99 = at(0.99);
    return figures;
}

Figures syncs(const QString &folder, double seconds)
{
    QFile file(folder + u"/sync"_s);
    std::vector<double> taken;
    const QByteArray block(4096, 'x');
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return {};
    QElapsedTimer all;
    all.start();
    while (double(all.nsecsElapsed()) < seconds * 1e9) {
        QElapsedTimer one;
        one.start();
        if (file.write(block) != block.size() || fdatasync(file.handle()) != 0)
            return {};
        taken.push_back(double(one.nsecsElapsed()) / 1e6);
    }
    return figuresOf(taken, double(all.nsecsElapsed()) / 1e9, 0);
}

/// Who posts: a registrar on an enrolled device, whose token all connections share.
struct Registrar
{
    QSslConfiguration device{};
    std::string token{};
    std::string actor{};
    std::string packHash{};
};

std::optional<Registrar> signIn(ServerProcess &server)
{
    const auto added = server.run({u"admin"_s, u"user"_s, u"add"_s, u"reg"_s, u"--role"_s, u"import"_s});
    const auto code = server.run({u"enrol"_s});
    ServerClient client(server.folder());
    client.goTo(server.port());
    if (added.code != 0 || !client.enrol(valueBehind(code.out, u"device code, once within a day"_s)))
        return std::nullopt;
    const auto session = client.signIn(added.out, systemClock()());
    if (!session)
        return std::nullopt;
    return Registrar{client.configuration(), client.token(), session->actor, session->packHash};
}

std::string opText(const Registrar &who, const std::string &name)
{
    Op op;
    op.command = {.id = {name + "-cmd"},
                  .application = {name},
                  .actor = {who.actor},
                  .role = "import",
                  .at = systemClock()(),
                  .revision = 0,
                  .packHash = who.packHash,
                  .body = CreateDraft{name, Origin::Import}};
    return wireText(OpBatch{{}, {op}});
}

Figures post(const ServerProcess &server, const Registrar &who, int connections, double seconds, const std::string &run)
{
    std::mutex mutex;
    std::vector<double> taken;
    std::atomic<int> failed = 0;
    QElapsedTimer all;
    all.start();
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < connections; ++i) {
            clients.emplace_back([&, i] {
                ServerClient client(server.folder());
                client.useDevice(who.device);
                client.useToken(who.token);
                client.goTo(server.port());
                std::vector<double> mine;
                for (int n = 0; double(all.nsecsElapsed()) < seconds * 1e9; ++n) {
                    const std::string body = opText(who, run + '-' + std::to_string(i) + '-' + std::to_string(n));
                    QElapsedTimer one;
                    one.start();
                    const auto answer = client.ask("POST", "/v1/ops:batch", body);
                    if (answer && answer->status == 200 && answer->body.find("\"accepted\"") != std::string::npos)
                        mine.push_back(double(one.nsecsElapsed()) / 1e6);
                    else
                        ++failed;
                }
                const std::lock_guard lock(mutex);
                taken.insert(taken.end(), mine.begin(), mine.end());
            });
        }
    }
    return figuresOf(taken, double(all.nsecsElapsed()) / 1e9, failed);
}

void say(const QString &what, const Figures &figures, const QString &prototype = {})
{
    QTextStream(stdout) << u"| %1 | %2 | %3 | %4 | %5 |\n"_s.arg(what)
                               .arg(figures.perSecond, 0, 'f', 0)
                               .arg(figures.p50, 0, 'f', 1)
                               .arg(figures.p99, 0, 'f', 1)
                               .arg(prototype);
}

struct Load
{
    int connections = 0;
    QString prototype{}; ///< many to a transaction: a second, p50 and p99 in ms
};
const std::array<Load, 3> loads = {{{1, u"519, 1.1, 329"_s}, {16, u"1324, 11, 49"_s}, {64, u"2110, 26, 85"_s}}};

/// How many a second under each load. Errors: the exit code.
std::variant<std::vector<double>, int> rates(const QString &folder, int batch, double seconds)
{
    qputenv("ZSB_SERVER_BATCH", QByteArray::number(batch));
    ServerProcess server(folder + u"/data-%1"_s.arg(batch));
    if (!server.start())
        return 3;
    const auto who = signIn(server);
    if (!who)
        return 4;
    std::vector<double> found;
    for (const Load &load : loads) {
        const Figures figures = post(server, *who, load.connections, seconds, "c" + std::to_string(load.connections));
        say(u"%1, %2 connections"_s.arg(batch > 1 ? u"many to a transaction"_s : u"one transaction each"_s)
                .arg(load.connections),
            figures, batch > 1 ? load.prototype : QString());
        if (figures.failed > 0) {
            QTextStream(stderr) << u"%1 requests failed: nothing here counts\n"_s.arg(figures.failed);
            return 6;
        }
        found.push_back(figures.perSecond);
    }
    return server.terminate() == 0 ? std::variant<std::vector<double>, int>(found) : 5;
}

int measure(const QString &folder, double seconds)
{
    qputenv("ZSB_SERVER_REQUESTS", "1000000");
    QTextStream(stdout) << u"| | a second | p50 ms | p99 ms | prototype |\n|---|---|---|---|---|\n"_s;
    say(u"disk: 4 KB written and synced"_s, syncs(folder, seconds / 2));
    const auto many = rates(folder, 256, seconds);
    const auto one = many.index() == 0 ? rates(folder, 1, seconds) : many;
    if (one.index() != 0)
        return std::get<int>(one);
    say(u"disk again"_s, syncs(folder, seconds / 2));
    for (std::size_t i = 0; i < loads.size(); ++i)
        QTextStream(stdout) << u"ratio at %1 connections: %2\n"_s.arg(loads.at(i).connections)
                                   .arg(std::get<0>(many).at(i) / std::get<0>(one).at(i), 0, 'f', 2);
    return 0;
}

} // namespace
} // namespace zsb::test

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    return words.size() < 2 ? 2 : zsb::test::measure(words.at(1), words.value(2, u"10"_s).toDouble());
}
