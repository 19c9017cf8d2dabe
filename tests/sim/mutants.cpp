#include "tests/sim/mutants.h"

#include "core/protocol/changes.h"
#include "core/protocol/op.h"
#include "core/protocol/wire.h"
#include "core/storage/syncpeer.h"
#include "tests/sim/mutantsserver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb::sim {
namespace {

bool isPush(const HttpRequest &request)
{
    return request.path == "/v1/ops:batch";
}

bool isPull(const HttpRequest &request)
{
    return request.path == "/v1/changes";
}

template<typename T>
std::optional<T> bodyOf(const Reply &reply)
{
    const auto *response = std::get_if<HttpResponse>(&reply);
    Result<T> value = response != nullptr ? readWire<T>(response->body) : Result<T>(Error{});
    return value ? std::optional<T>(*std::move(value)) : std::nullopt;
}

/// What was sent is forgotten: it will have arrived.
class SentIsDone final : public SimSeams
{
public:
    void afterAsking(Store &store, HttpRequest &request) override
    {
        const Result<OpBatch> batch = isPush(request) ? readWire<OpBatch>(request.body) : Result<OpBatch>(Error{});
        if (!batch)
            return;
        for (const Op &op : batch->ops)
            static_cast<void>(
                store.database().execute(u"UPDATE sync_op SET state = 'answered', outcome = 'accepted' WHERE id = ?"_s,
                                         {sqlText(op.command.id.value)}));
    }
};

/// The cursor is written first, the rows after it, and the program dies in between.
class CursorFirst final : public SimSeams
{
public:
    bool beforeTaking(Store &store, const HttpRequest &request, Reply &reply, SimRandom &random) override
    {
        const auto page = isPull(request) ? bodyOf<ChangesPage>(reply) : std::nullopt;
        const auto peer = readPeer(store.database());
        if (!page || !peer || !*peer || (*peer)->cursor != page->since || !random.mille(60))
            return true;
        SyncPeer moved = **peer;
        moved.cursor = page->next;
        moved.epoch = page->epoch;
        return !writePeer(store.database(), moved).has_value();
    }
};

/// A row of the feed is taken whatever was done here meanwhile.
class StaleRowOverwrites final : public SimSeams
{
public:
    bool beforeTaking(Store &store, const HttpRequest &request, Reply &, SimRandom &) override
    {
        if (isPull(request))
            static_cast<void>(store.database().execute(
                u"UPDATE sync_row SET expects = 0, touched = 0, doubt = 1, shadow_version = 0, shadow = NULL"_s));
        return true;
    }
};

/// Answers are told by their place in the list.
class ByPosition final : public SimSeams
{
public:
    void afterAsking(Store &, HttpRequest &request) override
    {
        const Result<OpBatch> batch = isPush(request) ? readWire<OpBatch>(request.body) : Result<OpBatch>(Error{});
        if (!batch)
            return;
        m_asked.clear();
        for (const Op &op : batch->ops)
            m_asked.push_back(op.command.id);
    }
    bool beforeTaking(Store &store, const HttpRequest &request, Reply &reply, SimRandom &) override
    {
        auto answers = isPush(request) ? bodyOf<OpAnswers>(reply) : std::nullopt;
        if (!answers)
            return true;
        // a server may answer in any order
        std::ranges::reverse(answers->answers);
        for (std::size_t i = 0; i < answers->answers.size() && i < m_asked.size(); ++i)
            static_cast<void>(store.database().execute(
                u"UPDATE sync_op SET state = 'answered', outcome = ?, version = ? WHERE id = ?"_s,
                {sqlText(idOf(answers->answers[i].outcome)), answers->answers[i].version, sqlText(m_asked[i].value)}));
        return true;
    }

private:
    std::vector<CommandId> m_asked;
};

/// Any page is taken for the next one.
class AnyPage final : public SimSeams
{
public:
    bool beforeTaking(Store &store, const HttpRequest &request, Reply &reply, SimRandom &) override
    {
        auto page = isPull(request) ? bodyOf<ChangesPage>(reply) : std::nullopt;
        const auto peer = readPeer(store.database());
        if (!page || !peer || !*peer)
            return true;
        page->since = (*peer)->cursor;
        page->epoch = (*peer)->epoch.empty() ? page->epoch : (*peer)->epoch;
        page->next = std::max(page->next, page->since);
        std::get<HttpResponse>(reply).body = wireText(*page);
        return true;
    }
};

template<typename T>
std::unique_ptr<SimSeams> made()
{
    return std::make_unique<T>();
}

std::vector<Mutant> all()
{
    std::vector<Mutant> mutants = serverMutants();
    mutants.push_back({"outbox emptied before the answer", made<SentIsDone>});
    mutants.push_back({"cursor before the rows", made<CursorFirst>});
    mutants.push_back({"a row overwrites what waits for its answer", made<StaleRowOverwrites>});
    mutants.push_back({"answers told by their place", made<ByPosition>});
    mutants.push_back({"pages not bound to the cursor", made<AnyPage>});
    return mutants;
}

} // namespace

const std::vector<Mutant> &mutants()
{
    static const std::vector<Mutant> known = all();
    return known;
}

} // namespace zsb::sim
