#pragma once

#include "core/base/clock.h"
#include "core/domain/finding.h"
#include "core/domain/record.h"
#include "core/policy/pack.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace zsb {

class DocumentMatcher;
struct ReadNumber;
class ReadMoments;

/// What one rule says of one record. `variant` picks the pack's message and is a literal of the rule.
struct Verdict
{
    Outcome outcome = Outcome::Pass;
    std::string_view variant = {};
    std::vector<Evidence> evidence = {};
    std::vector<Field> fields = {}; ///< what it points at; empty: everything the rule reads

    static Verdict pass() { return {}; }
    static Verdict notApplicable() { return {.outcome = Outcome::NotApplicable}; }
    static Verdict fail(std::string_view variant, std::vector<Evidence> evidence)
    {
        return {.outcome = Outcome::Fail, .variant = variant, .evidence = std::move(evidence)};
    }
    static Verdict needsReview(std::string_view variant, std::vector<Evidence> evidence)
    {
        return {.outcome = Outcome::NeedsReview, .variant = variant, .evidence = std::move(evidence)};
    }
    /// The same verdict, pointing at these fields only.
    [[nodiscard]] Verdict at(std::vector<Field> where) &&
    {
        fields = std::move(where);
        return std::move(*this);
    }
};

/// Whether a person should see it.
[[nodiscard]] inline bool needsAttention(Outcome outcome)
{
    return outcome == Outcome::Fail || outcome == Outcome::NeedsReview;
}

/// What the parameters of a binding mean in its pack, worked out once when the book is bound.
struct Prepared
{
    std::vector<Field> fields;        ///< of the parameter `fields`
    const CodeTable *table = nullptr; ///< of the parameter `table`
    std::size_t longestCode = 0;      ///< in that table
    const Window *window = nullptr;   ///< of the parameter `window`
};

/// Everything a rule may look at beside the record: the pack, the parameters of its binding, the candidate's type
/// (null when it is missing or unknown) and the moment of the check. No clock, disk, SQL, locale, network.
struct RuleContext
{
    const Pack &pack;
    const Parameters &parameters;
    const Prepared &prepared;
    const DocumentMatcher &documents; ///< the number patterns of the pack's document types
    const ReadNumber &number;         ///< the record's document number
    const ReadMoments &moments;       ///< of the record's fields that hold one
    const CandidateType *type = nullptr;
    const DocumentType *documentType = nullptr; ///< the default one when none is given
    Instant asOf{};
    // What a rule that is asked several times about one record is asked about: see Rule::Scope.
    Field field = Field::Name;
    const MaterialView *material = nullptr;
    const MaterialUse *materialUse = nullptr;
};

/// A parameter a rule cannot do without. The names `fields` (list of field ids), `table` and `window` are resolved
/// against the pack into Prepared.
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
    std::optional<Field> codes = {}; ///< it gives codes of the table of this field
};

/// The mechanism of a check: small, pure, free of years and provinces. The pack binds it to a clause.
struct Rule
{
    /// How often a record is asked, and so how many findings one binding can give.
    enum class Scope
    {
        Record,          ///< once
        EachField,       ///< once for each known field of the parameter `fields`
        EachMaterial,    ///< once for each uploaded file; its facts are null when nobody looked at it
        EachMaterialUse, ///< once for each thing the candidate's type uploads
    };

    std::string_view id;   ///< forever: `portrait.file-size`
    std::string_view what; ///< one English sentence for `zsb-check rules`
    Scope scope = Scope::Record;
    /// What it reads and points at. A source without one of these columns makes the rule not applicable.
    std::span<const Field> reads = {};
    std::span<const Field> alsoReads = {}; ///< what it takes into account when the source has it
    std::span<const ParameterSpec> parameters = {};
    std::span<const std::string_view> variants = {}; ///< every variant a verdict of it can carry, besides ""
    std::span<const std::string_view> evidence = {}; ///< every name its evidence can have: what messages may fill in
    /// Its verdict depends on nothing of the record but the texts of `reads` and `alsoReads` and what it is asked
    /// about: the field's text, the material's slot, or the candidate's type and the slots that are filled.
    bool textOnly = false;
    /// It measures files, and is not applicable to those nobody looked at.
    bool filesOnly = false;
    Verdict (*check)(const Record &, const RuleContext &) = nullptr;
    /// What of the pack, beside the binding's parameters, it measures by; for people to read. May be null.
    std::vector<Evidence> (*limits)(const Pack &) = nullptr;
};

/// The explicit table of rules, in the order of their ids.
[[nodiscard]] std::span<const Rule *const> allRules();
[[nodiscard]] const Rule *findRule(std::string_view id);

} // namespace zsb
