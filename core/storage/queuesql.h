#pragma once

#include "core/base/result.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"
#include "core/storage/queue.h"

#include <vector>

namespace zsb {

/// A piece of SQL and the values of its question marks.
struct SqlPart
{
    QString sql{};
    std::vector<SqlValue> values{};
};

enum class Facet : std::uint8_t
{
    None,
    Phase,
    Stage,
    Type,
    College,
    Severity,
};
[[nodiscard]] QString facetColumn(Facet facet);

/// The condition of a query over `application`, `1` when it does not narrow; one facet may be left out.
[[nodiscard]] SqlPart queueCondition(const QueueQuery &query, const FieldCodec &codec, Facet leftOut = Facet::None);
/// The columns of an order, comma-separated.
[[nodiscard]] QString orderColumns(QueueOrder order);
/// `(columns) > (?, …)` for a cursor. Errors: Invalid (not a cursor of this order).
[[nodiscard]] Result<SqlPart> afterCursor(QueueOrder order, const std::string &cursor);
[[nodiscard]] std::string cursorOf(QueueOrder order, const Rows &rows, int firstColumn);
[[nodiscard]] int orderWidth(QueueOrder order);

} // namespace zsb
