#include "ui/sync/connectdialog.h"

#include "ui/sync/connectwords.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int dialogWidth = 720;
constexpr int remedyWidth = 400;
constexpr int longestName = 60;
constexpr int lastPort = 65535;
constexpr int usualProxyPort = 8080;

QLineEdit *makeEdit(QLatin1StringView name, const QString &spoken, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    nameWidget(line, name, spoken);
    line->setMinimumHeight(space::target);
    return line;
}

/// Where a fingerprint can be broken, so that it wraps in whole pairs.
QString inLines(const QString &fingerprint)
{
    QString text = fingerprint;
    const qsizetype middle = text.indexOf(u':', text.size() / 2 - 1);
    return middle > 0 ? text.replace(middle, 1, u'\n') : text;
}

} // namespace

ConnectDialog::ConnectDialog(const Theme &theme, ConnectController &controller, const QString &device, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_controller(controller)
{
    setObjectName("connectDialog"_L1);
    setWindowTitle(tr("连接服务器"));
    setMinimumWidth(dialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::small);
    for (QWidget *part : {buildAddress(), buildProxy(), buildChecks(), buildFingerprint(), buildCode(device)})
        layout->addWidget(part);
    auto *sealed =
        new QLabel(tr("这台电脑上的数据放在新的文件夹里，加密存放；本机已有的数据不并入，也不因此加密。"), this);
    sealed->setWordWrap(true);
    setKind(sealed, "muted"_L1);
    layout->addWidget(sealed);
    m_said = new QLabel(this);
    m_said->setWordWrap(true);
    m_said->setObjectName("connectSaid"_L1);
    m_said->setMinimumHeight(2 * m_said->fontMetrics().lineSpacing());
    setKind(m_said, "error"_L1);
    layout->addWidget(m_said);
    auto *buttons = new QDialogButtonBox(this);
    m_enrol = makeButton(tr("登记这台电脑(&E)"), "connectEnrol"_L1, this);
    setKind(m_enrol, "primary"_L1);
    m_enrol->setAutoDefault(false);
    QPushButton *cancel = makeButton(tr("取消(&C)"), "connectCancel"_L1, this);
    cancel->setAutoDefault(false);
    buttons->addButton(m_enrol, QDialogButtonBox::ActionRole);
    buttons->addButton(cancel, QDialogButtonBox::RejectRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_enrol, &QPushButton::clicked, this, [this] {
        m_said->clear();
        m_controller.enrol(m_code->text(), m_device->text());
    });
    connect(&m_controller, &ConnectController::changed, this, &ConnectDialog::showState);
    connect(&m_controller, &ConnectController::enrolFailed, this, [this](const QString &problem, SyncTrouble trouble) {
        showFailure(ConnectWords::enrolProblem(problem, trouble));
    });
    showProxy();
    showState();
}

QWidget *ConnectDialog::buildAddress()
{
    auto *box = new QWidget(this);
    m_address = makeEdit("connectAddress"_L1, tr("服务器地址"), box);
    m_address->setPlaceholderText(tr("例如 server.example:8443"));
    auto *label = new QLabel(tr("服务器地址(&A)"), box);
    label->setBuddy(m_address);
    m_check = makeButton(tr("检查(&K)"), "connectCheck"_L1, box);
    m_check->setDefault(true);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_address, 1);
    layout->addWidget(m_check);
    connect(m_address, &QLineEdit::textChanged, this, &ConnectDialog::showState);
    connect(m_check, &QPushButton::clicked, this, [this] {
        m_said->clear();
        m_compared->setChecked(false);
        m_controller.check(wish());
    });
    return box;
}

