#pragma once

#include "core/domain/imagefacts.h"
#include "core/image/portraitmeasure.h"

#include <array>
#include <optional>
#include <string>

namespace zsb {

/// A rectangle or point as shares of the picture as stored, so that it can be drawn on any copy of it.
struct ShareBox
{
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
    bool operator==(const ShareBox &) const = default;
};
struct SharePoint
{
    double x = 0;
    double y = 0;
    bool operator==(const SharePoint &) const = default;
};

/// Lines a viewer draws over the picture: crown, chin and both eyes.
struct PortraitGuides
{
    double crown = 0;
    double chin = 0;
    SharePoint leftEye; ///< of the viewer
    SharePoint rightEye;
    bool operator==(const PortraitGuides &) const = default;
};

/// Where a face lies and how large it is, steadier than any single point of it: middle and spread of all landmarks.
struct FaceFrame
{
    SharePoint middle;
    double spread = 0;  ///< root mean square distance from the middle, as a share of the picture's width
    double radians = 0; ///< clockwise, of the line across the face
    bool operator==(const FaceFrame &) const = default;
};

/// Why there are no landmarks.
enum class LandmarkState : std::uint8_t
{
    Found,
    NoFace,
    NoModel, ///< the optional model is not installed
};

/// All that was measured on one portrait, unjudged; the same bytes give the same numbers with any number of threads.
/// A measure that could not be taken is absent, never guessed.
struct PortraitReading
{
    ImageFacts facts;
    bool hasPixels = false; ///< the picture could be decoded, if only in part
    LandmarkState landmarks = LandmarkState::NoFace;
    std::string software; ///< what the file says made it; empty when it does not say
    std::array<std::optional<double>, portraitMeasureCount> values;
    std::array<std::optional<ShareBox>, portraitRegionCount> regions;
    std::optional<PortraitGuides> guides;
    std::optional<FaceFrame> frame;                  ///< LandmarkState::Found only
    std::optional<std::array<SharePoint, 68>> marks; ///< the same; iBUG order

    [[nodiscard]] std::optional<double> value(PortraitMeasure measure) const { return values[std::size_t(measure)]; }
    /// Rounded to what can be told apart, so that the last bit of a sum never shows.
    void set(PortraitMeasure measure, double value);
    [[nodiscard]] const std::optional<ShareBox> &region(PortraitRegion where) const
    {
        return regions[std::size_t(where)];
    }
};

} // namespace zsb
