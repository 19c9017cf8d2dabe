#pragma once

#include "core/image/portraitreader.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace zsb {

/// A grey picture that somebody else owns.
struct GreyView
{
    const std::uint8_t *pixels = nullptr;
    int width = 0;
    int height = 0;
    std::size_t stride = 0;
};

struct FoundFace
{
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

struct MarkPoint
{
    double x = 0;
    double y = 0;
};
using FaceMarks = std::array<MarkPoint, 68>;

/// The part that is dlib, behind a plain interface: its headers are compiled in one file only.
class FaceFinder
{
public:
    explicit FaceFinder(std::shared_ptr<const LandmarkModel> model);
    ~FaceFinder();
    FaceFinder(const FaceFinder &) = delete;
    FaceFinder &operator=(const FaceFinder &) = delete;

    /// Upright frontal faces of about 80 px and more, the largest first.
    [[nodiscard]] std::vector<FoundFace> find(const GreyView &picture);
    [[nodiscard]] bool hasModel() const { return m_model != nullptr; }
    /// The points of a face in the same picture; hasModel() only.
    [[nodiscard]] FaceMarks marks(const GreyView &picture, const FoundFace &face) const;

private:
    struct Detector;
    std::shared_ptr<const LandmarkModel> m_model;
    std::unique_ptr<Detector> m_detector; ///< unpacked for the first picture: not everything that comes is one
};

} // namespace zsb
