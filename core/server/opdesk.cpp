#include "core/server/opdesk.h"

#include "core/protocol/receipt.h"
#include "core/server/arrivals.h"
#include "core/server/candidates.h"
#include "core/server/files.h"
#include "core/server/notices.h"
#include "core/server/readaudit.h"
#include "core/server/server.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

using MaybeAnswer = Result<std::optional<OpAnswer>>;

/// The sender's own counting means nothing here, so it is no part of what the op is.
std::string fingerprintOf(const Op &op)
{
    Command command = op.command;
    command.revision = 0;
    return fingerprint(command);
}

OpOutcome outcomeOf(LateOutcome outcome)
{
    switch (outcome) {
    case LateOutcome::Accepted:
        return OpOutcome::Accepted;
    case LateOutcome::Concurring:
        return OpOutcome::Concurring;
    case LateOutcome::Disputed:
        return OpOutcome::Disputed;
    case LateOutcome::Stale:
        return OpOutcome::Stale;
    case LateOutcome::Moot:
        return OpOutcome::Moot;
    case LateOutcome::Refused:
        break;
    }
    return OpOutcome::Refused;
}

/// Only these look at what others share with the file.
bool looksAtOthers(const CommandBody &body)
{
    const Verb verb = verbOf(body);
    return verb == Verb::Settle ||
           (verb == Verb::Review && !std::holds_alternative<ClaimFile>(body) &&
            !std::holds_alternative<ReleaseFile>(body) && !std::holds_alternative<MarkSeen>(body));
}

} // namespace

OpDesk::OpDesk(Writing &writing, const Caller &caller, std::string epoch)
    : m_writing(writing),
      m_caller(caller),
      m_ledger(writing.database(), writing.store().codec()),
      m_epoch(epoch.empty() ? writing.server().epoch() : std::move(epoch))
{
}

Result<OpAnswer> OpDesk::answer(const Op &op)
{
    Case one{op, fingerprintOf(op), op.command};
    MaybeAnswer before = known(one);
    if (!before)
        return before.error();
    if (*before)
        return **std::move(before);
    Result<ApplicationState> now = m_writing.batch().state(op.command.application);
    if (!now)
        return now.error();
    one.now = *std::move(now);
    MaybeAnswer stopped = obstacle(one);
    if (!stopped)
        return stopped.error();
    if (*stopped)
        return (*stopped)->isFinal() ? settle(one, **std::move(stopped), {}) : Result<OpAnswer>(**std::move(stopped));
    return rule(one);
}

MaybeAnswer OpDesk::known(const Case &one) const
{
    const Result<std::optional<LedgerRow>> row = m_ledger.find(one.op.command.id);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<OpAnswer>();
    if ((*row)->fingerprint == one.fingerprint && (*row)->actor == m_caller.actor)
        return std::optional((*row)->answer);
    if (Done noted = noteSecurity(m_writing, "op-id-reused", m_caller.actor, {}, kindOf(one.op.command.body)); !noted)
        return noted.error();
    OpAnswer answer;
    answer.id = one.op.command.id;
    answer.outcome = OpOutcome::Mismatch;
    return std::optional(std::move(answer));
}

Result<bool> OpDesk::isAllowed(const Case &one) const
{
    const Command &command = one.op.command;
    if (command.actor != m_caller.actor)
        return false;
    const Verb verb = command.role == importRole ? Verb::Import : verbOf(command.body);
    const auto *creates = std::get_if<CreateDraft>(&command.body);
    if (creates != nullptr && creates->origin == Origin::Import && verb != Verb::Import)
        return false; // what was handed in elsewhere passes gates that others have to pass
    if (creates != nullptr && one.now.revision == 0)
        return mayAsAuthor(m_writing.pack(), m_caller, command.role, verb, one.now);
    if (one.now.revision == 0) // not there, or not theirs: nobody learns which
        return mayRole(m_writing.pack(), command.role, verb) ? standsOnOwn(one) : Result<bool>(false);
    return mayTouch(m_writing.database(), m_writing.pack(), m_caller, command.role, verb, one.now);
}

MaybeAnswer OpDesk::obstacle(Case &one)
{
    const Result<bool> allowed = isAllowed(one);
    if (!allowed)
        return allowed.error();
    if (!*allowed)
        return withoutLeave(one);
    if (one.op.command.role == candidateRole) {
        const Result<std::optional<Refusal>> refusal =
            candidateRefusal(m_writing, m_caller.actor, one.op.command, one.now);
        if (!refusal)
            return refusal.error();
        if (*refusal) {
            OpAnswer answer = answerWith(one, OpOutcome::Refused);
            explain(answer, **refusal);
            return std::optional(std::move(answer));
        }
    }
    if (one.op.base < 0) {
        OpAnswer answer = answerWith(one, OpOutcome::Refused);
        explain(answer, {RefusalCode::StaleRevision, {}});
        return std::optional(std::move(answer));
    }
    if (std::ranges::find(m_writing.parts().config.earlierPacks, one.command.packHash) !=
        m_writing.parts().config.earlierPacks.end())
        one.command.packHash = m_writing.pack().hash;
    if (auto *claim = std::get_if<ClaimFile>(&one.command.body))
        claim->minutes = std::min(claim->minutes, int(m_writing.parts().config.longestLease.count()));
    if (std::vector<std::string> missing = missingFiles(m_writing.store().blobs(), one.command.body);
        !missing.empty()) {
        OpAnswer answer = answerWith(one, OpOutcome::MissingBlobs);
        answer.missing = std::move(missing);
        return std::optional(std::move(answer));
    }
    MaybeAnswer stopped = chainObstacle(one);
    return !stopped || *stopped ? stopped : readJudged(one);
}

