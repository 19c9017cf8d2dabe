#include "core/rules/rulebook.h"

#include "core/policy/portraitjudge.h"
#include "core/policy/scanlimitjudge.h"

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

bool neverSpared(const RuleContext &)
{
    return false;
}

/// What the verdict of a text-only rule depends on, besides the field or the slots it is asked about.
std::vector<Field> reachOf(const Rule &rule)
{
    const bool asksMaterials = rule.scope == Rule::Scope::EachMaterial || rule.scope == Rule::Scope::EachMaterialUse;
    std::vector<Field> reach;
    if (rule.scope == Rule::Scope::EachMaterialUse)
        reach.push_back(Field::CandidateType);
    for (const std::span<const Field> fields : {rule.reads, rule.alsoReads}) {
        for (const Field field : fields) {
            if (std::ranges::find(reach, field) == reach.end() && !(asksMaterials && field == Field::Materials))
                reach.push_back(field);
        }
    }
    return reach;
}

/// What the limits say of a page that was measured. They speak of "the page"; whoever reads a list is told which.
void appendPage(const MaterialView &material, const Pack &pack, std::vector<Finding> &findings)
{
    const auto figures = scanFiguresOf(material.facts->measured);
    if (!figures)
        return;
    const MaterialSlot *slot = pack.slot(material.slot);
    for (Finding &finding : judgeScanLimits(*figures, pack, material.slot)) {
        if (slot) {
            finding.messageZh = slot->name.zh + "：" + finding.messageZh;
            finding.messageEn = slot->name.en + ": " + finding.messageEn;
        }
        findings.push_back(std::move(finding));
    }
}

} // namespace

std::vector<Field> fieldsOf(const Rule &rule, const RuleContext &context, Verdict &verdict)
{
    if (!verdict.fields.empty())
        return std::move(verdict.fields);
    if (rule.scope == Rule::Scope::EachField)
        return {context.field};
    return {rule.reads.begin(), rule.reads.end()};
}

Finding toFinding(const BoundRule &bound, const RuleContext &context, Verdict verdict)
{
    const RuleBinding &binding = *bound.binding;
    const Text &message = messageOf(binding, verdict.variant);
    Finding finding{.rule = binding.id,
                    .clause = binding.clause,
                    .severity = binding.severity,
                    .outcome = verdict.outcome,
                    .fields = fieldsOf(*bound.rule, context, verdict),
                    .evidence = {},
                    .messageZh = worded(message, verdict.evidence, context.pack, Language::Chinese),
                    .messageEn = worded(message, verdict.evidence, context.pack, Language::English)};
    finding.evidence = std::move(verdict.evidence);
    return finding;
}

RuleBook::RuleBook(std::shared_ptr<const Pack> pack) : m_pack(std::move(pack)), m_documents(*m_pack)
{
    for (const RuleBinding &binding : m_pack->rules)
        m_bound.push_back(boundTo(binding));
}

BoundRule RuleBook::boundTo(const RuleBinding &binding) const
{
    BoundRule bound{.rule = findRule(binding.rule),
                    .binding = &binding,
                    .prepared = prepare(*m_pack, binding.parameters),
                    .types = {},
                    .reads = {},
                    .reach = {}};
    for (const std::string &id : binding.types)
        bound.types.push_back(m_pack->type(id));
    for (const Field field : bound.rule->reads)
        bound.reads.set(std::size_t(field));
    bound.reach = reachOf(*bound.rule);
    return bound;
}

Result<std::shared_ptr<const RuleBook>> RuleBook::bind(std::shared_ptr<const Pack> pack)
{
    for (const PackProblem &problem : lintPack(*pack)) {
        if (problem.fatal)
            return Error{ErrorCode::Invalid, problemText(problem)};
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

RuleContext RuleBook::contextOf(const BoundRule &bound, const ReadRecord &read, Instant asOf) const
{
    return {.pack = *m_pack,
            .parameters = bound.binding->parameters,
            .prepared = bound.prepared,
            .documents = m_documents,
            .number = read.number,
            .moments = read.moments,
            .type = read.type,
            .documentType = read.documentType,
            .asOf = asOf};
}

std::vector<Finding> RuleBook::checkAll(const Record &record, Instant asOf) const
{
    std::vector<Finding> findings;
    ReadRecord read(record);
    read.type = typeOf(record);
    read.documentType = documentTypeOf(record);
    for (const BoundRule &bound : m_bound) {
        if (!bound.concerns(record, read.type))
            continue;
        RuleContext context = contextOf(bound, read, asOf);
        ask(bound, record, context, neverSpared, [&](Verdict verdict, const RuleContext &asked) {
            if (needsAttention(verdict.outcome))
                findings.push_back(toFinding(bound, asked, std::move(verdict)));
        });
    }
    appendMeasured(record, findings);
    return findings;
}

void RuleBook::appendMeasured(const Record &record, std::vector<Finding> &findings) const
{
    if (record.portrait && !record.portrait->measured.empty()) {
        if (const auto figures = figuresOf(record.portrait->measured))
            std::ranges::move(judgePortrait(*figures, *m_pack, m_pack->portraitProfile), std::back_inserter(findings));
    }
    for (const MaterialView &material : record.materials) {
        if (material.facts && !material.facts->measured.empty())
            appendPage(material, *m_pack, findings);
    }
}

std::optional<Verdict> RuleBook::check(std::string_view bindingId, const Record &record, Instant asOf) const
{
    const auto bound =
        std::ranges::find_if(m_bound, [&](const BoundRule &candidate) { return candidate.binding->id == bindingId; });
    if (bound == m_bound.end())
        return std::nullopt;
    ReadRecord read(record);
    read.type = typeOf(record);
    read.documentType = documentTypeOf(record);
    Verdict worst = Verdict::notApplicable();
    if (!bound->concerns(record, read.type))
        return worst;
    RuleContext context = contextOf(*bound, read, asOf);
    ask(*bound, record, context, neverSpared, [&](Verdict verdict, const RuleContext &asked) {
        if (weight(verdict.outcome) <= weight(worst.outcome))
            return;
        worst = std::move(verdict);
        worst.fields = fieldsOf(*bound->rule, asked, worst);
    });
    return worst;
}

} // namespace zsb
