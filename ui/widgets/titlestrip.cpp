#include "ui/widgets/titlestrip.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace zsb {

TitleStrip::TitleStrip(QWidget *parent) : QFrame(parent)
{
    setKind(this, "demo"_L1);
    m_label = new QLabel(this);
    QPushButton *leave = makeButton(tr("离开演示(&L)"), "leaveDemo"_L1, this);
    leave->setMinimumHeight(24);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::medium, 2, space::small, 2);
    layout->addWidget(m_label, 1);
    layout->addWidget(leave);
    connect(leave, &QPushButton::clicked, this, &TitleStrip::leaveRequested);
}

void TitleStrip::setText(const QString &text)
{
    m_label->setText(text);
    setAccessibleName(text);
}

} // namespace zsb
