#include "core/rules/rulebook.h"

#include "core/rules/documentnumber.h"

#include <algorithm>

namespace zsb {
namespace {

/// The parameters a rule and its pack have in common: names turned into fields, tables, windows.
Prepared prepare(const Pack &pack, const Parameters &parameters)
{
    Prepared prepared;
    if (const auto *fields = parameters.find("fields")) {
        for (const std::string &id : std::get<std::vector<std::string>>(*fields))
            prepared.fields.push_back(*fieldFromId(id));
    }
    if (parameters.find("table"))
        prepared.table = pack.table(parameters.text("table"));
    for (const Code &code : prepared.table ? prepared.table->codes() : std::span<const Code>{})
        prepared.longestCode = std::max(prepared.longestCode, code.code.size());
    if (parameters.find("window"))
        prepared.window = pack.window(parameters.text("window"));
    return prepared;
}

bool knowsAll(const Record &record, std::span<const Field> fields)
{
    return std::ranges::all_of(fields, [&](Field field) { return record.knows(field); });
}

int weight(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Fail:
        return 3;
    case Outcome::NeedsReview:
        return 2;
    case Outcome::Pass:
        return 1;
    case Outcome::NotApplicable:
        return 0;
    }
    return 0;
}

const Text &messageOf(const RuleBinding &binding, std::string_view variant)
{
    static const Text none;
    auto found = binding.messages.find(variant);
    if (found == binding.messages.end())
        found = binding.messages.find(std::string_view{});
    return found == binding.messages.end() ? none : found->second;
}

std::vector<Field> fieldsOf(const Rule &rule, const RuleContext &context, Verdict &verdict)
{
    if (!verdict.fields.empty())
        return std::move(verdict.fields);
    if (rule.scope == Rule::Scope::EachField)
        return {context.field};
    return {rule.reads.begin(), rule.reads.end()};
}

Finding toFinding(const RuleBinding &binding, const Rule &rule, const RuleContext &context, Verdict verdict)
{
    const Text &message = messageOf(binding, verdict.variant);
    return {.rule = binding.id,
            .clause = binding.clause,
            .severity = binding.severity,
            .outcome = verdict.outcome,
            .fields = fieldsOf(rule, context, verdict),
            .evidence = verdict.evidence,
            .messageZh = fillTemplate(message.zh, verdict.evidence),
            .messageEn = fillTemplate(message.en, verdict.evidence)};
}

} // namespace

RuleBook::RuleBook(std::shared_ptr<const Pack> pack) : m_pack(std::move(pack)), m_documents(*m_pack)
{
    for (const RuleBinding &binding : m_pack->rules) {
        Bound bound{.rule = findRule(binding.rule),
                    .binding = &binding,
                    .prepared = prepare(*m_pack, binding.parameters),
                    .types = {}};
        for (const std::string &id : binding.types)
            bound.types.push_back(m_pack->type(id));
        m_bound.push_back(std::move(bound));
    }
}

Result<std::shared_ptr<const RuleBook>> RuleBook::bind(std::shared_ptr<const Pack> pack)
{
    for (const PackProblem &problem : lintRules(*pack)) {
        if (problem.fatal)
            return Error{ErrorCode::Invalid, problem.file + ": " + problem.key + ": " + problem.message.en};
    }
    return std::shared_ptr<const RuleBook>(new RuleBook(std::move(pack)));
}

const CandidateType *RuleBook::typeOf(const Record &record) const
{
    const std::string_view text = record.text(Field::CandidateType);
    return text.empty() ? nullptr : m_pack->type(text);
}

const DocumentType *RuleBook::documentTypeOf(const Record &record) const
{
    const std::string_view text = record.text(Field::DocumentType);
    return m_pack->documentType(text.empty() ? std::string_view(m_pack->defaultDocumentType) : text);
}

/// Asks the rule as often as its scope says and shows each verdict to the visitor.
template<typename Visit>
void RuleBook::visit(const Bound &bound, const Record &record, RuleContext &context, const Visit &visitor) const
{
    const Rule &rule = *bound.rule;
    if (!bound.types.empty() && std::ranges::find(bound.types, context.type) == bound.types.end())
        return;
    if (!knowsAll(record, rule.reads))
        return;
    switch (rule.scope) {
    case Rule::Scope::Record:
        visitor(rule.check(record, context), context);
        return;
    case Rule::Scope::EachField:
        for (const Field field : bound.prepared.fields) {
            context.field = field;
            if (record.knows(field))
                visitor(rule.check(record, context), context);
        }
        return;
    case Rule::Scope::EachMaterial:
        for (const MaterialView &material : record.materials) {
            context.material = &material;
            visitor(rule.check(record, context), context);
        }
        return;
    case Rule::Scope::EachMaterialUse:
        if (!context.type)
            return;
        for (const MaterialUse &use : context.type->materials) {
            context.materialUse = &use;
            visitor(rule.check(record, context), context);
        }
        return;
    }
}

std::vector<Finding> RuleBook::checkAll(const Record &record, Instant asOf) const
{
    std::vector<Finding> findings;
    const CandidateType *type = typeOf(record);
    const DocumentType *documentType = documentTypeOf(record);
    const ReadNumber number(record.text(Field::DocumentNumber));
    for (const Bound &bound : m_bound) {
        RuleContext context{.pack = *m_pack,
                            .parameters = bound.binding->parameters,
                            .prepared = bound.prepared,
                            .documents = m_documents,
                            .number = number,
                            .type = type,
                            .documentType = documentType,
                            .asOf = asOf};
        visit(bound, record, context, [&](Verdict verdict, const RuleContext &asked) {
            if (verdict.outcome == Outcome::Fail || verdict.outcome == Outcome::NeedsReview)
                findings.push_back(toFinding(*bound.binding, *bound.rule, asked, std::move(verdict)));
        });
    }
    return findings;
}

std::optional<Verdict> RuleBook::check(std::string_view bindingId, const Record &record, Instant asOf) const
{
    const auto bound =
        std::ranges::find_if(m_bound, [&](const Bound &candidate) { return candidate.binding->id == bindingId; });
    if (bound == m_bound.end())
        return std::nullopt;
    const ReadNumber number(record.text(Field::DocumentNumber));
    RuleContext context{.pack = *m_pack,
                        .parameters = bound->binding->parameters,
                        .prepared = bound->prepared,
                        .documents = m_documents,
                        .number = number,
                        .type = typeOf(record),
                        .documentType = documentTypeOf(record),
                        .asOf = asOf};
    Verdict worst = Verdict::notApplicable();
    visit(*bound, record, context, [&](Verdict verdict, const RuleContext &asked) {
        if (weight(verdict.outcome) <= weight(worst.outcome))
            return;
        worst = std::move(verdict);
        worst.fields = fieldsOf(*bound->rule, asked, worst);
    });
    return worst;
}

} // namespace zsb
