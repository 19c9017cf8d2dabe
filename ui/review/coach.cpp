#include "ui/review/coach.h"

#include "ui/review/reviewcontroller.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int coachedFiles = 3;
} // namespace

Coach::Coach(ReviewController &controller, ActionRegistry &actions, const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_controller(controller),
      m_actions(actions),
      m_words(new QLabel(this)),
      m_keys(makeButton({}, "coachKeys"_L1, this)),
      m_goOn(makeButton({}, "coachGoOn"_L1, this))
{
    setObjectName(u"coach"_s);
    setKind(this, "coach"_L1);
    m_words->setObjectName(u"coachWords"_s);
    m_words->setWordWrap(true);
    QFont strong = theme.applicationFont();
    strong.setBold(true);
    m_words->setFont(strong);
    setKind(m_goOn, "primary"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium, space::tiny, space::small, space::tiny);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_keys);
    layout->addWidget(m_goOn);
    hide();
    connect(m_keys, &QPushButton::clicked, m_actions.action("help.keys"), &QAction::trigger);
    connect(m_goOn, &QPushButton::clicked, this, &Coach::end);
    connect(&m_controller, &ReviewController::fileChanged, this, &Coach::advance);
    connect(&m_controller, &ReviewController::queueFinished, this, &Coach::end);
}

void Coach::start()
{
    m_before = m_controller.decided();
    m_mark = Mark::Look;
    m_since.start();
    advance();
}

/// The next mark follows from what is on the screen, so that whoever knows the keys already is never held up.
void Coach::advance()
{
    if (m_mark == Mark::Off || m_controller.file().isEmpty())
        return;
    const int done = m_controller.decided() - m_before;
    if (done > coachedFiles)
        end();
    else if (done == coachedFiles)
        show(Mark::Closing);
    else if (m_controller.hasStandingError())
        show(Mark::Return);
    else
        show(m_controller.whyNot(Deed::Approve).isEmpty() ? Mark::Approve : Mark::Look);
}

void Coach::show(Mark mark)
{
    if (mark == m_mark && isVisibleTo(parentWidget()))
        return;
    if (mark == Mark::Closing && m_mark != mark)
        m_seconds = int(m_since.elapsed() / 1000);
    m_mark = mark;
    retranslate();
    setVisible(true);
    QAccessibleEvent event(m_words, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Coach::end()
{
    if (m_mark == Mark::Off)
        return;
    m_mark = Mark::Off;
    hide();
    emit finished();
}

QString Coach::words() const
{
    const auto key = [this](std::string_view id) { return m_actions.keyHint(id); };
    switch (m_mark) {
    case Mark::Off:
        return {};
    case Mark::Look:
        return tr("① 按 %1 看下一项：材料、问题、照片。每项看过才能通过。").arg(key("review.nextCheck"));
    case Mark::Approve:
        return tr("② 都看过了，没有问题：按 %1 通过，自动打开下一份。").arg(key("review.approve"));
    case Mark::Return:
        return tr("③ 这份有问题：按 %1 退回补正，按 1 选原因，回车发出。").arg(key("review.return"));
    case Mark::Closing:
        return tr("%1 份已决定，用时 %2 秒。就是这样审核的。").arg(coachedFiles).arg(m_seconds);
    }
    return {};
}

void Coach::retranslate()
{
    m_words->setText(words());
    m_words->setAccessibleName(m_words->text());
    const bool closing = m_mark == Mark::Closing;
    m_keys->setText(tr("快捷键卡片(&Q)"));
    m_goOn->setText(tr("继续体验(&Y)"));
    for (QPushButton *button : {m_keys, m_goOn}) {
        button->setAccessibleName(button->text().section(u'(', 0, 0).remove(u'&'));
        button->setVisible(closing);
    }
}

void Coach::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace zsb
