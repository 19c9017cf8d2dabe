#include "core/storage/database.h"
#include "core/storage/postgreslocation.h"

#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Settings of this connection, whatever those of the server are: whatever was answered is on the disk, as long as the
/// server does not wait for even more; every statement sees what was committed before it, which is what the lock of a
/// transaction counts on; and a lock whose holder's machine died is free again after a minute or so.
QString settings(const PostgresLocation &location, Database::Access access, std::chrono::milliseconds patience)
{
    QString sql =
        u"SELECT set_config('bytea_output', 'hex', false), set_config('client_min_messages', 'warning', false), "
        "set_config('lock_timeout', '%1', false), "
        "set_config('default_transaction_isolation', 'read committed', false), "
        "set_config('default_transaction_read_only', '%2', false), "
        "set_config('idle_in_transaction_session_timeout', '300000', false), "
        "set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false), "
        "set_config('tcp_keepalives_count', '3', false), "
        "set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' "
        "ELSE current_setting('synchronous_commit') END, false)"_s.arg(patience.count())
            .arg(access == Database::Access::ReadOnly ? u"on"_s : u"off"_s);
    if (!location.schema.isEmpty())
        sql += u", set_config('search_path', '%1', false)"_s.arg(location.schema);
    return sql;
}

/// Made when it is not there, as a file would be; another process may do it in the same moment.
Done makeSchema(const Database &database, const QString &schema)
{
    const auto isThere = [&]() -> Result<std::int64_t> {
        return database.number(u"SELECT count(*) FROM pg_namespace WHERE nspname = '%1'"_s.arg(schema));
    };
    Result<std::int64_t> there = schema.isEmpty() ? Result<std::int64_t>(1) : isThere();
    if (!there || *there > 0)
        return there ? done() : Done(there.error());
    const Done made = database.execute(u"CREATE SCHEMA IF NOT EXISTS "_s + schema);
    if (made)
        return done();
    there = isThere();
    return there && *there > 0 ? done() : made;
}

Done configure(const Database &database, const PostgresLocation &location, Database::Access access,
               std::chrono::milliseconds patience)
{
    if (Done set = database.execute(settings(location, access, patience)); !set)
        return set;
    const Result<std::int64_t> isUtf8 =
        database.number(u"SELECT count(*) WHERE current_setting('server_encoding') = 'UTF8'"_s);
    if (!isUtf8)
        return isUtf8.error();
    if (*isUtf8 == 0)
        return Error{ErrorCode::Unreadable, "postgres: the database is not in UTF-8"};
    if (access == Database::Access::ReadWrite)
        return makeSchema(database, location.schema);
    const Result<std::int64_t> tables = database.number(
        u"SELECT count(*) FROM pg_tables WHERE tablename = 'schema_version' AND schemaname = current_schema()"_s);
    if (!tables)
        return tables.error();
    return *tables > 0 ? done() : Done(Error{ErrorCode::NotFound, "no such database"});
}

/// One lock for each schema, by its number, which never changes. Looked up once and in the table itself: what
/// current_schema() says may lag behind others.
Result<std::int64_t> lockOf(const Database &database, const QString &schema)
{
    constexpr std::int64_t ours = 0x7a7362; // any number, as long as it is always the same
    const QString name = schema.isEmpty() ? u"current_schema()"_s : u'\'' + schema + u'\'';
    const Result<std::int64_t> number =
        database.number(u"SELECT CAST(oid AS BIGINT) FROM pg_namespace WHERE nspname = "_s + name);
    if (number && *number == 0)
        return Error{ErrorCode::Unreadable, "postgres: no schema to work in"};
    return number ? Result<std::int64_t>((ours << 32) | *number) : number;
}

} // namespace

Result<std::unique_ptr<Database>> Database::openPostgres(const std::string &location, Access access,
                                                         std::chrono::milliseconds patience)
{
    const Result<PostgresLocation> place = postgresLocation(location);
    if (!place)
        return place.error();
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return Error{ErrorCode::Unreadable, "postgres: Qt's driver QPSQL is not installed"};
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString(), Sql::Postgres));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QPSQL"_s, database->m_connection);
    connection.setHostName(place->host);
    connection.setPort(place->port);
    connection.setUserName(place->user);
    connection.setDatabaseName(place->database);
    connection.setConnectOptions(place->options);
    if (!connection.open()) // the message names host, user and database, never the password
        return Error{ErrorCode::Unreadable,
                     "postgres: " + connection.lastError().databaseText().simplified().toStdString()};
    if (Done ready = configure(*database, *place, access, patience); !ready)
        return ready.error();
    const Result<std::int64_t> lock = lockOf(*database, place->schema);
    if (!lock)
        return lock.error();
    database->m_lock = *lock;
    return database;
}

} // namespace zsb
