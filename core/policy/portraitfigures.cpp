#include "core/policy/portraitfigures.h"

#include "core/policy/figuretext.h"

#include <cmath>

namespace zsb {
namespace {

constexpr std::string_view version = "1";
constexpr double parts = 1e4; ///< of one, that are told apart

bool readRegions(std::string_view list, PortraitFigures &figures)
{
    for (std::size_t i = 0; i < figures.regions.size() && !list.empty(); ++i) {
        const std::string_view part = figuretext::next(list, ',');
        if (part.empty())
            continue;
        figures.regions[i] = figuretext::boxOf(part);
        if (!figures.regions[i])
            return false;
    }
    return true;
}

} // namespace

void PortraitFigures::set(PortraitMeasure measure, double value)
{
    if (std::isfinite(value))
        values[std::size_t(measure)] = std::round(value * parts) / parts;
}

std::string measuredText(const PortraitFigures &figures)
{
    std::string text(version);
    figuretext::appendValues(text, figures.values);
    for (char separator = ';'; const auto &region : figures.regions) {
        text += separator;
        if (region)
            figuretext::appendBox(text, *region);
        separator = ',';
    }
    figuretext::appendSoftware(text, figures.software);
    return text;
}

std::optional<PortraitFigures> figuresOf(std::string_view measured)
{
    if (figuretext::next(measured, ';') != version)
        return std::nullopt;
    PortraitFigures figures;
    if (!figuretext::readValues(figuretext::next(measured, ';'), figures.values) ||
        !readRegions(figuretext::next(measured, ';'), figures) || !figuretext::readSoftware(measured, figures.software))
        return std::nullopt;
    return figures;
}

} // namespace zsb