QWidget *ConnectDialog::buildProxy()
{
    auto *box = new QWidget(this);
    m_proxy = new QComboBox(box);
    m_proxy->addItem(tr("代理：跟随系统"), u"system"_s);
    m_proxy->addItem(tr("代理：不用"), u"none"_s);
    m_proxy->addItem(tr("代理：HTTP"), u"http"_s);
    m_proxy->addItem(tr("代理：SOCKS5"), u"socks5"_s);
    nameWidget(m_proxy, "connectProxy"_L1, tr("代理"));
    m_proxy->setMinimumHeight(space::target);
    m_manual = new QWidget(box);
    m_proxyHost = makeEdit("connectProxyHost"_L1, tr("代理地址"), m_manual);
    m_proxyHost->setPlaceholderText(tr("代理地址"));
    m_proxyPort = new QSpinBox(m_manual);
    m_proxyPort->setRange(1, lastPort);
    m_proxyPort->setValue(usualProxyPort);
    m_proxyPort->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_proxyPort->setMinimumHeight(space::target);
    nameWidget(m_proxyPort, "connectProxyPort"_L1, tr("代理端口"));
    m_proxyUser = makeEdit("connectProxyUser"_L1, tr("代理用户"), m_manual);
    m_proxyUser->setPlaceholderText(tr("用户"));
    m_proxyPassword = makeEdit("connectProxyPassword"_L1, tr("代理密码"), m_manual);
    m_proxyPassword->setPlaceholderText(tr("密码"));
    m_proxyPassword->setEchoMode(QLineEdit::Password);
    auto *row = new QHBoxLayout(m_manual);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_proxyHost, 2);
    row->addWidget(m_proxyPort);
    row->addWidget(m_proxyUser, 1);
    row->addWidget(m_proxyPassword, 1);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_proxy);
    layout->addWidget(m_manual, 1);
    layout->addStretch();
    connect(m_proxy, &QComboBox::currentIndexChanged, this, &ConnectDialog::showProxy);
    return box;
}

QWidget *ConnectDialog::buildChecks()
{
    auto *box = new QFrame(this);
    setKind(box, "card"_L1);
    auto *grid = new QGridLayout(box);
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::tiny);
    int row = 0;
    for (const auto &[step, id] : enumIds(ConnectionStep{})) {
        CheckRow &one = m_checks[step];
        one.sign = new QLabel(box);
        one.sign->setFixedSize(18, 18);
        auto *name = new QLabel(ConnectWords::step(step), box);
        one.result = new QLabel(box);
        one.remedy = new QLabel(box);
        one.remedy->setWordWrap(true);
        one.remedy->setMinimumSize(remedyWidth, 2 * one.remedy->fontMetrics().lineSpacing());
        setKind(one.remedy, "muted"_L1);
        one.remedy->setObjectName(u"remedy_"_s + QLatin1StringView(id.data(), qsizetype(id.size())));
        one.result->setObjectName(u"check_"_s + QLatin1StringView(id.data(), qsizetype(id.size())));
        grid->addWidget(one.sign, row, 0);
        grid->addWidget(name, row, 1);
        grid->addWidget(one.result, row, 2);
        grid->addWidget(one.remedy, row, 3);
        ++row;
    }
    grid->setColumnStretch(3, 1);
    return box;
}

QWidget *ConnectDialog::buildFingerprint()
{
    auto *box = new QWidget(this);
    auto *title = new QLabel(tr("证书指纹（与服务器打印的逐段比较）"), box);
    m_fingerprint = new QLabel(box);
    m_fingerprint->setObjectName("connectFingerprint"_L1);
    m_fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_fingerprint->setMinimumHeight(2 * m_fingerprint->fontMetrics().lineSpacing());
    m_compared = new QCheckBox(tr("已逐段核对，一致(&Y)"), box);
    nameWidget(m_compared, "connectCompared"_L1, tr("已逐段核对，一致"));
    m_compared->setMinimumHeight(space::target);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    for (QWidget *part :
         {static_cast<QWidget *>(title), static_cast<QWidget *>(m_fingerprint), static_cast<QWidget *>(m_compared)})
        layout->addWidget(part);
    connect(m_compared, &QCheckBox::toggled, this, [this](bool on) {
        if (on && !m_controller.isAccepted())
            m_controller.accept();
        showState();
    });
    return box;
}

