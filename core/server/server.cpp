#include "core/server/server.h"

#include "core/server/answers.h"

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

Result<std::string> readEpoch(const Database &database)
{
    Result<Rows> rows = database.run(u"SELECT value FROM meta WHERE key = 'epoch'"_s);
    if (!rows)
        return rows.error();
    if (rows->next())
        return rows->text(0);
    return rows->ended() ? Result<std::string>(std::string()) : Result<std::string>(rows->ended().error());
}

Result<std::string> epochOf(Store &store, const ServerParts &parts)
{
    Result<std::string> epoch = readEpoch(store.database());
    if (!epoch || !epoch->empty())
        return epoch;
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction)
        return transaction.error();
    // whoever was faster has given it one
    if (epoch = readEpoch(store.database()); !epoch || !epoch->empty())
        return epoch;
    const std::string fresh = uuid7(parts.clock(), parts.random);
    if (Done kept = store.database().execute(u"INSERT INTO meta (key, value) VALUES ('epoch', ?)"_s, {sqlText(fresh)});
        !kept)
        return kept.error();
    if (Done committed = transaction->commit(); !committed)
        return committed.error();
    return fresh;
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
    : m_parts(std::move(parts)), m_tokens(m_parts.suite, *m_parts.key), m_epoch(std::move(epoch)), m_routes(allRoutes())
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
