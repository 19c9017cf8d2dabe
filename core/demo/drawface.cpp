#include "core/demo/drawface.h"

#include "core/demo/drawrandom.h"

#include <array>

namespace zsb {

namespace {

constexpr std::array menHair = {HairStyle::Crew, HairStyle::SidePart, HairStyle::Swept, HairStyle::Fringe};
constexpr std::array womenHair = {HairStyle::Long, HairStyle::Bob, HairStyle::Ponytail, HairStyle::Tucked};
constexpr std::array collars = {Collar::Round, Collar::Shirt, Collar::Jacket, Collar::Stand};

template<typename Choices>
auto pick(DrawRandom &random, const Choices &choices)
{
    return choices[std::size_t(random.below(int(choices.size())))];
}

void dress(Face &face, DrawRandom &random)
{
    static const std::array cloths = {QColor(38, 50, 78),    QColor(52, 56, 62),  QColor(28, 30, 36),
                                      QColor(110, 40, 48),   QColor(70, 92, 118), QColor(62, 78, 66),
                                      QColor(150, 168, 196), QColor(96, 84, 78),  QColor(58, 72, 110)};
    static const std::array inners = {QColor(232, 234, 238), QColor(198, 206, 216), QColor(70, 74, 84)};
    face.collar = pick(random, collars);
    face.cloth = pick(random, cloths);
    face.innerCloth = pick(random, inners);
    face.shoulders = (face.sex == FaceSex::Female ? 0.9 : 1.0) * random.between(0.95, 1.04);
}

void growHair(Face &face, DrawRandom &random)
{
    static const std::array colours = {QColor(26, 22, 22), QColor(34, 28, 26), QColor(46, 34, 28), QColor(58, 42, 33)};
    face.hair = face.sex == FaceSex::Female ? pick(random, womenHair) : pick(random, menHair);
    face.hairColour = pick(random, colours);
    face.hairline = random.between(-5, 5);
    face.partLeft = random.chance(0.5);
}

} // namespace

Face faceOf(std::uint64_t seed, FaceSex sex)
{
    DrawRandom random(seed * 2 + (sex == FaceSex::Female ? 1 : 0));
    const bool female = sex == FaceSex::Female;
    Face face;
    face.sex = sex;
    face.grain = random.next();
    face.tan = random.between(0.0, female ? 0.65 : 0.95);
    face.width = random.between(0.92, 1.06) * (female ? 0.965 : 1.0);
    face.jaw = random.between(0.92, 1.05) * (female ? 0.94 : 1.02);
    face.chin = random.between(-9, 5);
    face.eyeSize = random.between(0.92, 1.08) * (female ? 1.06 : 0.98);
    face.eyeOpen = random.between(0.84, 1.12) * (female ? 1.06 : 0.96);
    face.eyeSlant = random.between(-1.0, 3.0);
    face.eyeGap = random.between(-2, 2.5);
    face.doubleLid = random.chance(female ? 0.75 : 0.5);
    face.browThick = random.between(0.85, 1.2) * (female ? 0.66 : 1.0);
    face.browArch = random.between(0.6, 1.4);
    face.noseWidth = random.between(0.9, 1.1) * (female ? 0.9 : 1.03);
    face.noseLength = random.between(-4, 3);
    face.mouthWidth = random.between(0.92, 1.08) * (female ? 0.95 : 1.02);
    face.lips = random.between(0.85, 1.15) * (female ? 1.1 : 0.95);
    face.smile = random.between(-0.5, 2.6);
    growHair(face, random);
    dress(face, random);
    return face;
}

} // namespace zsb
