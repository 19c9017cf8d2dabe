#pragma once

#include "core/exchange/annex4.h"

#include <array>

namespace zsb {

enum class AnnexTable
{
    Directory,  ///< 专业指导目录: junior major → bachelor's class and major → category
    Categories, ///< 招考类别及考试科目对照表
    Plan,       ///< 招生计划
};

enum class AnnexColumn
{
    Junior,
    Class,
    Major,
    Category,
    PublicSubjects,
    MajorSubject,
    College,
    OrdinaryPlan,
    SpecialPlan,
};
inline constexpr std::size_t annexColumnCount = std::size_t(AnnexColumn::SpecialPlan) + 1;

/// A row of a published table by meaning: trimmed, line ends dropped but for subjects, blank merged cells filled.
struct AnnexRow
{
    AnnexPlace place;
    std::array<std::string, annexColumnCount> texts;

    [[nodiscard]] const std::string &operator[](AnnexColumn column) const { return texts[std::size_t(column)]; }
};

struct AnnexSheet
{
    AnnexTable table = AnnexTable::Directory;
    std::vector<AnnexRow> rows;
    int carriedCells = 0;
    std::vector<AnnexDefect> brokenCells;
};

/// Every sheet of a file that holds a known table. Errors: as openTable().
[[nodiscard]] Result<std::vector<AnnexSheet>> readAnnexSheets(const std::string &path);

} // namespace zsb
