#include "tests/sim/simcheck.h"

#include "core/protocol/op.h"
#include "core/server/ledger.h"
#include "core/storage/chain.h"
#include "core/storage/opinbox.h"

#include <QStringList>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb::sim {
namespace {

struct ServerEvent
{
    std::string application;
    std::int64_t sequence = 0;
    std::string command;
    std::string kind;
    std::string actor;
};

std::vector<ServerEvent> eventsOf(const Store &store)
{
    Result<Rows> rows =
        store.database().run(u"SELECT application, sequence, command_id, kind, actor FROM events ORDER BY seq"_s);
    std::vector<ServerEvent> events;
    while (rows && rows->next())
        events.push_back({rows->text(0), rows->integer(1), rows->text(2), rows->text(3), rows->text(4)});
    return events;
}

/// SYNC.md P.9: what was accepted has its files, and they are whole.
std::string missingFile(const BlobStore &blobs, const QueuedOp &op)
{
    for (const auto &[sha256, bytes] : blobsOf(op.command.body)) {
        if (!blobs.isWhole(sha256))
            return "I9: accepted without its file: " + op.command.id.value;
    }
    return {};
}

/// Only the answer of the server ends an op, and the server has to know of it.
std::string brokenOp(const Store &server, const OpQueue &queue, const OpInbox &inbox, const SimGiven &given,
                     int &contested)
{
    const auto op = queue.find(given.id);
    if (!op || !*op)
        return "I1: a command was lost here: " + given.id.value;
    if ((*op)->state != OpState::Answered)
        return "I8: a command was never answered: " + given.id.value;
    const auto row = Ledger(server.database(), server.codec()).find(given.id);
    if (!row || !*row)
        return "I1: the server does not know " + given.id.value + ' ' + given.kind;
    const std::string outcome(idOf((*row)->answer.outcome));
    if (outcome != (*op)->outcome)
        return "I1: here " + (*op)->outcome + ", at the server " + outcome;
    if (outcome == "mismatch")
        return "I1: the server takes it for another command: " + given.id.value;
    if (outcome == "accepted")
        return missingFile(server.blobs(), **op);
    ++contested;
    const auto told = inbox.latest(given.actor, 1000);
    const bool knows =
        told && std::ranges::any_of(*told, [&](const InboxEntry &entry) { return entry.op == given.id; });
    return knows ? std::string() : "I7: nobody was told of " + given.id.value + ' ' + outcome;
}

std::string difference(const ApplicationState &ours, const ApplicationState &theirs)
{
    return "I4: " + theirs.id.value + " differs: phase " + std::string(idOf(ours.review.phase)) + " and " +
           std::string(idOf(theirs.review.phase)) + ", decisions " + std::to_string(ours.decisions.size()) + " and " +
           std::to_string(theirs.decisions.size());
}

std::string brokenCopy(SimServer &server, SimClient &client)
{
    Result<Rows> rows = server.store().database().run(u"SELECT id FROM application ORDER BY id"_s);
    while (rows && rows->next()) {
        const ApplicationId id{rows->text(0)};
        const Result<ApplicationState> theirs = server.store().state(id);
        Result<ApplicationState> ours = client.store().state(id);
        if (!theirs)
            return "server";
        if (!ours)
            return "I4: " + id.value + " is missing here";
        ours->revision = theirs->revision;
        if (!(*ours == *theirs))
            return difference(*ours, *theirs);
    }
    return {};
}

} // namespace

std::string brokenPromise(SimServer &server, SimClient &client, int &contested)
{
    if (!client.trouble().empty())
        return "the store of a client: " + client.trouble();
    const OpQueue queue(client.store().database(), client.store().codec());
    const OpInbox inbox(client.store().database());
    for (const SimGiven &given : client.given()) {
        if (client.takenBack().contains(given.id.value))
            continue;
        if (std::string broken = brokenOp(server.store(), queue, inbox, given, contested); !broken.empty())
            return broken;
    }
    if (std::string broken = brokenCopy(server, client); !broken.empty())
        return broken;
    const auto verdict = verifyLog(client.store().database());
    return verdict && verdict->isGood() ? std::string() : "I5: the log of a client is broken";
}

