#include "tests/support/phonebrowser.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace zsb::test {
namespace {

constexpr int patienceMs = 60'000;

QJsonObject phone(const QString &language, const QString &trusted)
{
    const QJsonObject screen{{u"width"_s, 390}, {u"height"_s, 844}, {u"pixelRatio"_s, 2.0}, {u"touch"_s, true}};
    const QJsonArray arguments{u"--headless=new"_s,
                               u"--no-sandbox"_s, // which root may not use, and a container does not offer
                               u"--disable-gpu"_s,      u"--disable-dev-shm-usage"_s,
                               u"--lang="_s + language, u"--ignore-certificate-errors-spki-list="_s + trusted};
    const QJsonObject chrome{{u"args"_s, arguments},
                             {u"mobileEmulation"_s, QJsonObject{{u"deviceMetrics"_s, screen}}},
                             {u"prefs"_s, QJsonObject{{u"intl.accept_languages"_s, language}}}};
    const QJsonObject wanted{{u"browserName"_s, u"chrome"_s}, {u"goog:chromeOptions"_s, chrome}};
    return {{u"capabilities"_s, QJsonObject{{u"alwaysMatch"_s, wanted}}}};
}

} // namespace

bool PhoneBrowser::isInstalled()
{
    return !QStandardPaths::findExecutable(u"chromedriver"_s).isEmpty();
}

PhoneBrowser::~PhoneBrowser()
{
    if (!m_session.isEmpty())
        ask("DELETE", {});
    m_driver.kill();
    m_driver.waitForFinished(patienceMs);
}

bool PhoneBrowser::startDriver()
{
    m_driver.setProcessChannelMode(QProcess::MergedChannels);
    m_driver.start(u"chromedriver"_s, {u"--port=0"_s});
    static const QRegularExpression started(u"started successfully on port (\\d+)"_s);
    QString said;
    while (!started.match(said).hasMatch()) {
        if (!m_driver.waitForReadyRead(patienceMs)) {
            m_trouble = said;
            return false;
        }
        said += QString::fromUtf8(m_driver.readAll());
    }
    m_base = u"http://127.0.0.1:%1/session"_s.arg(started.match(said).captured(1));
    return true;
}

bool PhoneBrowser::start(const QString &language, const QString &trusted)
{
    if (!startDriver())
        return false;
    m_session = ask("POST", {}, phone(language, trusted)).toObject().value("sessionId"_L1).toString();
    return !m_session.isEmpty();
}

void PhoneBrowser::open(const QString &address)
{
    ask("POST", u"/url"_s, {{u"url"_s, address}});
}

QJsonValue PhoneBrowser::value(const QString &expression)
{
    return ask("POST", u"/execute/sync"_s, {{u"script"_s, u"return "_s + expression}, {u"args"_s, QJsonArray()}});
}

QString PhoneBrowser::text(const QString &selector)
{
    return ofElement(selector, "GET", u"/text"_s).toString();
}

void PhoneBrowser::tap(const QString &selector)
{
    ofElement(selector, "POST", u"/click"_s);
}

void PhoneBrowser::choose(const QString &selector, const QString &file)
{
    ofElement(selector, "POST", u"/value"_s, {{u"text"_s, file}});
}

QByteArray PhoneBrowser::screenshot()
{
    return QByteArray::fromBase64(ask("GET", u"/screenshot"_s).toString().toLatin1());
}

QJsonValue PhoneBrowser::ofElement(const QString &selector, const char *verb, const QString &what,
                                   const QJsonObject &body)
{
    const QJsonObject found =
        ask("POST", u"/element"_s, {{u"using"_s, u"css selector"_s}, {u"value"_s, selector}}).toObject();
    return found.isEmpty() ? QJsonValue() : ask(verb, u"/element/"_s + found.begin().value().toString() + what, body);
}

QJsonValue PhoneBrowser::ask(const char *verb, const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(m_session.isEmpty() ? m_base : m_base + u'/' + m_session + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(patienceMs);
    const QByteArray sent =
        qstrcmp(verb, "POST") == 0 ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray();
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, sent);
    QEventLoop waiting;
    QObject::connect(reply, &QNetworkReply::finished, &waiting, &QEventLoop::quit);
    if (!reply->isFinished())
        waiting.exec();
    const QJsonValue value = QJsonDocument::fromJson(reply->readAll()).object().value("value"_L1);
    const bool failed = reply->error() != QNetworkReply::NoError;
    m_trouble = failed ? value.toObject().value("message"_L1).toString(reply->errorString()) : QString();
    reply->deleteLater();
    return failed ? QJsonValue() : value;
}

} // namespace zsb::test
