#include "core/server/access.h"

#include "core/base/hash.h"
#include "core/rules/college.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

struct ServiceRole
{
    std::string_view id;
    std::array<Verb, 4> verbs;
};

// a verb repeated fills the row
constexpr std::array serviceRoles = {
    ServiceRole{"registrar", {Verb::Read, Verb::Register, Verb::Collect, Verb::Assist}},
    ServiceRole{"county", {Verb::Read, Verb::Register, Verb::Collect, Verb::Assist}},
    ServiceRole{candidateRole, {Verb::Read, Verb::Register, Verb::Collect, Verb::Collect}},
    ServiceRole{"cashier", {Verb::Read, Verb::Pay, Verb::Pay, Verb::Pay}},
    ServiceRole{"import", {Verb::Read, Verb::Import, Verb::Import, Verb::Import}},
    ServiceRole{"admin", {Verb::Administer, Verb::Administer, Verb::Administer, Verb::Administer}},
    ServiceRole{"auditor", {Verb::Read, Verb::Audit, Verb::Audit, Verb::Audit}},
};

std::string_view textOf(const ApplicationState &state, Field field)
{
    const auto found = state.fields.find(field);
    return found == state.fields.end() ? std::string_view() : std::string_view(found->second);
}

/// Under which suffixes a branch goes by its college's name is known to the rule about colleges.
const std::vector<std::string> &branchSuffixes(const Pack &pack)
{
    static const std::vector<std::string> none;
    const auto rule = std::ranges::find(pack.rules, "schooling.college-code", &RuleBinding::rule);
    const Parameters::Value *value = rule == pack.rules.end() ? nullptr : rule->parameters.find("suffixes");
    const auto *list = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
    return list ? *list : none;
}

/// The code of a college as the file names it; what cannot be read stays as it is.
std::string collegeCode(const Pack &pack, std::string_view given)
{
    const CodeTable *colleges = pack.table(pack.field(Field::College).table);
    const Code *code = colleges ? findCollege(*colleges, given, branchSuffixes(pack)) : nullptr;
    return code ? code->code : std::string(given);
}

std::string siteCode(const Pack &pack, std::string_view given)
{
    const CodeTable *sites = pack.table(pack.field(Field::ExamSite).table);
    const Code *code = sites ? sites->find(given) : nullptr;
    return code ? code->code : std::string(given);
}

bool holds(const std::vector<std::string> &list, std::string_view value)
{
    return list.empty() || (!value.empty() && std::ranges::find(list, value) != list.end());
}

bool isInRegion(const std::vector<std::string> &regions, std::string_view site)
{
    return regions.empty() || std::ranges::any_of(regions, [site](const std::string &region) {
               return !region.empty() && site.starts_with(region);
           });
}

/// `openly`: what is not filled in yet is nowhere else.
bool lies(const Pack &pack, const Scope &scope, const ApplicationState &state, bool openly)
{
    if (scope.role == candidateRole) // a candidate has no area
        return openly;
    const auto skips = [openly](std::string_view text) { return openly && text.empty(); };
    const std::string_view college = textOf(state, Field::College);
    const std::string_view site = textOf(state, Field::ExamSite);
    if (!skips(state.typeId) && !holds(scope.types, state.typeId))
        return false;
    if (!scope.colleges.empty() && !skips(college) && !holds(scope.colleges, collegeCode(pack, college)))
        return false;
    return scope.regions.empty() || skips(site) || isInRegion(scope.regions, siteCode(pack, site));
}

void append(std::string &text, std::string_view name, std::vector<std::string> values)
{
    std::ranges::sort(values);
    text += name;
    for (const std::string &value : values)
        text += ' ' + value;
    text += '\n';
}

