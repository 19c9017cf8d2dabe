#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QString>

namespace zsb::test {

/// A real Chromium without a window, the size of a phone, driven through chromedriver (W3C WebDriver). It ends with
/// this.
class PhoneBrowser
{
public:
    /// Whether this machine has one (Debian: chromium-driver).
    [[nodiscard]] static bool isInstalled();

    PhoneBrowser() = default;
    PhoneBrowser(const PhoneBrowser &) = delete;
    PhoneBrowser &operator=(const PhoneBrowser &) = delete;
    ~PhoneBrowser();

    /// `trusted`: base64 of the SHA-256 of the public key whose certificate is taken, as of a phone that has the
    /// authority. False: see trouble().
    [[nodiscard]] bool start(const QString &language, const QString &trusted);
    void open(const QString &address);
    /// The value of an expression in the page.
    [[nodiscard]] QJsonValue value(const QString &expression);
    [[nodiscard]] QString text(const QString &selector);
    void tap(const QString &selector);
    /// Chooses a file in a control for files.
    void choose(const QString &selector, const QString &file);
    [[nodiscard]] QByteArray screenshot(); ///< PNG
    /// What went wrong last, as the driver says it.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

private:
    [[nodiscard]] bool startDriver();
    QJsonValue ofElement(const QString &selector, const char *verb, const QString &what, const QJsonObject &body = {});
    QJsonValue ask(const char *verb, const QString &path, const QJsonObject &body = {});

    QProcess m_driver;
    QNetworkAccessManager m_network;
    QString m_base;
    QString m_session;
    QString m_trouble;
};

} // namespace zsb::test
