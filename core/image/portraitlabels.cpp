#include "core/image/portraitoverlay.h"
#include "core/policy/picturelimits.h"

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

/// L* of a grey of sRGB.
double lightnessOfGrey(double level)
{
    const double share = level / 255;
    const double linear = share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    return linear <= 0.008856 ? linear * 903.3 : 116 * std::cbrt(linear) - 16;
}

class LabelList
{
public:
    explicit LabelList(const PortraitReading &reading) : m_reading(reading) {}

    void add(PortraitMeasure measure, SharePoint at)
    {
        if (const auto value = m_reading.value(measure))
            m_labels.push_back({measureInfo(measure).id, *value, at});
    }
    [[nodiscard]] std::vector<PortraitLabel> sorted()
    {
        std::ranges::stable_sort(m_labels, {}, [](const PortraitLabel &label) { return label.at.y; });
        return std::move(m_labels);
    }

private:
    const PortraitReading &m_reading;
    std::vector<PortraitLabel> m_labels;
};

SharePoint middleOf(const ShareBox &box)
{
    return {box.left + box.width / 2, box.top + box.height / 2};
}

} // namespace

std::optional<double> wallLimitOf(const Pack &pack, std::string_view profile)
{
    const std::string_view level = measureInfo(PortraitMeasure::BackgroundLevel).id;
    std::optional<double> least;
    for (const PictureLimit &limit : portraitLimitsOf(pack, profile)) {
        const MeasureBound *bound = limit.on(level);
        if (bound && limit.when.size() == 1 && bound->below)
            least = std::max(least.value_or(0), *bound->below);
    }
    return least ? std::optional(100 - lightnessOfGrey(*least)) : std::nullopt;
}

std::vector<PortraitLabel> portraitLabels(const PortraitReading &reading, const PortraitOverlay &overlay)
{
    LabelList labels(reading);
    using enum PortraitMeasure;
    labels.add(BackgroundLevel, {0.95, 0.03});
    labels.add(BackgroundDrop, {0.95, 0.06});
    if (!overlay.spots.empty())
        labels.add(BrightSpot, middleOf(overlay.spots.front()));
    if (!reading.otherFaces.empty())
        labels.add(Faces, middleOf(reading.otherFaces.front()));
    if (const auto &guides = reading.guides) {
        const SharePoint &eye = guides->rightEye;
        labels.add(HeadTop, {0.9, guides->crown});
        labels.add(EyeLine, eye);
        labels.add(HeadRoll, {(guides->leftEye.x + eye.x) / 2, (guides->leftEye.y + eye.y) / 2});
        labels.add(HeadRatio, {0.9, guides->chin});
    }
    return labels.sorted();
}

} // namespace zsb
