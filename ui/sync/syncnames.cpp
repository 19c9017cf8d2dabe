#include "ui/sync/syncface.h"

#include "core/domain/command.h"
#include "core/protocol/problem.h"
#include "core/sync/accountlane.h"

namespace zsb {

QString SyncWords::command(std::string_view kind)
{
    if (kind == Approve::kind)
        return tr("通过");
    if (kind == ReturnFile::kind)
        return tr("退回补正");
    if (kind == Refuse::kind)
        return tr("不通过");
    if (kind == Doubt::kind)
        return tr("存疑上报");
    if (kind == Settle::kind)
        return tr("裁决");
    if (kind == Undo::kind)
        return tr("撤销");
    if (kind == ClaimFile::kind)
        return tr("领取");
    if (kind == ReleaseFile::kind)
        return tr("归还");
    if (kind == MarkSeen::kind)
        return tr("已看材料");
    if (kind == ResolveFinding::kind)
        return tr("处理问题");
    if (kind == SetFields::kind)
        return tr("修改数据");
    if (kind == AttachMaterial::kind || kind == RemoveMaterial::kind)
        return tr("材料");
    if (kind == AttachPortrait::kind)
        return tr("照片");
    if (kind == Submit::kind)
        return tr("提交");
    if (kind == Withdraw::kind)
        return tr("撤回");
    if (kind == Cancel::kind)
        return tr("作废");
    if (kind == RequestConversion::kind)
        return tr("申请变更类型");
    if (kind == DecideConversion::kind)
        return tr("答复变更申请");
    if (kind == ChooseMajor::kind)
        return tr("选择拟报专业");
    return tr("登记");
}

QString SyncWords::pictureProblem(const std::string &problem)
{
    if (problem == idOf(SyncTrouble::Storage))
        return tr("这台电脑的磁盘空间不够");
    if (problem == idOf(ProblemType::NotFound))
        return tr("服务器没有这个文件");
    if (problem == idOf(ProblemType::ForbiddenScope))
        return tr("您的岗位不能取");
    if (problem == idOf(ProblemType::StorageFull) || problem == idOf(SyncTrouble::Quota))
        return tr("服务器的空间满了");
    if (problem == idOf(SyncTrouble::Key))
        return tr("收到的不是这个文件");
    return tr("服务器没有给（%1）").arg(QString::fromStdString(problem));
}

QString SyncWords::note(const std::string &what, const std::string &detail)
{
    const QString more = QString::fromStdString(detail);
    if (what == "opened")
        return tr("同步已启动");
    if (what == "trouble") {
        const auto known = fromId<SyncTrouble>(detail);
        return tr("出了问题：%1").arg(known ? trouble(*known) : more);
    }
    if (what == "well")
        return tr("连接正常");
    if (what == "signed-in")
        return tr("已登录");
    if (what == "sign-in-failed")
        return tr("没有登录上：%1").arg(signInProblem(more));
    if (what == "signed-out")
        return tr("已退出登录");
    if (what == "paused")
        return tr("已暂停");
    if (what == "resumed")
        return tr("已继续");
    if (what == "rows")
        return tr("收到 %1 份档案的变动").arg(more);
    if (what == "leased")
        return tr("领取或归还的回答：%1").arg(more);
    if (what == "reconciled")
        return detail == "agrees" ? tr("对账：一致") : tr("对账：不一致");
    if (what == "account")
        return fromId<AccountWish>(detail) ? tr("考生账号：已办理") : tr("考生账号：没有办成（%1）").arg(more);
    if (what == "fetch-failed")
        return tr("一张图片没有取到：%1").arg(pictureProblem(detail));
    if (what == "parcel-written")
        return tr("已导出离线包");
    if (what == "parcel-taken")
        return detail.empty() ? tr("已收进离线包") : tr("离线包没有收进");
    return QString::fromStdString(what) + QLatin1Char(' ') + more;
}

} // namespace zsb
