#pragma once

#include "core/base/result.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"
#include "core/storage/queue.h"

#include <set>
#include <vector>

namespace zsb {

enum class SearchKind : std::uint8_t;

/// The ways of a text that hit too many files to look them all up and sort them. There the files of the list are asked
/// in their order, one after the other, until the page is full.
using ManyHits = std::set<SearchKind>;

/// The condition of a query over `application`, `TRUE` when it does not narrow.
[[nodiscard]] SqlPart queueCondition(const QueueQuery &query, const FieldCodec &codec, Sql sql);
/// What a query is asked of, `application` and how it may be read.
[[nodiscard]] QString queueTable(const QueueQuery &query, Sql sql);
/// The columns of a file in a list, and after them those of the order; ends with WHERE.
inline constexpr int entryColumns = 16;
[[nodiscard]] QString entrySelect(QueueOrder order);

/// What is read of the files of a list.
enum class Select
{
    Entries, ///< see entrySelect()
    Rows,    ///< `row` and the columns of the order: an index alone answers
};
/// Files of a query in its order after a cursor, an empty one for the beginning; all of them with a limit of -1.
/// Errors: Invalid (no such cursor).
[[nodiscard]] Result<SqlPart> pageSelect(const QueueQuery &query, const std::string &after, int limit,
                                         const FieldCodec &codec, Sql sql, const ManyHits &many = {},
                                         Select what = Select::Entries);
/// Every combination of the facets, phase, stage, type, college, severity, and how many files have it; the filters of
/// the facets themselves are left aside. Over an index alone and in its order, so that nothing is sorted.
[[nodiscard]] SqlPart facetsSelect(const QueueQuery &query, const FieldCodec &codec, Sql sql);
/// Every tag of the actor's and how many files of the query have it, the query's own tags left aside.
[[nodiscard]] SqlPart tagCountsSelect(const QueueQuery &query, const FieldCodec &codec, Sql sql);
/// The columns of an order, comma-separated.
[[nodiscard]] QString orderColumns(QueueOrder order);
/// `(columns) > (?, …)` for a cursor. Errors: Invalid (not a cursor of this order).
[[nodiscard]] Result<SqlPart> afterCursor(QueueOrder order, const std::string &cursor);
[[nodiscard]] std::string cursorOf(QueueOrder order, const Rows &rows, int firstColumn);

} // namespace zsb
