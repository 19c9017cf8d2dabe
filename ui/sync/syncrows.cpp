#include "ui/sync/syncrows.h"

#include "ui/models/localtime.h"
#include "ui/sync/syncface.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

QString said(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

Tone toneOfOutcome(const std::string &outcome)
{
    if (outcome == "accepted" || outcome == "concurring")
        return Tone::Ok;
    return outcome.empty() ? Tone::Info : Tone::Warning;
}

QString judgementWords(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Approve:
        return SyncWords::command(Approve::kind);
    case Judgement::Return:
        return SyncWords::command(ReturnFile::kind);
    case Judgement::Refuse:
        return SyncWords::command(Refuse::kind);
    case Judgement::Doubt:
        return SyncWords::command(Doubt::kind);
    }
    return {};
}

} // namespace

QString SyncRows::moment(Instant at) const
{
    if (at == Instant{})
        return {};
    return localTime(at, m_pack.timeOffset).toString(tr("M月d日 HH:mm:ss"));
}

QString SyncRows::person(const ActorId &actor) const
{
    const QString id = said(actor.value);
    return m_people.value(id, id.left(8));
}

QString SyncRows::role(const std::string &id) const
{
    const Role *role = m_pack.role(id);
    return role ? text(role->name) : said(id);
}

QString SyncRows::type(const std::string &id) const
{
    const CandidateType *type = m_pack.type(id);
    return type ? text(type->name) : said(id);
}

QString SyncRows::slot(const std::string &id) const
{
    const MaterialSlot *slot = m_pack.slot(id);
    return slot ? text(slot->name) : said(id);
}

QString SyncRows::field(Field field) const
{
    return text(m_pack.field(field).label);
}

QString SyncRows::documentType(const std::string &code) const
{
    const DocumentType *type = m_pack.documentType(code);
    return type ? text(type->name) : said(code);
}

QString SyncRows::phase(std::string_view id)
{
    switch (fromId<Phase>(id).value_or(Phase::Draft)) {
    case Phase::Draft:
        return tr("填报中");
    case Phase::InReview:
        return tr("待审");
    case Phase::Doubtful:
        return tr("存疑");
    case Phase::Disputed:
        return tr("争议");
    case Phase::Returned:
        return tr("退回补正");
    case Phase::Refused:
        return tr("不通过");
    case Phase::Approved:
        return tr("已通过");
    case Phase::Cancelled:
        return tr("已作废");
    }
    return {};
}

