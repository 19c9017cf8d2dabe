// A new computer fetches a whole season: firstsyncbench FOLDER [APPLICATIONS [sealed]]. The real zsb-server over TLS
// with its usual settings, and the engine, store and network driver of the desktop on an empty folder. Beside it: one
// GET of as many bytes through the same driver, which is what the line alone takes. The season of the service is in
// clear, that of the client too unless it says `sealed`.
#include "core/protocol/wire.h"
#include "core/rules/rulebook.h"
#include "core/storage/sealedcodec.h"
#include "core/storage/syncpeer.h"
#include "core/sync/networkdriver.h"
#include "core/sync/syncengine.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/bigseason.h"
#include "tests/support/peakmemory.h"
#include "tests/support/testpack.h"
#include "tests/support/watchdog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTextStream>
#include <QTimer>

#include <thread>

using namespace Qt::StringLiterals;

namespace zsb::test {
namespace {

constexpr std::chrono::minutes patience{60};

/// A device and a session of somebody who sees everything.
struct Newcomer
{
    Session session{};
    std::string serverKey{};
    NetworkSettings network{};
};

std::optional<Newcomer> enter(ServerProcess &server)
{
    const auto added = server.run({u"admin"_s, u"user"_s, u"add"_s, u"new"_s, u"--role"_s, u"supervisor"_s});
    const auto code = server.run({u"enrol"_s});
    ServerClient client(server.folder());
    client.goTo(server.port());
    const Result<DeviceRequest> request = makeDeviceRequest();
    const auto answer = client.ask(
        "POST", "/v1/enrol",
        wireText(Enrol{valueBehind(code.out, u"device code, once within a day"_s), "bench", request->request}));
    const auto enrolled = answer ? readWire<Enrolled>(answer->body) : Result<Enrolled>(Error{});
    if (!enrolled)
        return std::nullopt;
    QSslConfiguration device = client.configuration();
    device.setLocalCertificate(QSslCertificate(QByteArray::fromStdString(enrolled->certificate)));
    device.setPrivateKey(QSslKey(QByteArray::fromStdString(request->privateKey), QSsl::Ec));
    client.useDevice(device);
    client.goTo(server.port());
    const auto session = client.signIn(added.out, systemClock()());
    if (!session)
        return std::nullopt;
    return Newcomer{*session,
                    QByteArray::fromBase64(QByteArray::fromStdString(enrolled->serverKey)).toStdString(),
                    {.server = "https://localhost:" + std::to_string(server.port()),
                     .authority = enrolled->authority,
                     .certificate = enrolled->certificate,
                     .key = request->privateKey,
                     .proxy = NetworkSettings::Proxy::None}};
}

struct Both
{
    double client = 0;
    double service = 0;
};

/// Seconds of the CPU both processes have had.
Both cpuOfBoth(qint64 service)
{
    clockid_t clock{};
    const bool isThere = clock_getcpuclockid(pid_t(service), &clock) == 0;
    return {cpuMs(CLOCK_PROCESS_CPUTIME_ID) / 1e3, isThere ? cpuMs(clock) / 1e3 : 0};
}

/// The client of the desktop, driven until it has every row.
class FirstSync
{
public:
    FirstSync(const StoreOptions &season, const Newcomer &who, const ServerProcess &server, int wanted)
        : m_store(*Store::open(season)), m_book(*RuleBook::bind(sharedNm2023())), m_pid(server.pid()), m_wanted(wanted)
    {
        if (!writePeer(m_store->database(), {.server = who.network.server}))
            qFatal("no peer");
        m_engine = *SyncEngine::open({*m_store, *m_book, keyRandom(), *cryptoSuite(SuiteId::International),
                                      who.serverKey, [] { return std::int64_t(1) << 40; }});
        m_driver = *NetworkDriver::open(who.network);
        m_engine->resume(who.session);
    }
    ~FirstSync() { m_driver.reset(); }

    /// Seconds; below 0: it did not come to an end.
    [[nodiscard]] double run()
    {
        QElapsedTimer all;
        all.start();
        QTimer clockwork;
        QObject::connect(&clockwork, &QTimer::timeout, &clockwork, [&] {
            pump();
            if (m_rows >= m_wanted || all.elapsed() > qint64(std::chrono::milliseconds(patience).count()))
                QCoreApplication::quit();
        });
        clockwork.start(std::chrono::milliseconds(20));
        QCoreApplication::exec();
        return m_rows >= m_wanted ? double(m_tookMs) / 1000 : -1;
    }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] int requests() const { return m_requests; }
    /// MB at most so far.
    [[nodiscard]] const Both &atTenth() const { return m_atTenth; }
    [[nodiscard]] const Both &atEnd() const { return m_atEnd; }
    [[nodiscard]] Both cpu() const
    {
        return {m_cpuAfter.client - m_cpuBefore.client, m_cpuAfter.service - m_cpuBefore.service};
    }

private:
    void pump()
    {
        while (auto exchange = m_engine->next(systemClock()())) {
            ++m_requests;
            m_driver->send(exchange->request, [this, ticket = exchange->ticket](const Reply &reply) {
                if (const auto *response = std::get_if<HttpResponse>(&reply))
                    m_bytes += qint64(response->body.size());
                if (!m_engine->answer(ticket, reply, systemClock()()))
                    qFatal("the store does not play along");
                pump();
            });
        }
        count();
    }
    void count()
    {
        m_rows += m_engine->takeRows();
        static_cast<void>(m_engine->takePeople());
        const Both now{peakMb(), memoryMb("VmHWM:", m_pid)};
        if (m_rows < m_wanted / 10)
            m_atTenth = now;
        if (m_atEnd.client == 0 && m_rows >= m_wanted) {
            m_atEnd = now;
            m_tookMs = m_since.elapsed();
            m_cpuAfter = cpuOfBoth(m_pid);
        }
    }

