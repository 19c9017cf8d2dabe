#include "core/batch/tablelayout.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::int64_t headerSearchRows = 20;

std::size_t mappedColumns(const ColumnMap &columns)
{
    return std::size_t(std::ranges::count_if(columns.fields, [](const auto &field) { return field.has_value(); }));
}

} // namespace

std::vector<HeaderSynonym> headerSynonyms(const Pack &pack)
{
    std::vector<HeaderSynonym> synonyms;
    for (const FieldInfo &info : pack.fields) {
        synonyms.push_back({info.field, std::string(fieldId(info.field))});
        synonyms.push_back({info.field, info.label.zh});
        synonyms.push_back({info.field, info.label.en});
        for (const std::string &synonym : info.synonyms)
            synonyms.push_back({info.field, synonym});
    }
    return synonyms;
}

Result<TableLayout> findTableLayout(const std::string &input, ReadOptions reading, const Pack &pack)
{
    reading.headerRow = 0;
    Result<std::unique_ptr<TableReader>> reader = openTable(input, reading);
    if (!reader)
        return reader.error();
    const std::vector<HeaderSynonym> synonyms = headerSynonyms(pack);
    TableLayout best;
    Row row;
    for (std::int64_t seen = 0; seen < headerSearchRows; ++seen) {
        const Result<bool> more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        std::vector<std::string_view> header;
        for (const Cell &cell : row.cells)
            header.push_back(cell.text);
        ColumnMap columns = mapHeader(header, synonyms);
        if (mappedColumns(columns) > mappedColumns(best.columns))
            best = {row.number, {header.begin(), header.end()}, std::move(columns)};
    }
    if (mappedColumns(best.columns) == 0)
        return Error{ErrorCode::Invalid, "no header row: none of the first rows names a known column"};
    return best;
}

} // namespace zsb
