#include "ui/shell/lockscreen.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int columnWidth = 420;
} // namespace

LockScreen::LockScreen(QWidget *window)
    : QWidget(window),
      m_about(new QLabel(this)),
      m_pin(new QLineEdit(this)),
      m_problem(new QLabel(this)),
      m_open(makeButton({}, "lockOpen"_L1, this))
{
    setObjectName("lockScreen"_L1);
    setAutoFillBackground(true);
    setAccessibleName(tr("已锁定"));
    build();
    qApp->installEventFilter(this);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &LockScreen::tick);
    // whatever a hidden page does meanwhile, keys are for the lock
    connect(
        qApp, &QApplication::focusChanged, this,
        [this](const QWidget *, const QWidget *now) {
            if (isVisible() && now && now->window() == this->window() && !isAncestorOf(now))
                focusEntry();
        },
        Qt::QueuedConnection);
    connect(m_pin, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) { // a button outside a dialog knows the space bar only
        auto *enter = new QShortcut(key, m_open, nullptr, nullptr, Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, m_open, &QPushButton::click);
    }
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString pin = m_pin->text();
        m_pin->clear();
        emit unlockWanted(pin);
    });
}

void LockScreen::build()
{
    auto *title = new QLabel(tr("已锁定"), this);
    setKind(title, "title"_L1);
    title->setAlignment(Qt::AlignCenter);
    m_about->setWordWrap(true);
    m_about->setAlignment(Qt::AlignCenter);
    m_about->setObjectName("lockAbout"_L1);
    nameWidget(m_pin, "lockPin"_L1, tr("口令"));
    m_pin->setPlaceholderText(tr("口令"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMinimumHeight(space::decisionHeight);
    m_problem->setWordWrap(true);
    m_problem->setAlignment(Qt::AlignCenter);
    m_problem->setObjectName("lockProblem"_L1);
    setKind(m_problem, "error"_L1);
    setKind(m_open, "primary"_L1);
    m_open->setMinimumHeight(space::decisionHeight);
    auto *column = new QVBoxLayout;
    column->setSpacing(space::medium);
    for (QWidget *widget :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(m_about), static_cast<QWidget *>(m_pin),
          static_cast<QWidget *>(m_problem), static_cast<QWidget *>(m_open)}) {
        widget->setFixedWidth(columnWidth);
        column->addWidget(widget);
    }
    auto *row = new QHBoxLayout; // an aligned layout would not follow the height of its texts
    row->addStretch();
    row->addLayout(column);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
}

void LockScreen::start(bool hasPin, std::chrono::seconds wait)
{
    m_hasPin = hasPin;
    m_about->setText(hasPin ? tr("数据都已保存，后台任务继续。输入口令回到刚才的位置。")
                            : tr("数据都已保存，后台任务继续。没有设置口令：这里只是遮挡，任何人都能继续。"));
    m_open->setText(hasPin ? tr("解锁(&U)") : tr("继续(&U)"));
    m_open->setAccessibleName(hasPin ? tr("解锁") : tr("继续"));
    m_pin->setVisible(hasPin);
    m_problem->clear();
    m_covers = true;
    for (QWidget *other : QApplication::topLevelWidgets())
        putAway(other);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setWait(wait);
}

/// Hidden, not closed: what was begun in a dialog is still there afterwards.
void LockScreen::putAway(QWidget *window)
{
    if (!m_covers || window == this->window() || !window->isVisible())
        return;
    window->hide();
    const Qt::WindowType type = window->windowType();
    if (type != Qt::ToolTip && type != Qt::Popup && !m_away.contains(window))
        m_away.append(window);
}

void LockScreen::leave()
{
    m_covers = false;
    hide();
    for (const QPointer<QWidget> &other : std::exchange(m_away, {})) {
        if (other)
            other->show();
    }
}

void LockScreen::refuse(std::chrono::seconds wait)
{
    m_problem->setText(tr("口令不对。"));
    setWait(wait);
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void LockScreen::setWait(std::chrono::seconds wait)
{
    m_wait = wait;
    const bool waits = wait.count() > 0;
    m_pin->setEnabled(!waits);
    m_open->setEnabled(!waits);
    if (waits) {
        m_problem->setText(tr("口令错了多次，请等 %1 秒再试。").arg(wait.count()));
        m_tick.start();
        return;
    }
    m_tick.stop();
    focusEntry();
}

void LockScreen::tick()
{
    if (m_wait.count() <= 1)
        m_problem->clear();
    setWait(m_wait - std::min(m_wait, std::chrono::seconds(1)));
}

void LockScreen::focusEntry()
{
    if (m_hasPin)
        m_pin->setFocus(Qt::OtherFocusReason);
    else
        m_open->setFocus(Qt::OtherFocusReason);
}

bool LockScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    if (m_covers && event->type() == QEvent::Show && watched->isWidgetType()) {
        auto *shown = static_cast<QWidget *>(watched);
        if (shown->isWindow() && shown != window()) // it is being shown: hidden as soon as that is over
            QMetaObject::invokeMethod(
                this,
                [this, later = QPointer(shown)] {
                    if (later)
                        putAway(later);
                },
                Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace zsb
