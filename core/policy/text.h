#pragma once

#include <string>

namespace zsb {

/// The languages every text of a pack is given in.
enum class Language
{
    Chinese,
    English,
};

/// One text in both languages, UTF-8.
struct Text
{
    std::string zh;
    std::string en;

    [[nodiscard]] const std::string &in(Language language) const { return language == Language::Chinese ? zh : en; }
    [[nodiscard]] bool isEmpty() const { return zh.empty() && en.empty(); }
    bool operator==(const Text &) const = default;
};

} // namespace zsb
