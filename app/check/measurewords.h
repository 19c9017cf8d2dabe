#pragma once

#include "core/policy/text.h"

#include <string_view>
#include <vector>

namespace zsb {

/// A row of a table of measures, whatever pictures it is for.
struct MeasureWords
{
    std::string_view id;
    std::string_view unit;
    std::string_view formula;
    std::string_view source;
};

/// docs/portrait-measures.md and docs/scan-measures.md, in their order.
[[nodiscard]] std::vector<MeasureWords> portraitMeasureWords();
[[nodiscard]] std::vector<MeasureWords> scanMeasureWords();

/// A unit as people read it in a language; the table's own word where it has no other.
[[nodiscard]] std::string_view unitName(std::string_view unit, Language language);

} // namespace zsb
