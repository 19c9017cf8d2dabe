#include "core/domain/imagefacts.h"

namespace zsb {

std::string_view imageFormatId(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Unknown:
        return "unknown";
    case ImageFormat::Jpeg:
        return "jpg";
    case ImageFormat::Png:
        return "png";
    case ImageFormat::Gif:
        return "gif";
    case ImageFormat::Bmp:
        return "bmp";
    case ImageFormat::Webp:
        return "webp";
    case ImageFormat::Tiff:
        return "tiff";
    case ImageFormat::Pdf:
        return "pdf";
    case ImageFormat::Heic:
        return "heic";
    }
    return "unknown";
}

bool isImageFormatId(std::string_view id)
{
    for (int format = int(ImageFormat::Unknown) + 1; format < imageFormatCount; ++format) {
        if (imageFormatId(ImageFormat(format)) == id)
            return true;
    }
    return false;
}

std::string_view imageProblemId(ImageProblem problem)
{
    switch (problem) {
    case ImageProblem::None:
        return "none";
    case ImageProblem::Missing:
        return "missing";
    case ImageProblem::Empty:
        return "empty";
    case ImageProblem::NotAnImage:
        return "not-an-image";
    case ImageProblem::Truncated:
        return "truncated";
    case ImageProblem::Damaged:
        return "damaged";
    case ImageProblem::NotAFile:
        return "not-a-file";
    }
    return "damaged";
}

} // namespace zsb
