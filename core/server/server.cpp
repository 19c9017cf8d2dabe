#include "core/server/server.h"

#include "core/server/answers.h"
#include "core/server/epochs.h"

namespace zsb {
namespace {

Result<std::string> epochOf(Store &store, const ServerParts &parts)
{
    Result<std::optional<Epoch>> epoch = currentEpoch(store.database());
    if (!epoch)
        return epoch.error();
    if (*epoch)
        return (*epoch)->id;
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction)
        return transaction.error();
    // whoever was faster has begun it
    if (epoch = currentEpoch(store.database()); !epoch || *epoch)
        return epoch ? Result<std::string>((*epoch)->id) : Result<std::string>(epoch.error());
    const Result<Epoch> fresh = beginEpoch(store.database(), parts.clock(), parts.random);
    if (!fresh)
        return fresh.error();
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    return fresh->id;
}

} // namespace

Result<std::unique_ptr<Server>> Server::open(ServerParts parts)
{
    const Result<std::unique_ptr<Store>> store = Store::open(parts.store);
    if (!store)
        return store.error();
    const Result<bool> stale = (*store)->isStale(*parts.book);
    if (!stale)
        return stale.error();
    if (*stale) {
        if (Done rebuilt = (*store)->rebuild(*parts.book); !rebuilt)
            return rebuilt.error();
    }
    Result<std::string> epoch = epochOf(**store, parts);
    if (!epoch)
        return epoch.error();
    return std::unique_ptr<Server>(new Server(std::move(parts), *std::move(epoch)));
}

Server::Server(ServerParts parts, std::string epoch)
    : m_parts(std::move(parts)),
      m_tokens(m_parts.suite, *m_parts.key),
      m_epoch(std::move(epoch)),
      m_routes(allRoutes()),
      m_audit(std::make_unique<AuditTree>(m_parts.config.name + '/' + m_epoch, m_parts.key)),
      m_limits(std::make_unique<RateLimits>()),
      m_failures(std::make_unique<SignInFailures>())
{
}

Server::~Server() = default;

Result<std::unique_ptr<Reader>> Server::openReader() const
{
    Result<std::unique_ptr<const Store>> store = Store::openReadOnly(m_parts.store);
    if (!store)
        return store.error();
    return std::make_unique<Reader>(*this, *std::move(store));
}

Result<std::unique_ptr<Writer>> Server::openWriter() const
{
    Result<std::unique_ptr<Store>> store = Store::open(m_parts.store);
    if (!store)
        return store.error();
    return std::make_unique<Writer>(*this, *std::move(store));
}

HttpResponse Server::handle(const HttpRequest &request)
{
    if (!m_reader || !m_writer) {
        Result<std::unique_ptr<Writer>> writer = openWriter();
        Result<std::unique_ptr<Reader>> reader = openReader();
        if (!writer || !reader)
            return problemResponse(writer ? reader.error() : writer.error());
        m_writer = *std::move(writer);
        m_reader = *std::move(reader);
    }
    Answer answer = m_reader->answer(request);
    if (auto *response = std::get_if<HttpResponse>(&answer))
        return std::move(*response);
    return std::move(m_writer->write({&std::get<WriteJob>(answer), 1}).front());
}

} // namespace zsb
