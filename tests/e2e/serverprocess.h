#pragma once

#include "core/crypto/certificates.h"
#include "core/crypto/totp.h"
#include "core/protocol/http.h"
#include "core/protocol/session.h"
#include "core/protocol/wire.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>

#include <optional>

namespace zsb::test {

/// zsb-server as an operator runs it: a process of its own on a port of its own.
class ServerProcess
{
public:
    static constexpr int patienceMs = 60'000;

    explicit ServerProcess(QString folder) : m_folder(std::move(folder)) {}
    ~ServerProcess() { kill(); }

    /// False: it did not say where it listens.
    [[nodiscard]] bool start(const QStringList &more = {})
    {
        m_said.clear();
        m_process.start(QStringLiteral(ZSB_SERVER),
                        QStringList{QStringLiteral("serve"), QStringLiteral("--data"), m_folder,
                                    QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
                            more);
        static const QRegularExpression listening(QStringLiteral("https?://127\\.0\\.0\\.1:(\\d+)"));
        while (!listening.match(m_said).hasMatch()) {
            if (!m_process.waitForReadyRead(patienceMs))
                return false;
            m_said += QString::fromUtf8(m_process.readAllStandardOutput());
        }
        m_port = listening.match(m_said).captured(1).toUShort();
        return true;
    }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
    /// As systemd does it; the exit code.
    [[nodiscard]] int terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(patienceMs) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }
    [[nodiscard]] const QString &said() const { return m_said; }
    /// Everything it has said on its standard output so far.
    [[nodiscard]] const QString &output()
    {
        m_said += QString::fromUtf8(m_process.readAllStandardOutput());
        return m_said;
    }
    /// False: it never said that.
    [[nodiscard]] bool waitForOutput(const QRegularExpression &what)
    {
        while (!what.match(output()).hasMatch()) {
            if (!m_process.waitForReadyRead(patienceMs))
                return false;
        }
        return true;
    }
    [[nodiscard]] QByteArray log() { return m_process.readAllStandardError(); }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] const QString &folder() const { return m_folder; }

    struct Ran
    {
        int code = -1;
        QString out{};
        QString err{};
    };
    /// Another command of the program on the same folder, whether or not the service runs.
    [[nodiscard]] Ran run(const QStringList &words) const
    {
        QProcess process;
        process.start(QStringLiteral(ZSB_SERVER), words + QStringList{QStringLiteral("--data"), m_folder});
        if (!process.waitForFinished(patienceMs))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

private:
    QString m_folder;
    QProcess m_process;
    QString m_said;
    quint16 m_port = 0;
};

/// What stands behind a label of two languages in what the program said: `… / password:   value`.
[[nodiscard]] inline std::string valueBehind(const QString &said, const QString &label)
{
    const QRegularExpression line(QStringLiteral("/ %1: +(\\S+)").arg(QRegularExpression::escape(label)));
    return line.match(said).captured(1).toStdString();
}

[[nodiscard]] inline std::string fromBase32(const std::string &text)
{
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        bits = (bits << 5U) | unsigned(c >= 'A' ? c - 'A' : c - '2' + 26);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes += char(bits >> unsigned(count) & 255U);
        }
    }
    return bytes;
}

/// A device of somebody's: TLS with the authority of the service alone, one connection kept.
class ServerClient
{
public:
    explicit ServerClient(const QString &folder)
    {
        const QList<QSslCertificate> authority =
            QSslCertificate::fromPath(folder + QStringLiteral("/tls/authority.pem"));
        m_configuration.setCaCertificates(authority);
        m_configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }

    void goTo(quint16 port)
    {
        m_port = port;
        m_socket.reset();
    }