namespace {

/// Whose commands may have come to the server at all.
std::set<std::string> wished(const std::vector<std::unique_ptr<SimClient>> &clients, int active)
{
    std::set<std::string> all;
    for (int i = 0; i < active; ++i) {
        const SimClient &client = *clients[std::size_t(i)];
        for (const SimGiven &given : client.given()) {
            if (!client.takenBack().contains(given.id.value))
                all.insert(given.id.value);
        }
    }
    return all;
}

bool movesOn(const std::string &kind)
{
    return kind == "decided" || kind == "submitted" || kind == "withdrawn" || kind == "cancelled";
}

/// I3: between the version a decision was made on and the decision, nobody else has moved the file.
std::string brokenBase(const std::vector<ServerEvent> &events, const Ledger &ledger)
{
    for (const ServerEvent &event : events) {
        if (event.kind != "decided")
            continue;
        const auto row = ledger.find({event.command});
        if (!row || !*row)
            continue;
        for (const ServerEvent &between : events) {
            if (between.application == event.application && between.sequence > (*row)->base &&
                between.sequence < event.sequence && between.actor != event.actor && movesOn(between.kind))
                return "I3: " + event.command + " was decided on " + std::to_string((*row)->base) + ", but " +
                       between.command + " came between";
        }
    }
    return {};
}

bool decides(const CommandBody &body)
{
    return std::holds_alternative<ReturnFile>(body) || std::holds_alternative<Refuse>(body) ||
           std::holds_alternative<Doubt>(body) || std::holds_alternative<Settle>(body);
}

/// I7: a decision could be made on the file as its maker saw it, so it is kept whatever stands there by now. (Whose
/// clock is wrong takes a claim of others for one that ran out.)
std::string droppedDecision(const std::set<std::string> &wishes, const Ledger &ledger)
{
    for (const std::string &wish : wishes) {
        const auto row = ledger.find({wish});
        if (!row || !*row || (*row)->answer.outcome != OpOutcome::Refused)
            continue;
        const Result<Op> op = ledger.whole({wish});
        if (op && decides(op->command.body))
            return "I7: a decision was dropped: " + wish;
    }
    return {};
}

} // namespace

std::string brokenServer(SimServer &server, const std::vector<std::unique_ptr<SimClient>> &clients, int active,
                         bool bases)
{
    const auto verdict = verifyLog(server.store().database());
    if (!verdict || !verdict->isGood())
        return "I5: the log of the server is broken";
    const std::vector<ServerEvent> events = eventsOf(server.store());
    const std::set<std::string> wishes = wished(clients, active);
    std::set<std::string> happened;
    for (const ServerEvent &event : events) {
        if (!event.command.starts_with("import-") && !wishes.contains(event.command))
            return "I1: nobody wished " + event.command + ' ' + event.kind;
        if (!happened.insert(event.command + ' ' + event.kind).second)
            return "I1: happened twice: " + event.command + ' ' + event.kind;
    }
    const Ledger ledger(server.store().database(), server.store().codec());
    for (const std::string &wish : wishes) {
        const auto row = ledger.find({wish});
        const bool accepted = row && *row && (*row)->answer.outcome == OpOutcome::Accepted;
        const bool isThere = std::ranges::any_of(events, [&](const ServerEvent &one) { return one.command == wish; });
        if (accepted && !isThere)
            return "I1: accepted, and nothing happened: " + wish;
    }
    if (!bases)
        return {};
    const bool rightTime = std::ranges::all_of(clients.begin(), clients.begin() + active,
                                               [](const auto &client) { return client->hasRightTime(); });
    std::string dropped = rightTime ? droppedDecision(wishes, ledger) : std::string();
    return dropped.empty() ? brokenBase(events, ledger) : dropped;
}

} // namespace zsb::sim
