#include "core/exchange/annex4sheets.h"

#include "core/base/text.h"
#include "core/exchange/tablereader.h"

#include <algorithm>
#include <optional>

namespace zsb {
namespace {

constexpr std::int64_t headerRows = 20; // titles and notes stand above the header, never this many

/// How the published tables name their columns.
struct HeaderWord
{
    AnnexTable table;
    AnnexColumn column;
    std::string_view text;
};
constexpr HeaderWord headerWords[] = {
    {AnnexTable::Directory, AnnexColumn::Junior, "专科专业"},
    {AnnexTable::Directory, AnnexColumn::Junior, "高职（专科）专业"},
    {AnnexTable::Directory, AnnexColumn::Junior, "高职高专专业"},
    {AnnexTable::Directory, AnnexColumn::Class, "本科专业类"},
    {AnnexTable::Directory, AnnexColumn::Class, "本科招生专业类"},
    {AnnexTable::Directory, AnnexColumn::Major, "本科专业"},
    {AnnexTable::Directory, AnnexColumn::Major, "本科招生专业"},
    {AnnexTable::Directory, AnnexColumn::Category, "招考类别"},
    {AnnexTable::Categories, AnnexColumn::Category, "招考类别"},
    {AnnexTable::Categories, AnnexColumn::Class, "本科招生专业类"},
    {AnnexTable::Categories, AnnexColumn::Class, "本科专业类"},
    {AnnexTable::Categories, AnnexColumn::PublicSubjects, "公共基础"},
    {AnnexTable::Categories, AnnexColumn::PublicSubjects, "公共基础课"},
    {AnnexTable::Categories, AnnexColumn::MajorSubject, "专业基础"},
    {AnnexTable::Categories, AnnexColumn::MajorSubject, "专业基础课"},
    {AnnexTable::Plan, AnnexColumn::College, "院校名称"},
    {AnnexTable::Plan, AnnexColumn::College, "招生院校"},
    {AnnexTable::Plan, AnnexColumn::College, "学校名称"},
    {AnnexTable::Plan, AnnexColumn::Major, "专业名称"},
    {AnnexTable::Plan, AnnexColumn::Major, "招生专业"},
    {AnnexTable::Plan, AnnexColumn::OrdinaryPlan, "普通计划数"},
    {AnnexTable::Plan, AnnexColumn::OrdinaryPlan, "普通计划"},
    {AnnexTable::Plan, AnnexColumn::SpecialPlan, "专项计划数"},
    {AnnexTable::Plan, AnnexColumn::SpecialPlan, "专项计划"},
};

constexpr AnnexTable allTables[] = {AnnexTable::Directory, AnnexTable::Categories, AnnexTable::Plan};

/// Columns a table may leave blank where a cell is merged with the one above.
bool isCarried(AnnexTable table, AnnexColumn column)
{
    switch (table) {
    case AnnexTable::Directory:
        return column == AnnexColumn::Junior || column == AnnexColumn::Class || column == AnnexColumn::Category;
    case AnnexTable::Categories:
        return column != AnnexColumn::Class;
    case AnnexTable::Plan:
        return column == AnnexColumn::College;
    }
    return false;
}

struct Layout
{
    AnnexTable table = AnnexTable::Directory;
    std::array<std::optional<std::size_t>, annexColumnCount> columns;
};

bool isComplete(const Layout &layout)
{
    return std::ranges::all_of(headerWords, [&layout](const HeaderWord &word) {
        const bool needed = word.table == layout.table && word.column != AnnexColumn::SpecialPlan;
        return !needed || layout.columns[std::size_t(word.column)].has_value();
    });
}

std::optional<Layout> layoutOf(std::span<const Cell> header)
{
    for (const AnnexTable table : allTables) {
        Layout layout{table, {}};
        for (std::size_t i = 0; i < header.size(); ++i)
            for (const HeaderWord &word : headerWords)
                if (word.table == table && titleKey(header[i].text) == titleKey(word.text))
                    layout.columns[std::size_t(word.column)] = i;
        if (isComplete(layout))
            return layout;
    }
    return std::nullopt;
}

/// Trimmed, and on one line: a name broken over two lines is one word, a list of subjects becomes a|b.
std::string cleaned(std::string_view text, AnnexColumn column)
{
    std::string line;
    for (const char c : trimmed(text)) {
        if (c != '\n' && c != '\r')
            line += c;
        else if (column == AnnexColumn::PublicSubjects && !line.ends_with('|'))
            line += '|';
    }
    return line;
}

class SheetFiller
{
public:
    SheetFiller(Layout layout, AnnexPlace place) : m_layout(layout), m_place(std::move(place))
    {
        m_sheet.table = layout.table;
    }

