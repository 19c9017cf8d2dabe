#pragma once

#include <string_view>
#include <vector>

namespace zsb {

/// One entry of the `materials` field.
struct MaterialEntry
{
    std::string_view slot; ///< empty when the entry names none
    std::string_view file;

    bool operator==(const MaterialEntry &) const = default;
};

/// Takes `slot=file;slot=file` apart, blanks around either side dropped; full-width ；and ＝ will do as well.
/// An entry without `=` comes out with an empty slot, so nothing is lost. Views into `text`.
[[nodiscard]] std::vector<MaterialEntry> parseMaterials(std::string_view text);
/// The same into a vector that was used before.
void parseMaterials(std::string_view text, std::vector<MaterialEntry> &entries);

} // namespace zsb
