#pragma once

#include "core/base/clock.h"
#include "core/domain/finding.h"
#include "core/domain/record.h"
#include "core/policy/pack.h"

#include <span>
#include <string_view>
#include <vector>

namespace zsb {

/// What one rule says of one record. `variant` picks the pack's message and is a literal of the rule.
struct Verdict
{
    Outcome outcome = Outcome::Pass;
    std::string_view variant;
    std::vector<Evidence> evidence;

    static Verdict pass() { return {}; }
    static Verdict notApplicable() { return {.outcome = Outcome::NotApplicable, .variant = {}, .evidence = {}}; }
    static Verdict fail(std::string_view variant, std::vector<Evidence> evidence)
    {
        return {.outcome = Outcome::Fail, .variant = variant, .evidence = std::move(evidence)};
    }
    static Verdict needsReview(std::string_view variant, std::vector<Evidence> evidence)
    {
        return {.outcome = Outcome::NeedsReview, .variant = variant, .evidence = std::move(evidence)};
    }
};

/// Everything a rule may look at beside the record: the pack, the parameters of its binding, the candidate's type
/// (null when it is missing or unknown) and the moment of the check. No clock, disk, SQL, locale, network.
struct RuleContext
{
    const Pack &pack;
    const Parameters &parameters;
    const CandidateType *type = nullptr;
    const DocumentType *documentType = nullptr;
    Instant asOf{};
};

/// A parameter a rule cannot do without.
struct ParameterSpec
{
    enum class Kind
    {
        Integer,
        Number,
        Flag,
        Text,
        List,
    };
    std::string_view name;
    Kind kind = Kind::Integer;
};

/// The mechanism of a check: small, pure, free of years and provinces. The pack binds it to a clause.
struct Rule
{
    std::string_view id;   ///< forever: `portrait.file-size`
    std::string_view what; ///< one English sentence for `zsb-check rules`
    std::span<const Field> reads;
    std::span<const ParameterSpec> parameters;
    std::span<const std::string_view> variants; ///< every variant a verdict of it can carry, besides ""
    Verdict (*check)(const Record &, const RuleContext &) = nullptr;
};

/// The explicit table of rules, in the order of their ids.
[[nodiscard]] std::span<const Rule *const> allRules();
[[nodiscard]] const Rule *findRule(std::string_view id);

} // namespace zsb
