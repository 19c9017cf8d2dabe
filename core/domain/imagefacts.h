#pragma once

#include "core/domain/jsonmembers.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace zsb {

/// What the first bytes say a file is; never its name (A1.5.2).
enum class ImageFormat : std::uint8_t
{
    Unknown,
    Jpeg,
    Png,
    Gif,
    Bmp,
    Webp,
    Tiff,
    Pdf,
    Heic,
};
inline constexpr int imageFormatCount = int(ImageFormat::Heic) + 1;

/// Why an image cannot be used as it is.
enum class ImageProblem : std::uint8_t
{
    None,
    Missing,    ///< named, but no such file
    Empty,      ///< zero bytes
    NotAnImage, ///< a format no reader here knows
    Truncated,  ///< begins well and ends early
    Damaged,    ///< the structure contradicts itself
    NotAFile,   ///< a pipe, a device, a folder: nothing that could be read to its end
};

/// What is known of an image file without judging it. Pixels are those stored, before any EXIF rotation.
struct ImageFacts
{
    ImageFormat format = ImageFormat::Unknown;
    ImageProblem problem = ImageProblem::None;
    std::int64_t bytes = 0;
    int widthPx = 0;
    int heightPx = 0;
    std::string sha256; ///< hex; empty when the file is missing
    std::string look{}; ///< what it looks like, to find copies by (see perceptual.h); empty when nobody took it
    /// What was measured on a portrait or a page, which the pack judges (see measuredText()); empty when nobody
    /// measured, or of a picture that is not whole: of that only so much is said.
    std::string measured{};

    [[nodiscard]] bool isReadable() const { return problem == ImageProblem::None; }
    bool operator==(const ImageFacts &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("format", &ImageFacts::format), member("problem", &ImageFacts::problem),
                          member("bytes", &ImageFacts::bytes), member("width_px", &ImageFacts::widthPx),
                          member("height_px", &ImageFacts::heightPx), member("sha256", &ImageFacts::sha256),
                          member("look", &ImageFacts::look), member("measured", &ImageFacts::measured));
    }
};

/// `jpg`, `png`, …; `unknown`. Ids are forever.
[[nodiscard]] std::string_view imageFormatId(ImageFormat format);
/// Whether it is the id of a format a file can have, `unknown` aside.
[[nodiscard]] bool isImageFormatId(std::string_view id);
/// `none`, `missing`, `truncated`, …
[[nodiscard]] std::string_view imageProblemId(ImageProblem problem);

} // namespace zsb
