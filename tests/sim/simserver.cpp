#include "tests/sim/simserver.h"

#include "core/server/epochs.h"

namespace zsb::sim {

SimServer::SimServer(const SimWorld &world) : m_world(world), m_folder(world.folder.path() + "/server") {}

bool SimServer::open()
{
    ServerParts parts;
    parts.store = {.folder = m_folder, .rehearsal = true};
    parts.book = m_world.book;
    parts.clock = [this] { return m_now; };
    parts.random = m_random.source();
    parts.suite = m_world.suite;
    parts.key = m_world.key;
    parts.config.name = "zsb.test";
    parts.config.later = std::chrono::minutes(1);
    parts.config.afterRestore = std::chrono::hours(1);
    Result<std::unique_ptr<Server>> server = Server::open(std::move(parts));
    if (!server)
        return false;
    m_server = *std::move(server);
    return true;
}

bool SimServer::begin(Instant now, std::uint64_t seed, SimSeams *seams)
{
    m_random = SimRandom(seed);
    m_now = now;
    m_seams = seams;
    m_backup.clear();
    if (std::exchange(m_hasFiles, false))
        loseFiles();
    if (!m_store) {
        auto store = Store::open({.folder = m_folder, .rehearsal = true});
        if (!store)
            return false;
        m_store = *std::move(store);
    }
    if (!putImage(databasePath(), m_world.serverImage))
        return false;
    m_server.reset(); // it remembers roots of the log it had
    return open();
}

std::string SimServer::token(const Caller &caller, Instant until)
{
    const Result<std::string> token = m_server->tokens().issue(caller, m_now, until);
    return token ? *token : std::string();
}

HttpResponse SimServer::serve(HttpRequest request)
{
    if (m_seams != nullptr)
        m_seams->beforeServing(*this, request);
    m_hasFiles = m_hasFiles || request.path.starts_with("/v1/blobs") || request.path.starts_with("/v1/uploads");
    HttpResponse response = m_server->handle(request);
    if (m_seams != nullptr)
        m_seams->afterServing(*this, request, response);
    return response;
}

void SimServer::crash()
{
    m_server.reset();
    if (m_seams != nullptr)
        m_seams->onServerCrash(*this, m_random);
    static_cast<void>(open());
}

bool SimServer::setBack(const QByteArray &image)
{
    return putImage(databasePath(), image);
}

bool SimServer::restore()
{
    m_server.reset();
    if (!setBack(m_backup))
        return false;
    if (m_seams == nullptr || m_seams->beginsEpoch()) {
        Result<Transaction> transaction = Transaction::begin(m_store->database());
        if (!transaction || !beginEpoch(m_store->database(), m_now, m_random.source()) || !transaction->commit())
            return false;
    }
    return open();
}

} // namespace zsb::sim
