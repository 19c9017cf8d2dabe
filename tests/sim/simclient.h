#pragma once

#include "core/sync/syncengine.h"
#include "tests/sim/simserver.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace zsb::sim {

/// Who sits before a client.
struct SimPerson
{
    std::string actor;
    std::string role; ///< as which they act
};

/// What somebody was told is kept.
struct SimGiven
{
    CommandId id;
    ApplicationId application;
    std::string kind;
    ActorId actor;
    Instant at{};
};

/// A desktop: the real store, the real engine, and somebody who works. The engine can die and be made again.
class SimClient
{
public:
    SimClient(const SimWorld &world, int number);

    [[nodiscard]] bool begin(SimServer &server, const SimPerson &person, std::chrono::milliseconds skew,
                             std::uint64_t seed, SimSeams *seams);
    /// Does something a person might do now. Whatever the store said yes to is remembered.
    void act(Instant trueNow);
    /// The next request that is due.
    [[nodiscard]] std::optional<Exchange> ask(Instant trueNow);
    void take(std::uint64_t ticket, const HttpRequest &request, Reply reply, Instant trueNow);
    void crash();
    void setDisk(bool full);
    [[nodiscard]] Instant wakeAt(Instant trueNow);
    /// The person presses the button.
    void hurry();

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] SyncEngine &engine();
    [[nodiscard]] const SimPerson &person() const { return m_person; }
    [[nodiscard]] bool hasRightTime() const { return m_skew.count() == 0; }
    [[nodiscard]] const std::vector<SimGiven> &given() const { return m_given; }
    [[nodiscard]] const std::set<std::string> &takenBack() const { return m_takenBack; }
    [[nodiscard]] SyncStatus status(Instant trueNow) { return *m_engine->status(trueNow + m_skew); }
    /// What the engine said went wrong with its own store, for a schedule without disk faults.
    [[nodiscard]] const std::string &trouble() const { return m_trouble; }

    /// Others may look into the database: it is this client's alone while it works.
    void share();

private:
    [[nodiscard]] bool openEngine();
    void keepAlone();
    [[nodiscard]] std::vector<ApplicationId> files() const;
    [[nodiscard]] bool give(const ApplicationId &id, CommandBody body, Instant now);
    void review(const ApplicationState &state, Instant now);
    void settle(const ApplicationState &state, Instant now);
    void correct(const ApplicationState &state, Instant now);
    void attach(const ApplicationState &state, Instant now);
    void create(Instant now);
    void decide(const ApplicationState &state, Instant now);

    const SimWorld &m_world;
    std::string m_folder;
    SimRandom m_random{0};       ///< of the person: what somebody does depends on no request
    SimRandom m_engineRandom{0}; ///< of the program
    SimPerson m_person;
    std::chrono::milliseconds m_skew{};
    SimSeams *m_seams = nullptr;
    Session m_kept; ///< what the keyring of the computer holds
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncEngine> m_engine;
    std::vector<SimGiven> m_given;
    std::set<std::string> m_takenBack;
    std::string m_trouble;
    std::optional<Instant> m_wake; ///< when the engine wants to go on; nothing: it has not been asked since
    int m_ids = 0;
    std::uint64_t m_life = 0; ///< of the engine: replies to an earlier one find nobody
    bool m_full = false;
    bool m_hasFiles = false;
};

} // namespace zsb::sim
