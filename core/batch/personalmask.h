#pragma once

#include "core/domain/finding.h"
#include "core/exchange/headermap.h"
#include "core/policy/text.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

struct Pack;

/// `张**`, `138****0001`, `150102********1234`: enough to find a person by with the table at hand, and no more.
[[nodiscard]] std::string maskedText(std::string_view text);

/// Takes persons out of what a report says of a row: whatever the pack calls personal and people type in — names,
/// numbers, phones, addresses. Majors and colleges stay. One thread.
class PersonalMask
{
public:
    /// `pack` and `columns` must outlive this object.
    PersonalMask(const Pack &pack, const ColumnMap &columns, bool shows);

    /// The row the findings after this are of; its texts must outlive them.
    void setRow(std::span<const std::string_view> cells);
    /// The message without what a cell of the row says, as it stands there or as a rule read it.
    [[nodiscard]] std::string message(const Finding &finding, const std::string &text) const;
    /// A message on how a table is written: by the beginning of what stood in the cell, and without long numbers.
    [[nodiscard]] std::string note(const Finding &finding, const std::string &text) const;
    /// The person of the row.
    [[nodiscard]] std::string name() const { return shown(Field::Name); }
    [[nodiscard]] std::string documentNumber() const { return shown(Field::DocumentNumber); }
    /// Whether its cells tell who somebody is.
    [[nodiscard]] bool conceals(Field field) const;
    /// A text nobody knows the field of: long numbers in it are masked.
    [[nodiscard]] std::string anywhere(std::string_view text) const;

private:
    struct Personal
    {
        std::string_view text;
        std::string key;
    };

    [[nodiscard]] std::string shown(Field field) const;
    [[nodiscard]] bool tells(std::string_view evidence) const;

    const ColumnMap &m_columns;
    const bool m_shows;
    std::vector<std::size_t> m_personalColumns;
    std::span<const std::string_view> m_cells;
    std::vector<Personal> m_personal; ///< of the row
};

} // namespace zsb
