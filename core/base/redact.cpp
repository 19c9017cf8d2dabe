#include "core/base/redact.h"

namespace zsb {

std::string redacted(std::string_view value)
{
    return value.empty() ? std::string("<empty>") : "<" + std::to_string(value.size()) + " bytes>";
}

std::string maskedNumber(std::string_view number)
{
    std::string masked(number);
    if (masked.size() <= 10)
        return std::string(masked.size(), '*');
    for (std::size_t i = 6; i + 4 < masked.size(); ++i)
        masked[i] = '*';
    return masked;
}

} // namespace zsb