/// What a command needs; most of them fill a file in.
struct VerbOf
{
    Verb operator()(const AttachPortrait &) const { return Verb::Collect; }
    Verb operator()(const RecordIdentity &) const { return Verb::Collect; }
    Verb operator()(const RecordPayment &) const { return Verb::Pay; }
    Verb operator()(const ClaimFile &) const { return Verb::Review; }
    Verb operator()(const ReleaseFile &) const { return Verb::Review; }
    Verb operator()(const MarkSeen &) const { return Verb::Review; }
    Verb operator()(const ResolveFinding &) const { return Verb::Review; }
    Verb operator()(const Approve &) const { return Verb::Review; }
    Verb operator()(const ReturnFile &) const { return Verb::Review; }
    Verb operator()(const Refuse &) const { return Verb::Review; }
    Verb operator()(const Doubt &) const { return Verb::Review; }
    Verb operator()(const Undo &) const { return Verb::Review; }
    Verb operator()(const DecideConversion &) const { return Verb::Review; }
    Verb operator()(const Settle &) const { return Verb::Settle; }
    Verb operator()(const ChangeExamSite &) const { return Verb::Settle; }
    Verb operator()(const auto &) const { return Verb::Register; }
};

} // namespace

bool isCandidate(const Caller &caller)
{
    return std::ranges::find(caller.scopes, candidateRole, &Scope::role) != caller.scopes.end();
}

bool mayRole(const Pack &pack, std::string_view role, Verb verb)
{
    const auto service = std::ranges::find(serviceRoles, role, &ServiceRole::id);
    if (service != serviceRoles.end() && std::ranges::find(service->verbs, verb) != service->verbs.end())
        return true;
    const Role *reviews = pack.role(role);
    if (reviews == nullptr)
        return false;
    return verb == Verb::Read || verb == Verb::Review || (verb == Verb::Settle && reviews->supervises);
}

std::vector<std::string> staffRoles(const Pack &pack)
{
    std::vector<std::string> roles;
    for (const ServiceRole &role : serviceRoles) {
        if (role.id != candidateRole)
            roles.emplace_back(role.id);
    }
    for (const Role &role : pack.review.roles)
        roles.push_back(role.id);
    return roles;
}

Verb verbOf(const CommandBody &body)
{
    return std::visit(VerbOf{}, body);
}

bool isWithin(const Pack &pack, const Scope &scope, const ApplicationState &state)
{
    return lies(pack, scope, state, false);
}

bool may(const Pack &pack, const Caller &caller, Verb verb, const ApplicationState &state)
{
    return std::ranges::any_of(caller.scopes, [&](const Scope &scope) {
        return mayRole(pack, scope.role, verb) && isWithin(pack, scope, state);
    });
}

bool mayAs(const Pack &pack, const Caller &caller, std::string_view role, Verb verb, const ApplicationState &state)
{
    return mayRole(pack, role, verb) && std::ranges::any_of(caller.scopes, [&](const Scope &scope) {
               return scope.role == role && isWithin(pack, scope, state);
           });
}

bool mayAsAuthor(const Pack &pack, const Caller &caller, std::string_view role, Verb verb,
                 const ApplicationState &state)
{
    return std::ranges::any_of(caller.scopes, [&](const Scope &scope) {
        return (role.empty() || scope.role == role) && mayRole(pack, scope.role, verb) &&
               lies(pack, scope, state, true);
    });
}

bool mayAnywhere(const Pack &pack, const Caller &caller, Verb verb)
{
    return std::ranges::any_of(caller.scopes, [&](const Scope &scope) { return mayRole(pack, scope.role, verb); });
}

bool readsEverything(const Pack &pack, const Caller &caller)
{
    return std::ranges::any_of(caller.scopes, [&](const Scope &scope) {
        return mayRole(pack, scope.role, Verb::Read) && scope.role != candidateRole && scope.colleges.empty() &&
               scope.regions.empty() && scope.types.empty();
    });
}

bool readsByRegion(const Pack &pack, const Caller &caller)
{
    return std::ranges::any_of(caller.scopes, [&](const Scope &scope) {
        return mayRole(pack, scope.role, Verb::Read) && !scope.regions.empty();
    });
}

std::string scopeHash(const Pack &pack, const Caller &caller)
{
    std::vector<std::string> parts;
    for (const Scope &scope : caller.scopes) {
        if (!mayRole(pack, scope.role, Verb::Read))
            continue;
        std::string &part = parts.emplace_back();
        append(part, "colleges", scope.colleges);
        append(part, "regions", scope.regions);
        append(part, "types", scope.types);
    }
    std::ranges::sort(parts);
    std::string whole = caller.actor.value + '\n';
    for (const std::string &part : parts)
        whole += part;
    return sha256Hex(whole).substr(0, 32);
}

} // namespace zsb
