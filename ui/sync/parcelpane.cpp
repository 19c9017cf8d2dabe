#include "ui/sync/parcelpane.h"

#include "ui/sync/actionbutton.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/look.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/statewidget.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
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
                   "器给的回包收进来。丢了或重复收进都不要紧。"),
                this));
    layout->addLayout(pass);
    layout->addWidget(m_key);
    layout->addLayout(buttons);
    layout->addWidget(m_said);
    layout->addStretch();
    connect(m_passphrase, &QLineEdit::textChanged, this, &ParcelPane::check);
    connect(&controller.session(), &SyncSession::parcelWritten, this, [this](const Done &written) {
        tell(written ? tr("已导出。把文件和口令分开交给管理员。") : errorWords(written.error()).sentence);
    });
    connect(&controller.session(), &SyncSession::parcelTaken, this, [this](const Done &taken) {
        if (!taken && taken.error().code == ErrorCode::Refused)
            tell(tr("打不开：口令不对，或不是这台服务器签名的。"));
        else
            tell(taken ? tr("已收进。") : errorWords(taken.error()).sentence);
        m_controller.refresh();
    });
    actions.bind("sync.export", this, [this] { give(); });
    actions.bind("sync.import", this, [this] { take(); });
    check();
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

void ParcelPane::give()
{
    m_prompts->askForPath(window(), {tr("导出离线包"), tr("离线包 (*.zsbp)"), {}, true}, [this](const QString &path) {
        m_controller.session().writeParcel(path, *m_sender, {.passphrase = m_passphrase->text().toStdString()});
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
