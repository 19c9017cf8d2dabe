#include "core/policy/pack.h"

#include "core/base/text.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <charconv>

namespace zsb {
namespace {

template<typename T, typename Key>
const T *findBy(const std::vector<T> &all, Key key, std::string_view wanted)
{
    const auto at = std::ranges::find(all, wanted, key);
    return at == all.end() ? nullptr : &*at;
}

bool isNamed(const Text &name, std::string_view folded)
{
    return titleKey(name.zh) == folded || titleKey(name.en) == folded;
}

struct EvidenceToText
{
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const
    {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        return {digits.data(), end};
    }
    std::string operator()(const std::string &value) const { return value; }
};

} // namespace

const CandidateType *Pack::type(std::string_view idOrName) const
{
    for (const CandidateType &each : types) {
        if (each.id == idOrName || each.name.zh == idOrName)
            return &each;
    }
    const std::string folded = titleKey(idOrName);
    if (folded.empty())
        return nullptr;
    for (const CandidateType &each : types) {
        const auto isMeant = [&](const std::string &word) { return titleKey(word) == folded; };
        if (isMeant(each.id) || isNamed(each.name, folded) || std::ranges::any_of(each.aliases, isMeant))
            return &each;
    }
    return nullptr;
}

const FieldInfo &Pack::field(Field wanted) const
{
    Q_ASSERT(fields.size() == fieldCount);
    return fields[std::size_t(wanted)];
}

const CodeTable *Pack::table(std::string_view wanted) const
{
    const auto at = tables.find(wanted);
    return at == tables.end() ? nullptr : &at->second;
}

const DocumentType *Pack::documentType(std::string_view codeOrName) const
{
    for (const DocumentType &each : documentTypes) {
        if (each.code == codeOrName || each.name.zh == codeOrName)
            return &each;
    }
    const std::string folded = titleKey(codeOrName);
    if (folded.empty())
        return nullptr;
    for (const DocumentType &each : documentTypes) {
        const auto isMeant = [&](const std::string &word) { return titleKey(word) == folded; };
        if (isMeant(each.code) || isNamed(each.name, folded) || std::ranges::any_of(each.aliases, isMeant))
            return &each;
    }
    return nullptr;
}

const MaterialSlot *Pack::slot(std::string_view idOrName) const
{
    if (const MaterialSlot *found = findBy(materialSlots, &MaterialSlot::id, idOrName))
        return found;
    const std::string folded = titleKey(idOrName);
    const auto at = std::ranges::find_if(materialSlots, [&](const auto &each) { return isNamed(each.name, folded); });
    return folded.empty() || at == materialSlots.end() ? nullptr : &*at;
}

const Window *Pack::window(std::string_view wanted) const
{
    return findBy(calendar, &Window::id, wanted);
}

const PortraitProfile *Pack::profile(std::string_view wanted) const
{
    return findBy(portraitProfiles, &PortraitProfile::id, wanted);
}

const Clause *Pack::clause(std::string_view wanted) const
{
    return findBy(clauses, &Clause::id, wanted);
}

const Reason *Pack::reason(std::string_view code) const
{
    return findBy(reasons, &Reason::code, code);
}

const FormText *Pack::form(std::string_view wanted) const
{
    return findBy(forms, &FormText::id, wanted);
}

const ArchiveRoute *Pack::archiveRoute(std::string_view wanted) const
{
    return findBy(archiveRoutes, &ArchiveRoute::id, wanted);
}

const Role *Pack::role(std::string_view wanted) const
{
    return findBy(review.roles, &Role::id, wanted);
}

const RuleBinding *Pack::binding(std::string_view wanted) const
{
    return findBy(rules, &RuleBinding::id, wanted);
}

std::optional<FindingBasis> Pack::basis(std::string_view rule) const
{
    const auto of = [](const auto *found) {
        return found ? std::optional(FindingBasis{found->title, found->clause, found->quote, found->severity})
                     : std::nullopt;
    };
    if (const auto bound = of(binding(rule)))
        return bound;
    if (const auto limited = of(findBy(portraitLimits, &PortraitLimit::id, rule)))
        return limited;
    return of(findBy(scan.limits, &ScanLimit::id, rule));
}

Text Pack::text(std::string_view key) const
{
    const auto at = texts.find(key);
    return at == texts.end() ? Text{std::string(key), std::string(key)} : at->second;
}

std::string fillTemplate(std::string_view text, const std::vector<Evidence> &evidence)
{
    std::string filled;
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        filled += text.substr(0, open);
        text.remove_prefix(open);
        const auto close = text.find('}');
        if (text.empty() || close == std::string_view::npos)
            break;
        const std::string_view key = text.substr(1, close - 1);
        const auto at = std::ranges::find(evidence, key, &Evidence::key);
        filled +=
            at == evidence.end() ? std::string(text.substr(0, close + 1)) : std::visit(EvidenceToText{}, at->value);
        text.remove_prefix(close + 1);
    }
    return filled.append(text);
}

/// What the pack calls an id that stands in the evidence; null when that is no id, or has no other name.
static const Text *nameOf(std::string_view key, const std::string &id, const Pack &pack)
{
    if (key == "slot" || key == "otherSlot") {
        static const Text notSaid{"未指明类别", "kind not said"};
        if (id.empty())
            return &notSaid;
        const MaterialSlot *slot = pack.slot(id);
        return slot ? &slot->name : nullptr;
    }
    if (key != "problem" && key != "format" && key != "state" && key != "measure")
        return nullptr;
    const auto text = pack.texts.find(std::string(key) + '.' + id);
    return text == pack.texts.end() ? nullptr : &text->second;
}

std::string worded(const Text &message, const std::vector<Evidence> &evidence, const Pack &pack, Language language)
{
    std::vector<Evidence> words = evidence;
    for (Evidence &one : words) {
        const auto *id = std::get_if<std::string>(&one.value);
        if (const Text *name = id ? nameOf(one.key, *id, pack) : nullptr)
            one.value = name->in(language);
    }
    return fillTemplate(message.in(language), words);
}

} // namespace zsb
