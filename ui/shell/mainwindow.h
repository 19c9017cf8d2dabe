#pragma once

#include "ui/shell/commandpalette.h"
#include "ui/widgets/theme.h"

#include <QMainWindow>
#include <QPointer>

#include <map>
#include <vector>

class QButtonGroup;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace zsb {

class ActionRegistry;
class LockScreen;
class NoticeBar;
class TitleStrip;
class Toast;

/// The facts the status bar holds, left to right.
enum class StatusField
{
    Queue,      ///< 队列 57/1,204
    Pace,       ///< 用时 7.4 s · 今日 312
    Connection, ///< 本机 · 离线
    Pack,       ///< 规则包 2023.1
    User,       ///< 张三 · 初审
};

/// The one window: a rail of spaces on the left, the space shown, menus made from the registry, a status bar. Pages
/// plug in and never know each other; what leads from one to another is connected by whoever built them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Theme &theme, ActionRegistry &actions, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A space in the rail. The table of actions holds `space.ID`; its shortcut and menu item come from there. The
    /// window owns the page.
    void addPage(const QString &id, const QString &title, const QString &icon, QWidget *page);
    /// A page that is not a space (first run): shown alone, without rail.
    void setFrontPage(QWidget *page);
    void showPage(const QString &id);
    void showFrontPage();
    [[nodiscard]] QString currentPage() const { return m_current; } ///< empty: the front page

    /// An empty text hides the field.
    void setStatus(StatusField field, const QString &text, const QString &toolTip = {});
    void say(const QString &text); ///< toast of five seconds
    /// Shows the orange strip while not empty.
    void setDemoNotice(const QString &text);
    /// A quiet line over the page until somebody puts it away.
    void showNotice(const QString &text);
    void setDiagnostics(std::vector<std::pair<QString, QString>> rows); ///< for the about box; nothing personal
    void setLanguage(const QString &language);                          ///< which menu item is checked
    void setHeaderWidget(QWidget *widget); ///< before what stands in the corner of the menus; owned from now on

    void restoreLayout(const QByteArray &geometry);
    [[nodiscard]] QByteArray layoutState() const { return saveGeometry(); }

    /// What the command palette finds besides actions, and by what an action is found besides its words.
    void setPalette(CommandPalette::Search search, std::function<QString(const QString &)> initials);

    /// Hides everything of the window and of every other window of the program behind the lock, until uncover().
    [[nodiscard]] LockScreen &cover();
    void uncover();
    [[nodiscard]] bool isCovered() const { return m_lock != nullptr; }

    void showKeyCard();
    void showPalette();
    void showAbout();

signals:
    void pageShown(const QString &id);
    void languageChosen(const QString &language);
    void themeChosen(zsb::ThemeChoice choice);
    void leaveDemoRequested();
    void layoutReset();
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildCentre();
    void buildMenus();
    void buildCorner();
    void buildStatusBar();
    void bindActions();
    void bindThemeAndLanguage();
    void checkTheme();
    [[nodiscard]] QList<PaletteItem> paletteItems() const;
    void movePane(bool forward);
    void refreshRailIcons();

    struct Space
    {
        QToolButton *button = nullptr;
        QWidget *page = nullptr;
        QString icon;
    };

    Theme &m_theme;
    ActionRegistry &m_actions;
    TitleStrip *m_strip = nullptr;
    NoticeBar *m_notice = nullptr;
    QWidget *m_rail = nullptr;
    QWidget *m_corner = nullptr;
    QVBoxLayout *m_railLayout = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_front = nullptr;
    LockScreen *m_lock = nullptr;
    QPointer<QWidget> m_focused; ///< before it was covered
    Toast *m_toast = nullptr;
    std::map<StatusField, QLabel *> m_status;
    std::map<QString, Space> m_spaces;
    std::vector<std::pair<QString, QString>> m_diagnostics;
    CommandPalette::Search m_search;
    std::function<QString(const QString &)> m_initials;
    QString m_current;
};

} // namespace zsb
