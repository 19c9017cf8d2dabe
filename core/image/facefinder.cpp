#include "core/image/facefinder.h"

#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
// dlib would pull LAPACK in for two decompositions of 10 × 10 matrices at start; its own code does those as well.
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

#include <algorithm>
#include <fstream>

namespace zsb {
namespace {

dlib::array2d<unsigned char> copied(const GreyView &picture)
{
    dlib::array2d<unsigned char> image(picture.height, picture.width);
    for (int y = 0; y < picture.height; ++y)
        std::copy_n(picture.pixels + std::size_t(y) * picture.stride, picture.width, &image[y][0]);
    return image;
}

} // namespace

struct LandmarkModel::Data
{
    dlib::shape_predictor predictor;
};

LandmarkModel::LandmarkModel() : m_data(std::make_unique<Data>()) {}
LandmarkModel::~LandmarkModel() = default;

std::string LandmarkModel::defaultPath()
{
    return ZSB_LANDMARK_MODEL;
}

Result<std::shared_ptr<const LandmarkModel>> LandmarkModel::load(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorCode::NotFound, "landmarks: no model"};
    auto model = std::make_shared<LandmarkModel>();
    try {
        dlib::deserialize(model->m_data->predictor, file);
    } catch (const std::exception &) {
        return Error{ErrorCode::Invalid, "landmarks: not a model"};
    }
    if (model->m_data->predictor.num_parts() != std::tuple_size_v<FaceMarks>)
        return Error{ErrorCode::Invalid, "landmarks: not a model of 68 points"};
    return std::shared_ptr<const LandmarkModel>(std::move(model));
}

struct FaceFinder::Detector
{
    dlib::frontal_face_detector hog = dlib::get_frontal_face_detector();
};

FaceFinder::FaceFinder(std::shared_ptr<const LandmarkModel> model)
    : m_model(std::move(model)), m_detector(std::make_unique<Detector>())
{
}
FaceFinder::~FaceFinder() = default;

std::optional<FoundFace> FaceFinder::find(const GreyView &picture)
{
    std::vector<dlib::rectangle> boxes = m_detector->hog(copied(picture));
    if (boxes.empty())
        return std::nullopt;
    const auto largest = std::ranges::max_element(boxes, {}, [](const dlib::rectangle &box) { return box.area(); });
    return FoundFace{.left = double(largest->left()),
                     .top = double(largest->top()),
                     .width = double(largest->width()),
                     .height = double(largest->height()),
                     .count = int(boxes.size())};
}

FaceMarks FaceFinder::marks(const GreyView &picture, const FoundFace &face) const
{
    const dlib::rectangle box(long(face.left), long(face.top), long(face.left + face.width) - 1,
                              long(face.top + face.height) - 1);
    const auto shape = m_model->data().predictor(copied(picture), box);
    FaceMarks points;
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i] = {double(shape.part(i).x()), double(shape.part(i).y())};
    return points;
}

} // namespace zsb
