#pragma once

#include "app/desktop/languages.h"
#include "app/desktop/options.h"
#include "app/desktop/seasondoor.h"
#include "app/desktop/sessionjournal.h"
#include "ui/review/filesession.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/settingsstore.h"
#include "ui/sync/synchint.h"
#include "ui/tasks/taskrunner.h"
#include "ui/widgets/prompts.h"

#include <QObject>

#include <functional>
#include <memory>

class QApplication;

namespace zsb {

class ActionRegistry;
class HomeController;
class ImportController;
class ImportPage;
class LineWatch;
class MainWindow;
class ReviewController;
class ReviewPage;
class SeasonGate;
class SyncController;
class SyncDesk;
class SyncPage;
class WelcomePage;
struct Entered;
struct LeaseRole;
struct LinePlan;
struct NewEnrolment;
struct SyncTools;

/// The composition root: builds everything, connects what leads from one page to another, and opens seasons. Another
/// language means another window over the same season.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(QApplication &application, DesktopOptions options, Prompts &prompts, Clock clock);
    ~Desktop() override;

    /// Shows the window on what the options and settings say. Errors: those of openRuleBook().
    [[nodiscard]] Done start();

    void openFolder(const QString &folder);
    void readFolder(const QString &folder); ///< without the right to write there
    void startDemo(const QString &folder);
    /// Somebody started the program again: comes to the front and does what those options ask for.
    void startAgain(const DesktopOptions &options);
    void setLanguage(const QString &language);
    void setTheme(ThemeChoice choice);
    /// Somebody else sits down: the season opens again for this person.
    void setReviewer(const ReviewerEntry &reviewer);
    /// The connection wizard, with this address to begin with.
    void connectService(const QString &address = {});
    /// Enrols as a join file says; what it cannot, the first page tells.
    void join(const QString &file);
    /// Covers everything until the PIN is typed; without one, until somebody goes on.
    void lock();
    [[nodiscard]] bool isLocked() const { return m_locked; }
    void setLockSettings(const LockSettings &settings);
    void setLine(const LineSettings &settings);

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    [[nodiscard]] ActionRegistry &actions() const { return *m_actions; }
    [[nodiscard]] const Season *season() const { return m_season.get(); }
    [[nodiscard]] ReviewController *review() const { return m_review.get(); }
    [[nodiscard]] ImportController &import() const { return *m_import; } ///< only while a season is open
    [[nodiscard]] const TaskRunner &tasks() const { return m_tasks; }
    [[nodiscard]] ActorId reviewer() const;                         ///< who sits here, as the log knows them
    [[nodiscard]] SeasonGate *gate() const { return m_gate.get(); } ///< null: nobody has to sign in
    [[nodiscard]] SyncDesk *sync() const { return m_sync.get(); }   ///< null: kept with no service
    [[nodiscard]] SyncController *syncControl() const { return m_syncControl.get(); }
    [[nodiscard]] SyncPage *syncPage() const { return m_syncPage; }

signals:
    void seasonOpened();
    void failed(const zsb::Error &error);

private:
    void build(const QString &page);
    /// Whether there was a window on the screen.
    [[nodiscard]] bool dropWindow();
    [[nodiscard]] QString folderToOpen() const;
    void buildDoor();
    void buildWelcome();
    void buildSpaces();
    void buildHome();
    void buildReview();
    void buildImport();
    void buildSync();
    void bindSyncActions();
    [[nodiscard]] QList<LeaseRole> leaseRoles() const;
    void bindSignIn();
    void claimFromService();
    void collectByPhone();
    void releaseAtService();
    void signInAgain();
    void bindPictures();
    void heedLine();
    [[nodiscard]] LinePlan linePlan();
    [[nodiscard]] SyncTools syncTools();
    [[nodiscard]] QString folderForService() const;
    [[nodiscard]] std::shared_ptr<Secrets> secretsOf(const QString &folder) const;
    void keepEnrolment(const NewEnrolment &made);
    void arrive(std::unique_ptr<Season> season);
    void enter(const std::shared_ptr<Entered> &who);
    void bindFileActions();
    void buildPalette();
    void editKeys();
    void bindLock();
    void editLock();
    void coverWindow();
    void unlock(const QString &pin);
    void reveal();
    void watchIdle();
    [[nodiscard]] QList<PaletteItem> findPeople(const QString &typed);
    [[nodiscard]] QList<PaletteItem> findViews(const QString &typed,
                                               const std::function<QString(const QString &)> &sound);
    void explainKey(const QString &folder, const Error &error);
    void offerReading(const QString &folder, const FolderHolder &holder);
    void take(std::unique_ptr<Season> season);
    void keepSession();
    void watchSession();
    void resume(const LastPlace &session);
    void askForFolder();
    void askForImport();
    void refreshStatus();
    void saveSettings();
    [[nodiscard]] QString standardFolder(const QString &name) const;
    [[nodiscard]] Reviewer reviewerHere() const;
    void askForReviewer();
    void stopWriting(const QString &folder, qint64 firstBad);
    [[nodiscard]] std::shared_ptr<const RuleBook> rulesOf(const QString &folder) const; ///< any thread
    void takeUpRules();
    void tellHint();

    QApplication &m_application;
    DesktopOptions m_options;
    Prompts &m_prompts;
    SettingsStore m_settingsStore;
    ShellSettings m_settings;
    Languages m_languages;
    Theme m_theme;
    Clock m_clock;
    std::shared_ptr<const RuleBook> m_ownBook; ///< named when the program began, or of the program itself
    std::shared_ptr<const RuleBook> m_book;    ///< of the open season; the same, or its service's
    std::unique_ptr<SeasonDoor> m_door;
    std::unique_ptr<Season> m_season;
    std::unique_ptr<SessionJournal> m_journal; ///< null while a season is only read
    std::unique_ptr<SeasonGate> m_gate;
    std::unique_ptr<SyncDesk> m_sync;
    Reviewer m_account{}; ///< while m_sync: who signed in
    std::unique_ptr<ReviewController> m_review;
    std::unique_ptr<SyncController> m_syncControl;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<HomeController> m_home;
    std::unique_ptr<ImportController> m_import;
    WelcomePage *m_welcome = nullptr;   ///< the window owns it
    ReviewPage *m_reviewPage = nullptr; ///< the window owns it
    ImportPage *m_importPage = nullptr; ///< the window owns it
    SyncPage *m_syncPage = nullptr;     ///< the window owns it
    IdleWatch m_idle;
    std::unique_ptr<LineWatch> m_line;               ///< from the first enrolled season on
    SyncHint::Kind m_hint = SyncHint::Kind::Nothing; ///< of the sync, told last
    bool m_locked = false;
    bool m_coached = false;    ///< a demo just made: the first files are decided with coach marks
    bool m_importNext = false; ///< the first page asked for an import
    TaskRunner m_tasks;        ///< last: waits for its tasks before anything they use goes
};

} // namespace zsb
