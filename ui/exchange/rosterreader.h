#pragma once

#include "core/batch/rowkind.h"
#include "core/batch/rowrecord.h"
#include "core/batch/tablelayout.h"
#include "core/exchange/headermap.h"
#include "core/exchange/tablereader.h"
#include "core/policy/pack.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// A roster opened at its header: which column means which field, then its rows one by one.
class RosterReader
{
public:
    /// The header is the row among the first few that names the most fields; titles may stand above it.
    /// Errors: those of openTable(), Invalid (no row names a known column).
    [[nodiscard]] static Result<std::unique_ptr<RosterReader>> open(const std::string &file, const Pack &pack);

    [[nodiscard]] const std::vector<std::string> &header() const { return m_layout.header; }
    [[nodiscard]] const ColumnMap &columns() const { return m_layout.columns; }
    [[nodiscard]] const TableLayout &layout() const { return m_layout; }
    [[nodiscard]] const TableInfo &info() const { return m_reader->info(); }

    /// The next candidate below the header; null after the last. Valid until the next call.
    [[nodiscard]] Result<const RowChunk *> next();
    /// The next row below the header, whatever it is: see kind().
    [[nodiscard]] Result<const RowChunk *> nextOfAnyKind();
    /// Of the row that was read last.
    [[nodiscard]] RowKind kind() const { return m_kind; }

private:
    RosterReader() = default;

    std::unique_ptr<TableReader> m_reader;
    TableLayout m_layout;
    RowChunk m_chunk;
    RowKind m_kind = RowKind::Candidate;
};

} // namespace zsb
