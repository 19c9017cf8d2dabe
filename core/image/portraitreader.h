#pragma once

#include "core/base/result.h"
#include "core/image/portraitreading.h"

#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// The 68-point model: loaded once (about 0.3 s and 100 MB), shared by every reader. It is optional.
class LandmarkModel
{
public:
    LandmarkModel();
    ~LandmarkModel();
    LandmarkModel(const LandmarkModel &) = delete;
    LandmarkModel &operator=(const LandmarkModel &) = delete;

    /// Errors: NotFound, Invalid (not a model of 68 points).
    [[nodiscard]] static Result<std::shared_ptr<const LandmarkModel>> load(const std::string &path);
    /// Where this build expects the model; empty when it was not there when the build was configured.
    [[nodiscard]] static std::string defaultPath();

    struct Data;
    [[nodiscard]] const Data &data() const { return *m_data; }

private:
    std::unique_ptr<Data> m_data;
};

/// Measures portraits (A2.1–A2.7). Pixels are judged as stored: an EXIF rotation is read, not applied.
///
/// One reader a thread: it keeps the detector's buffers. Any bytes are safe: what cannot be decoded gives a reading
/// without pixels. Pictures of more than 24 million pixels, or that would take more memory than `portraitRoom` has, are
/// not decoded; `file.oversize` says so.
class PortraitReader
{
public:
    /// Without a model everything that needs landmarks is absent from the readings.
    explicit PortraitReader(std::shared_ptr<const LandmarkModel> model);
    ~PortraitReader();
    PortraitReader(const PortraitReader &) = delete;
    PortraitReader &operator=(const PortraitReader &) = delete;

    [[nodiscard]] PortraitReading read(std::string_view bytes);
    /// Faces found at any height a face is looked for at, after `turned` degrees clockwise: the measure `face.count`
    /// stops at the first height that shows one, and misses a smaller one beside it. Costs some 40 ms.
    [[nodiscard]] int facesSeen(std::string_view bytes, int turned);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace zsb