    /// Nothing: there was no whole answer.
    [[nodiscard]] std::optional<HttpResponse> ask(const std::string &method, const std::string &path,
                                                  const std::string &body = {}, const std::string &moreHeaders = {})
    {
        QByteArray request = QByteArray::fromStdString(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n");
        if (!m_access.empty())
            request += QByteArray::fromStdString("Authorization: Bearer " + m_access + "\r\n");
        request += QByteArray::fromStdString(moreHeaders);
        request += "Content-Length: " + QByteArray::number(qsizetype(body.size())) + "\r\n\r\n";
        return send(request + QByteArray::fromStdString(body));
    }
    /// These bytes, whatever they are.
    [[nodiscard]] std::optional<HttpResponse> send(const QByteArray &bytes)
    {
        if (!connectIfNeeded())
            return std::nullopt;
        m_socket->write(bytes);
        return readAnswer();
    }

    /// With a code of `enrol`: from now on connections show a certificate.
    [[nodiscard]] bool enrol(const std::string &code)
    {
        const Result<DeviceRequest> request = makeDeviceRequest();
        const auto answer = ask("POST", "/v1/enrol", wireText(Enrol{code, "test device", request->request}));
        const auto enrolled = answer ? readWire<Enrolled>(answer->body) : Result<Enrolled>(Error{});
        if (!enrolled)
            return false;
        m_configuration.setLocalCertificate(QSslCertificate(QByteArray::fromStdString(enrolled->certificate)));
        m_configuration.setPrivateKey(QSslKey(QByteArray::fromStdString(request->privateKey), QSsl::Ec));
        m_enrolled = *enrolled;
        m_key = request->privateKey;
        m_socket.reset();
        return true;
    }
    /// What the enrolment has brought, for a client of the product on the same device.
    [[nodiscard]] const Enrolled &enrolled() const { return m_enrolled; }
    [[nodiscard]] const std::string &privateKey() const { return m_key; }
    /// As what `admin user add` has shown.
    [[nodiscard]] std::optional<Session> signIn(const QString &secrets, Instant now)
    {
        const std::string secret = fromBase32(valueBehind(secrets, QStringLiteral("code secret")));
        const SignIn signIn{.user = valueBehind(secrets, QStringLiteral("user")),
                            .password = valueBehind(secrets, QStringLiteral("password")),
                            .totp = totpCode(secret, totpStep(now))};
        const auto answer = ask("POST", "/v1/session", wireText(signIn));
        const auto session = answer ? readWire<Session>(answer->body) : Result<Session>(Error{});
        if (!session)
            return std::nullopt;
        m_access = session->access;
        return *session;
    }
    void useDevice(const QSslConfiguration &configuration) { m_configuration = configuration; }
    void useToken(std::string access) { m_access = std::move(access); }
    [[nodiscard]] const std::string &token() const { return m_access; }
    [[nodiscard]] QSslConfiguration configuration() const { return m_configuration; }

private:
    [[nodiscard]] bool connectIfNeeded()
    {
        if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState)
            return true;
        m_socket = std::make_unique<QSslSocket>();
        m_socket->setSslConfiguration(m_configuration);
        m_socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
        return m_socket->waitForEncrypted(ServerProcess::patienceMs);
    }
    [[nodiscard]] std::optional<HttpResponse> readAnswer()
    {
        QByteArray got;
        qsizetype whole = -1;
        while (whole < 0 || got.size() < whole) {
            if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(ServerProcess::patienceMs))
                return std::nullopt;
            got += m_socket->readAll();
            const qsizetype end = got.indexOf("\r\n\r\n");
            const qsizetype at = got.toLower().indexOf("content-length: ");
            if (whole < 0 && end >= 0)
                whole =
                    end + 4 + (at < 0 || at > end ? 0 : got.mid(at + 16, got.indexOf('\r', at) - at - 16).toLongLong());
        }
        HttpResponse response;
        response.status = got.mid(9, 3).toInt();
        response.body = got.mid(got.indexOf("\r\n\r\n") + 4).toStdString();
        return response;
    }
    QSslConfiguration m_configuration;
    quint16 m_port = 0;
    std::unique_ptr<QSslSocket> m_socket;
    std::string m_access;
    Enrolled m_enrolled;
    std::string m_key;
};

} // namespace zsb::test
