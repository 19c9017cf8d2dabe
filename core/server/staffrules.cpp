#include "core/server/staffrules.h"

#include "core/server/access.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::size_t longestLogin = 32;
constexpr std::size_t mostNear = 6;

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string shown(const Code &code)
{
    return code.code + ' ' + code.name.zh;
}

/// The row a name stands for, or those whose codes begin most alike; of a small table all.
std::string nearIn(const CodeTable &table, std::string_view given)
{
    if (const Code *named = table.find(given))
        return shown(*named);
    std::vector<std::string> near;
    for (std::size_t length = given.size(); near.empty() && length-- > 0;) {
        for (const std::size_t row : table.withPrefix(given.substr(0, length))) {
            if (near.size() == mostNear) {
                near.emplace_back("…");
                break;
            }
            near.push_back(shown(table.codes()[row]));
        }
    }
    return joined(near);
}

Error unknown(std::string_view what, std::string_view given, const std::string &near)
{
    return {ErrorCode::Invalid, "no such " + std::string(what) + ": " + std::string(given) + "; there are: " + near};
}

Done checkColleges(const Pack &pack, const std::vector<std::string> &colleges)
{
    const CodeTable *table = pack.table(pack.field(Field::College).table);
    for (const std::string &college : colleges) {
        if (table && !table->byCode(college))
            return unknown("college", college, nearIn(*table, college));
    }
    return done();
}

Done checkRegions(const Pack &pack, const std::vector<std::string> &regions)
{
    const CodeTable *table = pack.table(pack.field(Field::ExamSite).table);
    for (const std::string &region : regions) {
        if (table && (region.empty() || table->withPrefix(region).empty()))
            return unknown("region", region, nearIn(*table, region));
    }
    return done();
}

Done checkTypes(const Pack &pack, const std::vector<std::string> &types)
{
    for (const std::string &type : types) {
        if (std::ranges::find(pack.types, type, &CandidateType::id) != pack.types.end())
            continue;
        std::vector<std::string> all;
        all.reserve(pack.types.size());
        for (const CandidateType &known : pack.types)
            all.push_back(known.id + ' ' + known.name.zh);
        return unknown("type", type, joined(all));
    }
    return done();
}

} // namespace

Done checkLogin(std::string_view login)
{
    const bool isGood =
        !login.empty() && login.size() <= longestLogin && isLetterOrDigit(login.front()) &&
        std::ranges::all_of(login, [](char c) { return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-'; });
    return isGood ? done()
                  : Done(Error{ErrorCode::Invalid,
                               "login: 1 to 32 letters a-z, digits and . _ - are wanted, a letter or digit first"});
}

Done checkScopes(const Pack &pack, const std::vector<Scope> &scopes)
{
    const std::vector<std::string> roles = staffRoles(pack);
    for (const Scope &scope : scopes) {
        if (std::ranges::find(roles, scope.role) == roles.end())
            return unknown("role", scope.role, joined(roles));
        if (Done known = checkColleges(pack, scope.colleges); !known)
            return known;
        if (Done known = checkRegions(pack, scope.regions); !known)
            return known;
        if (Done known = checkTypes(pack, scope.types); !known)
            return known;
    }
    return done();
}

} // namespace zsb
