#include "core/batch/tablelayout.h"

#include "core/base/text.h"
#include "core/batch/reasoncolumn.h"
#include "core/exchange/tablefault.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace zsb {
namespace {

constexpr std::int64_t headerSearchRows = 20;
constexpr std::size_t mostSheets = 100; ///< that are looked into for a header

std::size_t mappedColumns(const ColumnMap &columns)
{
    return std::size_t(std::ranges::count_if(columns.fields, [](const auto &field) { return field.has_value(); }));
}

using Words = std::vector<std::string>;

/// The lower row's words where it has some, above them the upper one's.
Words combined(const Words &upper, const Words &lower)
{
    Words words = upper;
    words.resize(std::max(upper.size(), lower.size()));
    for (std::size_t column = 0; column < lower.size(); ++column)
        if (!trimmed(lower[column]).empty())
            words[column] = lower[column];
    return words;
}

/// Looks for the header among rows, one after the other.
class HeaderSearch
{
public:
    explicit HeaderSearch(std::span<const HeaderSynonym> synonyms) : m_synonyms(synonyms) {}

    void look(const Row &row)
    {
        Words words;
        for (const Cell &cell : row.cells)
            words.emplace_back(cell.text);
        ColumnMap alone = mapped(words);
        if (mappedColumns(alone) > 0 && m_before && m_beforeNumber + 1 == row.number) {
            const Words both = combined(*m_before, words);
            ColumnMap together = mapped(both);
            if (mappedColumns(together) > mappedColumns(alone))
                take(row.number, both, std::move(together));
        }
        take(row.number, words, std::move(alone));
        if (found() && row.number > m_best.headerRow)
            lookForContent(words);
        m_before = std::move(words);
        m_beforeNumber = row.number;
    }
    [[nodiscard]] bool found() const { return mappedColumns(m_best.columns) > 0; }
    [[nodiscard]] TableLayout &best() { return m_best; }

private:
    ColumnMap mapped(const Words &words) const
    {
        return mapHeader(std::vector<std::string_view>(words.begin(), words.end()), m_synonyms);
    }
    void take(std::int64_t number, const Words &words, ColumnMap columns)
    {
        if (mappedColumns(columns) <= mappedColumns(m_best.columns))
            return;
        m_best.headerRow = number;
        m_best.header = words;
        m_best.columns = std::move(columns);
        m_best.unnamed.clear();
    }
    /// In columns whose header is empty; cells beyond the header are told row by row.
    void lookForContent(const Words &words)
    {
        for (std::size_t column = 0; column < std::min(words.size(), m_best.header.size()); ++column) {
            const bool unnamed = trimmed(m_best.header[column]).empty() && !trimmed(words[column]).empty();
            if (unnamed && std::ranges::find(m_best.unnamed, column) == m_best.unnamed.end())
                m_best.unnamed.push_back(column);
        }
    }

