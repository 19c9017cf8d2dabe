#pragma once

#include "core/policy/pack.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What is not judged of a material, or only by the limits all materials share, since nobody said which one it is (an
/// empty slot), or whose (an empty type): ids of findings in the order of the pack; empty when everything is judged.
[[nodiscard]] std::vector<std::string> unjudgedOf(const Pack &pack, std::string_view slot, std::string_view type);

/// That in one sentence, with what would have to be said; empty when there are none.
[[nodiscard]] Text unjudgedText(const Pack &pack, std::string_view slot, const std::vector<std::string> &unjudged);

/// What findings of that id are about; the id itself when nobody named it.
[[nodiscard]] Text pictureTitle(const Pack &pack, std::string_view id);

} // namespace zsb
