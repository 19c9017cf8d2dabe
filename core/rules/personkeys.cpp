#include "core/rules/personkeys.h"

#include "core/base/text.h"
#include "core/rules/documentnumber.h"

#include <array>

namespace zsb {
namespace {

constexpr std::size_t mobileLength = 11; // of a mobile number in the numbering plan of country code 86

} // namespace

std::string personKey(const Pack &pack, std::string_view type, std::string_view number)
{
    const std::string bare = codeKey(number);
    if (bare.empty())
        return {};
    const bool isGiven = !trimmed(type).empty();
    const DocumentType *known = pack.documentType(isGiven ? type : std::string_view(pack.defaultDocumentType));
    const bool isRetired = known && !known->retired.isEmpty();
    if (isRetired)
        known = pack.documentType(pack.defaultDocumentType);
    const std::string wide = known && known->derivesBirthAndSex ? widenResidentNumber(bare) : std::string();
    return (known ? known->code : codeKey(type)) + '/' + (wide.empty() ? bare : wide);
}

std::string phoneKey(std::string_view phone)
{
    static constexpr std::array<std::string_view, 3> countryCodes = {"+86", "0086", "86"};
    std::string bare = codeKey(phone);
    for (const std::string_view code : countryCodes) {
        if (bare.size() == code.size() + mobileLength && bare.starts_with(code))
            return bare.substr(code.size());
    }
    return bare;
}

} // namespace zsb
