#include "core/sync/connectioncheck.h"

#include "core/protocol/receipt.h"
#include "core/protocol/wirecodec.h"
#include "core/sync/servertime.h"
#include "core/sync/tlssetup.h"

#include <QHostInfo>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

namespace zsb {
namespace {

using State = ConnectionFinding::State;

constexpr std::chrono::seconds patience{10};

std::string fingerprintOf(const QSslCertificate &certificate)
{
    return certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper().toStdString();
}

} // namespace

class ConnectionCheck::Parts : public QObject
{
public:
    NetworkSettings settings;
    std::shared_ptr<const CryptoSuite> suite;
    std::string serverKey;
    Clock clock;
    RandomSource random;
    std::function<void(const ConnectionFinding &)> found;

    void begin();

private:
    void connectLine();
    void lineIsThere();
    void safetyIsKnown();
    void askTime();
    void timeIsThere(const Reply &reply);
    void tell(ConnectionStep step, State state, SyncTrouble trouble = SyncTrouble::None);
    void skipFrom(ConnectionStep step);
    void failLine();

    QUrl m_url;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<NetworkDriver> m_driver;
    QTimer m_timer;
    std::string m_nonce;
    Instant m_asked{};
    bool m_isEncrypting = false;
};

void ConnectionCheck::Parts::tell(ConnectionStep step, State state, SyncTrouble trouble)
{
    ConnectionFinding finding;
    finding.step = step;
    finding.state = state;
    finding.trouble = trouble;
    found(finding);
}

void ConnectionCheck::Parts::skipFrom(ConnectionStep step)
{
    for (const auto &[each, id] : enumIds(ConnectionStep{})) {
        if (each >= step)
            tell(each, State::Skipped);
    }
}

void ConnectionCheck::Parts::begin()
{
    m_url = QUrl(QString::fromStdString(settings.server), QUrl::StrictMode);
    if (!m_url.isValid() || m_url.host().isEmpty() || m_url.scheme() != QLatin1StringView("https")) {
        tell(ConnectionStep::Name, State::Bad, SyncTrouble::Dns);
        skipFrom(ConnectionStep::Line);
        return;
    }
    QHostInfo::lookupHost(m_url.host(), this, [this](const QHostInfo &info) {
        const bool isKnown = info.error() == QHostInfo::NoError;
        const bool byProxy = settings.proxy == NetworkSettings::Proxy::Http ||
                             settings.proxy == NetworkSettings::Proxy::Socks5; // which may know more names than we do
        tell(ConnectionStep::Name,
             isKnown   ? State::Good
             : byProxy ? State::Skipped
                       : State::Bad,
             isKnown || byProxy ? SyncTrouble::None : SyncTrouble::Dns);
        if (isKnown || byProxy)
            connectLine();
        else
            skipFrom(ConnectionStep::Line);
    });
}

void ConnectionCheck::Parts::connectLine()
{
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(proxyOf(settings));
    // a handshake and nothing else goes over this line, so that it may be looked at before anybody is believed
    m_socket->setPeerVerifyMode(QSslSocket::QueryPeer);
    QSslConfiguration tls = m_socket->sslConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setCaCertificates(QSslCertificate::fromData(QByteArray::fromStdString(settings.authority), QSsl::Pem));
    m_socket->setSslConfiguration(tls);
    m_socket->setPeerVerifyName(m_url.host());
    connect(m_socket.get(), &QSslSocket::connected, this, [this] { lineIsThere(); });
    connect(m_socket.get(), &QSslSocket::encrypted, this, [this] { safetyIsKnown(); });
    connect(m_socket.get(), &QSslSocket::errorOccurred, this, [this] { failLine(); });
    connect(&m_timer, &QTimer::timeout, this, [this] { failLine(); });
    m_timer.setSingleShot(true);
    m_timer.start(patience);
    m_socket->connectToHost(m_url.host(), quint16(m_url.port(443)));
}

void ConnectionCheck::Parts::failLine()
{
    m_timer.stop();
    m_socket->disconnect(this);
    if (m_isEncrypting) {
        tell(ConnectionStep::Safety, State::Bad, SyncTrouble::Tls);
        skipFrom(ConnectionStep::Server);
        return;
    }
    const auto error = m_socket->error();
    const bool isProxy =
        error >= QAbstractSocket::ProxyAuthenticationRequiredError && error <= QAbstractSocket::ProxyProtocolError;
    tell(ConnectionStep::Line, State::Bad, isProxy ? SyncTrouble::Proxy : SyncTrouble::Tcp);
    skipFrom(ConnectionStep::Safety);
}

void ConnectionCheck::Parts::lineIsThere()
{
    tell(ConnectionStep::Line, State::Good);
    m_isEncrypting = true;
    m_socket->startClientEncryption();
}

void ConnectionCheck::Parts::safetyIsKnown()
{
    m_timer.stop();
    m_socket->disconnect(this);
    const QList<QSslCertificate> chain = m_socket->peerCertificateChain();
    ConnectionFinding finding;
    finding.step = ConnectionStep::Safety;
    finding.fingerprint = chain.isEmpty() ? std::string() : fingerprintOf(chain.last());
    finding.authority = chain.isEmpty() ? std::string() : chain.last().toPem().toStdString();
    const bool isBelieved = m_socket->sslHandshakeErrors().isEmpty() && isPinned(chain, settings.pins);
    finding.state = settings.authority.empty() ? State::Ask : isBelieved ? State::Good : State::Bad;
    finding.trouble = finding.state == State::Bad ? SyncTrouble::Tls : SyncTrouble::None;
    m_socket->abort();
    found(finding);
    if (finding.state != State::Good) {
        skipFrom(ConnectionStep::Server);
        return;
    }
    askTime();
}

void ConnectionCheck::Parts::askTime()
{
    Result<std::unique_ptr<NetworkDriver>> driver = NetworkDriver::open(settings);
    if (!driver) {
        tell(ConnectionStep::Server, State::Bad, SyncTrouble::Key);
        skipFrom(ConnectionStep::Time);
        return;
    }
    m_driver = *std::move(driver);
    m_asked = clock();
    m_nonce = uuid7(m_asked, random);
    HttpRequest request;
    request.method = "GET";
    request.path = "/v1/time";
    request.query.emplace_back("nonce", m_nonce);
    m_driver->send(request, [this](const Reply &reply) { timeIsThere(reply); });
}

void ConnectionCheck::Parts::timeIsThere(const Reply &reply)
{
    const ReplyVerdict verdict = judge(reply);
    const Result<ServerTime> said =
        verdict.isGood() ? readWire<ServerTime>(std::get<HttpResponse>(reply).body) : Result<ServerTime>(Error{});
    if (!said) {
        tell(ConnectionStep::Server, State::Bad, verdict.isGood() ? SyncTrouble::Captive : verdict.trouble);
        skipFrom(ConnectionStep::Time);
        return;
    }
    if (!serverKey.empty() &&
        !isSignedBy(*suite, serverKey, timeText(said->time, said->epoch, m_nonce), said->signature)) {
        tell(ConnectionStep::Server, State::Bad, SyncTrouble::Key);
        skipFrom(ConnectionStep::Time);
        return;
    }
    tell(ConnectionStep::Server, State::Good);
    ConnectionFinding finding;
    finding.step = ConnectionStep::Time;
    finding.clockOffset = said->time - (m_asked + (clock() - m_asked) / 2);
    finding.state = std::chrono::abs(finding.clockOffset) <= mostSkew ? State::Good : State::Bad;
    finding.trouble = finding.state == State::Good ? SyncTrouble::None : SyncTrouble::Auth;
    found(finding);
}

ConnectionCheck::ConnectionCheck(NetworkSettings settings, std::shared_ptr<const CryptoSuite> suite,
                                 std::string serverKey, Clock clock, RandomSource random)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->settings = std::move(settings);
    m_parts->suite = std::move(suite);
    m_parts->serverKey = std::move(serverKey);
    m_parts->clock = std::move(clock);
    m_parts->random = std::move(random);
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::start(std::function<void(const ConnectionFinding &)> found)
{
    m_parts->found = std::move(found);
    QTimer::singleShot(0, m_parts.get(), [parts = m_parts.get()] { parts->begin(); });
}

} // namespace zsb
