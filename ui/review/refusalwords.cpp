#include "ui/review/reviewwords.h"

#include "core/base/calendar.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// What is put into a sentence: which detail of the refusal, read as what.
enum class Part
{
    None,
    FieldName,
    SlotName,
    ItemName,
    TargetName,
    RoleName,
    RuleTitle,
    Plain,
    Moment,
    PhaseName,
};

struct Slotted
{
    Part part = Part::None;
    std::string_view key{};
};

struct RefusalSentence
{
    RefusalCode code;
    const char *text;
    Slotted first{};
    Slotted second{};
};

// clang-format off
using enum RefusalCode;
constexpr std::array sentences{
    RefusalSentence{NoSuchApplication, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有这份报名，请刷新队列（F5）。")},
    RefusalSentence{AlreadyExists, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这份报名已经存在。")},
    RefusalSentence{StaleRevision, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这份文件刚被改动，已重新载入，请再核对一次。")},
    RefusalSentence{PackMismatch, QT_TRANSLATE_NOOP("zsb::ReviewWords", "规则包已更换，请重新载入后再决定。")},
    RefusalSentence{Anonymous, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有登录的审核人，不能决定。")},
    RefusalSentence{WrongPhase, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这份文件的状态是“%1”，不能这样处理。"), {Part::PhaseName, "phase"}},
    RefusalSentence{AlreadyDone, QT_TRANSLATE_NOOP("zsb::ReviewWords", "已经这样处理过了。")},
    RefusalSentence{OutsideWindow, QT_TRANSLATE_NOOP("zsb::ReviewWords", "不在规定时间内（%1 至 %2）。"), {Part::Moment, "from"}, {Part::Moment, "to"}},
    RefusalSentence{DeadlinePassed, QT_TRANSLATE_NOOP("zsb::ReviewWords", "补正期限 %1 已过。"), {Part::Moment, "deadline"}},
    RefusalSentence{DeadlineInPast, QT_TRANSLATE_NOOP("zsb::ReviewWords", "补正期限必须在现在之后。")},
    RefusalSentence{NoticeNotAccepted, QT_TRANSLATE_NOOP("zsb::ReviewWords", "考生还没有阅读并同意考生须知。")},
    RefusalSentence{TypeNotChosen, QT_TRANSLATE_NOOP("zsb::ReviewWords", "还没有选择考生类型。")},
    RefusalSentence{UnknownType, QT_TRANSLATE_NOOP("zsb::ReviewWords", "规则包里没有这个考生类型。")},
    RefusalSentence{NothingGiven, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有要改的内容。")},
    RefusalSentence{FieldNotAsked, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这个考生类型不填“%1”。"), {Part::FieldName, "field"}},
    RefusalSentence{FieldUnchangeable, QT_TRANSLATE_NOOP("zsb::ReviewWords", "“%1”选定后不能更改。"), {Part::FieldName, "field"}},
    RefusalSentence{ItemNotOpen, QT_TRANSLATE_NOOP("zsb::ReviewWords", "“%1”没有要求补正，不能改。"), {Part::ItemName, "item"}},
    RefusalSentence{ItemNotCorrected, QT_TRANSLATE_NOOP("zsb::ReviewWords", "“%1”还没有补正。"), {Part::ItemName, "item"}},
    RefusalSentence{UnknownSlot, QT_TRANSLATE_NOOP("zsb::ReviewWords", "规则包里没有这种材料。")},
    RefusalSentence{SlotNotAsked, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这个考生类型不交“%1”。"), {Part::SlotName, "slot"}},
    RefusalSentence{FileMissing, QT_TRANSLATE_NOOP("zsb::ReviewWords", "“%1”没有文件内容。"), {Part::SlotName, "slot"}},
    RefusalSentence{NoSuchMaterial, QT_TRANSLATE_NOOP("zsb::ReviewWords", "“%1”里没有这个文件。"), {Part::SlotName, "slot"}},
    RefusalSentence{RequiredFieldMissing, QT_TRANSLATE_NOOP("zsb::ReviewWords", "必填项“%1”没有填写。"), {Part::FieldName, "field"}},
    RefusalSentence{RequiredMaterialMissing, QT_TRANSLATE_NOOP("zsb::ReviewWords", "必交材料“%1”没有上传。"), {Part::SlotName, "slot"}},
    RefusalSentence{PortraitMissing, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有照片。")},
    RefusalSentence{IdentityNotCollected, QT_TRANSLATE_NOOP("zsb::ReviewWords", "还没有完成身份采集。")},
    RefusalSentence{NotConfirmed, QT_TRANSLATE_NOOP("zsb::ReviewWords", "考生还没有确认报名登记表。")},
    RefusalSentence{NotPaid, QT_TRANSLATE_NOOP("zsb::ReviewWords", "还没有缴费。")},
    RefusalSentence{PaymentNotDue, QT_TRANSLATE_NOOP("zsb::ReviewWords", "现在不需要缴费。")},
    RefusalSentence{IllegalPayment, QT_TRANSLATE_NOOP("zsb::ReviewWords", "缴费状态不能这样变化。")},
    RefusalSentence{AmountMismatch, QT_TRANSLATE_NOOP("zsb::ReviewWords", "金额与应缴费用不符。")},
    RefusalSentence{OrderMismatch, QT_TRANSLATE_NOOP("zsb::ReviewWords", "订单号不符。")},
    RefusalSentence{RefundNotDue, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有应退的费用。")},
    RefusalSentence{RoleMayNot, QT_TRANSLATE_NOOP("zsb::ReviewWords", "本环节由“%1”决定，您的角色不能处理。"), {Part::RoleName, "expected"}},
    RefusalSentence{ClaimedByOther, QT_TRANSLATE_NOOP("zsb::ReviewWords", "另一位审核人正在审，到 %1 为止。"), {Part::Moment, "until"}},
    RefusalSentence{NotYourClaim, QT_TRANSLATE_NOOP("zsb::ReviewWords", "请先领取这份文件（Ctrl+G）。")},
    RefusalSentence{SamePerson, QT_TRANSLATE_NOOP("zsb::ReviewWords", "须由另一个人决定：前一次是您本人审的。换人：文件 → 审核人。")},
    RefusalSentence{UnknownItem, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有“%1”这一项。"), {Part::ItemName, "item"}},
    RefusalSentence{ContentChanged, QT_TRANSLATE_NOOP("zsb::ReviewWords", "“%1”的内容已变，请重新看过。"), {Part::ItemName, "item"}},
    RefusalSentence{MaterialUnseen, QT_TRANSLATE_NOOP("zsb::ReviewWords", "未看：%1"), {Part::ItemName, "item"}},
    RefusalSentence{UnknownFinding, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这个问题已经不存在，请刷新（F5）。")},
    RefusalSentence{FindingOpen, QT_TRANSLATE_NOOP("zsb::ReviewWords", "问题未处理：%1"), {Part::RuleTitle, "rule"}},
    RefusalSentence{FindingConfirmed, QT_TRANSLATE_NOOP("zsb::ReviewWords", "已认定的问题：%1，只能退回补正或不通过。"), {Part::RuleTitle, "rule"}},
    RefusalSentence{NoteMissing, QT_TRANSLATE_NOOP("zsb::ReviewWords", "请写明理由。")},
    RefusalSentence{NoReason, QT_TRANSLATE_NOOP("zsb::ReviewWords", "至少选一项原因。")},
    RefusalSentence{UnknownReason, QT_TRANSLATE_NOOP("zsb::ReviewWords", "规则包里没有这个原因编号。")},
    RefusalSentence{ReasonNeedsNote, QT_TRANSLATE_NOOP("zsb::ReviewWords", "原因 %1 要写补充说明。"), {Part::Plain, "code"}},
    RefusalSentence{WrongTarget, QT_TRANSLATE_NOOP("zsb::ReviewWords", "原因 %1 不能用在“%2”上。"), {Part::Plain, "code"}, {Part::TargetName, "target"}},
    RefusalSentence{BadJudgement, QT_TRANSLATE_NOOP("zsb::ReviewWords", "存疑或争议的文件要给出明确结论，不能再存疑。")},
    RefusalSentence{UnknownDecision, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有可以撤销的决定。")},
    RefusalSentence{NotYourDecision, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这不是您的决定，不能撤销。")},
    RefusalSentence{HoldOver, QT_TRANSLATE_NOOP("zsb::ReviewWords", "已过撤销时限（%1），决定已生效。"), {Part::Moment, "heldUntil"}},
    RefusalSentence{SomethingFollowed, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这份文件之后又有了新的处理，不能撤销。")},
    RefusalSentence{UnknownConversion, QT_TRANSLATE_NOOP("zsb::ReviewWords", "规则包里没有这种类型变更。")},
    RefusalSentence{ConversionNotOffered, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这份文件不能作这种类型变更。")},
    RefusalSentence{ConversionPending, QT_TRANSLATE_NOOP("zsb::ReviewWords", "类型变更申请正在处理。")},
    RefusalSentence{NoRequest, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有类型变更申请。")},
    RefusalSentence{MajorChosenAlready, QT_TRANSLATE_NOOP("zsb::ReviewWords", "拟报本科专业在报名时已经选定。")},
    RefusalSentence{UnknownMajor, QT_TRANSLATE_NOOP("zsb::ReviewWords", "专业目录里没有“%1”。"), {Part::Plain, "major"}},
    RefusalSentence{MajorNotReachable, QT_TRANSLATE_NOOP("zsb::ReviewWords", "“%1”不在专科专业的对应范围内。"), {Part::Plain, "major"}},
    RefusalSentence{SiteUnchangeable, QT_TRANSLATE_NOOP("zsb::ReviewWords", "考点所在盟市选定后不能更改。")},
    RefusalSentence{UnknownSite, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有这个考点。")},
    RefusalSentence{NoArchiveRoute, QT_TRANSLATE_NOOP("zsb::ReviewWords", "这个考生类型没有归档路线。")},
    RefusalSentence{UnknownArchiveStep, QT_TRANSLATE_NOOP("zsb::ReviewWords", "没有这个归档步骤。")},
    RefusalSentence{ArchiveOutOfOrder, QT_TRANSLATE_NOOP("zsb::ReviewWords", "归档步骤要按顺序登记。")},
};
// clang-format on

static_assert(sentences.size() == enumIds(RefusalCode{}).size(), "every refusal is explained");

QString plain(const Refusal &refusal, std::string_view key)
{
    for (const Evidence &evidence : refusal.details) {
        if (evidence.key != key)
            continue;
        if (const auto *words = std::get_if<std::string>(&evidence.value))
            return qtext(*words);
        if (const auto *number = std::get_if<std::int64_t>(&evidence.value))
            return QString::number(*number);
        return QString::number(std::get<double>(evidence.value));
    }
    return {};
}

QString part(const ReviewWords &words, const Pack &pack, const Refusal &refusal, const Slotted &slotted)
{
    const QString value = plain(refusal, slotted.key);
    const std::string utf8 = value.toStdString();
    switch (slotted.part) {
    case Part::None:
        return {};
    case Part::FieldName:
        return words.item("field:" + utf8);
    case Part::SlotName:
        return words.slot(utf8);
    case Part::ItemName:
    case Part::TargetName:
        return words.item(utf8);
    case Part::RoleName:
        return words.roleName(utf8);
    case Part::RuleTitle: {
        const auto basis = pack.basis(utf8);
        return basis ? words.text(basis->title) : value;
    }
    case Part::PhaseName: {
        const auto state = fromId<Phase>(utf8);
        return state ? words.phase(*state) : value;
    }
    case Part::Plain:
        return value;
    case Part::Moment: {
        const auto at = parseInstant(utf8);
        return at ? words.moment(*at) : value;
    }
    }
    return {};
}

} // namespace

QString ReviewWords::refusal(const Refusal &refusal) const
{
    const auto sentence = std::find_if(sentences.begin(), sentences.end(),
                                       [&](const RefusalSentence &s) { return s.code == refusal.code; });
    if (sentence == sentences.end())
        return qtext(idOf(refusal.code));
    QString text = tr(sentence->text);
    for (const Slotted &slotted : {sentence->first, sentence->second}) {
        if (slotted.part != Part::None)
            text = text.arg(part(*this, m_pack, refusal, slotted));
    }
    return text;
}

} // namespace zsb
