#include "app/desktop/officepictures.h"

#include "app/desktop/officeseason.h"
#include "app/desktop/scriptrun.h"
#include "app/desktop/seasongate.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/leasedialog.h"
#include "ui/sync/signindialog.h"
#include "ui/sync/syncpage.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// The morning of the review's second day: what is written down says the same time in every picture.
Instant officeMorning(const Pack &pack)
{
    const Window *review = pack.window("review");
    return review ? review->from + std::chrono::hours(24) : Instant{};
}

struct OfficePhotographer
{
    Script &script;

    [[nodiscard]] Desktop &desktop() const { return script.desktop(); }
    [[nodiscard]] QDialog *dialog() const { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    /// A dialog as its user finds it: with the keyboard in it.
    [[nodiscard]] bool hasDialog() const { return dialog() && dialog()->isAncestorOf(QApplication::focusWidget()); }
    void enter();
    void centre();
    void dialogs();
};

void OfficePhotographer::enter()
{
    const auto canBeOffline = [this] {
        const SeasonGate *gate = desktop().gate();
        return gate && gate->dialog() && gate->dialog()->findChild<QPushButton *>("signInOffline"_L1)->isVisible();
    };
    script.when(u"sign-in"_s, canBeOffline, [this] {
        script.save(u"sign-in"_s);
        SignInDialog &dialog = *desktop().gate()->dialog();
        dialog.findChild<QLineEdit *>("signInPassword"_L1)->setText(QString::fromLatin1(OfficeSeason::password));
        dialog.findChild<QPushButton *>("signInOffline"_L1)->click();
    });
    script.when(
        u"the office"_s, [this] { return desktop().syncPage() != nullptr && desktop().tasks().running() == 0; },
        [this] {
            desktop().window().resize(1280, 720);
            desktop().window().showPage(u"sync"_s);
        });
}

void OfficePhotographer::centre()
{
    script.when(
        u"what waits"_s, [this] { return !desktop().syncControl()->look().conflicts.empty(); },
        [this] {
            desktop().syncPage()->conflicts().choose(0);
            desktop().syncControl()->diagnose();
        });
    script.when(
        u"the five checks"_s, [this] { return desktop().syncControl()->findings().size() == 5; }, [] {});
    for (const QString &tab : {u"outbox"_s, u"inbox"_s, u"conflicts"_s, u"reconcile"_s, u"files"_s, u"parcels"_s,
                               u"accounts"_s, u"tasks"_s, u"notices"_s, u"diagnosis"_s}) {
        script.then(tab, [this, tab] { desktop().syncPage()->showTab(tab); });
        script.then(tab, [this, tab] { script.save(u"sync-"_s + tab); });
    }
}

void OfficePhotographer::dialogs()
{
    script.then(u"connect"_s, [this] { desktop().connectService(u"server.example:8443"_s); });
    script.when(
        u"connect"_s, [this] { return hasDialog(); },
        [this] {
            dialog()->findChild<QLineEdit *>(u"connectDevice"_s)->setText(u"OFFICE-01"_s); // not this computer's
            script.save(u"connect"_s);
            dialog()->reject();
        });
    script.then(u"lease"_s, [this] {
        const Role &role = desktop().season()->book->pack().review.roles.front();
        const QString name = desktop().review()->words().roleName(role.id);
        auto *lease = new LeaseDialog({{QString::fromStdString(role.id), name}}, &desktop().window());
        lease->setAttribute(Qt::WA_DeleteOnClose);
        lease->open();
    });
    script.when(
        u"lease"_s, [this] { return hasDialog(); },
        [this] {
            script.save(u"lease"_s);
            dialog()->reject();
        });
}

} // namespace

int takeOffice(QApplication &application, const DesktopOptions &options, const QString &suffix)
{
    const ScriptSeason season{.name = u"office"_s, .now = officeMorning, .make = makeOfficeSeason};
    return runScriptIn(season, application, options, suffix, [](Script &script, ScriptedPrompts &) {
        auto photographer = std::make_shared<OfficePhotographer>(script);
        photographer->enter();
        photographer->centre();
        photographer->dialogs();
        return photographer;
    });
}

} // namespace zsb