    std::unique_ptr<Store> m_store;
    std::shared_ptr<const RuleBook> m_book;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<NetworkDriver> m_driver;
    QElapsedTimer m_since = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    qint64 m_pid = 0;
    int m_wanted = 0;
    int m_rows = 0;
    int m_requests = 0;
    qint64 m_bytes = 0;
    qint64 m_tookMs = 0;
    Both m_cpuBefore = cpuOfBoth(m_pid);
    Both m_cpuAfter{};
    Both m_atTenth{};
    Both m_atEnd{};
};

/// Answers one request with so many bytes, over the TLS of the service.
class ByteServer : public QTcpServer
{
public:
    void answerOne(const QString &tls, qint64 bytes)
    {
        QSslSocket socket;
        if (!waitForNewConnection(ServerProcess::patienceMs) || !socket.setSocketDescriptor(m_handle))
            return;
        QFile key(tls + u"/server.key"_s);
        if (!key.open(QIODevice::ReadOnly))
            return;
        socket.setLocalCertificateChain(QSslCertificate::fromPath(tls + u"/server.pem"_s) +
                                        QSslCertificate::fromPath(tls + u"/authority.pem"_s));
        socket.setPrivateKey(QSslKey(&key, QSsl::Ec));
        socket.startServerEncryption();
        if (!socket.waitForEncrypted() || !socket.waitForReadyRead())
            return;
        const QByteArray piece(1 << 16, 'x');
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(bytes) + "\r\n\r\n");
        for (qint64 left = bytes; left > 0; left -= piece.size()) {
            socket.write(piece.constData(), std::min<qint64>(left, piece.size()));
            while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten()) {
            }
        }
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            socket.waitForDisconnected();
    }

protected:
    void incomingConnection(qintptr handle) override { m_handle = handle; }

private:
    qintptr m_handle = 0;
};

/// Seconds of one GET; below 0: it failed.
double copy(const ServerProcess &server, NetworkSettings network, qint64 bytes)
{
    std::atomic<quint16> port = 0;
    const std::jthread thread([&] {
        ByteServer other;
        if (!other.listen(QHostAddress::LocalHost))
            return;
        port = other.serverPort();
        other.answerOne(server.folder() + u"/tls"_s, bytes);
    });
    while (port == 0)
        std::this_thread::yield();
    network.server = "https://localhost:" + std::to_string(port);
    const auto driver = *NetworkDriver::open(network);
    HttpRequest request;
    request.method = "GET";
    request.path = "/bytes";
    QElapsedTimer timer;
    timer.start();
    double took = -1;
    driver->send(request, [&](const Reply &reply) {
        const auto *response = std::get_if<HttpResponse>(&reply);
        if (response != nullptr && qint64(response->body.size()) == bytes)
            took = double(timer.nsecsElapsed()) / 1e9;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return took;
}

int measure(const QString &folder, int applications, bool sealed)
{
    QTextStream out(stdout);
    ServerProcess server(folder + u"/service"_s);
    // the shortcut leaves out what a first look derives, which is no part of what is measured
    if (!makeBigSeason(server.folder().toStdString(), applications) ||
        !Store::open({.folder = server.folder().toStdString()}) || !server.start())
        return 3;
    const auto who = enter(server);
    if (!who)
        return 4;
    forgetPeak();
    StoreOptions season{.folder = (folder + u"/client"_s).toStdString()};
    if (sealed)
        season.codec = std::make_shared<const SealedCodec>(*Keyring::make(SuiteId::International, {}, keyRandom()));
    FirstSync sync(season, *who, server, applications);
    const double seconds = sync.run();
    const double line = seconds < 0 ? -1 : copy(server, who->network, sync.bytes());
    if (line < 0)
        return 5;
    out << u"%1 applications, %2 MB in %3 requests, %4\n"_s.arg(applications)
               .arg(double(sync.bytes()) / 1e6, 0, 'f', 1)
               .arg(sync.requests())
               .arg(sealed ? u"sealed"_s : u"in clear"_s);
    out << u"| | seconds | of the line |\n|---|---|---|\n| first sync | %1 | %3 |\n| one GET of as many bytes | %2 | 1 |\n"_s
               .arg(seconds, 0, 'f', 2)
               .arg(line, 0, 'f', 2)
               .arg(seconds / line, 0, 'f', 1);
    out << u"CPU seconds: client %1, service %2\n"_s.arg(sync.cpu().client, 0, 'f', 1)
               .arg(sync.cpu().service, 0, 'f', 1);
    out << u"| peak MB | after a tenth | at the end |\n|---|---|---|\n| client | %1 | %2 |\n| service | %3 | %4 |\n"_s
               .arg(sync.atTenth().client, 0, 'f', 0)
               .arg(sync.atEnd().client, 0, 'f', 0)
               .arg(sync.atTenth().service, 0, 'f', 0)
               .arg(sync.atEnd().service, 0, 'f', 0);
    return server.terminate() == 0 ? 0 : 6;
}

} // namespace
} // namespace zsb::test

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2)
        return 2;
    return zsb::test::measure(words.at(1), words.value(2, u"100000"_s).toInt(), words.value(3) == u"sealed"_s);
}
