#include "core/image/facefinder.h"

#include <dlib/assert.h>
#include <dlib/test_for_odr_violations.h>
// dlib would pull LAPACK in for two decompositions of 10 × 10 matrices at start; its own code does those as well.
#undef DLIB_USE_BLAS
#undef DLIB_USE_LAPACK
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>

#include <algorithm>
#include <bit>
#include <fstream>

namespace zsb {
namespace {

constexpr std::size_t coordinates = 2 * std::tuple_size_v<FaceMarks>;

/// dlib's trees, laid out flat: a face adds up 7500 leaves that lie anywhere in 65 MB, and waiting for each of them is
/// most of the time the points take. The leaves of a step are known before the first is added, so they are fetched
/// ahead.
struct FlatForest
{
    struct Split
    {
        std::uint32_t one = 0;
        std::uint32_t other = 0;
        float limit = 0;
    };
    std::vector<Split> splits; ///< one less than leaves a tree, from the root down
    std::vector<float> values; ///< of 136 coordinates a leaf
    std::size_t trees = 0;
    std::size_t leaves = 0; ///< of a tree: 16 in the installed model
};

/// False when trees are not whole and alike with 136 coordinates a leaf, or ask for a pixel that is not taken.
bool flatten(const std::vector<dlib::impl::regression_tree> &trees, std::size_t pixels, FlatForest &flat)
{
    flat.trees = trees.size();
    const std::size_t leaves = flat.leaves = trees.empty() ? 0 : trees.front().leaf_values.size();
    if (!std::has_single_bit(leaves))
        return false;
    flat.splits.reserve(trees.size() * (leaves - 1));
    flat.values.reserve(trees.size() * leaves * coordinates);
    for (const dlib::impl::regression_tree &tree : trees) {
        if (tree.leaf_values.size() != leaves || tree.splits.size() != leaves - 1)
            return false;
        for (const dlib::impl::split_feature &split : tree.splits) {
            if (split.idx1 >= pixels || split.idx2 >= pixels)
                return false;
            flat.splits.push_back({std::uint32_t(split.idx1), std::uint32_t(split.idx2), split.thresh});
        }
        for (const auto &leaf : tree.leaf_values) {
            if (std::size_t(leaf.size()) != coordinates)
                return false;
            flat.values.insert(flat.values.end(), leaf.begin(), leaf.end());
        }
    }
    return true;
}

const float *leafOf(const FlatForest &forest, std::size_t tree, const std::vector<float> &pixels)
{
    const std::size_t inner = forest.leaves - 1;
    const FlatForest::Split *splits = forest.splits.data() + tree * inner;
    std::size_t at = 0;
    while (at < inner) {
        const FlatForest::Split &split = splits[at];
        at = 2 * at + (pixels[split.one] - pixels[split.other] > split.limit ? 1 : 2);
    }
    return &forest.values[(tree * forest.leaves + at - inner) * coordinates];
}

void fetchAhead(const float *leaf)
{
    constexpr std::size_t line = 64 / sizeof(float);
    for (std::size_t i = 0; i < coordinates + line - 1; i += line)
        __builtin_prefetch(leaf + i);
}

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
    using Shape = dlib::matrix<float, 0, 1>;
    Shape start;
    std::vector<FlatForest> forests;
    std::vector<std::vector<unsigned long>> anchors;
    std::vector<std::vector<dlib::vector<float, 2>>> offsets;

