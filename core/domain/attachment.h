#pragma once

#include "core/base/clock.h"
#include "core/domain/imagefacts.h"
#include "core/domain/jsonmembers.h"

#include <string>

namespace zsb {

constexpr auto enumIds(ImageFormat)
{
    return EnumIds<ImageFormat, 9>{{{ImageFormat::Unknown, "unknown"},
                                    {ImageFormat::Jpeg, "jpg"},
                                    {ImageFormat::Png, "png"},
                                    {ImageFormat::Gif, "gif"},
                                    {ImageFormat::Bmp, "bmp"},
                                    {ImageFormat::Webp, "webp"},
                                    {ImageFormat::Tiff, "tiff"},
                                    {ImageFormat::Pdf, "pdf"},
                                    {ImageFormat::Heic, "heic"}}};
}

constexpr auto enumIds(ImageProblem)
{
    return EnumIds<ImageProblem, 7>{{{ImageProblem::None, "none"},
                                     {ImageProblem::Missing, "missing"},
                                     {ImageProblem::Empty, "empty"},
                                     {ImageProblem::NotAnImage, "not-an-image"},
                                     {ImageProblem::Truncated, "truncated"},
                                     {ImageProblem::Damaged, "damaged"},
                                     {ImageProblem::NotAFile, "not-a-file"}}};
}

/// A file of an application: a material in a slot of the pack, or the portrait (no slot). The bytes lie in the blob
/// store under their hash.
struct Attachment
{
    std::string slot{};
    std::string sha256{}; ///< hex; empty when an imported row names a file that is not there
    std::string fileName{};
    ImageFacts facts{};
    Instant addedAt{};

    bool operator==(const Attachment &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("slot", &Attachment::slot), required("sha256", &Attachment::sha256),
                          member("file_name", &Attachment::fileName), member("facts", &Attachment::facts),
                          required("added_at", &Attachment::addedAt));
    }
};

} // namespace zsb
