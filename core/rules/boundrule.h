#pragma once

#include "core/rules/documentnumber.h"
#include "core/rules/readmoments.h"
#include "core/rules/rule.h"

#include <algorithm>
#include <bitset>
#include <vector>

namespace zsb {

/// What of a record is worked out once for all rules. The record must outlive it.
struct ReadRecord
{
    explicit ReadRecord(const Record &record) : number(record.text(Field::DocumentNumber)), moments(record) {}

    ReadNumber number;
    ReadMoments moments;
    const CandidateType *type = nullptr;
    const DocumentType *documentType = nullptr;
};

/// A rule joined to its binding in a pack, with everything worked out that no record changes.
struct BoundRule
{
    const Rule *rule = nullptr;
    const RuleBinding *binding = nullptr;
    Prepared prepared;
    std::vector<const CandidateType *> types; ///< empty: all
    std::bitset<fieldCount> reads;
    std::vector<Field> reach; ///< the fields a verdict of a Rule::textOnly depends on, besides the one asked about

    [[nodiscard]] bool concerns(const Record &record, const CandidateType *type) const
    {
        return (types.empty() || std::ranges::find(types, type) != types.end()) && (reads & ~record.known()).none();
    }
};

/// The finding a verdict is told as.
[[nodiscard]] Finding toFinding(const BoundRule &bound, const RuleContext &context, Verdict verdict);

/// What a verdict points at: its own fields, else the one asked about, else what the rule reads.
[[nodiscard]] std::vector<Field> fieldsOf(const Rule &rule, const RuleContext &context, Verdict &verdict);

/// Asks a rule that concerns the record as often as its scope says. `isSpared(context)` can save a question;
/// `take(verdict, context)` gets each answer.
template<typename IsSpared, typename Take>
void ask(const BoundRule &bound, const Record &record, RuleContext &context, IsSpared isSpared, Take take)
{
    const auto askOnce = [&] {
        if (!isSpared(context))
            take(bound.rule->check(record, context), context);
    };
    switch (bound.rule->scope) {
    case Rule::Scope::Record:
        askOnce();
        return;
    case Rule::Scope::EachField:
        for (const Field field : bound.prepared.fields) {
            context.field = field;
            if (record.knows(field))
                askOnce();
        }
        return;
    case Rule::Scope::EachMaterial:
        for (const MaterialView &material : record.materials) {
            context.material = &material;
            askOnce();
        }
        return;
    case Rule::Scope::EachMaterialUse:
        if (!context.type)
            return;
        for (const MaterialUse &use : context.type->materials) {
            context.materialUse = &use;
            askOnce();
        }
        return;
    }
}

} // namespace zsb
