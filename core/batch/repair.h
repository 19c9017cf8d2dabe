#pragma once

#include "core/domain/finding.h"
#include "core/policy/pack.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// How a cell is written otherwise than its field asks for, when there is one thing it can mean.
enum class RepairKind : std::uint8_t
{
    Blanks,     ///< spaces, U+3000, zero-width characters where none belong
    Width,      ///< full-width letters and digits
    Apostrophe, ///< in front of a number, to keep a spreadsheet from rounding it
    Date,       ///< 2023.6, 2023年6月, 二〇二三年六月, 20230630
    DateSerial, ///< the number of a day, as a spreadsheet stores it
    Code,       ///< 汉 for 汉族, 1 for 01, 是 for 1
};

/// A cell that is read as something else than what stands in it. The original is never lost.
struct CellRepair
{
    Field field = Field::Name;
    std::size_t column = 0; ///< 0-based
    RepairKind kind = RepairKind::Blanks;
    std::string original;
    std::string value;
    /// Read as `value`. False: it can mean two things, is left as it is, and `value` is empty.
    bool applied = true;
    bool lacksDay = false; ///< only a month is written, and the field wants a day: none is made up
};

/// Says what cells of a pack's fields mean. Not thread-safe: remembers good codes of each column.
class CellRepairer
{
public:
    /// `pack` must outlive this object. `datesFrom1904`: what day number 0 of the workbook is.
    CellRepairer(const Pack &pack, bool datesFrom1904);

    /// Whether repair() says nothing of the cell, and nothing of it can be trimmed: quick, and may say no though it is
    /// so.
    [[nodiscard]] bool readsAsWritten(Field field, std::string_view cell) const;

    /// Nothing when the cell reads as it is written, or holds nothing but blanks. `original` is the cell, not trimmed.
    [[nodiscard]] std::optional<CellRepair> repair(Field field, std::string_view original);

    /// What a cell is read as, for comparing: a code for its name, without blanks, width and case.
    [[nodiscard]] std::string meaning(Field field, std::string_view cell);

private:
    [[nodiscard]] const std::string &goodCodeLike(Field field, std::string_view text) const;
    [[nodiscard]] std::optional<CellRepair> repairDate(std::string_view text, bool wantsDay) const;
    [[nodiscard]] std::optional<CellRepair> repairCode(const FieldInfo &info, std::string_view text);

    bool m_datesFrom1904;
    std::array<const FieldInfo *, fieldCount> m_fields{};
    std::array<const CodeTable *, fieldCount> m_tables{};
    std::array<std::vector<std::string>, fieldCount> m_goodCodes; ///< the last one of each hash, where there is a table
};

/// The finding a repair is told as: rule `input.…`, original and value in its evidence.
[[nodiscard]] Finding findingOf(const CellRepair &repair, std::string_view header);

} // namespace zsb
