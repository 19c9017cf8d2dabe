#include "core/image/inspect.h"

#include "core/base/hash.h"
#include "core/image/byteview.h"
#include "core/image/imagewalk.h"

#include <QFile>
#include <QFileInfo>

#include <array>

namespace zsb {

namespace {

using namespace std::string_view_literals;

/// ISO base media files: the brands of HEIF pictures, HEIC and AVIF.
bool isHeic(const ByteView &view)
{
    constexpr std::array brands = {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv,
                                   "hevx"sv, "mif1"sv, "msf1"sv, "avif"sv, "avis"sv};
    if (!view.isAt(4, "ftyp"))
        return false;
    for (const std::string_view brand : brands) {
        if (view.isAt(8, brand))
            return true;
    }
    return false;
}

constexpr qint64 mebibyte = 1 << 20;
constexpr qint64 mostInMemory = 32 * mebibyte;

/// Far beyond any upload limit: named and measured by its beginning, hashed in pieces, never held in memory.
Result<ImageFacts> inspectHuge(QFile &file)
{
    const QByteArray head = file.peek(mebibyte);
    ImageFacts facts = inspectImage({head.constData(), std::size_t(head.size())});
    facts.bytes = file.size();
    if (facts.problem == ImageProblem::Truncated)
        facts.problem = ImageProblem::None;
    const Result<std::string> hash = sha256Hex(file);
    if (!hash)
        return within("image file", hash.error());
    facts.sha256 = *hash;
    return facts;
}

} // namespace

ImageFormat sniffImageFormat(std::string_view bytes)
{
    const ByteView view(bytes);
    if (view.isAt(0, "\xFF\xD8\xFF"sv))
        return ImageFormat::Jpeg;
    if (view.isAt(0, "\x89PNG\r\n\x1A\n"sv))
        return ImageFormat::Png;
    if (view.isAt(0, "GIF87a"sv) || view.isAt(0, "GIF89a"sv))
        return ImageFormat::Gif;
    if (view.isAt(0, "RIFF"sv) && view.isAt(8, "WEBP"sv))
        return ImageFormat::Webp;
    if (view.isAt(0, "II*\0"sv) || view.isAt(0, "MM\0*"sv))
        return ImageFormat::Tiff;
    if (view.isAt(0, "%PDF-"sv))
        return ImageFormat::Pdf;
    if (isHeic(view))
        return ImageFormat::Heic;
    if (view.isAt(0, "BM"sv) && view.isAt(6, "\0\0\0\0"sv))
        return ImageFormat::Bmp;
    return ImageFormat::Unknown;
}

ImageWalk walkImage(std::string_view bytes)
{
    switch (sniffImageFormat(bytes)) {
    case ImageFormat::Jpeg:
        return walkJpeg(bytes);
    case ImageFormat::Png:
        return walkPng(bytes);
    case ImageFormat::Gif:
        return walkGif(bytes);
    case ImageFormat::Bmp:
        return walkBmp(bytes);
    case ImageFormat::Webp:
        return walkWebp(bytes);
    case ImageFormat::Tiff:
        return walkTiff(bytes);
    case ImageFormat::Unknown:
    case ImageFormat::Pdf:
    case ImageFormat::Heic:
        return {.problem = bytes.empty() ? ImageProblem::Empty : ImageProblem::NotAnImage};
    }
    return {.problem = ImageProblem::NotAnImage};
}

ImageFacts inspectImage(std::string_view bytes)
{
    ImageFacts facts;
    facts.format = sniffImageFormat(bytes);
    facts.bytes = std::int64_t(bytes.size());
    const ImageWalk found = walkImage(bytes);
    facts.problem = found.problem;
    facts.widthPx = found.widthPx;
    facts.heightPx = found.heightPx;
    facts.sha256 = sha256Hex(bytes);
    return facts;
}

Result<ImageFacts> inspectImageFile(const std::string &path)
{
    const QFileInfo info(QString::fromStdString(path));
    QFile file(info.filePath());
    const bool isPipe = info.exists() && !info.isFile() && !info.isDir(); // opening one waits for a writer
    if (isPipe || !info.exists()) {
        ImageFacts none;
        none.problem = isPipe ? ImageProblem::NotAFile : ImageProblem::Missing;
        return none;
    }
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "image file: " + file.errorString().toStdString()};
    if (file.size() > mostInMemory)
        return inspectHuge(file);
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Unreadable, "image file: " + file.errorString().toStdString()};
    return inspectImage({bytes.constData(), std::size_t(bytes.size())});
}

ImageFacts imageFactsOf(const std::string &path)
{
    if (const Result<ImageFacts> facts = inspectImageFile(path))
        return *facts;
    ImageFacts missing;
    missing.problem = ImageProblem::Missing;
    return missing;
}

} // namespace zsb
