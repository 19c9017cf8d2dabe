#pragma once

#include "core/domain/imagefacts.h"
#include "core/image/jpegdata.h"
#include "core/image/jpegtrailer.h"

#include <optional>
#include <string_view>

namespace zsb {

/// What a file says of itself before it is decoded, whatever it is a picture of. What was not told is absent.
struct FileFigures
{
    std::optional<int> frames; ///< pictures shown one after the other
    std::optional<bool> isCmyk;
    std::optional<bool> hasPlace; ///< it says where it was taken; JPEG and PNG only
    std::optional<int> widthPx;   ///< as stored
    std::optional<int> heightPx;
};

/// Any bytes are safe; what is no picture gives nothing.
[[nodiscard]] FileFigures fileFigures(std::string_view bytes, const ImageFacts &facts);

/// Into the figures that a pack judges; each table of measures calls them by the same names.
template<typename Measure, typename Figures>
void setFileFigures(const FileFigures &told, Figures &figures)
{
    const auto set = [&](Measure measure, const auto &value) {
        if (value)
            figures.set(measure, double(*value));
    };
    set(Measure::Frames, told.frames);
    set(Measure::Cmyk, told.isCmyk);
    set(Measure::GpsTags, told.hasPlace);
    set(Measure::PictureWidth, told.widthPx);
    set(Measure::PictureHeight, told.heightPx);
}

/// The same of its data, once it was decoded. Of a file cut short, or damaged by its segments, that is said already.
template<typename Measure, typename Figures>
void setDataFigures(std::string_view bytes, const ImageFacts &facts, Figures &figures)
{
    if (facts.format != ImageFormat::Jpeg || facts.problem != ImageProblem::None)
        return;
    const JpegData data = readJpegData(bytes);
    figures.set(Measure::DataFaults, data.faults);
    figures.set(Measure::DataExtra, double(data.extra));
    figures.set(Measure::DataStep, data.step);
    figures.set(Measure::Trailer, double(unknownTrailer(bytes)));
}

} // namespace zsb
