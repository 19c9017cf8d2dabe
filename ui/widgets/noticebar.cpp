#include "ui/widgets/noticebar.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zsb {

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent), m_label(new ElidedLabel(this))
{
    setKind(this, "card"_L1);
    m_label->setObjectName("notice"_L1);
    QPushButton *away = makeButton(tr("知道了"), "noticeAway"_L1, this);
    away->setMinimumHeight(24);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium, 0, space::small, 0);
    layout->addWidget(m_label, 1);
    layout->addWidget(away);
    connect(away, &QPushButton::clicked, this, &QWidget::hide);
}

void NoticeBar::show(const QString &text)
{
    m_label->setFullText(text);
    setAccessibleName(text);
    QFrame::show();
    if (!isVisible()) // behind the lock: nothing is said of it
        return;
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace zsb
