#include "ui/review/reviewrows.h"

#include "core/domain/command.h"
#include "core/domain/event.h"
#include "core/workflow/steps.h"
#include "ui/models/phasetone.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int fewFields = 3; ///< that fit a title

/// Whether an answer is red: the review came to an end that is not approval.
bool isStopped(Phase phase)
{
    switch (phase) {
    case Phase::Draft:
    case Phase::InReview:
    case Phase::Doubtful:
    case Phase::Disputed:
    case Phase::Approved:
        return false;
    case Phase::Returned:
    case Phase::Refused:
    case Phase::Cancelled:
        return true;
    }
    return false;
}

StepView::State viewState(StepState state)
{
    switch (state) {
    case StepState::Finished:
        return StepView::State::Finished;
    case StepState::Current:
        return StepView::State::Current;
    case StepState::Open:
    case StepState::Blocked: // by a step before it: nothing is wrong with it
        return StepView::State::Waiting;
    }
    return StepView::State::Waiting;
}

} // namespace

QList<StepView> ReviewRows::steps(const ApplicationState &state) const
{
    const bool underReview = state.review.phase == Phase::InReview || state.review.phase == Phase::Doubtful ||
                             state.review.phase == Phase::Disputed;
    QList<StepView> views;
    for (const StepStatus &status : stepStatuses(state, m_pack)) {
        StepView view;
        view.title = m_words.text(m_pack.text("step." + status.step));
        view.state = viewState(status.state);
        const auto paid = state.fields.find(Field::PaymentState);
        if (status.step == stepId(Step::Payment) && paid != state.fields.end() &&
            paid->second == idOf(PaymentState::Paid))
            view.state = StepView::State::Finished; // as the import says
        if (status.why)
            view.note = m_words.refusal({*status.why, {{"phase", std::string(idOf(state.review.phase))}}});
        if (status.step == stepId(Step::Review)) {
            view.note = m_words.phase(state.review.phase);
            if (isStopped(state.review.phase))
                view.state = StepView::State::Blocked;
            else if (underReview)
                view.state = StepView::State::Current;
        } else if (underReview && view.state == StepView::State::Current)
            view.state = StepView::State::Waiting; // one step is current: the one the file is in
        views.append(view);
    }
    return views;
}

QList<PortraitLine> ReviewRows::portrait(const ApplicationState &state, const PortraitStudy *study) const
{
    const PortraitProfile *profile = m_pack.profile(m_pack.portraitProfile);
    if (!state.portrait || !profile || !state.portrait->facts.isReadable())
        return {};
    const ImageFacts &facts = state.portrait->facts;
    QList<PortraitLine> readings;
    const auto add = [&](const QString &text, bool good) { readings.append({text, good ? Tone::Ok : Tone::Error}); };
    add(u"%1×%2 px (%3–%4 × %5–%6)"_s.arg(facts.widthPx)
            .arg(facts.heightPx)
            .arg(profile->minWidthPx)
            .arg(profile->maxWidthPx)
            .arg(profile->minHeightPx)
            .arg(profile->maxHeightPx),
        facts.widthPx >= profile->minWidthPx && facts.widthPx <= profile->maxWidthPx &&
            facts.heightPx >= profile->minHeightPx && facts.heightPx <= profile->maxHeightPx);
    const bool small = facts.bytes <= profile->maxBytes;
    add(small ? tr("%1 ≤ %2").arg(m_words.bytes(facts.bytes), m_words.bytes(profile->maxBytes))
              : tr("%1 > %2").arg(m_words.bytes(facts.bytes), m_words.bytes(profile->maxBytes)),
        small);
    const std::string format(imageFormatId(facts.format));
    QStringList allowed;
    for (const std::string &one : profile->formats)
        allowed.append(qtext(one));
    add(u"%1 (%2)"_s.arg(qtext(format), allowed.join(u", "_s)), allowed.contains(qtext(format)));
    if (study && study->reading.hasPixels) {
        addMeasures(*study, readings);
        return readings;
    }
    readings.append({tr("本人、正面、免冠、白底"), Tone::Warning});
    readings.append({tr("眼镜、头发、光线请人工确认"), Tone::Warning});
    return readings;
}

QString ReviewRows::historySentence(const std::string &kind, const QJsonObject &body) const
{
    const auto judgement = judgementOf(body);
    if (judgement && kind == Decided::kind)
        return m_words.judgement(*judgement);
    if (judgement && kind == DecisionContested::kind)
        return (body.value("concurs"_L1).toBool() ? tr("%1（与先前的决定一致）") : tr("%1（与先前的决定不同）"))
            .arg(m_words.judgement(*judgement));
    static const std::map<std::string_view, const char *> sentences{
        {DraftCreated::kind, QT_TR_NOOP("建立报名")},
        {NoticeAccepted::kind, QT_TR_NOOP("同意考生须知")},
        {TypeChosen::kind, QT_TR_NOOP("选择考生类型")},
        {FieldsSet::kind, QT_TR_NOOP("填报信息")},
        {MaterialAttached::kind, QT_TR_NOOP("上传材料")},
        {MaterialRemoved::kind, QT_TR_NOOP("删除材料")},
        {PortraitAttached::kind, QT_TR_NOOP("上传照片")},
        {IdentityRecorded::kind, QT_TR_NOOP("登记身份采集")},
        {PaymentRecorded::kind, QT_TR_NOOP("登记缴费")},
        {FormConfirmed::kind, QT_TR_NOOP("确认登记表")},
        {Submitted::kind, QT_TR_NOOP("提交审批")},
        {Withdrawn::kind, QT_TR_NOOP("撤回修改")},
        {Cancelled::kind, QT_TR_NOOP("作废")},
        {Claimed::kind, QT_TR_NOOP("领取")},
        {Released::kind, QT_TR_NOOP("归还")},
        {ItemsSeen::kind, QT_TR_NOOP("看过")},
        {FindingResolved::kind, QT_TR_NOOP("处理机检问题")},
        {DecisionUndone::kind, QT_TR_NOOP("撤销决定")},
        {ConversionRequested::kind, QT_TR_NOOP("申请变更类型")},
        {ConversionDecided::kind, QT_TR_NOOP("答复变更申请")},
        {Converted::kind, QT_TR_NOOP("变更考生类型")},
        {MajorChosen::kind, QT_TR_NOOP("选择拟报专业")},
        {ExamSiteChanged::kind, QT_TR_NOOP("更改考点")},
        {ArchiveStepRecorded::kind, QT_TR_NOOP("登记归档")},
        {Adopted::kind, QT_TR_NOOP("收到中心服务的最新状态")},
    };
    const auto found = sentences.find(kind);
    return found == sentences.end() ? qtext(kind) : tr(found->second);
}

