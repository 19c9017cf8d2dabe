#include "core/policy/packparts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace zsb {
namespace {

constexpr std::array<std::string_view, 5> ownColumns = {"code", "name_zh", "name_en", "aliases", "guess"};

Code readCode(RowReader &row, const std::vector<std::string> &attributes)
{
    Code code;
    code.code = row.text("code");
    code.name.zh = row.text("name_zh");
    code.name.en = row.cell("name_en").empty() ? code.name.zh : std::string(row.cell("name_en"));
    code.aliases = splitList(row.cell("aliases"));
    code.guess = row.flag("guess");
    for (const std::string &column : attributes) {
        if (const std::string_view cell = row.cell(column); !cell.empty())
            code.attributes.emplace(column, cell);
    }
    return code;
}

/// A table that dates its rows (`start_year`, `end_year`) may give one code to several of them.
bool isDated(const std::vector<std::string> &attributes)
{
    return std::ranges::find(attributes, "start_year") != attributes.end();
}

/// `start_year` and `end_year` of a row that has both. What came and went within one year ends in the year before it.
void checkYears(RowReader &row)
{
    constexpr std::int64_t lastYear = 9999;
    const auto yearOf = [&](std::string_view column) {
        const std::string_view cell = row.cell(column);
        std::int64_t year = 0;
        const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), year);
        const bool isYear =
            read.ec == std::errc{} && read.ptr == cell.data() + cell.size() && year >= 0 && year <= lastYear;
        if (!cell.empty() && !isYear)
            row.problem(column, {"应为年份", "must be a year"});
        return isYear ? std::optional(year) : std::nullopt;
    };
    const auto start = yearOf("start_year");
    const auto end = yearOf("end_year");
    if (start && end && *start > *end + 1)
        row.problem("end_year", {"早于 start_year 一年以上", "lies more than a year before `start_year`"});
}

void loadTable(PackReading &reading, const std::string &file, const std::string &id)
{
    std::vector<std::string> attributes = readCsvTable(reading.files.find(file)->second).header;
    std::erase_if(attributes,
                  [](const std::string &column) { return std::ranges::find(ownColumns, column) != ownColumns.end(); });
    std::vector<Code> codes;
    eachRow(reading, file, {"code", "name_zh"}, [&](RowReader &row) {
        codes.push_back(readCode(row, attributes));
        if (!isDated(attributes))
            reading.claim("code of " + id, codes.back().code, row.place("code"));
        else
            checkYears(row);
    });
    if (codes.empty())
        reading.problem({file, 0, {}}, {"码表为空", "the table is empty"});
    reading.pack.tables.emplace(id, CodeTable(id, std::move(codes)));
}

std::vector<ExamCategory> loadCategories(PackReading &reading)
{
    std::vector<ExamCategory> categories;
    eachRow(reading, "categories.csv",
            {"category_code", "category", "bachelor_class_code", "bachelor_class", "public_subjects", "major_subject"},
            [&](RowReader &row) {
                const ExamCategory category{row.text("category_code"), row.text("category"),
                                            std::string(row.cell("public_subjects")), row.text("major_subject")};
                reading.claim("class", row.text("bachelor_class_code"), row.place("bachelor_class_code"));
                const auto at = std::ranges::find(categories, category.code, &ExamCategory::code);
                if (at == categories.end())
                    categories.push_back(category);
                else if (!(*at == category))
                    row.problem("category", {"与同一类别的其他行不一致", "differs from other rows of this category"});
            });
    return categories;
}

} // namespace

void loadTables(PackReading &reading)
{
    static constexpr std::string_view folder = "tables/";
    static constexpr std::string_view suffix = ".csv";
    for (const auto &[file, bytes] : reading.files) {
        if (!file.starts_with(folder) || !file.ends_with(suffix))
            continue;
        loadTable(reading, file, file.substr(folder.size(), file.size() - folder.size() - suffix.size()));
    }
}

void loadCatalogue(PackReading &reading, Catalogue::Coverage coverage)
{
    std::vector<ExamCategory> categories = loadCategories(reading);
    std::vector<CatalogueRow> rows;
    std::map<std::string, std::string> categoryOfMajor;
    eachRow(
        reading, "catalogue.csv",
        {"junior_code", "junior_name", "bachelor_class_code", "bachelor_class", "bachelor_major", "category_code"},
        [&](RowReader &row) {
            rows.push_back({row.text("junior_code"), row.text("junior_name"), row.text("bachelor_class_code"),
                            row.text("bachelor_class"), row.text("bachelor_major"), row.text("category_code")});
            const CatalogueRow &read = rows.back();
            reading.claim("catalogue row", read.juniorCode + '\n' + read.juniorName + '\n' + read.bachelorMajor,
                          row.place("bachelor_major"));
            if (std::ranges::find(categories, read.categoryCode, &ExamCategory::code) == categories.end())
                row.problem("category_code", {"categories.csv 中没有此类别", "categories.csv has no such category"});
            const auto known = categoryOfMajor.emplace(read.bachelorMajor, read.categoryCode).first;
            if (known->second != read.categoryCode)
                row.problem("category_code",
                            {"同一本科专业对应了两个招考类别", "one bachelor's major leads to two categories"});
        });
    reading.pack.catalogue = Catalogue(coverage, std::move(categories), rows);
}

} // namespace zsb
