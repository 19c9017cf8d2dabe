#include "core/server/opdesk.h"
#include "core/server/server.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

using MaybeAnswer = Result<std::optional<OpAnswer>>;

/// What an op comes to that stands on one that came to this.
OpOutcome inherited(OpOutcome outcome)
{
    switch (outcome) {
    case OpOutcome::Stale:
    case OpOutcome::Forbidden:
    case OpOutcome::Refused:
        return outcome;
    case OpOutcome::Mismatch:
        return OpOutcome::Refused;
    default:
        return OpOutcome::Moot;
    }
}

} // namespace

void OpDesk::explain(OpAnswer &answer, const Refusal &refusal)
{
    struct ToText
    {
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(double value) const { return std::to_string(value); }
        std::string operator()(const std::string &value) const { return value; }
    };
    answer.refusal = idOf(refusal.code);
    for (const Evidence &evidence : refusal.details)
        answer.details[std::string(evidence.key)] = std::visit(ToText{}, evidence.value);
}

OpAnswer OpDesk::answerWith(const Case &one, OpOutcome outcome) const
{
    OpAnswer answer;
    answer.id = one.op.command.id;
    answer.outcome = outcome;
    answer.version = outcome == OpOutcome::Forbidden ? 0 : one.now.revision; // nothing of what is not theirs
    return answer;
}

OpAnswer OpDesk::later(const Case &one) const
{
    OpAnswer answer = answerWith(one, OpOutcome::Later);
    answer.retryAfterMs = int(m_writing.parts().config.later.count());
    return answer;
}

/// Whether the op follows one of the same sender on the same id, so that what became of that is what they know.
Result<bool> OpDesk::standsOnOwn(const Case &one) const
{
    if (one.op.after.isEmpty())
        return false;
    const Result<std::optional<LedgerRow>> row = m_ledger.find(one.op.after);
    if (!row)
        return row.error();
    return *row && (*row)->actor == m_caller.actor && (*row)->application == one.op.command.application &&
           (*row)->answer.outcome != OpOutcome::Forbidden;
}

/// What stands on an op that is still on its way, or on a view from before a restore, waits: that may bring the file.
/// Nothing here looks at whether it is there.
MaybeAnswer OpDesk::withoutLeave(const Case &one) const
{
    const Command &command = one.op.command;
    const Verb verb = command.role == importRole ? Verb::Import : verbOf(command.body);
    const Result<bool> waits =
        command.actor == m_caller.actor && mayRole(m_writing.pack(), command.role, verb) ? mayStillCome(one) : false;
    if (!waits)
        return waits.error();
    OpAnswer answer = *waits ? later(one) : answerWith(one, OpOutcome::Forbidden);
    answer.version = 0;
    return std::optional(std::move(answer));
}

Result<bool> OpDesk::mayStillCome(const Case &one) const
{
    if (!one.op.after.isEmpty()) {
        const Result<std::optional<LedgerRow>> row = m_ledger.find(one.op.after);
        if (!row || !*row)
            return row ? Result<bool>(true) : Result<bool>(row.error());
    }
    const std::string &seen = one.op.epoch.empty() ? m_epoch : one.op.epoch;
    if (one.op.base <= 0 || seen == m_writing.server().epoch())
        return false;
    const Result<std::optional<Epoch>> epoch = currentEpoch(m_writing.database());
    if (!epoch)
        return epoch.error();
    return *epoch && m_writing.now() < (*epoch)->at + m_writing.parts().config.afterRestore;
}

/// The rest of a chain does not go on where an op that it stands on did not happen.
MaybeAnswer OpDesk::chainObstacle(const Case &one) const
{
    if (one.op.after.isEmpty())
        return std::optional<OpAnswer>();
    const Result<std::optional<LedgerRow>> row = m_ledger.find(one.op.after);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional(later(one));
    const OpOutcome before = (*row)->answer.outcome;
    if ((*row)->actor != m_caller.actor || (*row)->application != one.op.command.application) {
        OpAnswer answer = answerWith(one, OpOutcome::Refused);
        answer.details["after"] = one.op.after.value;
        return std::optional(std::move(answer));
    }
    if (before == OpOutcome::Accepted || before == OpOutcome::Concurring)
        return std::optional<OpAnswer>();
    const Result<Op> whole = m_ledger.whole(one.op.after);
    if (!whole)
        return whole.error();
    if (isAttention(whole->command.body) && before != OpOutcome::Forbidden)
        return std::optional<OpAnswer>();
    OpAnswer answer = answerWith(one, inherited(before));
    answer.refusal = (*row)->answer.refusal;
    answer.details["after"] = one.op.after.value;
    return std::optional(std::move(answer));
}

