#include "core/exchange/annex4.h"

#include "core/base/text.h"
#include "core/exchange/annex4audit.h"
#include "core/exchange/annex4sheets.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace zsb {
namespace {

constexpr std::size_t juniorDigits = 6;
constexpr std::size_t classDigits = 4;
constexpr std::size_t categoryDigits = 2;

/// A code and the name written behind it in one cell: 520101K临床医学.
struct Coded
{
    std::string code;
    std::string name;
};

/// Exactly so many digits, then a capital letter if there is one and `suffix` allows it, then a name.
std::optional<Coded> coded(const std::string &text, std::size_t digits, bool suffix)
{
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    if (end != digits)
        return std::nullopt;
    const bool hasSuffix = suffix && end < text.size() && text[end] >= 'A' && text[end] <= 'Z';
    const std::size_t codeEnd = end + (hasSuffix ? 1 : 0);
    const std::string_view name = trimmed(std::string_view(text).substr(codeEnd));
    if (name.empty())
        return std::nullopt;
    return Coded{text.substr(0, codeEnd), std::string(name)};
}

std::optional<int> planCount(const std::string &text)
{
    int value = 0;
    const char *end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    return parsed.ec == std::errc() && parsed.ptr == end && value >= 0 ? std::optional(value) : std::nullopt;
}

std::string rowText(const AnnexRow &row)
{
    std::string text;
    for (const std::string &cell : row.texts)
        if (!cell.empty())
            text += (text.empty() ? "" : " | ") + cell;
    return text;
}

template<typename... Texts>
std::string keyOf(const Texts &...texts)
{
    return ((titleKey(texts) + '\n') + ...);
}

class Importer
{
public:
    void add(const AnnexSheet &sheet)
    {
        m_draft.import.defects.insert(m_draft.import.defects.end(), sheet.brokenCells.begin(), sheet.brokenCells.end());
        std::vector<AnnexRow> &rows = m_rows[sheet.table];
        rows.insert(rows.end(), sheet.rows.begin(), sheet.rows.end());
        AnnexRowCounts &counts = countsOf(sheet.table);
        counts.rowsIn += int(sheet.rows.size());
        counts.carriedCells += sheet.carriedCells;
    }

    [[nodiscard]] bool hasDirectory() const { return m_rows.contains(AnnexTable::Directory); }

    [[nodiscard]] Annex4Import finish()
    {
        for (const AnnexRow &row : m_rows[AnnexTable::Categories])
            m_listed.insert(titleKey(row[AnnexColumn::Category]));
        learnCategories();
        for (const AnnexRow &row : m_rows[AnnexTable::Directory])
            takeDirectory(row);
        for (const AnnexRow &row : m_rows[AnnexTable::Categories])
            takeCategory(row);
        for (const AnnexRow &row : m_rows[AnnexTable::Plan])
            takePlan(row);
        auditAnnex(m_draft);
        std::ranges::stable_sort(m_draft.import.defects, {}, &AnnexDefect::kind);
        return std::move(m_draft.import);
    }

private:
    [[nodiscard]] AnnexRowCounts &countsOf(AnnexTable table)
    {
        AnnexCounts &counts = m_draft.import.counts;
        switch (table) {
        case AnnexTable::Directory:
            return counts.directory;
        case AnnexTable::Categories:
            return counts.categories;
        case AnnexTable::Plan:
            return counts.plan;
        }
        return counts.directory;
    }

    void reject(AnnexTable table, const AnnexRow &row)
    {
        ++countsOf(table).rejected;
        m_draft.report(AnnexDefectKind::RejectedRow, row.place, rowText(row));
    }

    /// True, and counted, when an earlier row said the same.
    [[nodiscard]] bool isRepeated(AnnexTable table, const AnnexRow &row, std::string key)
    {
        if (m_seen[table].insert(std::move(key)).second) {
            ++countsOf(table).kept;
            return false;
        }
        ++countsOf(table).repeated;
        m_draft.report(AnnexDefectKind::RepeatedRow, row.place, rowText(row));
        return true;
    }

    /// The category of a cell when it has a code and the table of categories, if there is one, knows its name.
    [[nodiscard]] std::optional<Coded> listedCategory(const std::string &text) const
    {
        auto category = coded(text, categoryDigits, false);
        if (category && !m_listed.empty() && !m_listed.contains(titleKey(category->name)))
            category.reset();
        return category;
    }

    /// Codes of categories, and which categories each class is in, from the rows that are in order.
    void learnCategories()
    {
        for (const AnnexRow &row : m_rows[AnnexTable::Directory]) {
            const auto category = listedCategory(row[AnnexColumn::Category]);
            if (!category)
                continue;
            m_codes.emplace(titleKey(category->name), category->code);
            m_categories[titleKey(row[AnnexColumn::Class])].emplace(category->code, category->name);
        }
    }

