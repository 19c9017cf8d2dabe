#include "ui/shell/reviewerdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int dialogWidth = 360;
constexpr int textWidth = 320;
constexpr int smallestTarget = 24;

} // namespace

ReviewerDialog::ReviewerDialog(QList<ReviewerEntry> known, const QList<RoleChoice> &roles, QWidget *parent)
    : QDialog(parent), m_known(std::move(known))
{
    setObjectName("reviewerDialog"_L1);
    setWindowTitle(tr("审核人"));
    build(roles);
    showRoles();
}

void ReviewerDialog::build(const QList<RoleChoice> &roles)
{
    setMinimumWidth(dialogWidth);
    auto *why = new QLabel(tr("姓名记在每一个决定旁边。初审和复审须是两个人：换人时在这里改姓名。"), this);
    why->setWordWrap(true);
    why->setMinimumHeight(why->heightForWidth(textWidth)); // a dialog does not grow with its text by itself
    auto *label = new QLabel(tr("姓名(&N)"), this);
    m_name = new QComboBox(this);
    m_name->setObjectName("reviewerName"_L1);
    m_name->setEditable(true);
    m_name->lineEdit()->setMaxLength(longestName);
    m_name->setAccessibleName(tr("审核人姓名"));
    for (const ReviewerEntry &one : std::as_const(m_known))
        m_name->addItem(one.name);
    label->setBuddy(m_name);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(why);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(new QLabel(tr("岗位"), this));
    for (const RoleChoice &role : roles) {
        auto *box = new QCheckBox(role.label, this);
        box->setObjectName(role.id);
        box->setMinimumHeight(smallestTarget);
        m_roles.append(box);
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ReviewerDialog::showWhetherComplete);
        if (!role.supervises)
            m_usual.append(role.id);
    }
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(tr("就用这个名字(&U)"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName("reviewerUse"_L1);
    buttons->addButton(tr("取消(&C)"), QDialogButtonBox::RejectRole)->setObjectName("reviewerCancel"_L1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ReviewerDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QComboBox::currentTextChanged, this, &ReviewerDialog::showRoles);
}

/// The roles this person had last, or the usual ones.
void ReviewerDialog::showRoles()
{
    const auto known = std::ranges::find(m_known, m_name->currentText().trimmed(), &ReviewerEntry::name);
    const QStringList &roles = known == m_known.end() ? m_usual : known->roles;
    for (QCheckBox *box : std::as_const(m_roles))
        box->setChecked(roles.contains(box->objectName()));
    showWhetherComplete();
}

void ReviewerDialog::showWhetherComplete()
{
    const ReviewerEntry shown = entry();
    m_accept->setEnabled(!shown.name.isEmpty() && !shown.roles.isEmpty());
}

ReviewerEntry ReviewerDialog::entry() const
{
    ReviewerEntry shown{m_name->currentText().trimmed().normalized(QString::NormalizationForm_C), {}};
    for (const QCheckBox *box : m_roles)
        if (box->isChecked())
            shown.roles.append(box->objectName());
    return shown;
}

void ReviewerDialog::choose()
{
    accept();
    emit chosen(entry());
}

} // namespace zsb