Result<OpDesk::Chain> OpDesk::chainOf(const Case &one) const
{
    Chain chain;
    chain.base = one.op.base;
    for (CommandId at = one.op.after; !at.isEmpty();) {
        const Result<std::optional<LedgerRow>> row = m_ledger.find(at);
        if (!row)
            return row.error();
        if (!*row)
            break;
        const OpAnswer &answer = (*row)->answer;
        // the sender has seen the file after this op: their view begins there
        if (answer.outcome == OpOutcome::Accepted && one.op.base >= answer.version)
            break;
        chain.ops.insert(chain.ops.begin(), at);
        chain.base = (*row)->base;
        chain.events += (*row)->events;
        chain.isSmooth = chain.isSmooth && answer.outcome == OpOutcome::Accepted;
        at = (*row)->after;
    }
    return chain;
}

/// Up to which version the sender's history and ours are the same.
Result<int> OpDesk::soundVersion(const Case &one) const
{
    const std::string &epoch = one.op.epoch.empty() ? m_epoch : one.op.epoch;
    if (epoch == m_writing.server().epoch())
        return one.now.revision;
    const Result<std::optional<Epoch>> next = epochAfter(m_writing.database(), epoch);
    if (!next)
        return next.error();
    if (!*next)
        return 0; // of an epoch that began after our backup was made
    const Result<std::int64_t> version =
        m_writing.database().number(u"SELECT count(*) FROM events WHERE application = ? AND seq <= ?"_s,
                                    {sqlText(one.op.command.application.value), sqlInteger((*next)->seq)});
    return version ? Result<int>(int(*version)) : Result<int>(version.error());
}

/// What the sender had before them. An op on versions that only another epoch had is judged on what is left of them.
MaybeAnswer OpDesk::readJudged(Case &one)
{
    const Result<Chain> chain = chainOf(one);
    const Result<int> sound = soundVersion(one);
    if (!chain || !sound)
        return chain ? sound.error() : chain.error();
    const bool sameEpoch = (one.op.epoch.empty() ? m_epoch : one.op.epoch) == m_writing.server().epoch();
    if (chain->base > one.now.revision && sameEpoch) {
        OpAnswer answer = answerWith(one, OpOutcome::Refused);
        explain(answer, {RefusalCode::StaleRevision, {{"expected", std::int64_t(one.now.revision)}}});
        return std::optional(std::move(answer));
    }
    one.isUnsure = chain->base > *sound;
    const int base = std::min(chain->base, *sound);
    if (!one.isUnsure && chain->isSmooth && one.now.revision == base + chain->events) {
        one.judged = one.now;
        return std::optional<OpAnswer>();
    }
    Result<ApplicationState> view = sendersView(one, *chain, base);
    if (!view)
        return view.error();
    one.judged = *std::move(view);
    if (one.isUnsure && !one.op.judged.empty() && one.op.judged == contentHash(one.now))
        one.judged = one.now;
    return std::optional<OpAnswer>();
}

Result<ApplicationState> OpDesk::sendersView(const Case &one, const Chain &chain, int base) const
{
    const Result<std::vector<Event>> events = m_writing.batch().events(one.op.command.application);
    if (!events)
        return events.error();
    const WorkflowContext context{*m_writing.parts().book, m_writing.now(), {}};
    ApplicationState view = fold(std::span(*events).first(std::min(std::size_t(base), events->size())));
    for (const CommandId &op : chain.ops) {
        bool happened = false;
        for (const Event &event : *events) {
            if (event.command != op || event.sequence <= base)
                continue;
            view = apply(std::move(view), event);
            happened = true;
        }
        if (happened)
            continue;
        const Result<Op> whole = m_ledger.whole(op);
        if (whole)
            view = follow(std::move(view), whole->command, context);
        else if (whole.error().code != ErrorCode::NotFound)
            return whole.error();
    }
    return view;
}

} // namespace zsb
