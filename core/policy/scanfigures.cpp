#include "core/policy/scanfigures.h"

#include "core/policy/figuretext.h"

#include <cmath>

namespace zsb {
namespace {
constexpr std::string_view scanVersion = "s1";
constexpr double scanParts = 1e4; ///< of one, that are told apart
} // namespace

void ScanFigures::set(ScanMeasure measure, double value)
{
    if (std::isfinite(value))
        values[std::size_t(measure)] = std::round(value * scanParts) / scanParts;
}

std::string measuredText(const ScanFigures &figures)
{
    std::string text(scanVersion);
    figuretext::appendValues(text, figures.values);
    text += ';';
    if (figures.reflection)
        figuretext::appendBox(text, *figures.reflection);
    figuretext::appendSoftware(text, figures.software);
    return text;
}

std::optional<ScanFigures> scanFiguresOf(std::string_view measured)
{
    if (figuretext::next(measured, ';') != scanVersion)
        return std::nullopt;
    ScanFigures figures;
    if (!figuretext::readValues(figuretext::next(measured, ';'), figures.values))
        return std::nullopt;
    if (const std::string_view box = figuretext::next(measured, ';'); !box.empty()) {
        figures.reflection = figuretext::boxOf(box);
        if (!figures.reflection)
            return std::nullopt;
    }
    return figuretext::readSoftware(measured, figures.software) ? std::optional(figures) : std::nullopt;
}

} // namespace zsb
