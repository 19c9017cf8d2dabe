#include "ui/shell/lockdialog.h"

#include "core/base/secret.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int dialogWidth = 360;
constexpr int textWidth = dialogWidth - 2 * space::large;
} // namespace

LockDialog::LockDialog(LockSettings settings, Clock clock, RandomSource random, QWidget *parent)
    : QDialog(parent),
      m_settings(std::move(settings)),
      m_clock(std::move(clock)),
      m_random(std::move(random)),
      m_minutes(new QSpinBox(this)),
      m_old(new QLineEdit(this)),
      m_new(new QLineEdit(this)),
      m_again(new QLineEdit(this)),
      m_remove(makeButton(tr("取消口令(&R)"), "lockRemove"_L1, this)),
      m_problem(new QLabel(this))
{
    setObjectName("lockDialog"_L1);
    setWindowTitle(tr("锁定设置"));
    build();
}

void LockDialog::build()
{
    setMinimumWidth(dialogWidth);
    auto *about =
        new QLabel(tr("锁定时窗口全部遮住，后台任务继续，撤销时间照常走。设了口令，重新启动也要输入。口令只保存"
                      "加盐的散列；忘记时由本机管理员在设置文件里删去 lock 一节。它不加密数据文件夹。"),
                   this);
    about->setWordWrap(true);
    about->setMinimumHeight(about->heightForWidth(textWidth)); // a dialog does not grow with its text by itself
    setKind(about, "muted"_L1);
    nameWidget(m_minutes, "lockMinutes"_L1, tr("无人操作后锁定"));
    m_minutes->setRange(0, LockSettings::mostMinutes);
    m_minutes->setValue(m_settings.idleMinutes);
    m_minutes->setSuffix(tr(" 分钟"));
    m_minutes->setSpecialValueText(tr("不自动锁定"));
    m_minutes->setMinimumHeight(space::target);
    auto *rows = new QFormLayout;
    rows->setVerticalSpacing(space::small);
    rows->addRow(tr("无人操作后锁定"), m_minutes);
    const auto addPin = [&](QLineEdit *edit, QLatin1StringView name, const QString &label) {
        nameWidget(edit, name, label);
        edit->setEchoMode(QLineEdit::Password);
        edit->setMinimumHeight(space::target);
        rows->addRow(label, edit);
    };
    const bool hasPin = !m_settings.secret.isEmpty();
    addPin(m_old, "lockOld"_L1, tr("现在的口令"));
    addPin(m_new, "lockNew"_L1, tr("新口令"));
    addPin(m_again, "lockAgain"_L1, tr("再输一次"));
    rows->setRowVisible(m_old, hasPin);
    m_new->setPlaceholderText(tr("至少 %1 位；不填则不改").arg(shortestPin));
    m_remove->setVisible(hasPin);
    m_problem->setObjectName("lockDialogProblem"_L1);
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(2 * m_problem->fontMetrics().lineSpacing());
    setKind(m_problem, "error"_L1);
    QPushButton *cancel = makeButton(tr("取消(&C)"), "lockCancel"_L1, this);
    QPushButton *keep = makeButton(tr("保存(&S)"), "lockSave"_L1, this);
    setKind(keep, "primary"_L1);
    keep->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    layout->setSpacing(space::medium);
    layout->addWidget(about);
    layout->addLayout(rows);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connectButtons(cancel, keep);
    m_minutes->setFocus();
}

void LockDialog::connectButtons(QPushButton *cancel, QPushButton *keep)
{
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keep, &QPushButton::clicked, this, &LockDialog::save);
    connect(m_remove, &QPushButton::clicked, this, &LockDialog::remove);
}

void LockDialog::remove()
{
    if (!mayChange())
        return;
    m_settings.secret.clear();
    m_settings.idleMinutes = m_minutes->value();
    emit chosen(m_settings);
    accept();
}

void LockDialog::sayProblem(const QString &problem)
{
    m_problem->setText(problem);
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

/// Wrong ones are kept at once: cancelling does not take them back.
bool LockDialog::mayChange()
{
    const Unlock answer = tryUnlock(m_settings, m_old->text(), m_clock());
    if (answer == Unlock::Opened)
        return true;
    LockSettings counted = m_settings;
    emit chosen(counted);
    m_old->clear();
    m_old->setFocus();
    const auto wait = lockWait(m_settings, m_clock());
    sayProblem(wait.count() > 0 ? tr("口令错了多次，请等 %1 秒再试。").arg(wait.count()) : tr("现在的口令不对。"));
    return false;
}

void LockDialog::save()
{
    const QString pin = m_new->text();
    if (!pin.isEmpty() || !m_again->text().isEmpty()) {
        if (pin.size() < shortestPin) {
            sayProblem(tr("口令至少 %1 位。").arg(shortestPin));
            return;
        }
        if (pin != m_again->text()) {
            sayProblem(tr("两次输入的口令不一样。"));
            return;
        }
        if (!mayChange())
            return;
        const Result<std::string> hash = hashSecret(pin.toStdString(), m_random);
        if (!hash) {
            sayProblem(tr("口令没有保存。"));
            return;
        }
        m_settings.secret = QByteArray::fromStdString(*hash);
    }
    m_settings.idleMinutes = m_minutes->value();
    emit chosen(m_settings);
    accept();
}

} // namespace zsb
