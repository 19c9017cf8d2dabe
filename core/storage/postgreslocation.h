#pragma once

#include "core/base/result.h"

#include <QString>

#include <string>
#include <string_view>

namespace zsb {

/// Whether a location names a PostgreSQL database; anything else is a file.
[[nodiscard]] bool isPostgres(std::string_view location);

/// `postgres://user@host:port/database?schema=…`. A socket folder stands in for the host: `…@/database?host=/run/x`.
/// Further parameters: `sslmode`, `sslrootcert`, `sslcert`, `sslkey`, `connect_timeout`. There is no place for a
/// password: the client library takes it from PGPASSWORD or from the file PGPASSFILE names.
struct PostgresLocation
{
    QString user{};
    QString host{};
    int port = -1;
    QString database{};
    QString schema{};  ///< empty: the first one the server says
    QString options{}; ///< the further parameters, as the client library writes them

    bool operator==(const PostgresLocation &) const = default;
};

/// Errors: Invalid (not such a location, or a password in it). Nothing of the location is in an error.
[[nodiscard]] Result<PostgresLocation> postgresLocation(std::string_view location);

} // namespace zsb
