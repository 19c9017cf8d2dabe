#include "core/policy/rulebinding.h"

#include <QtGlobal>

#include <algorithm>

namespace zsb {
namespace {

template<typename T>
const T &as(const Parameters &parameters, std::string_view name)
{
    static const T none{};
    const Parameters::Value *value = parameters.find(name);
    const T *held = value ? std::get_if<T>(value) : nullptr;
    Q_ASSERT_X(held, "Parameters", "the rule book checks parameters before any rule runs");
    return held ? *held : none;
}

} // namespace

void Parameters::set(std::string name, Value value)
{
    const auto at = std::ranges::lower_bound(m_values, name, {}, &std::pair<std::string, Value>::first);
    if (at != m_values.end() && at->first == name)
        at->second = std::move(value);
    else
        m_values.emplace(at, std::move(name), std::move(value));
}

const Parameters::Value *Parameters::find(std::string_view name) const
{
    for (const auto &[known, value] : m_values) {
        if (known == name)
            return &value;
    }
    return nullptr;
}

std::int64_t Parameters::integer(std::string_view name) const
{
    return as<std::int64_t>(*this, name);
}

double Parameters::number(std::string_view name) const
{
    const Value *value = find(name);
    if (value && std::holds_alternative<std::int64_t>(*value))
        return double(std::get<std::int64_t>(*value));
    return as<double>(*this, name);
}

bool Parameters::flag(std::string_view name) const
{
    return as<bool>(*this, name);
}

const std::string &Parameters::text(std::string_view name) const
{
    return as<std::string>(*this, name);
}

const std::vector<std::string> &Parameters::list(std::string_view name) const
{
    return as<std::vector<std::string>>(*this, name);
}

} // namespace zsb
