#include "core/rules/fileending.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace zsb {
namespace {

struct Ending
{
    std::string_view text;
    ImageFormat format;
};

constexpr std::array endings = {
    Ending{"jpg", ImageFormat::Jpeg},  Ending{"jpeg", ImageFormat::Jpeg}, Ending{"jpe", ImageFormat::Jpeg},
    Ending{"jfif", ImageFormat::Jpeg}, Ending{"png", ImageFormat::Png},   Ending{"gif", ImageFormat::Gif},
    Ending{"bmp", ImageFormat::Bmp},   Ending{"webp", ImageFormat::Webp}, Ending{"tif", ImageFormat::Tiff},
    Ending{"tiff", ImageFormat::Tiff}, Ending{"pdf", ImageFormat::Pdf},   Ending{"heic", ImageFormat::Heic},
    Ending{"heif", ImageFormat::Heic}};

} // namespace

std::optional<EndingAgainstContent> endingAgainstContent(std::string_view name, ImageFormat content)
{
    const std::size_t point = name.rfind('.');
    if (point == std::string_view::npos || content == ImageFormat::Unknown)
        return std::nullopt;
    EndingAgainstContent told{.ending = std::string(name.substr(point + 1))};
    std::ranges::transform(told.ending, told.ending.begin(),
                           [](unsigned char letter) { return char(std::tolower(letter)); });
    const auto known = std::ranges::find(endings, told.ending, &Ending::text);
    if (known == endings.end())
        return std::nullopt;
    told.agrees = known->format == content;
    return told;
}

} // namespace zsb