    /// The category of a row; when its own is not listed, the one its class or its name tells; otherwise "".
    [[nodiscard]] std::string categoryCodeOf(const AnnexRow &row)
    {
        const std::string &text = row[AnnexColumn::Category];
        if (const auto category = listedCategory(text))
            return category->code;
        const auto &ofClass = m_categories[titleKey(row[AnnexColumn::Class])];
        const auto named = categoriesNamedLike(text);
        if (ofClass.size() != 1 && (!ofClass.empty() || named.size() != 1)) {
            m_draft.report(AnnexDefectKind::UnlistedCategory, row.place, rowText(row));
            return {};
        }
        const bool fromClass = ofClass.size() == 1;
        const auto &[code, name] = fromClass ? *ofClass.begin() : *named.begin();
        m_draft.report(fromClass ? AnnexDefectKind::CategoryFromClass : AnnexDefectKind::CategoryFromName, row.place,
                       text, code + name);
        return code;
    }

    [[nodiscard]] std::map<std::string, std::string> categoriesNamedLike(const std::string &text) const
    {
        std::map<std::string, std::string> found;
        for (const auto &[ofClass, categories] : m_categories)
            for (const auto &[code, name] : categories)
                if (!text.empty() && titleKey(name).starts_with(titleKey(text)))
                    found.emplace(code, name);
        return found;
    }

    void takeDirectory(const AnnexRow &row)
    {
        const auto junior = coded(row[AnnexColumn::Junior], juniorDigits, true);
        const auto bachelorClass = coded(row[AnnexColumn::Class], classDigits, false);
        const std::string &major = row[AnnexColumn::Major];
        if (!junior || !bachelorClass || major.empty()) {
            reject(AnnexTable::Directory, row);
            return;
        }
        const std::string category = categoryCodeOf(row);
        if (category.empty()) {
            ++countsOf(AnnexTable::Directory).rejected;
            return;
        }
        const std::string key = keyOf(junior->code, junior->name, bachelorClass->code, major, category);
        if (isRepeated(AnnexTable::Directory, row, key))
            return;
        m_draft.import.catalogue.push_back(
            {junior->code, junior->name, bachelorClass->code, bachelorClass->name, major, category});
        m_draft.cataloguePlaces.push_back(row.place);
    }

    void takeCategory(const AnnexRow &row)
    {
        const auto bachelorClass = coded(row[AnnexColumn::Class], classDigits, false);
        const std::string &category = row[AnnexColumn::Category];
        if (!bachelorClass || category.empty() || row[AnnexColumn::MajorSubject].empty()) {
            reject(AnnexTable::Categories, row);
            return;
        }
        if (isRepeated(AnnexTable::Categories, row, keyOf(bachelorClass->code, category)))
            return;
        const auto code = m_codes.find(titleKey(category));
        m_draft.import.categories.push_back({code == m_codes.end() ? std::string() : code->second, category,
                                             bachelorClass->code, bachelorClass->name, row[AnnexColumn::PublicSubjects],
                                             row[AnnexColumn::MajorSubject]});
        m_draft.categoryPlaces.push_back(row.place);
    }

    void takePlan(const AnnexRow &row)
    {
        const std::string &college = row[AnnexColumn::College];
        const std::string &major = row[AnnexColumn::Major];
        const std::string &special = row[AnnexColumn::SpecialPlan];
        const auto ordinaryPlaces = planCount(row[AnnexColumn::OrdinaryPlan]);
        const auto specialPlaces = special.empty() ? std::optional(0) : planCount(special);
        if (college.empty() || major.empty() || !ordinaryPlaces || !specialPlaces) {
            reject(AnnexTable::Plan, row);
            return;
        }
        if (isRepeated(AnnexTable::Plan, row, keyOf(college, major)))
            return;
        m_draft.import.plan.push_back({college, major, *ordinaryPlaces, *specialPlaces});
        m_draft.planPlaces.push_back(row.place);
    }

    AnnexDraft m_draft;
    std::map<AnnexTable, std::vector<AnnexRow>> m_rows;
    std::map<AnnexTable, std::set<std::string>> m_seen;
    std::set<std::string> m_listed;                                         ///< names in the table of categories
    std::map<std::string, std::string> m_codes;                             ///< category name → code
    std::map<std::string, std::map<std::string, std::string>> m_categories; ///< class → categories it is in
};

} // namespace

Result<Annex4Import> importAnnex4(std::span<const std::string> paths)
{
    Importer importer;
    for (const std::string &path : paths) {
        const auto sheets = readAnnexSheets(path);
        if (!sheets)
            return sheets.error();
        if (sheets->empty())
            return Error{ErrorCode::Invalid, "annex 4: no known table in " + path.substr(path.find_last_of("/\\") + 1)};
        for (const AnnexSheet &sheet : *sheets)
            importer.add(sheet);
    }
    if (!importer.hasDirectory())
        return Error{ErrorCode::Invalid, "annex 4: no directory of majors among the files"};
    return importer.finish();
}

} // namespace zsb
