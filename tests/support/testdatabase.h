#pragma once

#include <QByteArray>
#include <QStringList>
#include <QTest>
#include <QUuid>

#include <string>

namespace zsb {

/// Where a test keeps its database: a file, or a schema of its own in the server that ZSB_TEST_DB names (see
/// tests/support/postgres). The same tests run on both.
[[nodiscard]] inline bool testsPostgres()
{
    return qEnvironmentVariableIsSet("ZSB_TEST_DB");
}

/// The location of a database nobody else has; the file is the one a season's folder has.
[[nodiscard]] inline std::string freshDatabase(const QString &folder)
{
    if (!testsPostgres())
        return folder.toStdString() + "/zsb.db";
    const QByteArray name = QUuid::createUuid().toByteArray(QUuid::Id128).first(12);
    return qgetenv("ZSB_TEST_DB").toStdString() + "&schema=t" + name.toStdString();
}

/// What somebody does first who tampers with a database: keys and triggers are taken away.
[[nodiscard]] inline QStringList unguarded()
{
    if (testsPostgres())
        return {QStringLiteral("SET session_replication_role = replica")};
    return {QStringLiteral("DROP TRIGGER IF EXISTS events_are_never_updated"),
            QStringLiteral("DROP TRIGGER IF EXISTS events_are_never_deleted"),
            QStringLiteral("PRAGMA foreign_keys=OFF")};
}

/// The statement that makes a database one of another version.
[[nodiscard]] inline QString setVersion(int version)
{
    return (testsPostgres() ? QStringLiteral("UPDATE schema_version SET version = %1")
                            : QStringLiteral("PRAGMA user_version = %1"))
        .arg(version);
}

} // namespace zsb

/// For what there is in files alone, or shown on PostgreSQL elsewhere.
#define ZSB_SQLITE_ONLY(why)                                                                                           \
    do {                                                                                                               \
        if (zsb::testsPostgres())                                                                                      \
            QSKIP(why);                                                                                                \
    } while (false)
