#pragma once

#include "core/batch/filefacts.h"
#include "core/domain/record.h"
#include "core/exchange/headermap.h"
#include "core/exchange/tablereader.h"
#include "core/policy/pack.h"

#include <string>
#include <vector>

namespace zsb {

/// A run of rows copied out of a reader, so that another thread can work on them while reading goes on.
struct RowChunk
{
    struct Cellspan
    {
        std::size_t begin = 0;
        std::size_t length = 0;
        CellKind kind = CellKind::Empty;
    };
    struct ChunkRow
    {
        std::int64_t number = 0;
        std::size_t firstCell = 0;
        std::size_t cells = 0;
        std::vector<RowProblem> problems;
    };

    std::string bytes;
    std::vector<Cellspan> cells;
    std::vector<ChunkRow> rows;

    void append(const Row &row);
    void clear();
    [[nodiscard]] std::string_view cell(const ChunkRow &row, std::size_t column) const;
};

/// Turns one row of a chunk after the other into a Record. Keeps the views a Record points to, so one object serves one
/// row at a time; no allocation once it is warm.
class RowRecord
{
public:
    /// `map` and `files` must outlive this object.
    RowRecord(const Pack &pack, const ColumnMap &map, FileFacts &files);

    /// Valid until the next call, as long as the chunk lives. Cells are trimmed; empty cells are known and empty.
    const Record &fill(const RowChunk &chunk, const RowChunk::ChunkRow &row);

    /// What the record would share under SharedKey::Document and ::Phone: folded, so that spelling does not hide it.
    [[nodiscard]] std::string documentKey() const;
    [[nodiscard]] std::string identity() const;
    [[nodiscard]] std::string phoneKey() const;

    Record record; ///< as filled last; shares are added by the caller

private:
    const Pack &m_pack;
    const ColumnMap &m_map;
    FileFacts &m_files;
    std::vector<MaterialView> m_materials;
};

} // namespace zsb