QString SyncRows::bytes(std::int64_t bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString SyncRows::progress(const LookOp &look) const
{
    const QueuedOp &op = look.op;
    switch (op.state) {
    case OpState::Answered:
        return SyncWords::outcome(op.outcome);
    case OpState::Withdrawn:
        return tr("已撤销，没有发送");
    case OpState::Sending:
        return tr("已发出，等回执");
    case OpState::Pending:
        break;
    }
    if (!op.trouble.empty()) {
        const auto trouble = fromId<SyncTrouble>(op.trouble);
        return tr("待重试：%1").arg(trouble ? SyncWords::trouble(*trouble) : said(op.trouble));
    }
    return op.heldUntil > op.made ? tr("待发送（保留到 %1）").arg(moment(op.heldUntil)) : tr("待发送");
}

QList<PlainRow> SyncRows::outbox(const std::vector<LookOp> &ops) const
{
    QList<PlainRow> rows;
    for (const LookOp &look : ops) {
        PlainRow row;
        row.id = said(look.op.command.id.value);
        row.tone = look.op.state == OpState::Withdrawn ? Tone::Neutral : toneOfOutcome(look.op.outcome);
        row.cells = {moment(look.op.made),       said(look.file.number), said(look.file.name),
                     wish(look.op.command.body), progress(look),         said(look.receipt).left(12)};
        rows.append(row);
    }
    return rows;
}

QList<PlainRow> SyncRows::arrivals(const std::vector<LookArrival> &arrivals) const
{
    QList<PlainRow> rows;
    for (const LookArrival &one : arrivals)
        rows.append({{moment(one.updated), said(one.file.number), said(one.file.name), phase(one.phase)},
                     Tone::Neutral,
                     said(one.file.id.value)});
    return rows;
}

QString SyncRows::reasons(const std::vector<ReasonUse> &reasons, const std::string &note) const
{
    QStringList words;
    for (const ReasonUse &use : reasons) {
        const auto found = std::ranges::find(m_pack.reasons, use.code, &Reason::code);
        words.append(found == m_pack.reasons.end() ? said(use.code) : said(use.code) + u' ' + text(found->text));
    }
    if (!note.empty())
        words.append(said(note));
    return words.join(u"；"_s);
}

QString SyncRows::wish(const CommandBody &body) const
{
    const QString name = SyncWords::command(kindOf(body));
    return std::visit(
        [&](const auto &one) -> QString {
            if constexpr (requires { one.judgement; })
                return name + u'：' + judgementWords(one.judgement);
            return name;
        },
        body);
}

QList<PlainRow> SyncRows::conflicts(const SyncLook &look) const
{
    QList<PlainRow> rows;
    for (const LookConflict &one : look.conflicts)
        rows.append({{moment(one.entry.at), said(one.wish.file.number), said(one.wish.file.name),
                      wish(one.wish.op.command.body), SyncWords::outcome(one.entry.outcome)},
                     toneOfOutcome(one.entry.outcome),
                     u"inbox:%1"_s.arg(one.entry.n)});
    for (const LookDispute &one : look.disputes)
        rows.append({{QString(), said(one.file.number), said(one.file.name), QString(), tr("待督导裁决")},
                     Tone::Warning,
                     u"dispute:"_s + said(one.file.id.value)});
    return rows;
}

/// Phase, and who decided what last.
QString SyncRows::standing(const ApplicationState &state) const
{
    QString words = phase(idOf(state.review.phase));
    if (const Decision *last = lastDecision(state))
        words += tr("（%1：%2）").arg(person(last->actor), judgementWords(last->judgement));
    return words;
}

void SyncRows::addFields(const LookConflict &conflict, QList<PlainRow> &rows) const
{
    if (!conflict.base)
        return;
    const auto *mine = std::get_if<SetFields>(&conflict.wish.op.command.body);
    for (const auto &[field, value] : conflict.now.fields) {
        const auto before = conflict.base->fields.find(field);
        const std::string was = before == conflict.base->fields.end() ? std::string() : before->second;
        const bool isMine = mine && mine->fields.contains(field);
        if (was == value && !isMine)
            continue;
        rows.append({{text(m_pack.field(field).label), said(was), isMine ? said(mine->fields.at(field)) : QString(),
                      said(value)},
                     Tone::Neutral,
                     said(fieldItem(field))});
    }
}

void SyncRows::addMaterials(const LookConflict &conflict, QList<PlainRow> &rows) const
{
    if (!conflict.base)
        return;
    const auto add = [&](const QString &name, const std::string &item) {
        if (itemHash(*conflict.base, item) != itemHash(conflict.now, item))
            rows.append({{name, tr("原来的"), QString(), tr("换过了")}, Tone::Warning, said(item)});
    };
    for (const auto &[slot, files] : conflict.now.materials) {
        const MaterialSlot *known = m_pack.slot(slot);
        add(known ? text(known->name) : said(slot), materialItem(slot));
    }
    add(tr("照片"), std::string(portraitItem));
}

QList<PlainRow> SyncRows::difference(const LookConflict &conflict) const
{
    const CommandBody &body = conflict.wish.op.command.body;
    QList<PlainRow> rows;
    rows.append({{tr("结论"), conflict.base ? standing(*conflict.base) : QString(), wish(body), standing(conflict.now)},
                 Tone::Neutral,
                 u"decision"_s});
    const QString why = std::visit(
        [&](const auto &one) -> QString {
            if constexpr (requires {
                              one.reasons;
                              one.note;
                          })
                return reasons(one.reasons, one.note);
            return {};
        },
        body);
    const Decision *theirs = lastDecision(conflict.now);
    if (!why.isEmpty() || theirs)
        rows.append({{tr("理由"), QString(), why, theirs ? reasons(theirs->reasons, theirs->note) : QString()},
                     Tone::Neutral,
                     u"reasons"_s});
    addFields(conflict, rows);
    addMaterials(conflict, rows);
    return rows;
}

/// The decision that came first and the one that came second, beside each other.
QList<PlainRow> SyncRows::sides(const LookDispute &dispute) const
{
    QList<PlainRow> rows;
    for (const Contest *contest : openContests(dispute.state)) {
        const auto first = std::ranges::find(dispute.state.decisions, contest->against, &Decision::id);
        if (first == dispute.state.decisions.end())
            continue;
        rows.append({{tr("谁"), QString(), person(contest->actor), person(first->actor)}, Tone::Neutral, {}});
        rows.append({{tr("结论"), QString(), judgementWords(contest->judgement), judgementWords(first->judgement)},
                     Tone::Neutral,
                     {}});
        rows.append(
            {{tr("理由"), QString(), reasons(contest->reasons, contest->note), reasons(first->reasons, first->note)},
             Tone::Neutral,
             {}});
        rows.append({{tr("时间"), QString(), moment(contest->at), moment(first->at)}, Tone::Neutral, {}});
    }
    return rows;
}

QList<PlainRow> SyncRows::uploads(const std::vector<QueuedBlob> &uploads) const
{
    QList<PlainRow> rows;
    for (const QueuedBlob &blob : uploads) {
        const auto trouble = fromId<SyncTrouble>(blob.trouble);
        const QString state = blob.trouble.empty()
                                  ? tr("待传")
                                  : tr("待重试：%1").arg(trouble ? SyncWords::trouble(*trouble) : said(blob.trouble));
        rows.append({{blob.purpose == "portrait" ? tr("照片") : tr("材料"), bytes(blob.bytes),
                      tr("%1%").arg(blob.bytes > 0 ? 100 * blob.uploaded / blob.bytes : 0), state},
                     Tone::Info,
                     said(blob.sha256)});
    }
    return rows;
}

QList<PlainRow> SyncRows::notes(const std::deque<SyncNote> &notes) const
{
    QList<PlainRow> rows;
    for (const SyncNote &note : notes) {
        const bool isBad = note.what == "trouble" || note.what.ends_with("failed");
        rows.append(
            {{moment(note.at), SyncWords::note(note.what, note.detail)}, isBad ? Tone::Warning : Tone::Neutral, {}});
    }
    return rows;
}

QString SyncRows::report(const ReconcileReport &report)
{
    if (!report.problem.empty()) {
        const auto trouble = fromId<SyncTrouble>(report.problem);
        return tr("没有对成：%1").arg(trouble ? SyncWords::trouble(*trouble) : said(report.problem));
    }
    const auto count = [](const std::vector<std::string> &list) { return qlonglong(list.size()); };
    const qlonglong wrong = count(report.missingHere) + count(report.missingThere) + count(report.otherVersion);
    if (report.agrees())
        return tr("一致：服务器确认 %1/%1 份。").arg(report.applications);
    return tr("不一致：服务器有 %1 份；这里缺 %2 份，那边缺 %3 份，版本不同 %4 份。正在同步，稍后再对一次。")
        .arg(report.applications)
        .arg(count(report.missingHere))
        .arg(count(report.missingThere))
        .arg(wrong - count(report.missingHere) - count(report.missingThere));
}

} // namespace zsb
