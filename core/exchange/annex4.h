#pragma once

#include "core/base/result.h"
#include "core/policy/catalogue.h"
#include "core/policy/packfiles.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A row of one of the published spreadsheets.
struct AnnexPlace
{
    std::string file; ///< its name without folders
    std::string sheet;
    std::int64_t row = 0; ///< as the spreadsheet program counts; 0 when it is about the whole table

    bool operator==(const AnnexPlace &) const = default;
};

enum class AnnexDefectKind
{
    RepeatedRow,       ///< says again what an earlier row said; left out
    RejectedRow,       ///< cannot be read as a row of its table; left out
    BrokenCell,        ///< a cell the spreadsheet itself marks as an error, or whose digits are lost
    UnlistedCategory,  ///< a category the list does not hold, and nothing tells which is meant; left out
    CategoryFromClass, ///< such a category, taken from all other rows of its class, which agree
    CategoryFromName,  ///< such a category, taken as the only listed one whose name begins like it
    CategoryWithoutCode,
    ClassInTwoCategories,
    ClassWithoutSubject,
    ClassWithoutMajors,
    CodeNamesTwoMajors, ///< the same six digits; the suffix letter and the name belong to the key
    MixedBrackets,      ///< brackets of the width that most of the table does not use
    MajorWithoutPlan,
    PlanWithoutMapping, ///< no junior major leads to a planned bachelor's major
};

struct AnnexDefect
{
    AnnexDefectKind kind;
    AnnexPlace place;
    std::string evidence;   ///< the words of the table
    std::string resolution; ///< what was taken instead; "" when nothing was

    bool operator==(const AnnexDefect &) const = default;
};

/// A bachelor's class in the table of categories and subjects.
struct ClassSubjects
{
    std::string categoryCode;
    std::string category;
    std::string classCode;
    std::string className;
    std::string publicSubjects; ///< joined with |
    std::string majorSubject;
};

struct PlanRow
{
    std::string college;
    std::string bachelorMajor;
    int ordinary = 0;
    int special = 0;
};

/// rowsIn = kept + repeated + rejected.
struct AnnexRowCounts
{
    int rowsIn = 0;
    int kept = 0;
    int repeated = 0;
    int rejected = 0;
    int carriedCells = 0; ///< blank (merged) cells that took the text above them

    bool operator==(const AnnexRowCounts &) const = default;
};

struct AnnexCounts
{
    AnnexRowCounts directory;
    AnnexRowCounts categories;
    AnnexRowCounts plan;
    int juniorMajors = 0; ///< by full code and name
    int bachelorMajors = 0;
    int bachelorClasses = 0;
    int examCategories = 0;
};

/// The official spreadsheets of annex 4 (A1.4.4.1, A1.4.4.2), cleaned, with every defect met on the way.
struct Annex4Import
{
    std::vector<CatalogueRow> catalogue; ///< in the order of the directory
    std::vector<ClassSubjects> categories;
    std::vector<PlanRow> plan;
    AnnexCounts counts;
    std::vector<AnnexDefect> defects; ///< by kind, then in the order of the tables
};

/// Reads the spreadsheets as they are published (.xls, .xlsx, .csv), in any order. Which of the three tables a sheet
/// holds is told by its header row, which may stand below title rows; sheets of something else are passed over.
/// Errors: Invalid (a file without a known table, no directory among the files), and those of openTable().
[[nodiscard]] Result<Annex4Import> importAnnex4(std::span<const std::string> paths);

/// catalogue.csv, categories.csv and plan.csv, as far as the import holds them.
[[nodiscard]] PackFiles catalogueTables(const Annex4Import &import);

/// Puts catalogueTables() into the folder of a pack, all or none. A table that was not among the files is left as it
/// is. Errors: Unreadable.
[[nodiscard]] Done writeCatalogue(const Annex4Import &import, const std::string &packFolder);

enum class ReportLanguage
{
    Chinese,
    English,
};

/// `repeated-row` and so on, as in the JSON report.
[[nodiscard]] std::string_view annexDefectId(AnnexDefectKind kind);
[[nodiscard]] std::string annexDefectSentence(const AnnexDefect &defect, ReportLanguage language);
/// The counts and every defect, a line each.
[[nodiscard]] std::string annexReportText(const Annex4Import &import, ReportLanguage language);
/// The same for programs; stable key order, UTF-8, one object, ends with a line end.
[[nodiscard]] std::string annexReportJson(const Annex4Import &import);

} // namespace zsb
