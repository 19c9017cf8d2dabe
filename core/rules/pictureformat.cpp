#include "core/rules/pictureformat.h"

#include <algorithm>

namespace zsb {

bool isOtherFormat(const ImageFacts &facts, const std::vector<std::string> &allowed)
{
    return facts.format != ImageFormat::Unknown &&
           std::ranges::find(allowed, imageFormatId(facts.format)) == allowed.end();
}

Text anyOf(const std::vector<std::string> &formats)
{
    Text all;
    for (const std::string &format : formats) {
        all.zh += (all.zh.empty() ? "" : " 或 ") + format;
        all.en += (all.en.empty() ? "" : " or ") + format;
    }
    return all;
}

} // namespace zsb
