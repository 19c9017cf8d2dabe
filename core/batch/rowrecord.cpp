#include "core/batch/rowrecord.h"

#include "core/base/text.h"
#include "core/rules/personkeys.h"

namespace zsb {

void RowChunk::append(const Row &row)
{
    ChunkRow copy{.number = row.number, .firstCell = cells.size(), .cells = row.cells.size(), .problems = {}};
    copy.problems.assign(row.problems.begin(), row.problems.end());
    for (const Cell &cell : row.cells) {
        cells.push_back({bytes.size(), cell.text.size(), cell.kind});
        bytes.append(cell.text);
    }
    rows.push_back(std::move(copy));
}

void RowChunk::clear()
{
    bytes.clear();
    cells.clear();
    rows.clear();
}

std::string_view RowChunk::cell(const ChunkRow &row, std::size_t column) const
{
    if (column >= row.cells)
        return {};
    const Cellspan &span = cells[row.firstCell + column];
    return std::string_view(bytes).substr(span.begin, span.length);
}

RowRecord::RowRecord(const Pack &pack, const ColumnMap &map, FileFacts &files, bool datesFrom1904)
    : m_pack(pack), m_files(files), m_repairer(pack, datesFrom1904)
{
    for (std::size_t column = 0; column < map.fields.size(); ++column) {
        if (map.fields[column])
            m_columns.push_back({column, *map.fields[column]});
    }
    for (const ColumnMap::Duplicate &later : map.duplicates)
        m_repeated.push_back({later.column, map.columnOf(later.field).value_or(later.column), later.field});
    m_repairs.reserve(m_columns.size());
}

template<typename CellAt>
const Record &RowRecord::fillFrom(std::int64_t row, CellAt cellAt)
{
    start();
    for (const auto [column, field] : m_columns)
        fillField(field, column, cellAt(column));
    for (const RepeatedColumn &repeated : m_repeated)
        compare(row, repeated, cellAt(repeated.earlier), cellAt(repeated.column));
    return finish();
}

const Record &RowRecord::fill(const Row &row)
{
    return fillFrom(row.number, [&row](std::size_t column) {
        return column < row.cells.size() ? row.cells[column].text : std::string_view();
    });
}

const Record &RowRecord::fill(const RowChunk &chunk, const RowChunk::ChunkRow &row)
{
    return fillFrom(row.number, [&chunk, &row](std::size_t column) { return chunk.cell(row, column); });
}

/// The texts of all mapped columns are set anew for each row.
void RowRecord::start()
{
    record.portrait = nullptr;
    record.materials = {};
    for (std::optional<SharedWith> &shared : record.shared)
        shared.reset();
    m_materials.clear();
    m_repairs.clear();
    m_differences.clear();
}

void RowRecord::compare(std::int64_t row, const RepeatedColumn &repeated, std::string_view earlier,
                        std::string_view later)
{
    if (trimmed(later).empty() || later == earlier ||
        m_repairer.meaning(repeated.field, later) == m_repairer.meaning(repeated.field, earlier))
        return;
    m_differences.push_back(
        {row, int(repeated.column) + 1, ProblemCode::ColumnsDiffer, std::to_string(repeated.earlier + 1)});
}

const Record &RowRecord::finish()
{
    parseMaterials(record.text(Field::Materials), m_entries);
    for (const MaterialEntry &entry : m_entries) {
        const MaterialSlot *slot = m_pack.slot(entry.slot);
        m_materials.push_back({.slot = slot ? std::string_view(slot->id) : entry.slot,
                               .fileName = entry.file,
                               .facts = m_files.facts(entry.file)});
    }
    record.materials = m_materials;
    if (!record.isEmpty(Field::Portrait))
        record.portrait = m_files.portrait(record.text(Field::Portrait));
    return record;
}

void RowRecord::fillField(Field field, std::size_t column, std::string_view cell)
{
    if (cell.empty() || m_repairer.readsAsWritten(field, cell)) {
        record.set(field, cell);
        return;
    }
    std::optional<CellRepair> repair = m_repairer.repair(field, cell);
    if (!repair) {
        record.set(field, trimmed(cell));
        return;
    }
    repair->column = column;
    const CellRepair &kept = m_repairs.emplace_back(std::move(*repair));
    record.set(field, kept.applied ? std::string_view(kept.value) : trimmed(cell));
}

std::string RowRecord::person() const
{
    return personKey(m_pack, record.text(Field::DocumentType), record.text(Field::DocumentNumber));
}

std::string RowRecord::applicationNo() const
{
    return codeKey(record.text(Field::ApplicationNo));
}

std::string RowRecord::phone() const
{
    return phoneKey(record.text(Field::Phone));
}

} // namespace zsb
