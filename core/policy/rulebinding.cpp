#include "core/policy/rulebinding.h"

#include <QtGlobal>

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

const Parameters::Value *Parameters::find(std::string_view name) const
{
    const auto at = m_values.find(name);
    return at == m_values.end() ? nullptr : &at->second;
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
