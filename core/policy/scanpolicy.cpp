#include "core/policy/scanpolicy.h"

#include <algorithm>
#include <array>

namespace zsb {

const PaperRegion *ScanPaper::region(std::string_view id) const
{
    const auto found = std::ranges::find(regions, id, &PaperRegion::id);
    return found == regions.end() ? nullptr : &*found;
}

const ScanPaper *ScanPolicy::paper(std::string_view slot) const
{
    const auto found = std::ranges::find(papers, slot, &ScanPaper::slot);
    return found == papers.end() ? nullptr : &*found;
}

Text ScanPolicy::message(std::string_view key) const
{
    const auto found = messages.find(key);
    return found == messages.end() ? Text{std::string(key), std::string(key)} : found->second;
}

const std::vector<std::string_view> &scanMessageKeys()
{
    static const std::vector<std::string_view> keys = {
        "seal.missing", "seal.faint",     "seal.blue",         "seal.square",    "seal.cut",
        "seal.grey",    "seal.elsewhere", "signature.missing", "text.different", "text.unsure",
    };
    return keys;
}

Placeholders scanMessagePlaceholders(std::string_view key)
{
    static constexpr std::array<std::string_view, 3> names = {"place", "limit", "value"};
    if (key.starts_with("text."))
        return Placeholders(names).first(1);
    return Placeholders(names).first(key == "seal.grey" ? 2 : 3);
}

} // namespace zsb