QWidget *ConnectDialog::buildCode(const QString &device)
{
    auto *box = new QWidget(this);
    m_code = makeEdit("connectCode"_L1, tr("登记码"), box);
    m_code->setPlaceholderText(u"XXXX-XXXX-XXXX"_s);
    m_code->setMaxLength(longestName);
    auto *codeLabel = new QLabel(tr("登记码(&R)"), box);
    codeLabel->setBuddy(m_code);
    m_device = makeEdit("connectDevice"_L1, tr("这台电脑的名称"), box);
    m_device->setText(device);
    m_device->setMaxLength(longestName);
    auto *deviceLabel = new QLabel(tr("这台电脑叫(&D)"), box);
    deviceLabel->setBuddy(m_device);
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(codeLabel);
    layout->addWidget(m_code, 1);
    layout->addWidget(deviceLabel);
    layout->addWidget(m_device, 1);
    connect(m_code, &QLineEdit::textChanged, this, &ConnectDialog::showState);
    return box;
}

void ConnectDialog::start(const QString &address)
{
    m_address->setText(address);
    m_address->setFocus();
}

ConnectionWish ConnectDialog::wish() const
{
    ConnectionWish wish;
    wish.address = m_address->text();
    wish.proxy.kind = m_proxy->currentData().toString().toStdString();
    if (m_manual->isVisibleTo(this)) {
        wish.proxy.host = m_proxyHost->text().trimmed().toStdString();
        wish.proxy.port = m_proxyPort->value();
        wish.proxy.user = m_proxyUser->text().trimmed().toStdString();
        wish.proxyPassword = m_proxyPassword->text().toStdString();
    }
    return wish;
}

void ConnectDialog::showProxy()
{
    const NetworkSettings::Proxy kind = proxyKind(m_proxy->currentData().toString().toStdString());
    m_manual->setVisible(kind == NetworkSettings::Proxy::Http || kind == NetworkSettings::Proxy::Socks5);
}

void ConnectDialog::showCheck(ConnectionStep step, const ConnectionFinding *finding)
{
    const CheckRow &row = m_checks.at(step);
    const ConnectionFinding nothing{.step = step};
    const ConnectionFinding &shown = finding ? *finding : nothing;
    row.sign->setPixmap(m_theme.toneIcon(ConnectWords::tone(shown)).pixmap(QSize(16, 16), devicePixelRatioF()));
    row.result->setText(finding ? ConnectWords::result(shown) : m_controller.isBusy() ? tr("检查中…") : tr("未检查"));
    row.remedy->setText(ConnectWords::remedy(shown));
}

void ConnectDialog::showState()
{
    for (const auto &[step, row] : m_checks) {
        const auto found = m_controller.findings().find(step);
        showCheck(step, found == m_controller.findings().end() ? nullptr : &found->second);
    }
    m_fingerprint->setText(inLines(m_controller.fingerprint()));
    if (m_controller.isAccepted()) {
        const QSignalBlocker quiet(m_compared);
        m_compared->setChecked(true);
    }
    const bool isAddress = !ConnectController::serverOf(m_address->text()).isEmpty();
    m_check->setEnabled(isAddress && !m_controller.isBusy());
    m_compared->setEnabled(!m_controller.fingerprint().isEmpty() && !m_controller.isBusy() &&
                           !m_controller.isAccepted());
    m_enrol->setEnabled(m_controller.isReady() && !m_controller.isBusy() && !m_code->text().trimmed().isEmpty());
}

void ConnectDialog::showFailure(const QString &text)
{
    m_said->setText(Theme::glyph(Tone::Error) + u' ' + text);
    m_code->setFocus();
    m_code->selectAll();
}

} // namespace zsb
