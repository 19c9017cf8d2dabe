#include "ui/sync/leasedialog.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int textWidth = 380;

} // namespace

LeaseDialog::LeaseDialog(const QList<LeaseRole> &roles, QWidget *parent) : QDialog(parent)
{
    setObjectName("leaseDialog"_L1);
    setWindowTitle(tr("领取一批"));
    auto *why = new QLabel(
        tr("领取后别人不会同时审这些档案；它们的图片会先取到本机，断网也能审。到期没有审完的自动归还。"), this);
    why->setWordWrap(true);
    why->setFixedWidth(textWidth);
    why->setMinimumHeight(why->heightForWidth(textWidth));
    m_count = new QSpinBox(this);
    m_count->setRange(1, most);
    m_count->setValue(usual);
    m_count->setButtonSymbols(QAbstractSpinBox::NoButtons);
    nameWidget(m_count, "leaseCount"_L1, tr("份数"));
    m_time = new QComboBox(this);
    m_time->addItem(tr("30 分钟"), 30);
    m_time->addItem(tr("2 小时"), 120);
    m_time->addItem(tr("8 小时"), 480);
    m_time->addItem(tr("36 小时（带走审）"), 2160);
    m_time->setCurrentIndex(1);
    nameWidget(m_time, "leaseTime"_L1, tr("多久"));
    m_role = new QComboBox(this);
    for (const LeaseRole &role : roles)
        m_role->addItem(role.label, role.id);
    nameWidget(m_role, "leaseRole"_L1, tr("岗位"));
    auto *form = new QFormLayout;
    form->addRow(tr("份数(&N)"), m_count);
    form->addRow(tr("多久(&T)"), m_time);
    form->addRow(tr("岗位(&R)"), m_role);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_time), static_cast<QWidget *>(m_role)})
        widget->setMinimumHeight(space::target);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *accept = makeButton(tr("领取(&G)"), "leaseAccept"_L1, this);
    setKind(accept, "primary"_L1);
    accept->setDefault(true);
    accept->setEnabled(!roles.isEmpty());
    QPushButton *cancel = makeButton(tr("取消(&C)"), "leaseCancel"_L1, this);
    cancel->setAutoDefault(false);
    buttons->addButton(accept, QDialogButtonBox::AcceptRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->addWidget(why);
    layout->addLayout(form);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &LeaseDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_count->setFocus();
    m_count->selectAll();
}

void LeaseDialog::choose()
{
    accept();
    emit chosen({.count = m_count->value(),
                 .minutes = m_time->currentData().toInt(),
                 .role = m_role->currentData().toString().toStdString()});
}

} // namespace zsb
