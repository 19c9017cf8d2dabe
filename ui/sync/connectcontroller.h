#pragma once

#include "core/sync/connectioncheck.h"
#include "ui/sync/enrolment.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>

namespace zsb {

/// What a person types to reach a service.
struct ConnectionWish
{
    QString address; ///< `host:port`, with or without `https://`
    ProxyChoice proxy{};
    std::string proxyPassword{};

    bool operator==(const ConnectionWish &) const = default;
};

/// A computer that was taken in: what to keep, and what to keep elsewhere.
struct NewEnrolment
{
    Enrolment enrolment{};
    ServiceSecrets secrets{};
};

/// The way into a service without its looks: an address is tried in five named checks, its fingerprint compared by a
/// person and pinned, a one-time code traded for the certificate of this computer. Nothing is written here. GUI thread;
/// waits for nothing.
class ConnectController : public QObject
{
    Q_OBJECT

public:
    ConnectController(Clock clock, RandomSource random, QObject *parent = nullptr);
    ~ConnectController() override;

    /// `https://host:port`; empty: that is no address. A port that is not there is the service's usual one.
    [[nodiscard]] static QString serverOf(const QString &address);

    /// Tries it from the first check on. Another address forgets a fingerprint that was compared.
    void check(const ConnectionWish &wish);
    /// Somebody compared the fingerprint with what the server printed: from now on it is the only one.
    void accept();
    [[nodiscard]] bool isAccepted() const { return !m_enrolment.authority.empty(); }
    /// The five checks went well with the fingerprint accepted.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] bool isBusy() const { return m_check != nullptr || m_enrolling; }
    [[nodiscard]] const std::map<ConnectionStep, ConnectionFinding> &findings() const { return m_findings; }
    [[nodiscard]] const QString &fingerprint() const { return m_fingerprint; } ///< empty: not seen yet
    /// `device`: what the service calls this computer.
    void enrol(const QString &code, const QString &device);

signals:
    void changed();
    void enrolled(const zsb::NewEnrolment &enrolment);
    /// The code was not taken, or nothing came of it; id of a ProblemType, or of a SyncTrouble.
    void enrolFailed(const QString &problem, zsb::SyncTrouble trouble);

private:
    void start();
    void found(const ConnectionFinding &finding);
    void takeEnrolled(const Reply &reply, const std::string &key, const std::string &device);
    [[nodiscard]] NetworkSettings settings() const;

    Clock m_clock;
    RandomSource m_random;
    ConnectionWish m_wish;
    Enrolment m_enrolment;
    QString m_fingerprint;
    std::string m_shown; ///< PEM of the authority whose fingerprint is shown
    std::map<ConnectionStep, ConnectionFinding> m_findings;
    std::unique_ptr<ConnectionCheck> m_check;
    std::unique_ptr<NetworkDriver> m_driver;
    bool m_enrolling = false;
};

} // namespace zsb
