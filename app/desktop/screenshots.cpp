#include "app/desktop/screenshots.h"

#include "app/common/packsearch.h"
#include "app/desktop/folderpictures.h"
#include "app/desktop/officeseason.h"
#include "app/desktop/portraitpictures.h"
#include "app/desktop/script.h"
#include "app/desktop/seasongate.h"
#include "app/desktop/shownfolder.h"
#include "ui/exchange/importcontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/conflictpane.h"
#include "ui/sync/leasedialog.h"
#include "ui/sync/signindialog.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto scaleVariable = "QT_SCALE_FACTOR";

/// One child process for each combination: language and scale are best set from the start.
int takeAll(const DesktopOptions &options, const QString &season)
{
    for (const QString &language : {u"zh"_s, u"en"_s}) {
        for (const QString &theme : {u"light"_s, u"dark"_s}) {
            for (const QString &scale : {u"1.0"_s, u"1.5"_s}) {
                const QTemporaryDir data; // each begins as a newcomer does
                const QString folder = season.isEmpty() ? data.path() : season;
                qputenv(scaleVariable, scale.toLatin1());
                const int status =
                    QProcess::execute(QCoreApplication::applicationFilePath(),
                                      {u"--screenshots"_s, options.output, u"--data-dir"_s, folder, u"--pack"_s,
                                       options.pack, u"--lang"_s, language, u"--theme"_s, theme});
                if (status != 0)
                    return status;
            }
        }
    }
    return 0;
}

struct Photographer
{
    Script &script;
    ScriptedPrompts &prompts;

    [[nodiscard]] bool isQuiet() const
    {
        const ReviewController *review = script.desktop().review();
        return script.desktop().tasks().running() == 0 && !(review && review->isMeasuring());
    }
    [[nodiscard]] bool isAnswering() const
    {
        return script.desktop().window().findChild<ReviewPage *>()->isAnswering();
    }
    void first();
    void panel(const QString &key, const QString &name);
    void review();
    void tagsAndViews();
    void scan();
    void portrait();
    void lock();
    void dialogs();
    void others();
};

void Photographer::first()
{
    script.then(u"the first page"_s, [this] {
        script.desktop().window().resize(1280, 720);
        script.save(u"welcome"_s);
        script.press(u"Return"_s);
    });
}

void Photographer::panel(const QString &key, const QString &name)
{
    script.then(name, [this, key] { script.press(key); });
    script.when(
        name, [this] { return isAnswering(); },
        [this, name] {
            if (name == "return"_L1)
                script.press(u"1"_s);
        });
    script.then(name, [this, name] { script.save(name); });
    script.then(name, [this] { script.press(u"Escape"_s); });
}

void Photographer::review()
{
    const auto hasFile = [this] {
        const ReviewController *review = script.desktop().review();
        return review && !review->file().isEmpty() && isQuiet();
    };
    script.when(u"a file"_s, hasFile, [this] { script.save(u"review-first"_s); });
    script.then(u"the next check"_s, [this] { script.press(u"Space"_s); });
    script.when(
        u"a picture"_s, [this] { return isQuiet(); }, [] {});
    script.then(u"a picture painted"_s, [this] { script.save(u"review"_s); });
    panel(u"F9"_s, u"return"_s);
    panel(u"Ctrl+F9"_s, u"refuse"_s);
    panel(u"F12"_s, u"doubt"_s);
    panel(u"Ctrl+H"_s, u"history"_s);
    tagsAndViews();
}

void Photographer::tagsAndViews()
{
    script.then(u"tags"_s, [this] {
        ReviewController &review = *script.desktop().review();
        const bool chinese = script.desktop().review()->words().language() == Language::Chinese;
        review.nameTag(1, chinese ? u"等回函"_s : u"waiting"_s);
        review.nameTag(4, chinese ? u"材料存疑"_s : u"unsure"_s);
        script.press(u"Ctrl+Alt+1"_s);
        script.press(u"Ctrl+Alt+4"_s);
    });
    panel(u"T"_s, u"tags"_s);
    script.then(u"a saved view"_s, [this] {
        ReviewController &review = *script.desktop().review();
        review.saveView(review.words().language() == Language::Chinese ? u"等回函的"_s : u"Waiting for answers"_s);
    });
    script.when(
        u"a counted view"_s, [this] { return script.desktop().review()->savedViews().first().files >= 0; }, [] {});
    panel(u"V"_s, u"views"_s);
}

void Photographer::scan()
{
    script.then(u"a material"_s, [this] {
        ReviewController &review = *script.desktop().review();
        review.showPicture(std::max(0, review.materials().rowOfSlot(u"application_form"_s)));
        script.press(u"F7"_s);
    });
    script.when(
        u"what was read of it"_s, [this] { return isQuiet() && !script.desktop().review()->scanMarks().isEmpty(); },
        [] {});
    script.then(u"scan"_s, [this] {
        script.save(u"scan"_s);
        script.press(u"F7"_s);
    });
}

void Photographer::portrait()
{
    script.then(u"the portrait"_s, [this] { script.press(u"0"_s); });
    script.when(
        u"a measured portrait"_s, [this] { return isQuiet() && script.desktop().review()->portraitStudy(); },
        [this] { script.press(u"G"_s); });
    script.then(u"portrait"_s, [this] {
        script.save(u"portrait"_s);
        script.press(u"G"_s);
    });
}

void Photographer::lock()
{
    script.then(u"lock"_s, [this] { script.press(u"Ctrl+L"_s); });
    script.then(u"lock"_s, [this] { script.save(u"lock"_s); });
}

