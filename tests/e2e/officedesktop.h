#pragma once

#include "app/desktop/seasongate.h"
#include "app/desktop/syncdesk.h"
#include "tests/e2e/serverprocess.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/connectdialog.h"
#include "ui/sync/leasedialog.h"
#include "ui/sync/signindialog.h"
#include "ui/sync/synccontroller.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

#include <functional>
#include <memory>

namespace zsb::test {

inline constexpr int deskPatience = 60'000;

/// A member of staff as `admin user add` told them once.
struct StaffSecrets
{
    QString user;
    QString password;
    std::string totp; ///< bytes
};

[[nodiscard]] inline StaffSecrets addStaff(const ServerProcess &server, const QString &login, const QString &name,
                                           const QStringList &roles)
{
    QStringList words{
        QStringLiteral("admin"), QStringLiteral("user"), QStringLiteral("add"), login, QStringLiteral("--name"), name};
    for (const QString &role : roles)
        words << QStringLiteral("--role") << role;
    const QString said = server.run(words).out;
    return {QString::fromStdString(valueBehind(said, QStringLiteral("user"))),
            QString::fromStdString(valueBehind(said, QStringLiteral("password"))),
            fromBase32(valueBehind(said, QStringLiteral("code secret")))};
}

/// Answers every question about a file with the path it was given.
class PathPrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)> then) override { then(path); }
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()>) override {}

    QString path;
};

/// The program on one more computer of an office: its own folder, its own device, worked by what is on its screen.
class OfficeDesktop
{
public:
    explicit OfficeDesktop(QString folder, Clock clock = systemClock(), const QString &joinFile = {},
                           const QString &pack = {})
        : m_folder(std::move(folder))
    {
        DesktopOptions options = chineseDesktop();
        if (!pack.isEmpty())
            options.pack = pack;
        options.dataFolder = m_folder;
        options.joinFile = joinFile;
        m_desktop = std::make_unique<Desktop>(*qApp, options, m_prompts, std::move(clock));
    }