    /// What dlib::shape_predictor reads; throws what dlib throws.
    bool read(std::istream &file);
    [[nodiscard]] Shape shapeIn(const dlib::array2d<unsigned char> &image, const dlib::rectangle &box) const;
};

bool LandmarkModel::Data::read(std::istream &file)
{
    int version = 0;
    dlib::deserialize(version, file);
    std::size_t count = 0;
    dlib::deserialize(start, file);
    dlib::deserialize(count, file);
    if (version != 1 || std::size_t(start.size()) != coordinates || count > 100)
        return false;
    // One forest at a time: dlib's own form of all of them takes as much memory again.
    std::vector<dlib::impl::regression_tree> trees;
    constexpr std::size_t mostPixels = 100'000;
    for (std::size_t i = 0; i < count; ++i) {
        dlib::deserialize(trees, file);
        if (!flatten(trees, mostPixels, forests.emplace_back()))
            return false;
    }
    dlib::deserialize(anchors, file);
    dlib::deserialize(offsets, file);
    if (anchors.size() != count || offsets.size() != count)
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto asksFor = [&](const FlatForest::Split &split) { return std::max(split.one, split.other); };
        const bool isWithin = std::ranges::all_of(
            forests[i].splits, [&](const FlatForest::Split &split) { return asksFor(split) < offsets[i].size(); });
        const bool isAnchored = std::ranges::all_of(anchors[i], [](unsigned long at) { return at < coordinates / 2; });
        if (!isWithin || !isAnchored || anchors[i].size() != offsets[i].size())
            return false;
    }
    return true;
}

LandmarkModel::Data::Shape LandmarkModel::Data::shapeIn(const dlib::array2d<unsigned char> &image,
                                                        const dlib::rectangle &box) const
{
    constexpr std::size_t ahead = 6;
    Shape shape = start;
    float *const sum = &shape(0);
    std::vector<float> pixels;
    std::vector<const float *> found;
    for (std::size_t i = 0; i < forests.size(); ++i) {
        dlib::impl::extract_feature_pixel_values(image, box, shape, start, anchors[i], offsets[i], pixels);
        found.resize(forests[i].trees);
        for (std::size_t tree = 0; tree < found.size(); ++tree) {
            found[tree] = leafOf(forests[i], tree, pixels);
            if (tree < ahead)
                fetchAhead(found[tree]);
        }
        for (std::size_t tree = 0; tree < found.size(); ++tree) {
            if (tree + ahead < found.size())
                fetchAhead(found[tree + ahead]);
            for (std::size_t k = 0; k < coordinates; ++k)
                sum[k] += found[tree][k];
        }
    }
    return shape;
}

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
        if (!model->m_data->read(file))
            return Error{ErrorCode::Invalid, "landmarks: not a model of 68 points"};
    } catch (const std::exception &) {
        return Error{ErrorCode::Invalid, "landmarks: not a model"};
    }
    return std::shared_ptr<const LandmarkModel>(std::move(model));
}

namespace {

/// dlib unpacks its detector out of a text, which takes as long as looking at many pictures: once, for every finder.
const dlib::frontal_face_detector &unpackedDetector()
{
    static const dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    return detector;
}

} // namespace

struct FaceFinder::Detector
{
    dlib::frontal_face_detector hog = unpackedDetector();
};

FaceFinder::FaceFinder(std::shared_ptr<const LandmarkModel> model) : m_model(std::move(model)) {}
FaceFinder::~FaceFinder() = default;

std::vector<FoundFace> FaceFinder::find(const GreyView &picture)
{
    if (!m_detector)
        m_detector = std::make_unique<Detector>();
    std::vector<dlib::rectangle> boxes = m_detector->hog(copied(picture));
    std::ranges::stable_sort(boxes, std::ranges::greater(), [](const dlib::rectangle &box) { return box.area(); });
    std::vector<FoundFace> faces;
    for (const dlib::rectangle &box : boxes)
        faces.push_back({.left = double(box.left()),
                         .top = double(box.top()),
                         .width = double(box.width()),
                         .height = double(box.height())});
    return faces;
}

FaceMarks FaceFinder::marks(const GreyView &picture, const FoundFace &face) const
{
    const dlib::rectangle box(long(face.left), long(face.top), long(face.left + face.width) - 1,
                              long(face.top + face.height) - 1);
    const auto shape = m_model->data().shapeIn(copied(picture), box);
    const dlib::point_transform_affine place = dlib::impl::unnormalizing_tform(box);
    FaceMarks points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const dlib::dpoint at = place(dlib::dpoint(shape(long(2 * i)), shape(long(2 * i + 1))));
        points[i] = {at.x(), at.y()};
    }
    return points;
}

} // namespace zsb
