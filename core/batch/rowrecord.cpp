#include "core/batch/rowrecord.h"

#include "core/base/text.h"
#include "core/batch/materialtext.h"

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

RowRecord::RowRecord(const Pack &pack, const ColumnMap &map, FileFacts &files)
    : m_pack(pack), m_map(map), m_files(files)
{
}

const Record &RowRecord::fill(const RowChunk &chunk, const RowChunk::ChunkRow &row)
{
    record = Record();
    m_materials.clear();
    for (std::size_t column = 0; column < m_map.fields.size(); ++column) {
        if (m_map.fields[column])
            record.set(*m_map.fields[column], trimmed(chunk.cell(row, column)));
    }
    for (const MaterialEntry &entry : parseMaterials(record.text(Field::Materials))) {
        const MaterialSlot *slot = m_pack.slot(entry.slot);
        m_materials.push_back({.slot = slot ? std::string_view(slot->id) : entry.slot,
                               .fileName = entry.file,
                               .facts = m_files.facts(entry.file)});
    }
    record.materials = m_materials;
    if (!record.isEmpty(Field::Portrait))
        record.portrait = m_files.facts(record.text(Field::Portrait));
    return record;
}

std::string RowRecord::documentKey() const
{
    const std::string number = identity();
    if (number.empty())
        return {};
    const std::string_view given = record.text(Field::DocumentType);
    const DocumentType *type =
        m_pack.documentType(given.empty() ? std::string_view(m_pack.defaultDocumentType) : given);
    return (type ? type->code : std::string(given)) + '\x1f' + number;
}

std::string RowRecord::identity() const
{
    return foldCode(record.text(Field::DocumentNumber));
}

std::string RowRecord::phoneKey() const
{
    return foldCode(record.text(Field::Phone));
}

} // namespace zsb
