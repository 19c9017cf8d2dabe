#include "core/base/text.h"
#include "core/policy/packreader.h"

#include <algorithm>

namespace zsb {

RowReader::RowReader(PackReading &reading, const CsvTable &table, const CsvTable::Row &row, const std::string &file)
    : m_reading(reading), m_table(table), m_row(row), m_file(file)
{
}

std::string_view RowReader::cell(std::string_view column) const
{
    const int index = m_table.column(column);
    return index >= 0 && std::size_t(index) < m_row.cells.size() ? std::string_view(m_row.cells[std::size_t(index)])
                                                                 : std::string_view();
}

std::string RowReader::text(std::string_view column)
{
    if (cell(column).empty())
        problem(column, {"不能为空", "must not be empty"});
    return std::string(cell(column));
}

std::string RowReader::words(std::string_view column, Placeholders known)
{
    std::string written = text(column);
    m_reading.checkPlaceholders(place(column), written, known);
    return written;
}

bool RowReader::flag(std::string_view column)
{
    const std::string_view written = cell(column);
    if (!written.empty() && written != "0" && written != "1")
        problem(column, {"应为 1 或 0", "must be 1 or 0"});
    return written == "1";
}

PackPlace RowReader::place(std::string_view column) const
{
    return {m_file, m_row.line, m_row.cells.front() + '.' + std::string(column)};
}

void RowReader::problem(std::string_view column, Text message)
{
    m_reading.problem(place(column), std::move(message));
}

void eachRow(PackReading &reading, const std::string &file, std::initializer_list<std::string_view> columns,
             const std::function<void(RowReader &)> &read)
{
    const auto at = reading.files.find(file);
    if (at == reading.files.end())
        return reading.unreadable({file, 0, {}}, {"缺少此文件", "this file is missing"});
    if (!isValidUtf8(at->second))
        return reading.unreadable({file, 0, {}}, {"不是 UTF-8 编码", "not UTF-8"});
    if (const auto nul = at->second.find('\0'); nul != std::string::npos) { // what stands behind it is easily lost
        const auto line = std::count(at->second.begin(), at->second.begin() + std::ptrdiff_t(nul), '\n') + 1;
        return reading.unreadable({file, int(line), {}}, {"含有空字节（NUL），请用文本编辑器删去",
                                                          "holds a NUL byte; remove it with a text editor"});
    }
    const CsvTable table = readCsvTable(at->second);
    for (const std::string_view column : columns) {
        if (table.column(column) < 0)
            reading.unreadable({file, table.headerLine, std::string(column)}, {"缺少此列", "this column is missing"});
    }
    for (const CsvTable::Row &row : table.rows) {
        if (row.cells.size() == table.header.size()) {
            RowReader reader(reading, table, row, file);
            read(reader);
            continue;
        }
        const std::string cells = std::to_string(row.cells.size());
        const std::string wanted = std::to_string(table.header.size());
        reading.problem({file, row.line, row.cells.front()},
                        {"此行有 " + cells + " 格，表头有 " + wanted + " 列",
                         "this row has " + cells + " cells, the header has " + wanted + " columns"});
    }
}

} // namespace zsb