QStringList ReviewRows::historyFields(const QJsonObject &body) const
{
    QStringList names;
    for (const QString &field : body.value("fields"_L1).toObject().keys())
        names.append(m_words.item("field:" + field.toStdString()));
    return names;
}

/// The material, or the few fields, that a link of the history is about; empty: the whole file.
QString ReviewRows::historySubject(const QJsonObject &body) const
{
    const QString attached = body.value("attachment"_L1).toObject().value("slot"_L1).toString();
    const QString slot = attached.isEmpty() ? body.value("slot"_L1).toString() : attached;
    if (!slot.isEmpty())
        return m_words.slot(slot.toStdString());
    const QStringList fields = historyFields(body);
    if (fields.isEmpty())
        return {};
    return fields.size() <= fewFields ? fields.join(tr("、")) : tr("%n 项", nullptr, int(fields.size()));
}

QString ReviewRows::historyDetail(const QJsonObject &body) const
{
    QStringList lines;
    QStringList reasons;
    for (const QJsonValue &value : body.value("reasons"_L1).toArray()) {
        const QString code = value.toObject().value("code"_L1).toString();
        const Reason *reason = m_pack.reason(code.toStdString());
        const QString item = value.toObject().value("target"_L1).toString();
        const QString target = item.isEmpty() ? QString() : m_words.item(item.toStdString());
        const QString text = reason ? reasonText(*reason, target) : QString();
        QString line = u"%1 %2"_s.arg(code, text).trimmed();
        if (!target.isEmpty() && !text.contains(target))
            line = tr("%1：%2").arg(line, target);
        if (const QString note = value.toObject().value("note"_L1).toString(); !note.isEmpty())
            line = tr("%1（%2）").arg(line, note);
        reasons.append(line);
    }
    if (!reasons.isEmpty())
        lines.append(reasons.join(u'\n'));
    if (const QStringList fields = historyFields(body); fields.size() > fewFields)
        lines.append(fields.join(tr("、")));
    QStringList seen;
    const QJsonObject items =
        body.contains("seen"_L1) ? body.value("seen"_L1).toObject() : body.value("items"_L1).toObject();
    for (const QString &item : items.keys())
        seen.append(m_words.item(item.toStdString()));
    if (!seen.isEmpty())
        lines.append(tr("屏幕上看过：%1").arg(seen.join(tr("、"))));
    if (body.contains("resolution"_L1)) {
        const auto basis = m_pack.basis(body.value("rule"_L1).toString().toStdString());
        const bool confirmed = body.value("resolution"_L1).toString() == qtext(idOf(Resolution::Confirmed));
        lines.append((confirmed ? tr("认定：%1") : tr("排除：%1")).arg(basis ? m_words.text(basis->title) : QString()));
    }
    const QString note = body.value("note"_L1).toString();
    if (!note.isEmpty())
        lines.append(tr("说明：%1").arg(note));
    return lines.join(u'\n');
}

HistoryRow ReviewRows::history(const HistoryEntry &entry, const std::function<QString(const ActorId &)> &nameOf) const
{
    const QJsonObject whole = QJsonDocument::fromJson(QByteArray::fromStdString(entry.body)).object();
    const QJsonObject body = whole.contains("body"_L1) ? whole.value("body"_L1).toObject() : whole;
    HistoryRow row;
    row.when = m_words.moment(entry.stored.at);
    const bool byImport = entry.stored.role == importRole; // nobody's office: its name says all
    row.who = byImport ? m_words.roleName(importRole) : nameOf(entry.stored.actor);
    row.role = byImport ? QString() : m_words.roleName(entry.stored.role);
    row.what = historySentence(entry.stored.kind, body);
    if (const QString about = historySubject(body); !about.isEmpty())
        row.what = tr("%1：%2").arg(row.what, about);
    row.detail = historyDetail(body);
    row.pack = tr("规则包 %1").arg(qtext(entry.stored.packHash).left(8));
    row.hash = qtext(entry.stored.hash);
    if (entry.stored.kind == Decided::kind || entry.stored.kind == DecisionContested::kind) {
        const auto judgement = judgementOf(body);
        row.tone = judgement ? toneOf(*judgement) : Tone::Neutral;
    }
    return row;
}

} // namespace zsb
