#pragma once

#include "core/domain/application.h"
#include "core/rules/rulebook.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"
#include "core/storage/pinyin.h"
#include "core/storage/sharedlookup.h"

#include <optional>
#include <set>
#include <span>

namespace zsb {

/// An application as it was projected.
struct Projected
{
    std::int64_t row = 0;
    ApplicationState state{};
    Instant updated{}; ///< of its last event
};

/// Null when there is no such application.
[[nodiscard]] Result<std::optional<Projected>> loadProjected(const Database &database, const FieldCodec &codec,
                                                             const ApplicationId &id);
/// Every finding on an application as it is, as others share with it now, as of its last event.
[[nodiscard]] Result<std::vector<Finding>> findingsOf(const Database &database, const FieldCodec &codec,
                                                      const RuleBook &book, const Projected &projected);

/// Writes the tables that lists, searches and rules look things up in. Everything in them follows from the events and
/// the pack, whatever the order of writing: findings are those on the file as it is now, shared with the others as they
/// are now, as of its own last event. Refers to all; one thread, inside the transaction of the caller.
class Projection
{
public:
    Projection(const Database &database, const FieldCodec &codec, const RuleBook &book)
        : m_database(database), m_codec(codec), m_book(book)
    {
    }

    /// Writes an application after its events; its findings and those of whoever shares something with it are noted as
    /// to be looked at again.
    [[nodiscard]] Done write(const ApplicationState &state, Instant updated);
    /// Looks at the noted ones again. To be called before the transaction ends.
    [[nodiscard]] Done refreshFindings();
    /// What projections are made with: this program's version of them and the pack.
    [[nodiscard]] static std::string originUnder(const RuleBook &book);
    /// Whether the projections were made with something else, or never.
    [[nodiscard]] static Result<bool> isStale(const Database &database, const RuleBook &book);
    /// Notes that. Errors: Conflict when they were made with something else, so that two origins never mix.
    [[nodiscard]] Done noteOrigin() const;
    /// Empties every projection.
    [[nodiscard]] Done clear() const;

    [[nodiscard]] Result<SharedFacts> sharedWith(const ApplicationState &state) const;

private:
    [[nodiscard]] Result<std::int64_t> rowOf(const ApplicationId &id) const;
    [[nodiscard]] Done writeRow(bool isNew, std::int64_t row, const ApplicationState &state, const SharedKeys &keys,
                                std::span<const Reading> readings, Instant updated);
    [[nodiscard]] Done writeNames(std::int64_t row, const ApplicationState &state,
                                  std::span<const Reading> readings) const;
    [[nodiscard]] Done dropNames(std::int64_t row, const ApplicationState &state) const;
    [[nodiscard]] Done writeHashes(std::int64_t row, const ApplicationState &state) const;
    [[nodiscard]] Done refresh(std::int64_t row) const;

    const Database &m_database;
    const FieldCodec &m_codec;
    const RuleBook &m_book;
    PinyinReader m_pinyin;
    QString m_insertSql;
    QString m_updateSql;
    std::set<std::int64_t> m_dirty;
};

} // namespace zsb