    std::span<const HeaderSynonym> m_synonyms;
    std::optional<Words> m_before;
    std::int64_t m_beforeNumber = 0;
    TableLayout m_best;
};

/// The header of one sheet; nothing when it has none. Columns of marks are ours, nobody need know them.
Result<std::optional<TableLayout>> layoutOf(TableReader &reader, std::span<const HeaderSynonym> synonyms)
{
    HeaderSearch search(synonyms);
    Row row;
    for (std::int64_t seen = 0; seen < headerSearchRows; ++seen) {
        const Result<bool> more = reader.next(row);
        if (!more && !search.found())
            return more.error();
        if (!more || !*more)
            break; // damage behind a header is told where the rows are read
        search.look(row);
    }
    if (!search.found())
        return std::optional<TableLayout>();
    TableLayout layout = std::move(search.best());
    layout.sheet = reader.info().sheet;
    layout.marked = markedColumns(layout.header);
    for (const std::size_t column : layout.marked)
        std::erase(layout.columns.unknown, column);
    return std::optional(std::move(layout));
}

std::vector<std::optional<Field>> knownFields(const TableLayout &layout)
{
    std::vector<std::optional<Field>> fields = layout.columns.fields;
    std::erase(fields, std::nullopt);
    std::ranges::sort(fields);
    return fields;
}

/// Whether a sheet goes on with the list: the same fields in its header, and a row below it.
bool goesOn(TableReader &reader, const TableLayout &layout, std::span<const HeaderSynonym> synonyms)
{
    const Result<std::optional<TableLayout>> other = layoutOf(reader, synonyms);
    if (!other || !*other || knownFields(**other) != knownFields(layout))
        return false;
    reader.setHeader((*other)->headerRow, (*other)->header.size());
    Row row;
    Result<bool> more = reader.rewind() ? reader.next(row) : Result(false);
    while (more && *more && row.number <= (*other)->headerRow)
        more = reader.next(row);
    return more && *more;
}

/// The places of the sheets beside the one with the header. Of a workbook of error rows, which is checked again, those
/// beside the errors are ours.
std::vector<std::size_t> otherPlaces(const TableLayout &layout, const std::vector<std::string> &sheets)
{
    const bool isOurs = reasonColumn(layout.header).has_value();
    std::vector<std::size_t> others;
    for (std::size_t place = 0; place < sheets.size(); ++place)
        if (place != layout.place && !(isOurs && isBesideErrors(sheets[place])))
            others.push_back(place);
    return others;
}

/// Tells the other sheets apart, unless one was asked for; the reader is at the beginning of its own again.
Done lookAtOtherSheets(TableReader &reader, TableLayout &layout, std::span<const HeaderSynonym> synonyms,
                       bool isAskedFor)
{
    const std::vector<std::string> &sheets = reader.info().sheets;
    const std::vector<std::size_t> others = otherPlaces(layout, sheets);
    for (std::size_t i = 0; i < others.size(); ++i) {
        const std::string &sheet = sheets[others[i]];
        if (isAskedFor) {
            layout.otherSheets.push_back(sheet);
        } else if (i >= mostSheets) {
            layout.unseenSheets.push_back(sheet);
        } else {
            reader.setHeader(0, 0);
            const bool isSame = reader.select(others[i]) && goesOn(reader, layout, synonyms);
            (isSame ? layout.sameSheets : layout.otherSheets).push_back(sheet);
        }
    }
    return isAskedFor || others.empty() ? done() : reader.select(layout.place);
}

/// The place of the sheet a reader that was just opened is at.
std::size_t placeAskedFor(const TableReader &reader, const ReadOptions &reading)
{
    const std::vector<std::string> &sheets = reader.info().sheets;
    return reading.sheet.empty() || sheets.empty()
               ? std::size_t(reading.sheetIndex)
               : std::size_t(std::ranges::find(sheets, reading.sheet) - sheets.begin());
}

Error noHeader(bool hasMoreSheets)
{
    return hasMoreSheets
               ? tableError(TableFault::HeaderUnseen, "no header row in the first sheets; there are more")
               : tableError(TableFault::NoHeader, "no header row: none of the first rows names a known column");
}

/// A few dozen names; of more, how many there are.
std::string listed(const std::vector<std::string> &sheets)
{
    constexpr std::size_t mostNames = 50;
    std::string names;
    for (std::size_t i = 0; i < std::min(sheets.size(), mostNames); ++i)
        names += (i == 0 ? "" : ", ") + sheets[i];
    return sheets.size() > mostNames ? names + " … (" + std::to_string(sheets.size()) + ")" : names;
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

Result<LaidOutTable> openLaidOut(const std::string &input, const ReadOptions &reading, const Pack &pack)
{
    const std::vector<HeaderSynonym> synonyms = headerSynonyms(pack);
    const bool isAskedFor = !reading.sheet.empty() || reading.sheetIndex != 0;
    ReadOptions options = reading;
    options.headerRow = 0;
    Result<std::unique_ptr<TableReader>> table = openTable(input, options);
    if (!table)
        return table.error();
    TableReader &reader = **table;
    const std::size_t sheets = isAskedFor ? 1 : reader.info().sheets.size();
    std::size_t place = placeAskedFor(reader, reading);
    Result<std::optional<TableLayout>> found = layoutOf(reader, synonyms);
    while (found && !*found && place + 1 < std::min(sheets, mostSheets)) {
        if (const Done selected = reader.select(++place); !selected)
            return selected.error();
        found = layoutOf(reader, synonyms);
    }
    if (!found)
        return found.error();
    if (!*found)
        return noHeader(sheets > mostSheets);
    TableLayout &layout = **found;
    layout.place = place;
    const bool isText = reader.info().sheets.empty();
    layout.encoding = isText ? encodingName(reader.info().encoding) : "";
    layout.ignoredSheet = isText ? reading.sheet : std::string();
    if (const Done looked = lookAtOtherSheets(reader, layout, synonyms, isAskedFor); !looked)
        return looked.error();
    reader.setHeader(layout.headerRow, layout.header.size());
    return LaidOutTable{std::move(layout), std::move(*table)};
}

Result<TableLayout> findTableLayout(const std::string &input, const ReadOptions &reading, const Pack &pack)
{
    Result<LaidOutTable> table = openLaidOut(input, reading, pack);
    if (!table)
        return table.error();
    return std::move(table->layout);
}

ReadOptions readingAgain(const TableLayout &layout, const ReadOptions &reading)
{
    ReadOptions again = reading;
    again.headerRow = layout.headerRow;
    again.sheet.clear();
    again.sheetIndex = int(layout.place);
    return again;
}

std::vector<RowProblem> layoutProblems(const TableLayout &layout)
{
    std::vector<RowProblem> problems;
    if (!layout.sameSheets.empty())
        problems.push_back({layout.headerRow, 0, ProblemCode::SameSheets, listed(layout.sameSheets)});
    if (!layout.unseenSheets.empty())
        problems.push_back({layout.headerRow, 0, ProblemCode::UnseenSheets, listed(layout.unseenSheets)});
    if (!layout.otherSheets.empty())
        problems.push_back({layout.headerRow, 0, ProblemCode::OtherSheets, listed(layout.otherSheets)});
    if (!layout.ignoredSheet.empty())
        problems.push_back({layout.headerRow, 0, ProblemCode::NoSheets, layout.ignoredSheet});
    for (const ColumnMap::Duplicate &repeated : layout.columns.duplicates) {
        const std::size_t earlier = layout.columns.columnOf(repeated.field).value_or(0);
        problems.push_back(
            {layout.headerRow, int(repeated.column) + 1, ProblemCode::RepeatedColumn, std::to_string(earlier + 1)});
    }
    for (const std::size_t column : layout.unnamed)
        problems.push_back({layout.headerRow, int(column) + 1, ProblemCode::UnnamedColumn, {}});
    for (const std::size_t column : layout.columns.unknown)
        problems.push_back({layout.headerRow, int(column) + 1, ProblemCode::UnknownColumn, layout.header[column]});
    return problems;
}

} // namespace zsb
