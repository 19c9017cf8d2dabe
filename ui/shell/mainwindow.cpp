#include "ui/shell/mainwindow.h"

#include "ui/shell/aboutdialog.h"
#include "ui/shell/keycard.h"
#include "ui/shell/lockscreen.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/titlestrip.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int railWidth = 88;
constexpr int railPane = 0; ///< first in the F6 round

constexpr std::pair<const char *, ThemeChoice> themeActions[] = {
    {"view.theme.system", ThemeChoice::System},
    {"view.theme.light", ThemeChoice::Light},
    {"view.theme.dark", ThemeChoice::Dark},
};
constexpr std::pair<const char *, const char *> languageActions[] = {
    {"view.language.zh", "zh"},
    {"view.language.en", "en"},
};

/// What stands in the corner of the menus. A menu bar gives its corner a place when it is laid out itself: it is told
/// to when something in the corner wants another one.
class MenuCorner : public QWidget
{
public:
    explicit MenuCorner(QMenuBar *bar) : QWidget(bar), m_bar(bar) {}

protected:
    bool event(QEvent *event) override
    {
        const bool taken = QWidget::event(event);
        if (event->type() == QEvent::LayoutRequest) {
            QResizeEvent again(m_bar->size(), m_bar->size());
            QCoreApplication::sendEvent(m_bar, &again);
        }
        return taken;
    }

private:
    QMenuBar *m_bar;
};

} // namespace

MainWindow::MainWindow(Theme &theme, ActionRegistry &actions, QWidget *parent)
    : QMainWindow(parent), m_theme(theme), m_actions(actions)
{
    setObjectName("mainWindow"_L1);
    setWindowTitle(tr("专升本报名与资格审核"));
    setMinimumSize(1280, 680);
    resize(1280, 720);
    buildCentre();
    buildMenus();
    buildCorner();
    buildStatusBar();
    bindActions();
    bindThemeAndLanguage();
    addActions(m_actions.actions());
    connect(&theme, &Theme::changed, this, &MainWindow::refreshRailIcons);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    m_strip = new TitleStrip(centre);
    m_strip->hide();
    connect(m_strip, &TitleStrip::leaveRequested, this, &MainWindow::leaveDemoRequested);

    m_notice = new NoticeBar(centre);
    m_notice->hide();

    auto *rail = new QFrame(centre);
    setKind(rail, "rail"_L1);
    rail->setMinimumWidth(railWidth);
    rail->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    rail->setAccessibleName(tr("空间"));
    m_rail = rail;
    m_railLayout = new QVBoxLayout(rail);
    m_railLayout->setContentsMargins(6, space::medium, 6, space::medium);
    m_railLayout->setSpacing(space::tiny);
    m_railLayout->addStretch();
    m_stack = new QStackedWidget(centre);

    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_notice);
    layout->addLayout(body, 1);
    setCentralWidget(centre);
}

void MainWindow::buildMenus()
{
    const auto add = [this](const QString &title, const char *name, ActionMenu which) {
        QMenu *menu = menuBar()->addMenu(title);
        menu->setObjectName(QLatin1StringView(name));
        m_actions.fillMenu(*menu, which);
        return menu;
    };
    add(tr("文件(&F)"), "menuFile", ActionMenu::File);
    add(tr("编辑(&E)"), "menuEdit", ActionMenu::Edit);
    QMenu *view = add(tr("视图(&V)"), "menuView", ActionMenu::View);
    view->addSeparator();
    QMenu *themes = view->addMenu(tr("主题(&M)"));
    themes->setObjectName("menuTheme"_L1);
    m_actions.fillMenu(*themes, ActionMenu::Theme);
    QMenu *languages = view->addMenu(tr("语言 Language(&G)"));
    languages->setObjectName("menuLanguage"_L1);
    m_actions.fillMenu(*languages, ActionMenu::Language);
    QMenu *review = add(tr("审核(&R)"), "menuReview", ActionMenu::Review);
    review->menuAction()->setVisible(false);
    review->addSeparator();
    QMenu *order = review->addMenu(tr("排序(&O)"));
    order->setObjectName("menuOrder"_L1);
    m_actions.fillMenu(*order, ActionMenu::Order);
    // The actions outlive the window and still change while it goes: nothing here may reach for the window.
    connect(&m_actions, &ActionRegistry::changed, review,
            [&actions = m_actions, review] { review->menuAction()->setVisible(actions.isBound("review.approve")); });
    QMenu *sync = add(tr("同步(&S)"), "menuSync", ActionMenu::Sync);
    sync->menuAction()->setVisible(false);
    connect(&m_actions, &ActionRegistry::changed, sync,
            [&actions = m_actions, sync] { sync->menuAction()->setVisible(actions.isBound("sync.now")); });
    add(tr("帮助(&H)"), "menuHelp", ActionMenu::Help);
}

