#include "ui/sync/connectcontroller.h"

#include "core/crypto/certificates.h"
#include "core/protocol/wire.h"
#include "core/sync/tlssetup.h"

#include <QSslCertificate>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int usualPort = 8443;

std::string pinOfPem(const std::string &pem)
{
    const QSslCertificate certificate(QByteArray::fromStdString(pem));
    return certificate.isNull() ? std::string() : pinOf(certificate);
}

} // namespace

ConnectController::ConnectController(Clock clock, RandomSource random, QObject *parent)
    : QObject(parent), m_clock(std::move(clock)), m_random(std::move(random))
{
}

ConnectController::~ConnectController() = default;

QString ConnectController::serverOf(const QString &address)
{
    QString text = address.trimmed();
    if (text.isEmpty() || text.contains(u' '))
        return {};
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || url.scheme() != "https"_L1 || !url.userInfo().isEmpty())
        return {};
    return u"https://%1:%2"_s.arg(url.host().contains(u':') ? u'[' + url.host() + u']' : url.host())
        .arg(url.port(usualPort));
}

void ConnectController::check(const ConnectionWish &wish)
{
    if (wish.address != m_wish.address) {
        m_enrolment = {};
        m_fingerprint.clear();
        m_shown.clear();
    }
    m_wish = wish;
    m_enrolment.server = serverOf(wish.address).toStdString();
    m_enrolment.proxy = wish.proxy;
    start();
}

NetworkSettings ConnectController::settings() const
{
    return networkOf(m_enrolment, {.proxyPassword = m_wish.proxyPassword});
}

void ConnectController::start()
{
    m_findings.clear();
    const Result<std::shared_ptr<const CryptoSuite>> suite = cryptoSuite(SuiteId::International);
    if (!suite)
        return;
    m_check = std::make_unique<ConnectionCheck>(settings(), *suite, std::string(), m_clock, m_random);
    m_check->start([this](const ConnectionFinding &finding) { this->found(finding); });
    emit changed();
}

void ConnectController::found(const ConnectionFinding &finding)
{
    m_findings[finding.step] = finding;
    if (!finding.fingerprint.empty()) {
        m_fingerprint = QString::fromStdString(finding.fingerprint);
        m_shown = finding.authority;
    }
    if (finding.step == ConnectionStep::Time) // the last one; who tells may not be dropped while it tells
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_check.reset();
                emit changed();
            },
            Qt::QueuedConnection);
    emit changed();
}

void ConnectController::accept()
{
    if (m_shown.empty() || m_check)
        return;
    m_enrolment.authority = m_shown;
    m_enrolment.pins = {pinOfPem(m_shown)};
    start();
}

bool ConnectController::isReady() const
{
    constexpr std::size_t all = enumIds(ConnectionStep{}).size();
    return isAccepted() && !m_check && m_findings.size() == all && std::ranges::all_of(m_findings, [](const auto &one) {
               return one.second.state == ConnectionFinding::State::Good ||
                      (one.first == ConnectionStep::Name && one.second.state == ConnectionFinding::State::Skipped);
           });
}

void ConnectController::enrol(const QString &code, const QString &device)
{
    Result<std::unique_ptr<NetworkDriver>> driver = NetworkDriver::open(settings());
    const Result<DeviceRequest> request = makeDeviceRequest();
    if (!driver || !request || m_enrolling) {
        emit enrolFailed({}, SyncTrouble::Tls);
        return;
    }
    m_driver = *std::move(driver);
    m_enrolling = true;
    HttpRequest asked{.method = "POST", .path = "/v1/enrol"};
    asked.headers["content-type"] = "application/json";
    const std::string name = device.trimmed().toStdString();
    asked.body = wireText(Enrol{code.trimmed().toUpper().toStdString(), name, request->request});
    m_driver->send(asked,
                   [this, key = request->privateKey, name](const Reply &reply) { takeEnrolled(reply, key, name); });
    emit changed();
}

void ConnectController::takeEnrolled(const Reply &reply, const std::string &key, const std::string &device)
{
    m_enrolling = false;
    const ReplyVerdict verdict = judge(reply);
    const Result<Enrolled> said =
        verdict.isGood() ? readWire<Enrolled>(std::get<HttpResponse>(reply).body) : Result<Enrolled>(Error{});
    emit changed();
    if (!said) {
        emit enrolFailed(QString::fromStdString(verdict.problem),
                         verdict.isGood() ? SyncTrouble::Captive : verdict.trouble);
        return;
    }
    if (!isIssuedBy(said->certificate, m_enrolment.authority, m_clock())) {
        emit enrolFailed({}, SyncTrouble::Key); // whoever that was, it was not the authority that was compared
        return;
    }
    const QByteArray parcelKey = QByteArray::fromStdString(std::string(Key::make(m_random).bytes()));
    NewEnrolment made{m_enrolment, {key, m_wish.proxyPassword, parcelKey.toBase64().toStdString()}};
    made.enrolment.serverKey = said->serverKey;
    made.enrolment.certificate = said->certificate;
    made.enrolment.device = device;
    emit enrolled(made);
}

} // namespace zsb
