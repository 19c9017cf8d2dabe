#include "core/storage/nametokens.h"

#include "core/base/text.h"

#include <array>
#include <charconv>
#include <vector>

namespace zsb {

namespace {

std::vector<std::string> characters(std::string_view key)
{
    std::vector<std::string> found;
    while (!key.empty()) {
        std::array<char, 8> hex{};
        const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), std::uint32_t(takeCodePoint(key)), 16);
        found.push_back('x' + std::string(hex.data(), end.ptr));
    }
    return found;
}

} // namespace

std::string nameTokens(std::string_view key)
{
    const std::vector<std::string> single = characters(key);
    std::string tokens;
    for (std::size_t i = 0; i < single.size(); ++i) {
        tokens += single[i] + ' ';
        if (i + 1 < single.size())
            tokens += single[i] + single[i + 1] + ' ';
    }
    return tokens;
}

std::vector<std::string> nameWords(std::string_view key)
{
    std::vector<std::string> single = characters(key);
    if (single.size() < 2)
        return single;
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i + 1 < single.size(); ++i)
        pairs.push_back(single[i] + single[i + 1]);
    return pairs;
}

std::string nameMatch(std::string_view key)
{
    std::string expression;
    for (const std::string &word : nameWords(key))
        expression += (expression.empty() ? "" : " AND ") + word;
    return expression;
}

} // namespace zsb
