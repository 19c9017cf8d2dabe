#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/crypto/cryptosuite.h"
#include "core/domain/jsonmembers.h"
#include "core/protocol/session.h"
#include "core/storage/database.h"
#include "core/storage/syncpeer.h"
#include "core/sync/networkdriver.h"
#include "core/sync/syncengine.h"

#include <QByteArray>
#include <QTimer>

#include <functional>
#include <memory>

namespace zsb::test {

/// What an enrolled device and somebody signed in on it hold.
struct LineAccess
{
    std::string server{};
    Enrolled enrolled{};
    std::string key{};
    Session session{};

    static constexpr auto members()
    {
        return std::tuple(required("server", &LineAccess::server), required("enrolled", &LineAccess::enrolled),
                          required("key", &LineAccess::key), required("session", &LineAccess::session));
    }
};

/// The client of the product without windows: its store, its engine, its line, driven as SyncWorker drives them. In a
/// thread with an event loop.
class LineClient
{
public:
    /// Null: it could not be opened.
    [[nodiscard]] static std::unique_ptr<LineClient> open(Store &store, const RuleBook &book, const LineAccess &access,
                                                          const SyncConfig &config = {},
                                                          std::chrono::milliseconds idle = NetworkSettings().idle,
                                                          Clock clock = systemClock())
    {
        const Result<std::optional<SyncPeer>> peer = readPeer(store.database());
        if (!peer || (!*peer && !writePeer(store.database(), {.server = access.server})))
            return nullptr;
        auto suite = cryptoSuite(SuiteId::International);
        if (!suite)
            return nullptr;
        auto engine = SyncEngine::open(
            {.store = store,
             .book = book,
             .random = secureRandom(),
             .suite = *std::move(suite),
             .serverKey = QByteArray::fromBase64(QByteArray::fromStdString(access.enrolled.serverKey)).toStdString(),
             .freeBytes = [] { return std::int64_t(1) << 40; },
             .config = config});
        auto driver = NetworkDriver::open({.server = access.server,
                                           .authority = access.enrolled.authority,
                                           .certificate = access.enrolled.certificate,
                                           .key = access.key,
                                           .proxy = NetworkSettings::Proxy::None,
                                           .idle = idle});
        if (!engine || !driver)
            return nullptr;
        (*engine)->resume(access.session);
        return std::unique_ptr<LineClient>(new LineClient(*std::move(engine), *std::move(driver), std::move(clock)));
    }

    [[nodiscard]] SyncEngine &engine() { return *m_engine; }
    /// Goes on as far as it can now; of itself after every answer and when something comes due.
    void pump()
    {
        while (auto exchange = m_engine->next(m_clock())) {
            ++m_underWay;
            m_driver->send(exchange->request, [this, ticket = exchange->ticket](const Reply &reply) {
                --m_underWay;
                static_cast<void>(m_engine->answer(ticket, reply, m_clock()));
                pump();
            });
        }
        const Instant now = m_clock();
        m_timer.start(std::clamp<std::chrono::milliseconds>(m_engine->wakeAt(now) - now, std::chrono::milliseconds(20),
                                                            std::chrono::seconds(1)));
    }
    [[nodiscard]] int underWay() const { return m_underWay; } ///< requests without an answer yet
    [[nodiscard]] SyncStatus status() const
    {
        const auto status = m_engine->status(m_clock());
        return status ? *status : SyncStatus();
    }
    /// Everything of ours is answered, and everything of there has been read.
    [[nodiscard]] bool isAtRest() const
    {
        const SyncStatus now = status();
        return now.trouble == SyncTrouble::None && now.ops.waiting() == 0 && now.cursor > 0 && !now.isPulling;
    }

private:
    LineClient(std::unique_ptr<SyncEngine> engine, std::unique_ptr<NetworkDriver> driver, Clock clock)
        : m_clock(std::move(clock)), m_engine(std::move(engine)), m_driver(std::move(driver))
    {
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout([this] { pump(); });
    }

    Clock m_clock;
    int m_underWay = 0;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<NetworkDriver> m_driver; ///< goes first: what is under way is not told to an engine that goes
    QTimer m_timer;
};

} // namespace zsb::test
