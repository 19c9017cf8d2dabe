#include "core/policy/packreader.h"

namespace zsb {

void PackReading::problem(PackPlace place, Text message)
{
    problems.push_back({std::move(place.file), place.line, std::move(place.key), std::move(message), true});
}

void PackReading::remark(PackPlace place, Text message)
{
    problems.push_back({std::move(place.file), place.line, std::move(place.key), std::move(message), false});
}

void PackReading::unreadable(PackPlace place, Text message)
{
    causes.push_back({std::move(place.file), place.line, std::move(place.key), std::move(message), true});
}

void PackReading::checkPlaceholders(const PackPlace &place, std::string_view text, std::optional<Placeholders> known)
{
    if (!known)
        return;
    for (Text &wrong : wrongPlaceholders(text, *known))
        problem(place, std::move(wrong));
}

void PackReading::refer(PackTarget target, const std::string &name, PackPlace place)
{
    if (!name.empty())
        references.push_back({target, name, std::move(place)});
}

void PackReading::claim(std::string_view kind, const std::string &id, PackPlace place)
{
    if (!id.empty() && !m_claimed.emplace(kind, id).second)
        problem(std::move(place), {"“" + id + "”重复出现", "\"" + id + "\" occurs twice"});
}

bool PackReading::has(std::string_view kind, const std::string &id) const
{
    return m_claimed.contains({std::string(kind), id});
}

} // namespace zsb
