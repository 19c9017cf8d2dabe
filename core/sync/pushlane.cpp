#include "core/sync/pushlane.h"

#include "core/protocol/receipt.h"
#include "core/protocol/wire.h"
#include "core/storage/batch.h"
#include "core/storage/feedintake.h"
#include "core/storage/opinbox.h"

#include <algorithm>
#include <set>

namespace zsb {
namespace {

/// What the rest of a request may take.
constexpr std::size_t envelope = 1024;

std::string textOf(const Op &op)
{
    return wireText(op);
}

/// As many from the front as fit.
OpBatch batchOf(const std::vector<QueuedOp> &ops, const std::string &epoch)
{
    OpBatch batch;
    batch.epoch = epoch;
    std::size_t bytes = envelope;
    for (const QueuedOp &queued : ops) {
        Op op{queued.command, queued.base, queued.after, queued.epoch, queued.judged};
        bytes += textOf(op).size() + 1;
        if (bytes > std::size_t(maxBatchBytes) && !batch.ops.empty())
            break;
        batch.ops.push_back(std::move(op));
    }
    return batch;
}

/// Of the first op of each application: what is never taken keeps nobody else waiting.
QueuedOp leastTried(const std::vector<QueuedOp> &ready)
{
    std::set<ApplicationId> applications;
    const QueuedOp *least = nullptr;
    for (const QueuedOp &op : ready) {
        if (applications.insert(op.command.application).second && (least == nullptr || op.attempts < least->attempts))
            least = &op;
    }
    return *least;
}

} // namespace

Result<std::optional<HttpRequest>> PushLane::next(Instant now)
{
    if (!context().isOpen(now) || !m_pause.isDue(now) || !knowsEpoch())
        return std::optional<HttpRequest>();
    const OpQueue queue(store().database(), store().codec());
    const bool isOneByOne = m_most == 1;
    Result<std::vector<QueuedOp>> ready =
        queue.ready(context().actor(), now,
                    int(isOneByOne ? parts().config.opsPerBatch : std::min(m_most, parts().config.opsPerBatch)));
    if (!ready)
        return ready.error();
    if (isOneByOne && !ready->empty())
        *ready = {leastTried(*ready)};
    if (ready->empty())
        return std::optional<HttpRequest>();
    const OpBatch batch = batchOf(*ready, context().peer.epoch);
    std::vector<CommandId> ids;
    for (const Op &op : batch.ops)
        ids.push_back(op.command.id);
    Result<Transaction> transaction = Transaction::begin(store().database());
    if (!transaction)
        return transaction.error();
    if (Done marked = queue.markSending(ids, now); !marked)
        return marked.error();
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    m_sent.clear();
    for (std::size_t i = 0; i < batch.ops.size(); ++i)
        m_sent.emplace(ids[i], ready->at(i));
    HttpRequest request = context().request("POST", "/v1/ops:batch");
    request.headers["content-type"] = "application/json";
    request.body = wireText(batch);
    return std::optional(std::move(request));
}

Done PushLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply);
    context().note(verdict, now);
    if (!verdict.isGood())
        return refused(verdict, now);
    const Result<OpAnswers> answers = readWire<OpAnswers>(std::get<HttpResponse>(reply).body);
    if (!answers) {
        m_sent.clear();
        m_pause.fail(now, {}, parts().random);
        return done();
    }
    if (answers->epoch != context().peer.epoch) {
        // of a server that was restored, or a late word of one that has been: the feed will tell which
        context().epochInDoubt = context().wantsPull = true;
        m_sent.clear();
        return done();
    }
    Done taken = take(*answers, now);
    m_sent.clear();
    if (!taken) {
        m_pause.fail(now, {}, parts().random);
        return taken;
    }
    m_pause.succeed();
    m_most = parts().config.opsPerBatch;
    return done();
}

/// Many are sent one by one then, and one that is still not taken waits without keeping the others waiting.
Done PushLane::refused(const ReplyVerdict &verdict, Instant now)
{
    const std::map<CommandId, QueuedOp> sent = std::exchange(m_sent, {});
    const bool lies = verdict.status >= 400 && verdict.status != 401 && verdict.status != 429 && verdict.status != 503;
    if (!lies)
        return done();
    if (sent.size() > 1) {
        m_most = verdict.status == 413 ? (sent.size() + 1) / 2 : 1;
        m_pause.fail(now, verdict.retryAfter, parts().random);
        return done();
    }
    for (const auto &[id, op] : sent) {
        const std::string_view trouble = verdict.problem.empty() ? idOf(verdict.trouble) : verdict.problem;
        if (Done postponed = postpone(op, trouble, now, verdict.retryAfter.value_or(std::chrono::milliseconds(0)));
            !postponed)
            return postponed;
    }
    return done();
}

