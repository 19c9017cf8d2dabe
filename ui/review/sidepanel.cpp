#include "ui/review/sidepanel.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

SidePanel::SidePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new QLabel(this)),
      m_missing(new QLabel(this)),
      m_accept(new QPushButton(this)),
      m_cancel(new QPushButton(this)),
      m_body(new QVBoxLayout)
{
    QFont strong = m_title->font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    m_title->setFont(strong);
    m_title->setWordWrap(true);
    m_missing->setObjectName(u"missing"_s);
    m_missing->setWordWrap(true);
    m_accept->setObjectName(u"accept"_s);
    m_cancel->setObjectName(u"cancel"_s);
    for (QPushButton *button : {m_accept, m_cancel}) {
        button->setMinimumHeight(space::decisionHeight);
        button->setAutoDefault(false);
    }
    m_body->setSpacing(space::small);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::small, space::small, space::small);
    layout->setSpacing(space::small);
    layout->addWidget(m_title);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_missing);
    layout->addLayout(buttons);
    connect(m_accept, &QPushButton::clicked, this, [this] { accept(); });
    connect(m_cancel, &QPushButton::clicked, this, &SidePanel::cancelled);
    setMissing({});
}

void SidePanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SidePanel::setAcceptText(const QString &text)
{
    m_accept->setText(text);
}

void SidePanel::setCancelText(const QString &text)
{
    m_cancel->setText(text);
}

void SidePanel::hideAccept()
{
    m_accept->hide();
}

void SidePanel::setMissing(const QString &why)
{
    m_missing->setText(why);
    m_missing->setVisible(!why.isEmpty());
    m_accept->setEnabled(why.isEmpty());
    m_accept->setToolTip(why);
}

bool SidePanel::isComplete() const
{
    return m_accept->isEnabled();
}

void SidePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit cancelled();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        !event->modifiers().testFlag(Qt::AltModifier)) {
        if (event->isAutoRepeat())
            return; // held since before the panel was there
        if (isComplete())
            accept();
        else
            goToMissing();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace zsb
