#pragma once

#include "core/server/server.h"
#include "tests/sim/simseams.h"
#include "tests/sim/simworld.h"

#include <memory>
#include <optional>

namespace zsb::sim {

/// The real server on a disk that can be set back, in a process that can die.
class SimServer
{
public:
    explicit SimServer(const SimWorld &world);

    /// As it is when a schedule begins.
    [[nodiscard]] bool begin(Instant now, std::uint64_t seed, SimSeams *seams);
    void setNow(Instant now) { m_now = now; }
    [[nodiscard]] Instant now() const { return m_now; }

    /// A bearer token for so long.
    [[nodiscard]] std::string token(const Caller &caller, Instant until);
    [[nodiscard]] HttpResponse serve(HttpRequest request);
    /// The process dies and comes back; what it committed stays.
    void crash();
    /// Keeps what is on the disk.
    void backUp() { m_backup = image(); }
    [[nodiscard]] bool hasBackup() const { return !m_backup.isEmpty(); }
    /// Puts the last backup in the place of everything since, and begins an epoch.
    [[nodiscard]] bool restore();

    [[nodiscard]] QByteArray image() const { return imageOf(databasePath()); }
    /// Without a word to anybody.
    [[nodiscard]] bool setBack(const QByteArray &image);
    /// As a power cut takes what no disk was told of.
    void loseFiles() { emptyFolder(m_folder + "/blobs"); }
    [[nodiscard]] std::string databasePath() const { return m_folder + "/zsb.db"; }
    /// Another connection, for looking and for seeded bugs.
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] const SimWorld &world() const { return m_world; }
    [[nodiscard]] const std::string &epoch() const { return m_server->epoch(); }

private:
    [[nodiscard]] bool open();

    const SimWorld &m_world;
    std::string m_folder;
    SimRandom m_random{0};
    Instant m_now = simStart;
    SimSeams *m_seams = nullptr;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Store> m_store;
    QByteArray m_backup;
    bool m_hasFiles = false;
};

} // namespace zsb::sim
