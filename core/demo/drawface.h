#pragma once

#include <QColor>

#include <cstdint>

namespace zsb {

enum class FaceSex : std::uint8_t
{
    Male,
    Female,
};

enum class HairStyle : std::uint8_t
{
    Crew,     ///< cropped all round
    SidePart, ///< short, combed over
    Swept,    ///< short, combed up
    Fringe,   ///< short, ending above the brows
    Long,     ///< to below the shoulders, behind the ears
    Bob,      ///< to the chin
    Ponytail, ///< tied behind, nothing at the sides
    Tucked,   ///< parted at the side, tucked behind the ears
};

enum class Collar : std::uint8_t
{
    Round,
    Shirt,
    Jacket,
    Stand,
};

/// A made-up face by numbers; around 1 is the average. Belongs to nobody.
struct Face
{
    FaceSex sex = FaceSex::Male;
    std::uint64_t grain = 0; ///< seed of hairs and film grain
    double tan = 0.3;        ///< skin: 0 pale, 1 dark
    double width = 1;
    double jaw = 1;
    double chin = 0; ///< px down
    double eyeSize = 1;
    double eyeOpen = 1;
    double eyeSlant = 0; ///< px the outer corner is higher
    double eyeGap = 0;   ///< px further apart
    bool doubleLid = true;
    double browThick = 1;
    double browArch = 1;
    double noseWidth = 1;
    double noseLength = 0; ///< px down
    double mouthWidth = 1;
    double lips = 1;
    double smile = 0; ///< px the corners are higher
    HairStyle hair = HairStyle::Crew;
    QColor hairColour{32, 26, 24};
    double hairline = 0; ///< px up
    bool partLeft = true;
    Collar collar = Collar::Round;
    QColor cloth{40, 52, 78};
    QColor innerCloth{235, 236, 238};
    double shoulders = 1;
};

/// The face of a seed: the same seed, the same face.
[[nodiscard]] Face faceOf(std::uint64_t seed, FaceSex sex);

} // namespace zsb
