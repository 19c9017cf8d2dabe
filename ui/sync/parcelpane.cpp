#include "ui/sync/parcelpane.h"

#include "ui/sync/actionbutton.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/statewidget.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
    return label;
}

} // namespace

ParcelPane::ParcelPane(SyncController &controller, ActionRegistry &actions, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_actions(actions)
{
    m_key = wrapped({}, this);
    m_key->setObjectName("parcelKey"_L1);
    setKind(m_key, "muted"_L1);
    m_passphrase = new QLineEdit(this);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMinimumHeight(space::target);
    nameWidget(m_passphrase, "parcelPassphrase"_L1, tr("离线包口令"));
    auto *label = new QLabel(tr("口令(&W)"), this);
    label->setBuddy(m_passphrase);
    auto *pass = new QHBoxLayout;
    pass->addWidget(label);
    pass->addWidget(m_passphrase, 1);
    auto *buttons = new QHBoxLayout;
    for (const char *id : {"sync.export", "sync.import"})
        buttons->addWidget(makeActionButton(actions, id, this));
    buttons->addStretch();
    m_said = wrapped({}, this);
    m_said->setObjectName("parcelSaid"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::small, space::medium, space::small, 0);
    layout->setSpacing(space::medium);
    layout->addWidget(
        wrapped(tr("网络到不了的地方用文件收发：把待传的决定和图片导出成一个加密文件，带到服务器那边；再把服务"
                   "器给的回包收进来。手上档案的图片随回包一起来。丢了或重复收进都不要紧。"),
                this));
    layout->addLayout(pass);
    layout->addWidget(buildWishes());
    layout->addWidget(m_key);
    layout->addLayout(buttons);
    layout->addWidget(m_said);
    layout->addStretch();
    connect(m_passphrase, &QLineEdit::textChanged, this, &ParcelPane::check);
    connect(&controller.session(), &SyncSession::parcelWritten, this, [this](const Done &written) {
        tell(written ? tr("已导出。把文件和口令分开交给管理员。") : errorWords(written.error()).sentence);
    });
    connect(&controller.session(), &SyncSession::parcelTaken, this, &ParcelPane::tellTaken);
    actions.bind("sync.export", this, [this] { give(); });
    actions.bind("sync.import", this, [this] { take(); });
    check();
}

QWidget *ParcelPane::buildWishes()
{
    auto *wishes = new QWidget(this);
    m_count = new QSpinBox(wishes);
    m_count->setRange(0, LeaseDialog::most);
    m_count->setSpecialValueText(tr("不领取"));
    m_count->setSuffix(tr(" 份"));
    m_count->setButtonSymbols(QAbstractSpinBox::NoButtons);
    nameWidget(m_count, "parcelCount"_L1, tr("随回包领取几份"));
    m_role = new QComboBox(wishes);
    nameWidget(m_role, "parcelRole"_L1, tr("领取的岗位"));
    m_handBack = new QCheckBox(tr("归还手上的(&K)"), wishes);
    nameWidget(m_handBack, "parcelHandBack"_L1, tr("归还手上的档案"));
    m_previews = new QCheckBox(tr("材料先带预览(&Q)"), wishes);
    m_previews->setToolTip(tr("预览小，先装进回包；原图有地方才装，没装下的下一个回包再来。只有预览不能通过。"));
    nameWidget(m_previews, "parcelPreviews"_L1, tr("材料先带预览"));
    auto *label = new QLabel(tr("领取(&J)"), wishes);
    label->setBuddy(m_count);
    auto *layout = new QHBoxLayout(wishes);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_count, m_role, m_handBack, m_previews}) {
        widget->setMinimumHeight(space::target);
        layout->addWidget(widget);
    }
    layout->addStretch();
    setRoles({});
    return wishes;
}

void ParcelPane::setRoles(const QList<LeaseRole> &roles)
{
    m_role->clear();
    for (const LeaseRole &role : roles)
        m_role->addItem(role.label, role.id);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_count, m_role, m_handBack})
        widget->setEnabled(!roles.isEmpty());
}

ParcelOrder ParcelPane::order() const
{
    ParcelOrder order{.lock = {.passphrase = m_passphrase->text().toStdString()},
                      .wish = {.previews = m_previews->isChecked()},
                      .handsBack = m_handBack->isChecked()};
    if (m_count->value() > 0 || order.handsBack) {
        order.wish.lease = LeaseRequest{
            .count = m_count->value(), .minutes = leaseMinutes, .role = m_role->currentData().toString().toStdString()};
    }
    return order;
}

void ParcelPane::setTools(std::optional<SigningKey> sender, Prompts *prompts)
{
    m_sender = std::move(sender);
    m_prompts = prompts;
    if (m_sender) {
        const QString key = QString::fromLatin1(QByteArray::fromStdString(m_sender->publicKey).toHex());
        m_key->setText(tr("这台电脑的签名公钥（管理员核对后才会接受）：\n%1").arg(key));
    }
    check();
}

void ParcelPane::check()
{
    const bool isLong = m_passphrase->text().size() >= shortestPassphrase;
    const QString why = isLong ? tr("这台电脑没有签名密钥。") : tr("口令至少 %1 个字符。").arg(shortestPassphrase);
    m_actions.setEnabled("sync.export", isLong && m_sender && m_prompts, why);
    m_actions.setEnabled("sync.import", isLong && m_prompts, why);
}

void ParcelPane::tell(const QString &text)
{
    m_said->setText(text);
}

void ParcelPane::tellTaken(const Result<ParcelNews> &taken)
{
    m_controller.refresh();
    if (!taken) {
        tell(taken.error().code == ErrorCode::Refused ? tr("打不开：口令不对，或不是这台服务器签名的。")
                                                      : errorWords(taken.error()).sentence);
        return;
    }
    if (taken->isNewer) {
        tell(tr("没有收进：这个回包是更新版本的程序做的，请先更新这台电脑上的程序。"));
        return;
    }
    QStringList words{tr("已收进。")};
    if (taken->isOtherEpoch)
        words.append(tr("服务器从备份恢复过：请再导出一个离线包。"));
    if (taken->files > 0)
        words.append(tr("收到图片 %n 张。", nullptr, taken->files));
    if (taken->previews > 0)
        words.append(tr("收到预览 %n 张。", nullptr, taken->previews));
    if (taken->left > 0)
        words.append(tr("还有 %n 张没有装下，下一个回包再来。", nullptr, int(taken->left)));
    if (taken->lacks > 0)
        words.append(tr("有 %n 张没有收到，原因在日志里。", nullptr, taken->lacks));
    if (taken->refused > 0)
        words.append(tr("有 %n 个文件服务器没有收下，原因在大文件里。", nullptr, taken->refused));
    tell(words.join(QLatin1Char(' ')));
}

void ParcelPane::give()
{
    m_prompts->askForPath(window(), {tr("导出离线包"), tr("离线包 (*.zsbp)"), {}, true}, [this](const QString &path) {
        m_controller.session().writeParcel(path, *m_sender, order());
    });
}

void ParcelPane::take()
{
    m_prompts->askForPath(window(), {tr("收进离线包"), tr("离线包 (*.zsbp)"), {}}, [this](const QString &path) {
        const Enrolment &enrolment = m_controller.session().enrolment();
        const QByteArray key = QByteArray::fromBase64(QByteArray::fromStdString(enrolment.serverKey));
        m_controller.session().takeParcel(path, m_passphrase->text().toStdString(), {key.toStdString()});
    });
}

} // namespace zsb
