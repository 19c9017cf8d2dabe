#pragma once

#include "core/batch/filefacts.h"
#include "core/batch/materialtext.h"
#include "core/batch/repair.h"
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
    /// `pack` and `files` must outlive this object. `datesFrom1904`: what day number 0 of the workbook is.
    RowRecord(const Pack &pack, const ColumnMap &map, FileFacts &files, bool datesFrom1904 = false);

    /// Valid until the next call, as long as the row's texts live. Cells are as repairs() says, otherwise as they are
    /// written; empty cells are known and empty.
    const Record &fill(const Row &row);
    const Record &fill(const RowChunk &chunk, const RowChunk::ChunkRow &row);

    /// The cells of the row filled last that are read as something else than what stands in them.
    [[nodiscard]] const std::vector<CellRepair> &repairs() const { return m_repairs; }
    /// Where that row is read as one thing in a column and as another in one that repeats it. What lacks in the
    /// repeated column is no difference: the first one counts.
    [[nodiscard]] const std::vector<RowProblem> &differences() const { return m_differences; }

    /// What the record would share under SharedKey::Document and ::Phone, see personkeys.h, and ::ApplicationNo.
    [[nodiscard]] std::string person() const;
    [[nodiscard]] std::string applicationNo() const;
    [[nodiscard]] std::string phone() const;

    Record record; ///< as filled last; shares are added by the caller

private:
    struct MappedColumn
    {
        std::size_t column = 0;
        Field field = Field::Name;
    };
    struct RepeatedColumn
    {
        std::size_t column = 0;
        std::size_t earlier = 0; ///< the one that is read
        Field field = Field::Name;
    };

    template<typename CellAt>
    const Record &fillFrom(std::int64_t row, CellAt cellAt);
    void start();
    void compare(std::int64_t row, const RepeatedColumn &repeated, std::string_view earlier, std::string_view later);
    void fillField(Field field, std::size_t column, std::string_view cell);
    const Record &finish();

    const Pack &m_pack;
    FileFacts &m_files;
    std::vector<MappedColumn> m_columns;
    std::vector<RepeatedColumn> m_repeated;
    std::vector<MaterialEntry> m_entries;
    std::vector<MaterialView> m_materials;
    CellRepairer m_repairer;
    std::vector<RowProblem> m_differences;
    std::vector<CellRepair> m_repairs; ///< never grows beyond what is reserved: the record looks into it
};

} // namespace zsb
