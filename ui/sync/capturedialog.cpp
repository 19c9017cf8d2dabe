#include "ui/sync/capturedialog.h"

#include "core/protocol/problem.h"
#include "ui/sync/qrcode.h"
#include "ui/sync/syncface.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

constexpr int codeSide = 320;
constexpr int textWidth = 380;

} // namespace

CaptureDialog::CaptureDialog(QString server, ApplicationId file, std::function<QString(Instant)> moment,
                             QWidget *parent)
    : QDialog(parent), m_server(std::move(server)), m_file(std::move(file)), m_moment(std::move(moment))
{
    setObjectName("captureDialog"_L1);
    setWindowTitle(tr("手机采集"));
    build();
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &CaptureDialog::watchWanted);
    m_end.setObjectName("captureEnd"_L1);
    m_end.setSingleShot(true);
    m_end.setInterval(std::chrono::minutes(minutes));
    connect(&m_end, &QTimer::timeout, this, &CaptureDialog::expire);
}

void CaptureDialog::build()
{
    m_code = new QLabel(this);
    m_code->setObjectName("captureCode"_L1);
    m_code->setFixedSize(codeSide, codeSide);
    m_code->setAlignment(Qt::AlignCenter);
    setSpokenName(m_code, tr("采集链接的二维码"));
    m_said = makeWrapped({}, "captureSaid"_L1, textWidth, 2, this);
    m_until = makeWrapped({}, "captureUntil"_L1, textWidth, 1, this);
    setKind(m_until, "muted"_L1);
    m_copy = makeButton(tr("复制链接(&C)"), "captureCopy"_L1, this);
    m_again = makeButton(tr("换一个链接(&N)"), "captureAgain"_L1, this);
    QPushButton *close = makeButton(tr("关闭(&X)"), "captureClose"_L1, this);
    close->setDefault(true);
    for (QPushButton *button : {m_copy, m_again})
        button->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_again, QDialogButtonBox::ActionRole);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->addWidget(
        makeWrapped(tr("请考生用手机扫码，在打开的页面上拍照或选择照片。链接只对这一份有效，用过即失效。"),
                    "captureHow"_L1, textWidth, 2, this));
    layout->addWidget(m_code, 0, Qt::AlignHCenter);
    layout->addWidget(m_said);
    layout->addWidget(m_until);
    layout->addWidget(buttons);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    connect(m_again, &QPushButton::clicked, this, &CaptureDialog::askForLink);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void CaptureDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!std::exchange(m_asked, true))
        askForLink();
}

void CaptureDialog::askForLink()
{
    m_pace.stop();
    m_end.stop();
    m_address.clear();
    m_code->clear();
    m_until->clear();
    m_copy->setEnabled(false);
    m_again->setEnabled(false);
    say(tr("正在取得链接…"), "muted"_L1);
    emit linkWanted();
}

void CaptureDialog::take(const CaptureReport &report)
{
    if (m_done || report.file != m_file)
        return;
    if (!report.problem.empty()) {
        takeProblem(report);
        return;
    }
    if (!report.state.path.empty())
        showCode(QString::fromStdString(report.state.path));
    if (!m_address.isEmpty())
        showState(report.state);
}

void CaptureDialog::takeProblem(const CaptureReport &report)
{
    m_again->setEnabled(true);
    const auto trouble = fromId<SyncTrouble>(report.problem);
    if (trouble)
        say(SyncWords::trouble(*trouble), "error"_L1);
    else if (report.problem == "paused")
        say(tr("同步已暂停：先恢复同步。"), "error"_L1);
    else if (report.problem == idOf(ProblemType::ForbiddenScope))
        say(tr("您的岗位不能采集这份档案。"), "error"_L1);
    else if (report.isLink)
        say(tr("服务器没有给出链接，请换一个链接再试。"), "error"_L1);
    else
        say(tr("暂时问不到考生的进度，正在再问。"), "muted"_L1);
}

/// The service takes nothing through it any more.
void CaptureDialog::expire()
{
    m_pace.stop();
    m_code->clear();
    m_address.clear();
    m_until->clear();
    m_copy->setEnabled(false);
    say(tr("链接已过期，请换一个链接。"), "error"_L1);
}

void CaptureDialog::showCode(const QString &path)
{
    m_address = m_server + path;
    const qreal ratio = devicePixelRatioF();
    const int modules = qrCode(m_address, 1).width();
    QImage image = qrCode(m_address, std::max(1, int(codeSide * ratio) / std::max(1, modules)));
    image.setDevicePixelRatio(ratio);
    m_code->setPixmap(QPixmap::fromImage(image));
    m_copy->setEnabled(true);
    m_again->setEnabled(true);
    m_pace.start();
    m_end.start();
}

void CaptureDialog::showState(const CaptureState &state)
{
    m_until->setText(tr("有效至 %1，还可上传 %n 次。", nullptr, state.triesLeft).arg(m_moment(state.expires)));
    if (state.collected) {
        m_done = true;
        m_pace.stop();
        m_end.stop();
        m_code->setEnabled(false);
        m_copy->setEnabled(false);
        m_again->setEnabled(false);
        m_until->clear();
        say(tr("✔ 已采集，照片已进入档案。"), "heading"_L1);
        emit collected();
    } else if (state.triesLeft <= 0) {
        m_pace.stop();
        say(tr("次数已用完，请换一个链接。"), "error"_L1);
    } else if (state.opened) {
        say(tr("考生已打开页面，正在等照片。"), {});
    } else {
        say(tr("等待扫码。"), {});
    }
}

void CaptureDialog::say(const QString &text, QLatin1StringView kind)
{
    setKind(m_said, kind);
    m_said->setText(text);
}

} // namespace zsb
