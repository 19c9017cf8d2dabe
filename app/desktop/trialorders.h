#pragma once

#include "app/desktop/servicesteps.h"

namespace zsb {

/// What a trial is told to do while it runs, for tests with several desktops: lines somebody appends to
/// `trial-orders` beside its trial.json, each done and told of before the next one is read.
///
///     take COUNT · hand-back · pause · resume · approve NUMBER · return NUMBER · send · compare · end
///     disputed NUMBER · settled NUMBER        waits until that is known here
class TrialOrders
{
public:
    TrialOrders(ServiceSteps &steps, const QString &folder) : m_steps(steps), m_path(pathIn(folder)) {}

    [[nodiscard]] static QString pathIn(const QString &folder) { return folder + QStringLiteral("/trial-orders"); }
    /// Steps until "end" was read.
    void follow();

private:
    [[nodiscard]] bool hasMore();
    void obey(const QString &verb, const QString &what);
    void decide(const QString &number, bool approves);
    void await(const QString &number, bool settled);
    [[nodiscard]] ApplicationId find(const QString &number) const;

    ServiceSteps &m_steps;
    QString m_path;
    qint64 m_read = 0; ///< bytes
    QString m_order;
};

} // namespace zsb
