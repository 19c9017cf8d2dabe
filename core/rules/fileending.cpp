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

constexpr std::array<std::string_view, 13> otherEndings = {"avif", "jp2", "jxl", "psd", "raw", "dng", "cr2",
                                                           "cr3",  "nef", "arw", "orf", "svg", "ico"};

/// In small letters; empty when there is none.
std::string endingOf(std::string_view name)
{
    const std::size_t point = name.rfind('.');
    std::string ending(point == std::string_view::npos ? std::string_view() : name.substr(point + 1));
    std::ranges::transform(ending, ending.begin(), [](unsigned char letter) { return char(std::tolower(letter)); });
    return ending;
}

} // namespace

bool hasPictureEnding(std::string_view name)
{
    const std::string ending = endingOf(name);
    return std::ranges::find(endings, ending, &Ending::text) != endings.end() ||
           std::ranges::find(otherEndings, ending) != otherEndings.end();
}

std::optional<EndingAgainstContent> endingAgainstContent(std::string_view name, ImageFormat content)
{
    EndingAgainstContent told{.ending = endingOf(name)};
    if (content == ImageFormat::Unknown)
        return std::nullopt;
    const auto known = std::ranges::find(endings, told.ending, &Ending::text);
    if (known == endings.end())
        return std::nullopt;
    told.agrees = known->format == content;
    return told;
}

} // namespace zsb
