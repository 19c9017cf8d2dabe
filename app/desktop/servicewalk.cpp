#include "app/desktop/servicewalk.h"

#include "app/desktop/filewalk.h"
#include "app/desktop/scriptrun.h"
#include "app/desktop/season.h"
#include "app/desktop/serviceseason.h"
#include "app/desktop/syncdesk.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int filesToTake = 100;
constexpr std::size_t filesToDecide = 3;
/// Pulses of the script, a second of them. By itself the desktop asks a service that is gone less and less often, in
/// the end with pauses longer than our patience.
constexpr int pulsesBetweenTries = 16;

void tell(const QString &what)
{
    std::printf("%s\n", qPrintable(what));
    std::fflush(stdout);
}

class ServiceWalk
{
public:
    ServiceWalk(Script &script, QString joinFile, QString folder)
        : m_script(script), m_files(script), m_joinFile(std::move(joinFile)), m_folder(std::move(folder))
    {
    }

    void plan()
    {
        enter();
        take();
        for (std::size_t i = 0; i < filesToDecide; ++i)
            decide(i);
        compare();
    }

private:
    [[nodiscard]] Desktop &desktop() const { return m_script.desktop(); }
    [[nodiscard]] const Store &store() const { return *desktop().season()->store; }
    [[nodiscard]] bool isAtRest() const
    {
        return desktop().syncControl() && desktop().syncControl()->face().phase == SyncPhase::UpToDate;
    }
    /// With every picture, so that they can be decided whatever becomes of the line.
    [[nodiscard]] bool hasTaken() const
    {
        const auto look = lookAtSync(store(), desktop().reviewer(), systemClock()());
        return look && look->claimed >= filesToTake && look->wanted == 0;
    }
    void enter();
    void take();
    void decide(std::size_t number);
    void compare();

    Script &m_script;
    FileWalk m_files;
    QString m_joinFile;
    QString m_folder;
    std::vector<ApplicationId> m_taken{};
};

void ServiceWalk::enter()
{
    m_script.then(u"the first page"_s, [this] {
        if (isEnrolled(m_folder))
            desktop().openFolder(m_folder);
        else
            desktop().join(m_joinFile);
    });
    m_script.when(
        u"the sign-in"_s, [] { return QApplication::activeModalWidget() != nullptr; },
        [this] {
            m_script.save(u"01-sign-in"_s);
            m_script.press(u"Return"_s); // a trial fills it in
        });
    m_script.when(
        u"the season"_s, [this] { return m_files.hasFile() && isAtRest(); },
        [this] {
            tell(u"signed in"_s);
            desktop().window().showPage(u"review"_s);
            desktop().actions().action("review.claim")->trigger();
        });
}

void ServiceWalk::take()
{
    m_script.when(
        u"how many to take"_s, [] { return QApplication::activeModalWidget() != nullptr; },
        [this] {
            for (const QChar digit : QString::number(filesToTake))
                m_script.press(digit);
            m_script.save(u"02-claim"_s);
            m_script.press(u"Return"_s);
        });
    m_script.when(
        u"the files taken"_s, [this] { return hasTaken(); },
        [this] {
            const auto taken = claimedFiles(store(), desktop().reviewer(), systemClock()());
            if (!taken)
                return m_script.fail(QString::fromStdString(taken.error().detail));
            for (const QueueEntry &entry : *taken)
                m_taken.push_back(entry.id);
            tell(u"%1 taken"_s.arg(m_taken.size()));
        });
}

void ServiceWalk::decide(std::size_t number)
{
    m_script.then(u"a file that was taken"_s, [this, number] { m_files.review()->openFile(m_taken.at(number)); });
    m_script.when(
        u"the file"_s, [this, number] { return m_files.review()->file().state.id == m_taken.at(number); },
        [this] { m_files.decide(); });
}

void ServiceWalk::compare()
{
    m_script.then(u"what was decided"_s, [this] {
        tell(u"%1 decided"_s.arg(m_files.decided()));
        desktop().window().showPage(u"sync"_s);
        m_script.save(u"05-waiting"_s);
    });
    m_script.when(
        u"the service"_s,
        [this, pulses = 0]() mutable {
            if (pulses++ % pulsesBetweenTries == 0)
                desktop().sync()->session().hurry();
            return isAtRest() && desktop().sync()->session().status().ops.waiting() == 0;
        },
        [this] {
            tell(u"sent"_s);
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

} // namespace

int walkAtService(QApplication &application, const DesktopOptions &options)
{
    const QString folder = options.dataFolder + u"/service"_s;
    if (options.dataFolder.isEmpty() || !trialPerson(folder)) {
        std::fputs("zsb: only a trial is walked through: --data-dir names none\n", stderr);
        return 2;
    }
    return runScript(application, options, {}, systemClock(), [&](Script &script, ScriptedPrompts &) {
        auto walk = std::make_shared<ServiceWalk>(script, options.joinFile, folder);
        walk->plan();
        return walk;
    });
}

} // namespace zsb
