#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace zsb {

/// How many letters must be added, dropped or changed to make one text of the other (Levenshtein). A letter is what the
/// texts are made of: a byte of std::string_view, a code point of std::u32string. The work grows with both lengths.
template<typename Text>
[[nodiscard]] std::size_t editDistance(const Text &one, const Text &other)
{
    std::vector<std::size_t> costs(other.size() + 1);
    std::iota(costs.begin(), costs.end(), std::size_t(0));
    for (std::size_t row = 1; row <= one.size(); ++row) {
        std::size_t diagonal = std::exchange(costs[0], row);
        for (std::size_t i = 1; i <= other.size(); ++i) {
            const std::size_t changed = diagonal + (one[row - 1] == other[i - 1] ? 0 : 1);
            diagonal = costs[i];
            costs[i] = std::min({changed, costs[i] + 1, costs[i - 1] + 1});
        }
    }
    return costs.back();
}

} // namespace zsb
