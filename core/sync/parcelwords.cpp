#include "core/sync/parcelwords.h"

#include "core/protocol/wirecodec.h"

#include <charconv>

ZSB_WIRE(ParcelThere)
ZSB_WIRE(ParcelBack)

namespace zsb {
namespace {

constexpr std::string_view beginningOf(ParcelWay way)
{
    return way == ParcelWay::There ? "zsb-there-" : "zsb-back-";
}

} // namespace

std::string parcelKind(ParcelWay way, int version)
{
    return std::string(beginningOf(way)) + std::to_string(version);
}

int parcelVersionOf(std::string_view kind, ParcelWay way)
{
    const std::string_view beginning = beginningOf(way);
    if (!kind.starts_with(beginning))
        return 0;
    kind.remove_prefix(beginning.size());
    int version = 0;
    const auto [end, error] = std::from_chars(kind.data(), kind.data() + kind.size(), version);
    return error == std::errc() && end == kind.data() + kind.size() && version > 0 ? version : 0;
}

} // namespace zsb
