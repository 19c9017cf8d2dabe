#pragma once

#include "app/server/http/httpserver.h"

#include <QByteArray>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <vector>

namespace zsb::test {

constexpr int patienceMs = 20'000;

/// A carrier on a port of its own whose handler says what it was asked, and counts.
class CarrierBench
{
public:
    explicit CarrierBench(HttpLimits limits = {}) : m_options(defaults(m_folder.path().toStdString(), limits)) {}

    HttpServerOptions &options() { return m_options; }
    [[nodiscard]] Done start()
    {
        auto started = HttpServer::start(m_options, {.bodyRule = &ruleOf,
                                                     .handle =
                                                         [this](HttpRequest request, const AnswerHttp &answer) {
                                                             remember(request);
                                                             answer(m_reply(request));
                                                         },
                                                     .record = {}});
        if (!started)
            return started.error();
        m_server = std::move(*started);
        return done();
    }

    void reply(std::function<HttpResponse(const HttpRequest &)> with) { m_reply = std::move(with); }
    [[nodiscard]] HttpServer &server() { return *m_server; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] std::vector<HttpRequest> asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }

    /// Everything the server says to these bytes until it closes; nothing when it does not close.
    [[nodiscard]] QByteArray say(const QByteArray &bytes) const
    {
        QTcpSocket socket;
        if (!connectTo(socket))
            return {};
        socket.write(bytes);
        return untilClosed(socket);
    }
    [[nodiscard]] bool connectTo(QTcpSocket &socket) const
    {
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        return socket.waitForConnected(patienceMs);
    }
    [[nodiscard]] static QByteArray untilClosed(QTcpSocket &socket)
    {
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patienceMs)) {
        }
        return socket.state() == QAbstractSocket::ConnectedState ? QByteArray() : socket.readAll();
    }
    /// Until that many answers with an announced length have come in whole.
    [[nodiscard]] static QByteArray answers(QTcpSocket &socket, int count)
    {
        QByteArray got;
        while (wholeAnswers(got) < count && socket.waitForReadyRead(patienceMs))
            got += socket.readAll();
        return got;
    }

    static constexpr long long smallBody = 1'000;
    static constexpr long long fileBody = 700'000'000;

private:
    static HttpServerOptions defaults(const std::string &folder, HttpLimits limits)
    {
        limits.sweep = std::chrono::milliseconds(20);
        HttpServerOptions options;
        options.temporaryFolder = folder + "/tmp";
        options.limits = limits;
        options.clock = [] { return Instant{std::chrono::milliseconds(1'700'000'000'000)}; };
        return options;
    }
    static BodyRule ruleOf(const HttpRequest &request)
    {
        return request.path == "/file" ? BodyRule{fileBody, true} : BodyRule{smallBody, false};
    }
    static HttpResponse echo(const HttpRequest &request)
    {
        HttpResponse response;
        response.body = request.method + ' ' + request.path + ' ' + request.body;
        return response;
    }
    static int wholeAnswers(QByteArray got)
    {
        int count = 0;
        for (;;) {
            const qsizetype end = got.indexOf("\r\n\r\n");
            const qsizetype at = got.indexOf("content-length: ");
            if (end < 0 || at < 0 || at > end)
                return count;
            const qsizetype length = got.mid(at + 16, got.indexOf('\r', at) - at - 16).toLongLong();
            if (got.size() < end + 4 + length)
                return count;
            got.remove(0, end + 4 + length);
            ++count;
        }
    }
    void remember(const HttpRequest &request)
    {
        const std::lock_guard lock(m_mutex);
        m_asked.push_back(request);
    }

    QTemporaryDir m_folder;
    HttpServerOptions m_options;
    std::function<HttpResponse(const HttpRequest &)> m_reply = &echo;
    mutable std::mutex m_mutex;
    std::vector<HttpRequest> m_asked;
    std::unique_ptr<HttpServer> m_server;
};

/// Status of the first answer in what a server said; 0: there is none.
[[nodiscard]] inline int statusOf(const QByteArray &said)
{
    return said.startsWith("HTTP/1.1 ") ? said.mid(9, 3).toInt() : 0;
}

} // namespace zsb::test