void Photographer::dialogs()
{
    const auto open = [] { return QApplication::activeModalWidget() != nullptr; };
    script.then(u"keys"_s, [this] { script.press(u"Ctrl+/"_s); });
    script.when(u"keys"_s, open, [this] {
        script.save(u"keys"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"palette"_s, [this] { script.press(u"Ctrl+K"_s); });
    script.when(u"palette"_s, open, [this] {
        script.save(u"palette"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"compare"_s, [this] { script.press(u"Ctrl+T"_s); });
    script.when(u"compare"_s, open, [] {});
    script.when(
        u"compare"_s, [this] { return isQuiet(); }, [] {});
    script.then(u"compare"_s, [this] {
        script.save(u"compare"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"key editor"_s, [this] { script.desktop().actions().action("help.editKeys")->trigger(); });
    script.when(u"key editor"_s, open, [] {});
    script.then(u"key editor"_s, [this] {
        script.save(u"key-editor"_s);
        script.press(u"Escape"_s);
    });
    script.then(u"about"_s, [this] { script.desktop().window().showAbout(); });
    script.when(u"about"_s, open, [this] {
        script.save(u"about"_s);
        script.press(u"Escape"_s);
    });
}

void Photographer::others()
{
    script.then(u"home"_s, [this] { script.press(u"Ctrl+1"_s); });
    script.when(
        u"home"_s, [this] { return isQuiet(); }, [] {});
    script.then(u"home"_s, [this] { script.save(u"home"_s); });
    script.then(u"import"_s, [this] {
        prompts.path = script.desktop().season()->folder + u"/source/season.csv"_s;
        script.press(u"Ctrl+3"_s);
    });
    script.then(u"import"_s, [this] {
        script.save(u"import"_s);
        script.press(u"Space"_s);
    });
    const auto at = [this](ImportController::Step step) {
        return [this, step] { return script.desktop().import().step() == step; };
    };
    script.when(u"columns"_s, at(ImportController::Step::Mapped), [this] {
        script.save(u"import-columns"_s);
        script.desktop().import().tryOut();
    });
    script.when(u"dry run"_s, at(ImportController::Step::Tried), [this] { script.save(u"import-dry-run"_s); });
}

/// The morning of the review's second day: what is written down says the same time in every picture.
Instant officeMorning(const Pack &pack)
{
    const Window *review = pack.window("review");
    return review ? review->from + std::chrono::hours(24) : Instant{};
}

/// An enrolled season whose service does not answer: sign-in, sync centre, wizard, claim.
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
    for (const QString &tab :
         {u"outbox"_s, u"inbox"_s, u"conflicts"_s, u"reconcile"_s, u"files"_s, u"parcels"_s, u"diagnosis"_s}) {
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

int takeOffice(QApplication &application, const DesktopOptions &options, const QString &suffix)
{
    const auto book = openRuleBook(options.pack.toStdString());
    if (!book)
        return 2;
    const Instant fixed = officeMorning((*book)->pack());
    const Clock clock = [fixed] { return fixed; };
    DesktopOptions office = options;
    office.dataFolder = options.dataFolder + u"/office"_s;
    if (const Done made = makeOfficeSeason(office.dataFolder, *book, clock); !made) {
        std::fprintf(stderr, "zsb: %s\n", made.error().detail.c_str());
        return 2;
    }
    ScriptedPrompts prompts;
    Desktop desktop(application, office, prompts, clock);
    if (const Done started = desktop.start(); !started)
        return 2;
    desktop.openFolder(office.dataFolder);
    Script script(desktop, options.output, suffix);
    OfficePhotographer photographer{script};
    photographer.enter();
    photographer.centre();
    photographer.dialogs();
    QObject::connect(&script, &Script::finished, &application, [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    script.run();
    return application.exec();
}

int takeOne(QApplication &application, const DesktopOptions &options, const QString &suffix)
{
    ScriptedPrompts prompts;
    const Instant fixed{std::chrono::milliseconds{0}};
    Desktop desktop(application, options, prompts, [fixed] { return fixed; });
    if (const Done started = desktop.start(); !started) {
        std::fprintf(stderr, "zsb: %s\n", started.error().detail.c_str());
        return 2;
    }
    Script script(desktop, options.output, suffix);
    Photographer photographer{script, prompts};
    photographer.first();
    photographer.review();
    photographer.dialogs();
    photographer.scan();
    photographer.portrait();
    photographer.others();
    photographer.lock();
    QObject::connect(&script, &Script::finished, &application, [](bool good) { QCoreApplication::exit(good ? 0 : 1); });
    script.run();
    return application.exec();
}

} // namespace

int takeScreenshots(QApplication &application, const DesktopOptions &options)
{
    const Result<QString> season = folderToShow(options);
    if (!season) {
        std::fprintf(stderr, "zsb: %s\n", season.error().detail.c_str());
        return 2;
    }
    if (options.language.isEmpty() || !options.theme)
        return takeAll(options, *season);
    const QString suffix = u"-%1-%2-%3"_s.arg(options.language, themeChoiceId(*options.theme).toString(),
                                              qEnvironmentVariable(scaleVariable, u"1.0"_s));
    QApplication::setCursorFlashTime(0); // every picture has its caret
    if (!season->isEmpty())
        return takeFolder(application, options, *season, suffix);
    const QTemporaryDir own;
    DesktopOptions here = options;
    if (here.dataFolder.isEmpty())
        here.dataFolder = own.path();
    for (const auto &take : {takeOne, takePortraits, takeOffice}) {
        if (const int status = take(application, here, suffix); status != 0)
            return status;
    }
    return 0;
}

} // namespace zsb
