#pragma once

#include "core/domain/field.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// A header word under which imports may call a field; the pack gives them.
struct HeaderSynonym
{
    Field field;
    std::string text;
};

/// Which column of a table holds which field. Columns are 0-based.
struct ColumnMap
{
    struct Duplicate
    {
        std::size_t column;
        Field field; ///< an earlier column holds it
        bool operator==(const Duplicate &) const = default;
    };

    std::vector<std::optional<Field>> fields; ///< by column; nothing for unknown and duplicate ones
    std::array<std::optional<std::size_t>, fieldCount> columns;
    std::vector<std::size_t> unknown; ///< columns with a text that names no field
    std::vector<Field> missing;       ///< fields the synonyms name and the header does not
    std::vector<Duplicate> duplicates;

    [[nodiscard]] std::optional<std::size_t> columnOf(Field field) const { return columns[std::size_t(field)]; }
};

/// Finds the fields of a header: by their ids and by `synonyms`. Texts compare without width, case, blanks, a star at
/// either end and a colon at the end; a word that is known only without what it has in brackets — 性别（男/女） —
/// counts when no other column has the whole word.
[[nodiscard]] ColumnMap mapHeader(std::span<const std::string_view> header, std::span<const HeaderSynonym> synonyms);

} // namespace zsb