Result<OpAnswer> OpDesk::rule(Case &one)
{
    if (Done known = takeOurFacts(m_writing, one.command.body); !known)
        return known.error();
    const Result<SharedFacts> shared =
        looksAtOthers(one.command.body) ? m_writing.batch().shared(one.now) : SharedFacts{};
    if (!shared)
        return shared.error();
    const WorkflowContext context{*m_writing.parts().book, m_writing.now(), shared->facts};
    const LateRuling ruling = decideLate(one.now, one.judged, one.command, context);
    const bool stands = ruling.outcome == LateOutcome::Accepted || ruling.outcome == LateOutcome::Concurring ||
                        ruling.outcome == LateOutcome::Disputed;
    if (one.isUnsure && !stands) {
        const Result<std::optional<Epoch>> epoch = currentEpoch(m_writing.database());
        if (!epoch)
            return epoch.error();
        if (*epoch && m_writing.now() < (*epoch)->at + m_writing.parts().config.afterRestore)
            return later(one); // what it stands on may still be sent again by whoever holds it
    }
    MaybeAnswer out = leadsOut(one, ruling);
    if (!out)
        return out.error();
    if (*out)
        return settle(one, **std::move(out), {});
    OpAnswer answer = answerWith(one, outcomeOf(ruling.outcome));
    if (ruling.refusal)
        explain(answer, *ruling.refusal);
    return settle(one, std::move(answer), ruling.events);
}

/// Nobody moves a file into an area that is not theirs.
MaybeAnswer OpDesk::leadsOut(const Case &one, const LateRuling &ruling) const
{
    const bool moves =
        std::holds_alternative<SetFields>(one.command.body) || std::holds_alternative<ChooseType>(one.command.body);
    if (!moves || ruling.events.empty())
        return std::optional<OpAnswer>();
    ApplicationState after = one.now;
    for (const Event &event : ruling.events)
        after = apply(std::move(after), event);
    const Verb verb = one.command.role == importRole ? Verb::Import : verbOf(one.command.body);
    if (mayAsAuthor(m_writing.pack(), m_caller, one.command.role, verb, after))
        return std::optional<OpAnswer>();
    return std::optional(answerWith(one, OpOutcome::Forbidden));
}

Result<OpAnswer> OpDesk::settle(const Case &one, OpAnswer answer, std::span<const Event> events)
{
    if (!events.empty()) {
        if (Done appended = m_writing.batch().append(events, one.fingerprint); !appended)
            return appended.error();
        const Result<std::int64_t> seq = m_writing.database().number(u"SELECT events FROM chain WHERE id = 1"_s);
        if (!seq)
            return seq.error();
        answer.seq = *seq;
        answer.version = events.back().sequence;
    }
    const ServerParts &parts = m_writing.parts();
    const Result<std::string> signature = parts.suite->sign(*parts.key, receiptText(answer));
    if (!signature)
        return signature.error();
    answer.receipt = QByteArray::fromStdString(*signature).toBase64().toStdString();
    if (Done kept = m_ledger.keep({.actor = m_caller.actor,
                                   .fingerprint = one.fingerprint,
                                   .application = one.op.command.application,
                                   .base = one.op.base,
                                   .after = one.op.after,
                                   .events = int(events.size()),
                                   .at = m_writing.now(),
                                   .answer = answer});
        !kept)
        return kept.error();
    if (answer.outcome != OpOutcome::Accepted) {
        if (Done kept = m_ledger.keepWhole(one.op, answer.outcome, m_writing.now()); !kept)
            return kept.error();
    }
    if (answer.outcome == OpOutcome::Forbidden) {
        if (Done noted = noteSecurity(m_writing, "op-forbidden", m_caller.actor, {}, kindOf(one.op.command.body));
            !noted)
            return noted.error();
    }
    if (Done told = tell(one, answer, events); !told)
        return told.error();
    return answer;
}

/// Whoever decided first hears that another one decided as well, and both hear how it was settled (I7 of SYNC.md D5).
Done OpDesk::tell(const Case &one, const OpAnswer &answer, std::span<const Event> events) const
{
    const Notices notices(m_writing.database());
    for (const Event &event : events) {
        if (const auto *contest = std::get_if<DecisionContested>(&event.body)) {
            const auto first = std::ranges::find(one.now.decisions, contest->against, &Decision::id);
            const std::string_view kind = contest->concurs ? noticeConcurring : noticeDisputed;
            if (first != one.now.decisions.end() && first->actor != m_caller.actor) {
                if (Done kept = notices.keep(
                        StaffNotice{answer.seq, first->actor, std::string(kind), event.application, m_writing.now()});
                    !kept)
                    return kept;
            }
        }
        const auto *decided = std::get_if<Decided>(&event.body);
        if (decided == nullptr || !decided->settles)
            continue;
        if (Done kept = notices.settled(one.now, answer.seq, m_writing.now()); !kept)
            return kept;
    }
    return done();
}

} // namespace zsb
