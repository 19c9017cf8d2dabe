#pragma once

#include "core/domain/finding.h"
#include "core/policy/pack.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What somebody wrote, fit to be shown in a message: trimmed, valid UTF-8, at most 40 characters.
[[nodiscard]] std::string shown(std::string_view text);

/// The name of a file without its folders, fit to be shown.
[[nodiscard]] std::string shownFile(std::string_view path);

/// Whether nothing but blanks is written.
[[nodiscard]] bool isBlank(std::string_view text);

/// Adds a text of the pack under one key for each language.
void addText(std::vector<Evidence> &evidence, std::string_view zhKey, std::string_view enKey, const Text &text);

/// `one、two` and `one, two`.
[[nodiscard]] Text joined(const std::vector<Text> &texts);

/// Ids with a blank between them.
[[nodiscard]] std::string joinedIds(const std::vector<std::string> &ids);

/// `U+00B7`.
[[nodiscard]] std::string codePointName(char32_t c);

/// The code a coded field holds, whether it was given as a code or as a name; what was given when the pack has no
/// such row or the field no table.
[[nodiscard]] std::string_view codeOf(const Pack &pack, Field field, std::string_view given);

} // namespace zsb