void MainWindow::buildCorner()
{
    auto *corner = new MenuCorner(menuBar());
    auto *layout = new QHBoxLayout(corner);
    layout->setContentsMargins(0, 0, space::small, 0);
    layout->setSpacing(space::tiny);
    for (const char *id : {"edit.find", "help.keys"}) {
        auto *button = new QToolButton(corner);
        button->setDefaultAction(m_actions.action(id));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        nameWidget(button, QLatin1StringView(id), ActionRegistry::plainText(*m_actions.action(id)));
        layout->addWidget(button);
        const auto refresh = [&actions = m_actions, button, id] { // as in the menu above: not through the window
            const QAction *action = actions.action(id);
            button->setText(ActionRegistry::plainText(*action) + u"  "_s + actions.keyHint(id));
            button->setVisible(action->isVisible());
        };
        connect(&m_actions, &ActionRegistry::changed, button, refresh);
        refresh();
    }
    menuBar()->setCornerWidget(corner);
    m_corner = corner;
}

void MainWindow::setHeaderWidget(QWidget *widget)
{
    static_cast<QHBoxLayout *>(m_corner->layout())->insertWidget(0, widget);
}

void MainWindow::buildStatusBar()
{
    m_toast = new Toast(this);
    statusBar()->addWidget(m_toast, 1);
    statusBar()->setSizeGripEnabled(false);
    for (const auto &[field, name] : {std::pair{StatusField::Queue, "statusQueue"},
                                      {StatusField::Pace, "statusPace"},
                                      {StatusField::Connection, "statusConnection"},
                                      {StatusField::Pack, "statusPack"},
                                      {StatusField::User, "statusUser"}}) {
        auto *label = new QLabel(this);
        label->setObjectName(QLatin1StringView(name));
        label->hide();
        statusBar()->addPermanentWidget(label);
        m_status[field] = label;
    }
}

void MainWindow::bindActions()
{
    m_actions.bind("file.quit", this, [this] { close(); });
    m_actions.bind("view.nextPane", this, [this] { movePane(true); });
    m_actions.bind("view.previousPane", this, [this] { movePane(false); });
    m_actions.bind("view.fullScreen", this, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    m_actions.bind("view.palette", this, [this] { showPalette(); });
    m_actions.bind("help.keys", this, [this] { showKeyCard(); });
    m_actions.bind("help.about", this, [this] { showAbout(); });
}

void MainWindow::bindThemeAndLanguage()
{
    for (const auto &[id, choice] : themeActions) {
        m_actions.bind(id, this, [this, chosen = choice] {
            emit themeChosen(chosen);
            checkTheme();
        });
    }
    for (const auto &[id, language] : languageActions)
        m_actions.bind(id, this, [this, chosen = language] { emit languageChosen(QString::fromLatin1(chosen)); });
    connect(&m_theme, &Theme::changed, this, &MainWindow::checkTheme);
    checkTheme();
}

void MainWindow::checkTheme()
{
    for (const auto &[id, choice] : themeActions)
        m_actions.action(id)->setChecked(choice == m_theme.choice());
}

void MainWindow::setLanguage(const QString &language)
{
    for (const auto &[id, code] : languageActions)
        m_actions.action(id)->setChecked(language == QLatin1StringView(code));
}

void MainWindow::addPage(const QString &id, const QString &title, const QString &icon, QWidget *page)
{
    auto *button = new QToolButton(m_rail);
    button->setText(title);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(22, 22));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setKind(button, "space"_L1);
    button->setObjectName(u"space_"_s + id);
    button->setAccessibleName(title);
    if (m_spaces.empty()) {
        markPane(m_rail, railPane);
        m_rail->setFocusProxy(button);
    }
    m_railLayout->insertWidget(m_railLayout->count() - 1, button);
    m_stack->addWidget(page);
    m_spaces[id] = {button, page, icon};

    const std::string actionId = "space." + id.toStdString();
    m_actions.bind(actionId, page, [this, id] { showPage(id); });
    button->setToolTip(m_actions.action(actionId)->toolTip());
    connect(button, &QToolButton::clicked, this, [this, id] { showPage(id); });
    refreshRailIcons();
}

void MainWindow::refreshRailIcons()
{
    for (const auto &[id, one] : m_spaces) {
        const ThemeTokens &t = m_theme.tokens();
        one.button->setIcon(m_theme.icon(one.icon, id == m_current ? t.onSelection : t.muted));
    }
}

void MainWindow::setFrontPage(QWidget *page)
{
    m_front = page;
    m_stack->addWidget(page);
}

