#include "core/base/perceptualhash.h"

#include <charconv>

namespace zsb {
namespace {

constexpr std::size_t digitsOfWord = 16;

} // namespace

std::string hexOf(const PerceptualHash &hash)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(hash.words.size() * digitsOfWord);
    for (const std::uint64_t word : hash.words) {
        for (int shift = 60; shift >= 0; shift -= 4)
            hex += digits[word >> shift & 15];
    }
    return hex;
}

std::optional<PerceptualHash> perceptualHashFromHex(std::string_view hex)
{
    PerceptualHash hash;
    if (hex.size() != hash.words.size() * digitsOfWord)
        return std::nullopt;
    for (std::size_t i = 0; i < hash.words.size(); ++i) {
        const char *first = hex.data() + i * digitsOfWord;
        const auto [end, problem] = std::from_chars(first, first + digitsOfWord, hash.words[i], 16);
        if (problem != std::errc() || end != first + digitsOfWord)
            return std::nullopt;
    }
    return hash;
}

} // namespace zsb
