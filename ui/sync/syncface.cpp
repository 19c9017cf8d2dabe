#include "ui/sync/syncface.h"

#include <algorithm>

namespace zsb {

SyncFace SyncProgress::next(const SyncStatus &status, bool paused)
{
    SyncFace face;
    face.waiting = status.ops.waiting();
    face.trouble = status.trouble;
    face.mood = status.mood;
    m_most = face.waiting == 0 ? 0 : std::max(m_most, face.waiting);
    if (paused && status.mood != SyncMood::Alarm) {
        face.phase = SyncPhase::Paused;
        return face;
    }
    switch (status.mood) {
    case SyncMood::Alarm:
    case SyncMood::SignedOut:
    case SyncMood::Attention:
        face.phase = SyncPhase::Attention;
        break;
    case SyncMood::Offline:
        face.phase = SyncPhase::Offline;
        break;
    case SyncMood::Sending:
    case SyncMood::Waiting:
        face.phase = SyncPhase::Syncing;
        face.percent = m_most > 0 ? int(100 * (m_most - face.waiting) / m_most) : -1;
        break;
    case SyncMood::UpToDate:
        face.phase = SyncPhase::UpToDate;
        break;
    }
    return face;
}

QString SyncWords::pill(const SyncFace &face)
{
    switch (face.phase) {
    case SyncPhase::UpToDate:
        return tr("已同步");
    case SyncPhase::Syncing:
        return face.percent >= 0 ? tr("同步中 %1%").arg(face.percent) : tr("同步中");
    case SyncPhase::Paused:
        return tr("已暂停");
    case SyncPhase::Offline:
        return face.waiting > 0 ? tr("离线 · 待传 %1").arg(face.waiting) : tr("离线");
    case SyncPhase::Attention:
        return tr("需处理");
    }
    return {};
}

Tone SyncWords::tone(const SyncFace &face)
{
    switch (face.phase) {
    case SyncPhase::UpToDate:
        return Tone::Ok;
    case SyncPhase::Syncing:
        return Tone::Info;
    case SyncPhase::Paused:
        return Tone::Neutral;
    case SyncPhase::Offline:
        return Tone::Warning;
    case SyncPhase::Attention:
        return Tone::Error;
    }
    return Tone::Neutral;
}

QString SyncWords::sentence(const SyncFace &face)
{
    switch (face.phase) {
    case SyncPhase::UpToDate:
        return tr("这里的都已送达，那边的都已收到。");
    case SyncPhase::Syncing:
        return face.waiting > 0 ? tr("还有 %1 项待传；决定要先保留几秒，期间可以撤销。").arg(face.waiting)
                                : tr("正在接收。");
    case SyncPhase::Paused:
        return tr("已暂停：决定照常保存在本机，继续后再发送。");
    case SyncPhase::Offline:
        return tr("%1 已领取的档案照常审核，决定都保存在本机，连上后自动发送。").arg(trouble(face.trouble));
    case SyncPhase::Attention:
        break;
    }
    if (face.mood == SyncMood::Alarm)
        return tr("服务器不可信，已停止同步：%1").arg(remedy(SyncTrouble::Key));
    if (face.mood == SyncMood::SignedOut)
        return tr("需要登录：登录后继续收发，本机的决定都还在。");
    return tr("有决定没有按原样生效，请到“同步 → 冲突”里看。");
}

QString SyncWords::trouble(SyncTrouble trouble)
{
    switch (trouble) {
    case SyncTrouble::None:
        return tr("没有问题。");
    case SyncTrouble::Dns:
        return tr("找不到服务器的名字。");
    case SyncTrouble::Tcp:
        return tr("服务器没有应答，或线路断了。");
    case SyncTrouble::Tls:
        return tr("连接不安全，已拒绝。");
    case SyncTrouble::Proxy:
        return tr("代理服务器不放行。");
    case SyncTrouble::Captive:
        return tr("应答的不是我们的服务器，可能是上网认证页。");
    case SyncTrouble::Auth:
        return tr("需要重新登录。");
    case SyncTrouble::Key:
        return tr("对方拿不出服务器的签名，或这台电脑没有登记。");
    case SyncTrouble::Policy:
        return tr("服务器不接受其中一项。");
    case SyncTrouble::Server:
        return tr("服务器忙或有故障。");
    case SyncTrouble::Quota:
        return tr("服务器空间不足。");
    case SyncTrouble::Storage:
        return tr("本机磁盘空间不足，或数据库写不进去。");
    }
    return {};
}

QString SyncWords::remedy(SyncTrouble trouble)
{
    switch (trouble) {
    case SyncTrouble::None:
        return {};
    case SyncTrouble::Dns:
        return tr("核对地址的拼写；请网络管理员把服务器的名字加进 DNS。");
    case SyncTrouble::Tcp:
        return tr("确认服务已启动、端口没写错；请网络管理员在防火墙放行这个端口。");
    case SyncTrouble::Tls:
        return tr("不要继续。核对电脑时间；向管理员核对证书指纹，可能换过证书，也可能有人在中间。");
    case SyncTrouble::Proxy:
        return tr("填写代理的地址、用户和密码，或请网络管理员让这台服务器不走代理。");
    case SyncTrouble::Captive:
        return tr("先在浏览器里完成上网认证，再试一次。");
    case SyncTrouble::Auth:
        return tr("重新登录；电脑时间与服务器相差超过 5 分钟时也进不去，请先校时。");
    case SyncTrouble::Key:
        return tr("不要继续。把情况告诉管理员：服务器可能被替换，或这台电脑的登记已被撤销。");
    case SyncTrouble::Policy:
        return tr("在“冲突”里看是哪一项；版本太旧时请先更新程序。");
    case SyncTrouble::Server:
        return tr("程序会自己再试；持续不好时告诉管理员。");
    case SyncTrouble::Quota:
        return tr("告诉管理员清理或扩充服务器的磁盘。");
    case SyncTrouble::Storage:
        return tr("清理本机磁盘；空间不足 250 MB 时不再下载图片，决定仍然发送。");
    }
    return {};
}

QString SyncWords::signInProblem(const QString &problem)
{
    const std::string id = problem.toStdString();
    if (id == "invalid-credentials")
        return tr("用户名、密码或动态码不对。动态码 30 秒换一次，每个只能用一次。");
    if (id == "locked-out")
        return tr("错了太多次，这个账号暂时锁定。请过几分钟再试，或请管理员重置。");
    if (id == "device-unknown")
        return tr("服务器不认识这台电脑：登记没有完成，或已被撤销。请管理员发新的登记码。");
    if (id == "clock-skew")
        return tr("这台电脑的时间不准。请先校时，再登录。");
    if (id == "captcha-required")
        return tr("服务器要求验证码。请过几分钟再试，或请管理员重置。");
    return tr("服务器没有让您登录。请再试一次。");
}

QString SyncWords::outcome(const std::string &outcome)
{
    if (outcome == "accepted")
        return tr("已送达");
    if (outcome == "concurring")
        return tr("与别人一致");
    if (outcome == "disputed")
        return tr("有争议");
    if (outcome == "stale")
        return tr("档案已变");
    if (outcome == "moot")
        return tr("不再适用");
    if (outcome == "refused")
        return tr("未被接受");
    if (outcome == "forbidden")
        return tr("无此权限");
    return outcome == "mismatch" ? tr("编号冲突") : QString::fromStdString(outcome);
}

} // namespace zsb