Done PushLane::take(const OpAnswers &answers, Instant now)
{
    Result<std::unique_ptr<Batch>> batch = store().begin(parts().book, now);
    if (!batch)
        return batch.error();
    std::map<CommandId, QueuedOp> left = m_sent;
    for (const OpAnswer &answer : answers.answers) {
        const auto op = left.find(answer.id);
        if (op == left.end())
            continue;
        if (Done taken = takeOne(op->second, answer, now); !taken)
            return taken;
        left.erase(op);
    }
    for (const auto &[id, op] : left) {
        if (Done postponed = postpone(op, idOf(SyncTrouble::Server), now); !postponed)
            return postponed;
    }
    const Result<int> settled =
        FeedIntake(**batch, store().codec(), parts().book.pack().hash, context().peer.epoch, now)
            .settle(int(m_sent.size()) + 1);
    if (!settled)
        return settled.error();
    return (*batch)->commit();
}

Done PushLane::takeCarried(const OpAnswers &answers, Instant now)
{
    if (!context().peer.epoch.empty() && answers.epoch != context().peer.epoch)
        return done(); // of an earlier life of the service
    const OpQueue queue(store().database(), store().codec());
    const std::map<CommandId, QueuedOp> underWay = std::exchange(m_sent, {});
    for (const OpAnswer &answer : answers.answers) {
        Result<std::optional<QueuedOp>> op = queue.find(answer.id);
        if (!op)
            return op.error();
        if (*op && (*op)->state == OpState::Sending)
            m_sent.emplace(answer.id, **std::move(op));
    }
    Done taken = take(answers, now);
    m_sent = underWay;
    return taken;
}

Done PushLane::takeOne(const QueuedOp &op, const OpAnswer &answer, Instant now)
{
    const OpQueue queue(store().database(), store().codec());
    if (answer.outcome == OpOutcome::MissingBlobs && !answer.missing.empty())
        return queue.needBlobs(op.command.id, answer.missing);
    if (!answer.isFinal())
        return postpone(op, idOf(answer.outcome), now, std::chrono::milliseconds(answer.retryAfterMs));
    if (!context().isSigned(receiptText(answer), answer.receipt))
        return postpone(op, idOf(SyncTrouble::Key), now);
    return conclude(op, answer, now);
}

Done PushLane::conclude(const QueuedOp &op, const OpAnswer &answer, Instant now)
{
    const Store &kept = store();
    const std::string outcome(idOf(answer.outcome));
    if (Done noted = OpQueue(kept.database(), kept.codec()).answer(op, outcome, answer.version, wireText(answer), now);
        !noted)
        return noted;
    const Replica replica(kept.database(), kept.codec());
    Result<ReplicaRow> row = replica.row(op.command.application);
    if (!row)
        return row.error();
    const bool mayBeRead = answer.outcome != OpOutcome::Forbidden && answer.outcome != OpOutcome::Mismatch;
    if (mayBeRead && row->tombstone == "none")
        row->expects = std::max(row->expects, answer.version);
    if (Done written = replica.write(*row); !written)
        return written;
    context().wantsPull = true;
    if (answer.outcome == OpOutcome::Accepted || op.outcome == outcome)
        return done(); // as wished, or told before
    return OpInbox(kept.database())
        .add({.op = op.command.id,
              .application = op.command.application,
              .actor = op.command.actor,
              .outcome = outcome,
              .at = now});
}

Done PushLane::postpone(const QueuedOp &op, std::string_view trouble, Instant now, std::chrono::milliseconds atLeast)
{
    const auto pause = atLeast > std::chrono::milliseconds(0) ? atLeast : itemPause(op.attempts + 1, parts().random);
    return OpQueue(store().database(), store().codec()).postpone(op.command.id, now + pause, trouble);
}

/// What is sent before the feed has told the epoch would be answered under another one, and sent again: the feed comes
/// first.
bool PushLane::knowsEpoch() const
{
    return !context().epochInDoubt && !context().peer.epoch.empty();
}

Result<std::optional<Instant>> PushLane::due(Instant now)
{
    if (!context().mayAsk(now) || !knowsEpoch())
        return std::optional<Instant>();
    const OpQueue queue(store().database(), store().codec());
    if (m_pause.until() > now)
        return std::optional(m_pause.until());
    if (const Result<std::vector<QueuedOp>> ready = queue.ready(context().actor(), now, 1); !ready)
        return ready.error();
    else if (!ready->empty())
        return std::optional(now);
    return queue.nextDue(context().actor(), now);
}

} // namespace zsb
