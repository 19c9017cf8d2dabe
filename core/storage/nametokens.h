#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// The words a name is indexed under: every character and every pair of neighbours, as code points in hex, because
/// SQLite's own tokenizers know neither Han words nor the newer extensions. `key` is a nameKey().
[[nodiscard]] std::string nameTokens(std::string_view key);

/// Those of them every name has in which `key` occurs: its pairs, or the character it consists of.
[[nodiscard]] std::vector<std::string> nameWords(std::string_view key);

/// The FTS5 expression that finds every name in which `key` occurs (and a few more when it is longer than two
/// characters, which the caller drops); empty for an empty key.
[[nodiscard]] std::string nameMatch(std::string_view key);

} // namespace zsb