void MainWindow::showFrontPage()
{
    m_current.clear();
    m_rail->hide();
    m_stack->setCurrentWidget(m_front);
    m_actions.setPage({});
    m_front->setFocus();
}

void MainWindow::showPage(const QString &id)
{
    const auto found = m_spaces.find(id);
    Q_ASSERT_X(found != m_spaces.end(), "MainWindow", "no such page");
    m_current = id;
    m_rail->show();
    m_stack->setCurrentWidget(found->second.page);
    for (const auto &[other, one] : m_spaces) {
        one.button->setChecked(other == id);
        m_actions.action("space." + other.toStdString())->setChecked(other == id);
    }
    refreshRailIcons();
    m_actions.setPage(id.toStdString());
    found->second.page->setFocus();
    emit pageShown(id);
}

void MainWindow::movePane(bool forward)
{
    if (QWidget *pane = neighbourPane(this, focusWidget(), forward))
        pane->setFocus(Qt::TabFocusReason);
}

void MainWindow::setStatus(StatusField field, const QString &text, const QString &toolTip)
{
    QLabel *label = m_status.at(field);
    if (label->text() != text)
        label->setText(text);
    label->setToolTip(toolTip);
    label->setVisible(!text.isEmpty());
}

void MainWindow::say(const QString &text)
{
    m_toast->say(text);
}

void MainWindow::setDemoNotice(const QString &text)
{
    m_strip->setText(text);
    m_strip->setVisible(!text.isEmpty());
}

void MainWindow::showNotice(const QString &text)
{
    m_notice->show(text);
}

void MainWindow::setDiagnostics(std::vector<std::pair<QString, QString>> rows)
{
    m_diagnostics = std::move(rows);
}

void MainWindow::restoreLayout(const QByteArray &geometry)
{
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    m_actions.bind("view.resetLayout", this, [this] {
        setWindowState(Qt::WindowNoState);
        resize(minimumSize().expandedTo(QSize(1280, 720)));
        emit layoutReset();
    });
}

LockScreen &MainWindow::cover()
{
    if (!m_lock) {
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        m_focused = focusWidget();
        m_lock = new LockScreen(this);
    }
    for (QWidget *part : {static_cast<QWidget *>(menuBar()), centralWidget(), static_cast<QWidget *>(statusBar())})
        part->hide();
    m_actions.setLocked(true);
    setWindowTitle(tr("专升本报名与资格审核（已锁定）"));
    return *m_lock;
}

void MainWindow::uncover()
{
    if (!m_lock)
        return;
    setWindowTitle(tr("专升本报名与资格审核"));
    for (QWidget *part : {static_cast<QWidget *>(menuBar()), centralWidget(), static_cast<QWidget *>(statusBar())})
        part->show();
    m_actions.setLocked(false);
    if (m_focused)
        m_focused->setFocus(Qt::OtherFocusReason);
    m_lock->leave();
    std::exchange(m_lock, nullptr)->deleteLater();
}

void MainWindow::showKeyCard()
{
    auto *card = new KeyCard(m_actions, m_theme, this);
    card->setAttribute(Qt::WA_DeleteOnClose);
    card->open();
}

void MainWindow::setPalette(CommandPalette::Search search, std::function<QString(const QString &)> initials)
{
    m_search = std::move(search);
    m_initials = std::move(initials);
}

QList<PaletteItem> MainWindow::paletteItems() const
{
    QList<PaletteItem> items;
    for (const ActionSpec &spec : actionTable()) {
        if (!m_actions.isBound(spec.id) || spec.id == "view.palette" || spec.id == "review.material")
            continue; // itself, and what a digit chooses from
        QAction *action = m_actions.action(spec.id);
        const QString title = ActionRegistry::plainText(*action);
        const QString also = (m_initials ? m_initials(title) : QString()) + u' ' +
                             QString::fromUtf8(spec.id.data(), qsizetype(spec.id.size()));
        items.append({title, m_actions.keyHint(spec.id), action->icon(), also, action->isEnabled(),
                      [&actions = m_actions, action, id = spec.id] {
                          if (action->isEnabled())
                              action->trigger();
                          else
                              actions.decline(id);
                      }});
    }
    return items;
}

void MainWindow::showPalette()
{
    const auto nobody = [](const QString &) { return QList<PaletteItem>(); };
    auto *palette = new CommandPalette(paletteItems(), m_search ? m_search : nobody, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::showAbout()
{
    auto *about = new AboutDialog(m_diagnostics, this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    connect(about, &AboutDialog::copied, this, [this] { say(tr("已复制诊断信息")); });
    about->open();
}

/// Keys nobody took arrive here; one of an action that is off now deserves an answer.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (!m_actions.decline(*event))
        QMainWindow::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QMainWindow::closeEvent(event);
}

} // namespace zsb
