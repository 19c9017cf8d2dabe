#pragma once

#include "core/storage/database.h"

#include <string>

namespace zsb {

/// The index that finds names by the words of nametokens.h: in SQLite a full-text table that holds no text of its own,
/// in PostgreSQL a table with a row for each word. Everything about it that differs is here. Refers to the database.
class NameIndex
{
public:
    explicit NameIndex(const Database &database) : m_database(database) {}

    /// `tokens` as nameTokens() makes them, not empty; `row` of the table `application`.
    [[nodiscard]] Done add(std::int64_t row, const std::string &tokens) const;
    [[nodiscard]] Done drop(std::int64_t row, const std::string &tokens) const;
    [[nodiscard]] Done clear() const;

    /// Whether a row is found under every one of its words.
    [[nodiscard]] Result<bool> holds(std::int64_t row, const std::string &tokens) const;
    /// How many words there are, each counted once a row.
    [[nodiscard]] Result<std::int64_t> words() const;

    [[nodiscard]] static QString table(Sql sql);
    /// A SELECT of the rows in whose name a nameKey() occurs, and the column to order them by.
    [[nodiscard]] static SqlPart rowsWith(const std::string &key, Sql sql);
    [[nodiscard]] static QString orderOf(const std::string &key, Sql sql);

private:
    const Database &m_database;
};

} // namespace zsb
