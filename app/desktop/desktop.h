#pragma once

#include "app/desktop/languages.h"
#include "app/desktop/options.h"
#include "app/desktop/season.h"
#include "ui/review/filesession.h"
#include "ui/shell/settingsstore.h"
#include "ui/tasks/taskrunner.h"
#include "ui/widgets/prompts.h"

#include <QObject>

#include <memory>

class QApplication;

namespace zsb {

class ActionRegistry;
class HomeController;
class ImportController;
class ImportPage;
class MainWindow;
class ReviewController;
class ReviewPage;
class WelcomePage;

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
    void startDemo(const QString &folder);
    void setLanguage(const QString &language);
    void setTheme(ThemeChoice choice);

    [[nodiscard]] MainWindow &window() const { return *m_window; }
    [[nodiscard]] ActionRegistry &actions() const { return *m_actions; }
    [[nodiscard]] const Season *season() const { return m_season.get(); }
    [[nodiscard]] ReviewController *review() const { return m_review.get(); }
    [[nodiscard]] ImportController &import() const { return *m_import; } ///< only while a season is open
    [[nodiscard]] const TaskRunner &tasks() const { return m_tasks; }
    [[nodiscard]] const ActorId &reviewer() const { return m_me; }

signals:
    void seasonOpened();
    void failed(const zsb::Error &error);

private:
    void build(const QString &page);
    /// Whether there was a window on the screen.
    [[nodiscard]] bool dropWindow();
    void buildWelcome();
    void buildSpaces();
    void buildHome();
    void buildReview();
    void buildImport();
    void bindFileActions();
    void adopt(const QString &folder);
    void askForFolder();
    void askForImport();
    void refreshStatus();
    void failure(const QString &what, const Error &error);
    void saveSettings();
    [[nodiscard]] std::vector<std::pair<QString, QString>> diagnostics() const;
    [[nodiscard]] QString standardFolder(const QString &name) const;
    [[nodiscard]] Reviewer reviewerHere() const;

    QApplication &m_application;
    DesktopOptions m_options;
    Prompts &m_prompts;
    SettingsStore m_settingsStore;
    ShellSettings m_settings;
    Languages m_languages;
    Theme m_theme;
    Clock m_clock;
    ActorId m_me;
    std::shared_ptr<const RuleBook> m_book;
    std::unique_ptr<Season> m_season;
    std::unique_ptr<ReviewController> m_review;
    std::unique_ptr<ActionRegistry> m_actions;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<HomeController> m_home;
    std::unique_ptr<ImportController> m_import;
    WelcomePage *m_welcome = nullptr;   ///< the window owns it
    ReviewPage *m_reviewPage = nullptr; ///< the window owns it
    ImportPage *m_importPage = nullptr; ///< the window owns it
    LatestTask m_task;
    bool m_importNext = false; ///< the first page asked for an import
    TaskRunner m_tasks;        ///< last: waits for its tasks before anything they use goes
};

} // namespace zsb
