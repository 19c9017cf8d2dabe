#pragma once

#include "core/protocol/blobs.h"
#include "core/sync/courier.h"
#include "core/sync/parcelanswer.h"
#include "tests/sim/simclient.h"

namespace zsb::sim {

inline const SimPerson courierReviewer{"rev-a", "school"};
inline const SimPerson courierRegistrar{"reg", "registrar"};
inline constexpr std::size_t largeFile = std::size_t(largestWholeBytes) + 300'000; ///< goes in pieces over a line

[[nodiscard]] ReadBytes readerOf(const std::string &bytes); ///< refers to it
[[nodiscard]] WriteBytes writerTo(std::string &bytes);
[[nodiscard]] ParcelWish claiming(int count);

/// What somebody has: the states everybody agrees on in the end, and which files of which application are there, whole.
struct Holdings
{
    std::string states{};
    std::string files{};

    [[nodiscard]] bool has(std::string_view file) const { return files.find(file) != std::string::npos; }
    bool operator==(const Holdings &) const = default;
};

/// One server and one client, in step by a line or by parcels; every run of it begins the same.
class SimCourier
{
public:
    explicit SimCourier(const SimWorld &world) : m_world(world), m_server(world), m_client(world, 0) {}

    [[nodiscard]] bool begin(const SimPerson &person);
    /// An application in review at the server, with a large picture.
    [[nodiscard]] bool addAtServer(char digit);
    /// Somebody works, offline, and a while goes by; at a desk there is a large picture among it.
    [[nodiscard]] bool work();

    void syncByLine();
    /// And gets everything of what is held then.
    void claimByLine(int count);

    [[nodiscard]] std::string packed(const ParcelWish &wish = {});
    [[nodiscard]] std::string answered(const std::string &parcel, int version = parcelVersion);
    [[nodiscard]] bool take(const std::string &back);
    /// There and back, inside bundles.
    [[nodiscard]] bool syncByBundle(const ParcelWish &wish = {});
    void setRoom(std::int64_t bytes) { m_most = bytes; } ///< of files in an answer

    [[nodiscard]] Holdings atServer();
    [[nodiscard]] Holdings atClient();
    [[nodiscard]] std::size_t held(const Store &store) const;
    [[nodiscard]] SyncStatus status() { return m_client.status(m_now); }
    [[nodiscard]] SimServer &server() { return m_server; }
    [[nodiscard]] SimClient &client() { return m_client; }
    [[nodiscard]] const ParcelAnswered &said() const { return m_answered; } ///< the last time
    [[nodiscard]] const ParcelNews &news() const { return m_news; }

private:
    [[nodiscard]] bool run(const ApplicationId &id, CommandBody body);
    [[nodiscard]] bool attach(const std::string &bytes);
    [[nodiscard]] std::string carried(const std::string &parcel) const;

    const SimWorld &m_world;
    SimServer m_server;
    SimClient m_client;
    SimPerson m_person{};
    Instant m_now = simStart;
    std::int64_t m_most = 1 << 30;
    ParcelAnswered m_answered{};
    ParcelNews m_news{};
    int m_ids = 0;
};

} // namespace zsb::sim