    [[nodiscard]] Desktop &desktop() { return *m_desktop; }
    void choosePath(const QString &path) { m_prompts.path = path; }
    [[nodiscard]] ReviewController &review() { return *m_desktop->review(); }
    [[nodiscard]] SyncSession &session() { return m_desktop->sync()->session(); }
    [[nodiscard]] SyncController &control() { return *m_desktop->syncControl(); }
    [[nodiscard]] const Store &store() const { return *m_desktop->season()->store; }
    [[nodiscard]] Phase phase(const ApplicationId &id) const { return store().state(id)->review.phase; }
    [[nodiscard]] std::int64_t files() const { return store().count({}).value(); }
    [[nodiscard]] std::int64_t mine() const
    {
        return store()
            .count({.claim = ClaimFilter::Mine, .actor = m_desktop->reviewer(), .now = systemClock()()})
            .value();
    }
    template<typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (T *found = top->findChild<T *>(QLatin1StringView(name)); found && found->isVisible())
                return found;
        }
        return nullptr;
    }

    /// Through the wizard, up to the sign-in; `fillIn`: what is filled in there besides the address.
    [[nodiscard]] bool enrol(
        const ServerProcess &server, const std::function<void()> &fillIn = [] {})
    {
        if (!m_desktop->start())
            return false;
        const QString code = QString::fromStdString(
            valueBehind(server.run({QStringLiteral("enrol")}).out, QStringLiteral("device code, once within a day")));
        m_desktop->connectService(QStringLiteral("localhost:%1").arg(server.port()));
        fillIn();
        part<QPushButton>("connectCheck")->click();
        auto *fingerprint = part<QLabel>("connectFingerprint");
        auto *compared = part<QCheckBox>("connectCompared");
        if (!QTest::qWaitFor([&] { return compared->isEnabled(); }, deskPatience))
            return false;
        if (!server.said().contains(QString(fingerprint->text()).replace(QLatin1Char('\n'), QLatin1Char(':'))))
            return false; // another service than the one that printed it
        compared->click();
        part<QLineEdit>("connectCode")->setText(code);
        auto *enrol = part<QPushButton>("connectEnrol");
        if (!QTest::qWaitFor([&] { return enrol->isEnabled(); }, deskPatience))
            return false;
        enrol->click();
        return QTest::qWaitFor([&] { return part<QPushButton>("signInGo") != nullptr; }, deskPatience);
    }
    void typeSecrets(const StaffSecrets &who, Instant now) const
    {
        part<QLineEdit>("signInUser")->setText(who.user);
        part<QLineEdit>("signInPassword")->setText(who.password);
        part<QLineEdit>("signInCode")->setText(QString::fromStdString(totpCode(who.totp, totpStep(now))));
    }
    [[nodiscard]] bool signIn(const StaffSecrets &who)
    {
        const QSignalSpy opened(m_desktop.get(), &Desktop::seasonOpened);
        typeSecrets(who, systemClock()());
        part<QPushButton>("signInGo")->click();
        return QTest::qWaitFor([&] { return opened.size() == 1; }, deskPatience);
    }
    [[nodiscard]] bool claim(int count)
    {
        m_desktop->window().showPage(QStringLiteral("review"));
        m_desktop->actions().action("review.claim")->trigger();
        if (!part<QSpinBox>("leaseCount"))
            return false;
        part<QSpinBox>("leaseCount")->setValue(count);
        part<QPushButton>("leaseAccept")->click();
        return QTest::qWaitFor([&] { return mine() == count; }, deskPatience);
    }
    /// Everything of the files this person holds is on this computer.
    [[nodiscard]] bool hasPictures()
    {
        return QTest::qWaitFor(
            [&] {
                const auto look = lookAtSync(store(), m_desktop->reviewer(), systemClock()());
                return look && look->claimed > 0 && look->wanted == 0;
            },
            deskPatience);
    }
    [[nodiscard]] bool open(const ApplicationId &id)
    {
        m_desktop->window().showPage(QStringLiteral("review"));
        audit::activate(m_desktop->window());
        review().setDwell(std::chrono::milliseconds(0));
        review().openFile(id);
        return QTest::qWaitFor([&] { return review().file().state.id == id; }, deskPatience);
    }
    [[nodiscard]] bool isLooked()
    {
        const int row = review().picture();
        if (row < 0 || review().finding() >= 0)
            return true;
        const MaterialRow &material = review().materials().at(row);
        return material.seen || material.sha256.empty();
    }
    /// Looks at everything with the key for it, then approves.
    [[nodiscard]] bool approve(const ApplicationId &id)
    {
        if (!open(id))
            return false;
        const QAction &approve = *m_desktop->actions().action("review.approve");
        for (int walked = 0; !approve.isEnabled() && walked < 40; ++walked) {
            m_desktop->actions().action("review.nextCheck")->trigger();
            static_cast<void>(QTest::qWaitFor([this] { return isLooked(); }, deskPatience));
        }
        if (!approve.isEnabled())
            qWarning("%s", qPrintable(review().obstacles()));
        const std::size_t before = store().state(id)->decisions.size();
        m_desktop->actions().action("review.approve")->trigger();
        return store().state(id)->decisions.size() == before + 1;
    }
    [[nodiscard]] bool refuse(const ApplicationId &id)
    {
        if (!open(id))
            return false;
        review().prepareReasons(Judgement::Refuse);
        static_cast<void>(review().reasons().toggleDigit(1));
        return review().refuse();
    }
    [[nodiscard]] bool allSent()
    {
        return QTest::qWaitFor(
            [&] {
                session().hurry();
                QTest::qWait(200);
                return session().status().ops.waiting() == 0 && session().status().trouble == SyncTrouble::None;
            },
            deskPatience);
    }
    [[nodiscard]] bool reconciles()
    {
        const QSignalSpy spy(&session(), &SyncSession::reconciled);
        session().reconcile();
        if (!QTest::qWaitFor([&] { return spy.size() == 1; }, deskPatience))
            return false;
        return control().report() && control().report()->agrees();
    }

private:
    QString m_folder;
    PathPrompts m_prompts;
    std::unique_ptr<Desktop> m_desktop;
};

} // namespace zsb::test
