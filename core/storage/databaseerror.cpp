#include "core/storage/databaseerror.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

Error sqliteError(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    // SQLite's result codes: 5 busy, 6 locked, 11 corrupt, 14 cannot open, 26 not a database
    const int primary = code.toInt() & 0xff;
    if (primary == 5 || primary == 6)
        return {ErrorCode::Conflict, "sqlite: busy"};
    if (primary == 11 || primary == 14 || primary == 26)
        return {ErrorCode::Unreadable, "sqlite: damaged or not a database, code " + code.toStdString()};
    return {ErrorCode::Internal, "sqlite: " + error.driverText().toStdString() + ", code " + code.toStdString()};
}

/// By SQLSTATE, https://www.postgresql.org/docs/15/errcodes-appendix.html
ErrorCode postgresCode(const QString &state)
{
    // serialization failure, deadlock, lock not available, statement timeout
    static constexpr std::array conflicts = {"40001"_L1, "40P01"_L1, "55P03"_L1, "57014"_L1};
    // connection, server shutting down or not ready, idle too long in a transaction, damaged data or index
    static constexpr std::array unreadable = {"08"_L1, "57P0"_L1, "25P03"_L1, "XX001"_L1, "XX002"_L1};
    // not a character, not in this encoding, too long for an index
    static constexpr std::array invalid = {"22021"_L1, "22P05"_L1, "54000"_L1};
    const auto isOneOf = [&state](const auto &codes) {
        return std::ranges::any_of(codes, [&state](QLatin1StringView code) { return state.startsWith(code); });
    };
    if (isOneOf(conflicts))
        return ErrorCode::Conflict;
    if (state.isEmpty() || isOneOf(unreadable)) // no code: it was the client library that noticed
        return ErrorCode::Unreadable;
    return isOneOf(invalid) ? ErrorCode::Invalid : ErrorCode::Internal;
}

Error postgresError(const QSqlError &error, const QSqlDatabase &connection)
{
    const QString state = error.nativeErrorCode();
    if (!connection.isOpen())
        return {ErrorCode::Unreadable, "postgres: the connection is lost, code " + state.toStdString()};
    return {postgresCode(state), "postgres: " + error.driverText().toStdString() + ", code " + state.toStdString()};
}

} // namespace

Error errorOf(const QSqlError &error, const QSqlDatabase &connection)
{
    return connection.driver()->dbmsType() == QSqlDriver::PostgreSQL ? postgresError(error, connection)
                                                                     : sqliteError(error);
}

} // namespace zsb
