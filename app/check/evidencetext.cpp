#include "app/check/evidencetext.h"

#include "core/base/jsontext.h"

namespace zsb {

std::string evidenceValue(const Evidence &evidence)
{
    if (const auto *text = std::get_if<std::string>(&evidence.value))
        return *text;
    std::string number;
    if (const auto *whole = std::get_if<std::int64_t>(&evidence.value))
        appendJsonNumber(number, *whole);
    else
        appendJsonNumber(number, std::get<double>(evidence.value));
    return number;
}

std::string evidenceText(const Finding &finding)
{
    std::string text;
    for (const Evidence &one : finding.evidence) {
        text += text.empty() ? "" : "; ";
        text.append(one.key).append("=").append(evidenceValue(one));
    }
    return text;
}

bool isPlace(const Evidence &evidence)
{
    return evidence.key.starts_with("box_");
}

} // namespace zsb
