#include "ui/review/reviewwords.h"

#include "core/base/calendar.h"
#include "core/domain/command.h"
#include "ui/models/localtime.h"

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

std::string_view withoutPrefix(std::string_view key, std::string_view prefix)
{
    return key.substr(0, prefix.size()) == prefix ? key.substr(prefix.size()) : std::string_view();
}

} // namespace

QString ReviewWords::phase(Phase phase) const
{
    switch (phase) {
    case Phase::Draft:
        return tr("填报中");
    case Phase::InReview:
        return tr("待审");
    case Phase::Doubtful:
        return tr("存疑", "state");
    case Phase::Disputed:
        return tr("争议");
    case Phase::Returned:
        return tr("退回补正", "state");
    case Phase::Refused:
        return tr("不通过", "state");
    case Phase::Approved:
        return tr("已通过");
    case Phase::Cancelled:
        return tr("已作废");
    }
    return {};
}

QString ReviewWords::judgement(Judgement judgement) const
{
    switch (judgement) {
    case Judgement::Approve:
        return tr("通过");
    case Judgement::Return:
        return tr("退回补正");
    case Judgement::Refuse:
        return tr("不通过");
    case Judgement::Doubt:
        return tr("存疑上报");
    }
    return {};
}

QString ReviewWords::payment(PaymentState state) const
{
    switch (state) {
    case PaymentState::Unpaid:
        return tr("未缴费");
    case PaymentState::Pending:
        return tr("缴费处理中");
    case PaymentState::Paid:
        return tr("已缴费");
    case PaymentState::Refunding:
        return tr("退款中");
    case PaymentState::Refunded:
        return tr("已退款");
    case PaymentState::Expired:
        return tr("订单已过期");
    }
    return {};
}

QString ReviewWords::imageProblem(const ImageFacts &facts) const
{
    switch (facts.problem) {
    case ImageProblem::None:
        return {};
    case ImageProblem::Missing:
        return tr("报名数据里写了文件名，但没有这个文件。");
    case ImageProblem::Empty:
        return tr("文件是空的（0 字节）。");
    case ImageProblem::NotAnImage:
        return facts.format == ImageFormat::Unknown
                   ? tr("文件内容不是图片。")
                   : tr("%1，这里打不开，请存成 JPG。")
                         .arg(text(m_pack.text("format." + std::string(imageFormatId(facts.format)))));
    case ImageProblem::Truncated:
        return tr("图片不完整，后半部分缺失。");
    case ImageProblem::Damaged:
        return tr("图片已损坏。");
    case ImageProblem::NotAFile:
        return tr("不是文件，而是管道、设备或文件夹。");
    }
    return {};
}

QString ReviewWords::slot(std::string_view slotId) const
{
    const MaterialSlot *slot = m_pack.slot(slotId);
    return slot ? text(slot->name) : qtext(slotId);
}

QString ReviewWords::item(std::string_view itemKey) const
{
    if (itemKey == portraitItem)
        return tr("照片");
    if (itemKey == typeItem)
        return tr("考生类型");
    if (itemKey == anyItem)
        return tr("整份材料");
    if (const std::string_view slotId = withoutPrefix(itemKey, "material:"); !slotId.empty())
        return slot(slotId);
    if (itemKey == "step")
        return tr("未完成的步骤");
    if (const std::string_view step = withoutPrefix(itemKey, "step:"); !step.empty())
        return text(m_pack.text("step." + std::string(step)));
    if (const auto field = fieldFromId(withoutPrefix(itemKey, "field:")))
        return text(m_pack.field(*field).label);
    return qtext(itemKey);
}

QString ReviewWords::typeName(std::string_view typeId) const
{
    const CandidateType *type = m_pack.type(typeId);
    return type ? text(type->name) : qtext(typeId);
}

QString ReviewWords::roleName(std::string_view roleId) const
{
    if (roleId == importRole)
        return tr("名册导入");
    const Role *role = m_pack.role(roleId);
    return role ? text(role->name) : qtext(roleId);
}

QString ReviewWords::clause(std::string_view clauseId) const
{
    // what stands before the first dot names a document, and the pack says what that is called
    const std::size_t dot = clauseId.find('.');
    const auto label = m_pack.texts.find("clause." + std::string(clauseId.substr(0, dot)));
    if (dot == std::string_view::npos || label == m_pack.texts.end())
        return qtext(clauseId);
    return text(label->second).replace("{paragraph}"_L1, qtext(clauseId.substr(dot + 1)));
}

QString ReviewWords::moment(Instant at) const
{
    return localTime(at, m_pack.timeOffset).toString(tr("M月d日 HH:mm"));
}

QString ReviewWords::day(Instant at) const
{
    return localTime(at, m_pack.timeOffset).toString(tr("M月d日"));
}

QString ReviewWords::bytes(std::int64_t bytes)
{
    if (bytes < 1024)
        return tr("%1 字节").arg(bytes);
    if (bytes < 1024 * 1024)
        return tr("%1 KB").arg(double(bytes) / 1024.0, 0, 'f', bytes < 100 * 1024 && bytes % 1024 != 0 ? 1 : 0);
    return tr("%1 MB").arg(double(bytes) / (1024.0 * 1024.0), 0, 'f', 1);
}

QString ReviewWords::failure(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("这份文件已不在数据库里，请刷新队列（F5）。");
    case ErrorCode::Unreadable:
        return tr("数据库读写失败，决定没有记录。请检查磁盘空间与权限后重试。");
    case ErrorCode::Invalid:
        return tr("数据内容有误，决定没有记录。请在“关于与诊断”中核对数据库。");
    case ErrorCode::Conflict:
        return tr("正在写入别的数据（例如正在入库），这一步没有记录。请稍后再试一次。");
    case ErrorCode::Unreachable:
        return tr("对方没有应答，请稍后再试。");
    case ErrorCode::Refused:
        return tr("此操作不被允许。");
    case ErrorCode::Cancelled:
        return tr("已取消。");
    case ErrorCode::Internal:
        return tr("程序内部错误，决定没有记录。请重试；仍不行时导出诊断信息。");
    }
    return {};
}

} // namespace zsb
