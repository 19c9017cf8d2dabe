#include "tests/sim/mutantsserver.h"

#include "core/protocol/changes.h"
#include "core/protocol/op.h"
#include "core/protocol/receipt.h"
#include "core/protocol/wire.h"
#include "tests/sim/simserver.h"

#include <QByteArray>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb::sim {
namespace {

bool isBatch(const HttpRequest &request)
{
    return request.path == "/v1/ops:batch";
}

void sign(SimServer &server, OpAnswer &answer)
{
    const auto signature = server.world().suite->sign(*server.world().key, receiptText(answer));
    answer.receipt = QByteArray::fromStdString(*signature).toBase64().toStdString();
}

/// An op that comes again is another one.
class NoLedger final : public SimSeams
{
public:
    void beforeServing(SimServer &, HttpRequest &request) override
    {
        m_back.clear();
        Result<OpBatch> batch = isBatch(request) ? readWire<OpBatch>(request.body) : Result<OpBatch>(Error{});
        if (!batch)
            return;
        for (Op &op : batch->ops) {
            const std::string id = op.command.id.value;
            if (m_seen.insert(id).second)
                continue;
            op.command.id.value = id + "-again-" + std::to_string(++m_count);
            op.base = 0; // whatever stands there now
            op.after = {};
            m_back[op.command.id.value] = id;
        }
        request.body = wireText(*batch);
    }
    void afterServing(SimServer &server, const HttpRequest &request, HttpResponse &response) override
    {
        Result<OpAnswers> answers = isBatch(request) ? readWire<OpAnswers>(response.body) : Result<OpAnswers>(Error{});
        if (!answers)
            return;
        for (OpAnswer &answer : answers->answers) {
            const auto back = m_back.find(answer.id.value);
            if (back == m_back.end())
                continue;
            answer.id.value = back->second;
            if (answer.isFinal())
                sign(server, answer);
        }
        response.body = wireText(*answers);
    }

private:
    std::set<std::string> m_seen;
    std::map<std::string, std::string> m_back;
    int m_count = 0;
};

/// The answers are written down after the effects were committed, and the process dies in between.
class LedgerAfterwards final : public SimSeams
{
public:
    void beforeServing(SimServer &, HttpRequest &request) override
    {
        const Result<OpBatch> batch = isBatch(request) ? readWire<OpBatch>(request.body) : Result<OpBatch>(Error{});
        m_open.clear();
        if (!batch)
            return;
        for (const Op &op : batch->ops)
            m_open.push_back(op.command.id);
    }
    void onServerCrash(SimServer &server, SimRandom &) override
    {
        for (const CommandId &id : m_open)
            static_cast<void>(
                server.store().database().execute(u"DELETE FROM ledger WHERE op = ?"_s, {sqlText(id.value)}));
    }

private:
    std::vector<CommandId> m_open;
};

/// The last one to come wins: it is taken as if it had been made on what stands there.
class LastWriterWins final : public SimSeams
{
public:
    void beforeServing(SimServer &server, HttpRequest &request) override
    {
        Result<OpBatch> batch = isBatch(request) ? readWire<OpBatch>(request.body) : Result<OpBatch>(Error{});
        if (!batch)
            return;
        for (Op &op : batch->ops) {
            const Result<ApplicationState> state = server.store().state(op.command.application);
            if (!state)
                continue;
            m_bases.emplace(op.command.id.value, op.base);
            op.base = state->revision;
            op.after = {};
            op.epoch = server.epoch();
        }
        batch->epoch = server.epoch();
        request.body = wireText(*batch);
    }
    /// What the clients said of their bases is what is looked at in the end.
    void afterServing(SimServer &server, const HttpRequest &, HttpResponse &) override
    {
        for (const auto &[op, base] : m_bases)
            static_cast<void>(server.store().database().execute(u"UPDATE ledger SET base = ? WHERE op = ?"_s,
                                                                {sqlInteger(base), sqlText(op)}));
    }

private:
    std::map<std::string, int> m_bases;
};

/// Places in the feed are given before the commit: a page can be made while an earlier place is not there yet.
class PlaceBeforeCommit final : public SimSeams
{
public:
    void afterServing(SimServer &, const HttpRequest &request, HttpResponse &response) override
    {
        Result<ChangesPage> page =
            request.path == "/v1/changes" ? readWire<ChangesPage>(response.body) : Result<ChangesPage>(Error{});
        if (!page || page->rows.size() < 2 || ++m_count % 3 != 0)
            return;
        page->rows.erase(page->rows.end() - 2); // its transaction is still open
        response.body = wireText(*page);
    }

private:
    int m_count = 0;
};

/// The database is not told to wait for the disk, and the power fails.
class NotDurable final : public SimSeams
{
public:
    void beforeServing(SimServer &server, HttpRequest &request) override
    {
        if (isBatch(request))
            m_onDisk = server.image();
    }
    void onServerCrash(SimServer &server, SimRandom &random) override
    {
        if (!m_onDisk.isEmpty() && random.mille(700))
            static_cast<void>(server.setBack(m_onDisk));
    }

private:
    QByteArray m_onDisk;
};

/// The folder of files is not told to wait for the disk, and the power fails.
class FilesNotDurable final : public SimSeams
{
public:
    void onServerCrash(SimServer &server, SimRandom &random) override
    {
        if (random.mille(700))
            server.loseFiles();
    }
};

/// Who was first by the clock of their computer has been first.
class OrderByClientTime final : public SimSeams
{
public:
    void beforeServing(SimServer &, HttpRequest &request) override
    {
        m_dropped.clear();
        Result<OpBatch> batch = isBatch(request) ? readWire<OpBatch>(request.body) : Result<OpBatch>(Error{});
        if (!batch)
            return;
        std::erase_if(batch->ops, [this](const Op &op) {
            Instant &last = m_last[op.command.application.value];
            if (op.command.at >= last) {
                last = op.command.at;
                return false;
            }
            m_dropped.push_back(op.command.id);
            return true;
        });
        request.body = wireText(*batch);
    }
    void afterServing(SimServer &server, const HttpRequest &request, HttpResponse &response) override
    {
        Result<OpAnswers> answers = isBatch(request) ? readWire<OpAnswers>(response.body) : Result<OpAnswers>(Error{});
        if (!answers)
            return;
        for (const CommandId &id : m_dropped) {
            OpAnswer &answer = answers->answers.emplace_back();
            answer.id = id;
            answer.outcome = OpOutcome::Accepted;
            sign(server, answer);
        }
        response.body = wireText(*answers);
    }

private:
    std::map<std::string, Instant> m_last;
    std::vector<CommandId> m_dropped;
};

/// A backup is put back, and nobody is told.
class RestoreInSilence final : public SimSeams
{
public:
    [[nodiscard]] bool beginsEpoch() const override { return false; }
};

template<typename T>
std::unique_ptr<SimSeams> made()
{
    return std::make_unique<T>();
}

} // namespace

std::vector<Mutant> serverMutants()
{
    return {{"no ledger", made<NoLedger>},
            {"ledger in a second transaction", made<LedgerAfterwards>},
            {"last writer wins", made<LastWriterWins>},
            {"place in the feed before the commit", made<PlaceBeforeCommit>},
            {"commits that are not durable", made<NotDurable>},
            {"files that are not durable", made<FilesNotDurable>},
            {"ordered by the clients' clocks", made<OrderByClientTime>},
            {"restore without an epoch", made<RestoreInSilence>}};
}

} // namespace zsb::sim
