#pragma once

#include "core/domain/field.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace zsb {

/// What a rule says of a record. NeedsReview is for what a machine cannot know.
enum class Outcome : std::uint8_t
{
    Pass,
    Fail,
    NotApplicable,
    NeedsReview,
};
[[nodiscard]] std::string_view outcomeId(Outcome outcome); ///< pass, fail, not-applicable, needs-review

/// How much a failed rule weighs; the pack decides.
enum class Severity : std::uint8_t
{
    Error,   ///< blocks approval until resolved
    Warning, ///< a person should look
    Info,
};
[[nodiscard]] std::string_view severityId(Severity severity); ///< error, warning, info

/// One measured thing behind a verdict; language-free. Money is fen, sizes are bytes or pixels as the key says.
struct Evidence
{
    std::string_view key; ///< a literal of the rule
    std::variant<std::int64_t, double, std::string> value;

    bool operator==(const Evidence &) const = default;
};

/// A verdict that somebody should see, bound to its clause by the pack. What it points at is `fields` (and for
/// materials the evidence key `slot`).
struct Finding
{
    std::string rule;   ///< id of the binding in the pack
    std::string clause; ///< e.g. A2.2
    Severity severity = Severity::Error;
    Outcome outcome = Outcome::Fail;
    std::vector<Field> fields;
    std::vector<Evidence> evidence;
    std::string messageZh;
    std::string messageEn;

    bool operator==(const Finding &) const = default;
};

/// Appends `"rule":…,"clause":…,"severity":…,"outcome":…,"fields":[…],"evidence":{…},"message_zh":…,"message_en":…`,
/// without braces. The one writer of verdicts: every face gives the same bytes for the same finding.
void appendVerdictJson(std::string &json, const Finding &finding);

} // namespace zsb
