#include "ui/review/decisionbar.h"

#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zsb {

DecisionBar::DecisionBar(ActionRegistry &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_words(new ElidedLabel(this))
{
    setObjectName(u"decisionBar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::small);
    m_words->setObjectName(u"obstacle"_s);
    setKind(m_words, "muted"_L1);
    layout->addWidget(m_words, 1);
    add("review.undo", "quiet"_L1);
    add("review.doubt", {});
    add("review.refuse", {});
    add("review.return", {});
    add("review.approve", "approve"_L1);
    connect(&actions, &ActionRegistry::changed, this, &DecisionBar::refresh);
    refresh();
}

void DecisionBar::add(std::string_view action, QLatin1StringView kind)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QString::fromUtf8(action.data(), qsizetype(action.size())));
    button->setMinimumHeight(space::decisionHeight);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus);
    if (!kind.isEmpty())
        setKind(button, kind);
    QAction *target = m_actions.action(action);
    connect(button, &QPushButton::clicked, target, &QAction::trigger);
    button->installEventFilter(this);
    m_buttons.emplace(std::string(action), button);
    layout()->addWidget(button);
}

QPushButton *DecisionBar::button(std::string_view action) const
{
    const auto found = m_buttons.find(action);
    return found == m_buttons.end() ? nullptr : found->second;
}

void DecisionBar::setObstacle(const QString &words)
{
    m_words->setFullText(words);
}

void DecisionBar::setUndoWords(const QString &words)
{
    if (words == m_undoWords)
        return;
    m_undoWords = words;
    refresh();
}

void DecisionBar::refresh()
{
    const std::map<std::string_view, QString> shortNames{
        {"review.approve", tr("通过")},
        {"review.return", tr("退回补正")},
        {"review.refuse", tr("不通过")},
        {"review.doubt", tr("存疑")},
        {"review.undo", m_undoWords.isEmpty() ? tr("撤销") : m_undoWords}};
    for (const auto &[id, button] : m_buttons) {
        const QAction *action = m_actions.action(id);
        const QString name = shortNames.at(id);
        button->setText(u"%1  %2"_s.arg(name, m_actions.keyHint(id)));
        setSpokenName(button, name);
        setSpokenDescription(button, action->statusTip()); // why it is off
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
    }
}

bool DecisionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        for (const auto &[id, button] : m_buttons) {
            if (button == watched && !button->isEnabled())
                m_actions.decline(id);
        }
    }
    return QWidget::eventFilter(watched, event);
}

void DecisionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace zsb
