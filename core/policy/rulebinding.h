#pragma once

#include "core/domain/finding.h"
#include "core/policy/text.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace zsb {

/// What the pack hands to a rule, by name. The linter and the rule book check that every parameter a rule asks for
/// is there and of its kind, so the getters may assert.
class Parameters
{
public:
    using Value = std::variant<std::int64_t, double, bool, std::string, std::vector<std::string>>;

    void set(std::string name, Value value);
    [[nodiscard]] const Value *find(std::string_view name) const;
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] double number(std::string_view name) const; ///< integers too
    [[nodiscard]] bool flag(std::string_view name) const;
    [[nodiscard]] const std::string &text(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string> &list(std::string_view name) const;
    /// In the order of their names.
    [[nodiscard]] const std::vector<std::pair<std::string, Value>> &all() const { return m_values; }

private:
    std::vector<std::pair<std::string, Value>> m_values; ///< a handful: looking through them is quicker than a map
};

/// A rule bound to a clause: same mechanism, this year's numbers (STYLE: mechanism is code, regulation is data).
struct RuleBinding
{
    std::string id;   ///< what findings are filed under, forever; usually the rule's id
    std::string rule; ///< id of the mechanism in the table of rules
    std::string clause;
    std::string quote; ///< verbatim words of a document in the pack's `sources/`
    Severity severity = Severity::Error;
    bool guess = false;             ///< not sourced: severity is never Error
    std::vector<std::string> types; ///< candidate types it is limited to; empty: all
    Parameters parameters;
    /// What a person is told, by variant of the verdict; "" is the general one. `{key}` stands for evidence.
    std::map<std::string, Text, std::less<>> messages;
    Text title;
    std::string note;
};

} // namespace zsb
