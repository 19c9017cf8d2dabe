#pragma once

#include "core/domain/imagefacts.h"
#include "core/policy/portraitfigures.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

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
struct PortraitReading : PortraitFigures
{
    ImageFacts facts;
    bool hasPixels = false; ///< the picture could be decoded, if only in part
    LandmarkState landmarks = LandmarkState::NoFace;
    std::optional<PortraitGuides> guides;
    std::vector<ShareBox> otherFaces;                ///< beside the one that was measured, the largest first
    std::optional<FaceFrame> frame;                  ///< LandmarkState::Found only
    std::optional<std::array<SharePoint, 68>> marks; ///< the same; iBUG order
};

} // namespace zsb
