#pragma once

#include "core/storage/database.h"

#include <QFile>
#include <QStringList>

namespace zsb {

/// Everything a schema consists of, as SQLite wrote it down, and blanks folded.
[[nodiscard]] inline QStringList schemaOf(const Database &database)
{
    if (database.sql() == Sql::Postgres) {
        Result<Rows> rows = database.run(QStringLiteral(
            "SELECT table_name || ' ' || column_name || ' ' || data_type || coalesce(collation_name, '') "
            "|| is_nullable FROM information_schema.columns WHERE table_schema = current_schema() UNION "
            "SELECT replace(indexdef, current_schema(), '') FROM pg_indexes "
            "WHERE schemaname = current_schema() ORDER BY 1"));
        QStringList found;
        while (rows->next())
            found.append(QString::fromStdString(rows->text(0)));
        return found;
    }
    Result<Rows> rows = database.run(QStringLiteral(
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name"));
    QStringList found;
    while (rows->next())
        found.append(QString::fromStdString(rows->text(0)).simplified());
    return found;
}

/// What a program of that version has left in a file, one event in it (tests/corpus/schemas).
[[nodiscard]] inline bool loadOldSchema(const Database &database, int version)
{
    QFile file(QStringLiteral(ZSB_SOURCE_DIR "/tests/corpus/schemas/v%1.sql").arg(version, 2, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    for (const QString &statement : QString::fromUtf8(file.readAll()).split(QStringLiteral(";;\n"))) {
        if (!statement.trimmed().isEmpty() && !database.execute(statement.trimmed()))
            return false;
    }
    return true;
}

} // namespace zsb
