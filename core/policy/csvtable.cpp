#include "core/policy/csvtable.h"

#include "core/base/text.h"

#include <algorithm>

namespace zsb {
namespace {

/// Takes one cell off the text; the separator or line end behind it stays.
std::string takeCell(std::string_view &rest, int &line)
{
    std::string cell;
    if (!rest.starts_with('"')) {
        const auto end = std::min(rest.find_first_of(",\n"), rest.size());
        cell = trimmed(rest.substr(0, end));
        rest.remove_prefix(end);
        return cell;
    }
    rest.remove_prefix(1);
    while (!rest.empty()) {
        const char c = rest.front();
        rest.remove_prefix(1);
        if (c == '"' && !rest.starts_with('"'))
            break;
        if (c == '"')
            rest.remove_prefix(1);
        line += c == '\n' ? 1 : 0;
        cell += c;
    }
    rest.remove_prefix(std::min(rest.find_first_of(",\n"), rest.size()));
    return cell;
}

CsvTable::Row takeRow(std::string_view &rest, int &line)
{
    CsvTable::Row row{.line = line, .cells = {}};
    row.cells.push_back(takeCell(rest, line));
    while (rest.starts_with(',')) {
        rest.remove_prefix(1);
        row.cells.push_back(takeCell(rest, line));
    }
    if (!rest.empty())
        rest.remove_prefix(1);
    ++line;
    return row;
}

} // namespace

int CsvTable::column(std::string_view name) const
{
    const auto at = std::ranges::find(header, name);
    return at == header.end() ? -1 : int(at - header.begin());
}

CsvTable readCsvTable(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    CsvTable table;
    int line = 1;
    while (!text.empty()) {
        const std::string_view wholeLine = text.substr(0, text.find('\n'));
        if (wholeLine.starts_with('#') || trimmed(wholeLine).empty()) {
            text.remove_prefix(std::min(wholeLine.size() + 1, text.size()));
            ++line;
            continue;
        }
        CsvTable::Row row = takeRow(text, line);
        if (table.headerLine == 0) {
            table.headerLine = row.line;
            table.header = std::move(row.cells);
        } else {
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

std::vector<std::string> splitList(std::string_view cell)
{
    std::vector<std::string> parts;
    while (!cell.empty()) {
        const auto end = std::min(cell.find('|'), cell.size());
        if (const auto part = trimmed(cell.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return parts;
}

} // namespace zsb
