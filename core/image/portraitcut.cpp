#include "core/image/portraitcut.h"

#include "core/policy/portraitjudge.h"

#include <algorithm>
#include <cmath>

namespace zsb {
namespace {

double measureOf(const PortraitProfile &profile, std::string_view name, double otherwise)
{
    const auto at = profile.measures.find(name);
    return at == profile.measures.end() ? otherwise : at->second;
}

/// Whether the pack finds the head too small or beside the middle: what a cut can mend.
bool wantsCut(const PortraitReading &reading, const Pack &pack, std::string_view profile)
{
    const auto mends = [](const Finding &finding) {
        const auto numberOf = [&](std::string_view key) {
            const auto at = std::ranges::find(finding.evidence, key, &Evidence::key);
            const double *number = at == finding.evidence.end() ? nullptr : std::get_if<double>(&at->value);
            return number ? *number : 0;
        };
        const auto at = std::ranges::find(finding.evidence, "measure", &Evidence::key);
        const auto *measure = at == finding.evidence.end() ? nullptr : std::get_if<std::string>(&at->value);
        return measure &&
               (*measure == "head.centre" || (*measure == "head.ratio" && numberOf("value") < numberOf("limit")));
    };
    return std::ranges::any_of(judgePortrait(reading, pack, profile), mends);
}

/// The part of a picture that is kept, in pixels; `ratio` is width / height.
struct Cut
{
    double middle = 0;
    double top = 0;
    double height = 0;
    double ratio = 0;
};

/// Made smaller and moved until it lies within the picture.
QRect within(QSize picture, const Cut &cut)
{
    const double shrink = std::min({1.0, picture.height() / cut.height, picture.width() / (cut.height * cut.ratio)});
    const double high = cut.height * shrink;
    const double wide = high * cut.ratio;
    const double left = std::clamp(cut.middle - wide / 2, 0.0, std::max(0.0, picture.width() - wide));
    const double upper = std::clamp(cut.top + (cut.height - high) / 2, 0.0, std::max(0.0, picture.height() - high));
    const QRect rect(int(std::lround(left)), int(std::lround(upper)), int(std::lround(wide)), int(std::lround(high)));
    return rect & QRect({}, picture);
}

/// Around a head: as large a share of the height as the profile wants, and more when only a tighter cut has the head
/// in its middle.
Cut headCut(QSize picture, const PortraitGuides &guides, double middle, double ratio, const PortraitProfile &profile)
{
    const double head = (guides.chin - guides.crown) * picture.height();
    const double share = measureOf(profile, "fitHead", 1);
    const double most = std::max(share, measureOf(profile, "fitHeadMost", share));
    const double centred = 2 * std::min(middle, picture.width() - middle) / ratio;
    Cut cut{.middle = middle, .ratio = ratio};
    cut.height = std::clamp(centred, head / most, head / share);
    const double above = measureOf(profile, "fitTop", 0) * share * cut.height / head;
    cut.top = guides.crown * picture.height() - above * cut.height;
    return cut;
}

} // namespace

double fixedRatio(const PortraitProfile &profile)
{
    const bool isFixed =
        profile.minWidthPx == profile.maxWidthPx && profile.minHeightPx == profile.maxHeightPx && profile.maxHeightPx;
    return isFixed ? double(profile.maxWidthPx) / profile.maxHeightPx : 0;
}

QRect portraitCut(QSize picture, const PortraitReading &reading, const Pack &pack, const PortraitProfile &profile)
{
    const double own = double(picture.width()) / picture.height();
    const double fixed = fixedRatio(profile);
    const auto &guides = reading.guides;
    const double middle = (guides ? (guides->leftEye.x + guides->rightEye.x) / 2 : 0.5) * picture.width();
    if (guides && guides->chin > guides->crown && measureOf(profile, "fitHead", 0) > 0 &&
        wantsCut(reading, pack, profile.id)) {
        const double ratio = fixed > 0 ? fixed : measureOf(profile, "fitRatio", own);
        return within(picture, headCut(picture, *guides, middle, ratio, profile));
    }
    if (fixed > 0 && std::abs(own - fixed) * profile.maxHeightPx > 1)
        return within(picture, {.middle = middle, .height = double(picture.height()), .ratio = fixed});
    return {{}, picture};
}

} // namespace zsb