    void add(const Row &row)
    {
        AnnexRow filled;
        filled.place = m_place;
        filled.place.row = row.number;
        bool blank = true;
        for (std::size_t i = 0; i < annexColumnCount; ++i) {
            if (!m_layout.columns[i] || *m_layout.columns[i] >= row.cells.size())
                continue;
            filled.texts[i] = cleaned(row.cells[*m_layout.columns[i]].text, AnnexColumn(i));
            blank = blank && filled.texts[i].empty();
        }
        noteBrokenCells(row);
        if (blank)
            return;
        carry(filled);
        m_sheet.rows.push_back(std::move(filled));
    }
    [[nodiscard]] AnnexSheet take() { return std::move(m_sheet); }

private:
    void carry(AnnexRow &row)
    {
        if (m_sheet.rows.empty())
            return;
        const AnnexRow &above = m_sheet.rows.back();
        const auto category = std::size_t(AnnexColumn::Category);
        const bool newCategory = !row.texts[category].empty();
        for (std::size_t i = 0; i < annexColumnCount; ++i) {
            if (!isCarried(m_layout.table, AnnexColumn(i)) || !row.texts[i].empty() || above.texts[i].empty())
                continue;
            // what belongs to a category or a class never comes from another one
            if (m_layout.table == AnnexTable::Categories && newCategory)
                continue;
            if (m_layout.table == AnnexTable::Directory && i == category &&
                row[AnnexColumn::Class] != above[AnnexColumn::Class])
                continue;
            row.texts[i] = above.texts[i];
            ++m_sheet.carriedCells;
        }
    }

    void noteBrokenCells(const Row &row)
    {
        for (const RowProblem &problem : row.problems) {
            AnnexPlace place = m_place;
            place.row = row.number;
            m_sheet.brokenCells.push_back({AnnexDefectKind::BrokenCell, std::move(place), problem.evidence, {}});
        }
    }

    Layout m_layout;
    AnnexPlace m_place;
    AnnexSheet m_sheet;
};

Result<std::optional<AnnexSheet>> readSheet(TableReader &reader, const std::string &file)
{
    std::optional<SheetFiller> filler;
    for (Row row;;) {
        const auto more = reader.next(row);
        if (!more)
            return within(file, more.error());
        if (!*more || (!filler && row.number > headerRows))
            break;
        if (filler)
            filler->add(row);
        else if (const auto layout = layoutOf(row.cells))
            filler.emplace(*layout, AnnexPlace{file, reader.info().sheet, 0});
    }
    return filler ? std::optional(filler->take()) : std::nullopt;
}

} // namespace

Result<std::vector<AnnexSheet>> readAnnexSheets(const std::string &path)
{
    const std::string file = path.substr(path.find_last_of("/\\") + 1);
    std::vector<AnnexSheet> sheets;
    ReadOptions options;
    options.headerRow = 0;
    const auto reader = openTable(path, options);
    if (!reader)
        return within(file, reader.error());
    const std::size_t count = std::max<std::size_t>(1, (*reader)->info().sheets.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (const Done selected = i == 0 ? done() : (*reader)->select(i); !selected)
            return within(file, selected.error());
        auto sheet = readSheet(**reader, file);
        if (!sheet)
            return sheet.error();
        if (*sheet)
            sheets.push_back(std::move(**sheet));
    }
    return sheets;
}

} // namespace zsb
