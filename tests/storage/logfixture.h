#pragma once

#include "core/storage/codec.h"
#include "core/storage/database.h"
#include "core/storage/eventlog.h"
#include "core/storage/schema.h"
#include "tests/support/testdatabase.h"

#include <QTemporaryDir>

#include <memory>

namespace zsb {

inline constexpr Instant logStart{std::chrono::milliseconds(1'676'422'800'000)};

/// A database with a log of made-up events, for tests of the log alone.
class LogFixture
{
public:
    LogFixture()
    {
        m_database = *Database::open(path(), Database::Access::ReadWrite);
        m_ready = migrate(*m_database, path()).has_value();
    }

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] const Database &database() const { return *m_database; }
    [[nodiscard]] const FieldCodec &codec() const { return m_codec; }
    [[nodiscard]] EventLog log() const { return {*m_database, m_codec}; }
    /// Closes the connection, so that the file alone is the database.
    void close() { m_database.reset(); }

    /// `count` events of three applications, a command each.
    [[nodiscard]] bool fill(int count)
    {
        Result<Transaction> transaction = Transaction::begin(*m_database);
        for (int i = 0; i < count; ++i) {
            const int mine = i / 3 + 1;
            const Event event{.application = {"app-" + std::to_string(i % 3)},
                              .sequence = mine,
                              .command = {"cmd-" + std::to_string(i)},
                              .actor = {"staff-1"},
                              .role = "school",
                              .at = logStart + std::chrono::seconds(i),
                              .packHash = "pack",
                              .body = FieldsSet{{{Field::Name, "王五"}, {Field::Sex, std::to_string(i)}}}};
            if (!log().append({&event, 1}, "hash-" + std::to_string(i)))
                return false;
        }
        return transaction->commit().has_value();
    }

private:
    QTemporaryDir m_folder;
    std::string m_path = freshDatabase(m_folder.path());
    PlainCodec m_codec;
    std::unique_ptr<Database> m_database;
    bool m_ready = false;
};

} // namespace zsb
