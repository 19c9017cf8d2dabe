#pragma once

#include "core/rules/rulebook.h"

#include <string_view>
#include <vector>

namespace zsb {

/// What the book says of a record whose only content is a picture: rules whose ids begin with `group`, on that field.
[[nodiscard]] std::vector<Finding> pictureFindings(const RuleBook &book, const Record &record, std::string_view group,
                                                   Field field);

/// All that is said of a portrait by itself (A2.1–A2.7): wholeness, format, bytes, pixels, then what was measured on
/// it. `name` stands for the file, and must not be empty.
[[nodiscard]] std::vector<Finding> portraitFindings(const RuleBook &book, const ImageFacts &facts,
                                                    std::string_view name);

} // namespace zsb
