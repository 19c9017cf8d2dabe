#include "app/desktop/servicesteps.h"

#include "app/desktop/season.h"
#include "app/desktop/serviceseason.h"
#include "app/desktop/syncdesk.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Pulses of the script, a second of them. By itself the desktop asks a service that is gone less and less often, in
/// the end with pauses longer than our patience.
constexpr int pulsesBetweenTries = 16;

} // namespace

void ServiceSteps::tell(const QString &what)
{
    std::printf("%s\n", qPrintable(what));
    std::fflush(stdout);
}

const Store &ServiceSteps::store() const
{
    return *desktop().season()->store;
}

bool ServiceSteps::isAtRest() const
{
    return desktop().syncControl() && desktop().syncControl()->face().phase == SyncPhase::UpToDate;
}

bool ServiceSteps::hasTaken(int count) const
{
    const auto look = lookAtSync(store(), desktop().reviewer(), systemClock()());
    return look && look->claimed >= count && look->wanted == 0;
}

void ServiceSteps::hurryNowAndThen()
{
    if (m_pulses++ % pulsesBetweenTries == 0)
        desktop().sync()->session().hurry();
}

void ServiceSteps::enter()
{
    m_script.then(u"the first page"_s, [this] {
        if (isEnrolled(m_folder))
            desktop().openFolder(m_folder);
        else
            desktop().join(m_joinFile);
    });
    m_script.when(
        u"the sign-in"_s,
        [this] { return QApplication::activeModalWidget() != nullptr && isTrialCodeDue(m_folder, systemClock()()); },
        [this] {
            m_script.save(u"01-sign-in"_s);
            m_script.press(u"Return"_s); // a trial fills it in
        });
    m_script.when(
        u"the season"_s, [this] { return m_files.hasFile() && isAtRest(); },
        [this] {
            tell(u"signed in"_s);
            desktop().window().showPage(u"review"_s);
        });
}

bool ServiceSteps::stillHolds(int count)
{
    if (!hasTaken(count))
        return false;
    noteTaken();
    return true;
}

void ServiceSteps::take(int count)
{
    m_script.then(u"the door to files"_s, [this] { desktop().actions().action("review.claim")->trigger(); });
    m_script.when(
        u"how many to take"_s, [] { return QApplication::activeModalWidget() != nullptr; },
        [this, count] {
            for (const QChar digit : QString::number(count))
                m_script.press(digit);
            m_script.save(u"02-claim"_s);
            m_script.press(u"Return"_s);
        });
    m_script.when(
        u"the files taken"_s, [this, count] { return hasTaken(count); }, [this] { noteTaken(); });
}

void ServiceSteps::noteTaken()
{
    const auto taken = claimedFiles(store(), desktop().reviewer(), systemClock()());
    if (!taken)
        return m_script.fail(QString::fromStdString(taken.error().detail));
    m_taken.clear();
    for (const QueueEntry &entry : *taken)
        m_taken.push_back(entry.id);
    tell(u"%1 taken"_s.arg(m_taken.size()));
}

void ServiceSteps::handBack()
{
    m_script.then(u"the end of the lease"_s, [this] { desktop().actions().action("sync.handBack")->trigger(); });
    m_script.when(
        u"nothing held"_s,
        [this] {
            const auto look = lookAtSync(store(), desktop().reviewer(), systemClock()());
            return look && look->claimed == 0;
        },
        [] { tell(u"handed back"_s); });
}

void ServiceSteps::setPaused(bool paused)
{
    m_script.then(u"the line"_s, [this, paused] {
        desktop().sync()->session().setPaused(paused);
        tell(paused ? u"paused"_s : u"resumed"_s);
    });
}

void ServiceSteps::open(std::function<ApplicationId()> file, std::function<void()> then)
{
    m_script.then(u"a file"_s, [this, file] {
        desktop().window().showPage(u"review"_s);
        m_files.review()->openFile(file());
    });
    m_script.when(
        u"the file"_s, [this, file = std::move(file)] { return m_files.review()->file().state.id == file(); },
        std::move(then));
}

void ServiceSteps::approve(std::function<ApplicationId()> file)
{
    open(std::move(file), [this] { m_files.decide(); });
}

void ServiceSteps::giveBack(std::function<ApplicationId()> file)
{
    open(std::move(file), [this] { m_files.giveBack(); });
}

void ServiceSteps::send()
{
    m_script.then(u"what was decided"_s, [this] {
        tell(u"%1 decided"_s.arg(m_files.decided()));
        desktop().window().showPage(u"sync"_s);
        desktop().syncPage()->showTab(u"outbox"_s);
    });
    m_script.when(
        u"the outbox"_s,
        [this] {
            return !desktop().syncControl()->look().ops.empty() ||
                   desktop().sync()->session().status().ops.waiting() == 0;
        },
        [this] { m_script.save(u"05-waiting"_s); });
    m_script.when(
        u"the service"_s,
        [this] {
            hurryNowAndThen();
            const SyncStatus &status = desktop().sync()->session().status();
            return status.trouble == SyncTrouble::None && !status.isPulling && status.ops.waiting() == 0;
        },
        [] { tell(u"sent"_s); });
}

void ServiceSteps::compare()
{
    m_script.then(u"the service's word"_s, [this] {
        desktop().window().showPage(u"sync"_s);
        desktop().actions().action("sync.reconcile")->trigger();
    });
    m_script.when(
        u"the comparison"_s, [this] { return desktop().syncControl()->report().has_value(); },
        [this] {
            m_script.save(u"06-compared"_s);
            if (desktop().syncControl()->report()->agrees())
                tell(u"agreed on %1"_s.arg(desktop().syncControl()->report()->applications));
            else
                m_script.fail(u"the service knows otherwise"_s);
        });
}

} // namespace zsb
