#pragma once

#include <QString>

#include <cstdint>

namespace zsb {

/// Where a complaint can be seen: a picture of the film strip (the portrait is one) or a row of the form.
struct EvidencePlace
{
    enum class Kind : std::uint8_t
    {
        None,
        Picture,
        Field,
    };

    Kind kind = Kind::None;
    int picture = -1; ///< row of the film strip, for Picture
    QString fieldId;  ///< canonical field id, for Field

    bool operator==(const EvidencePlace &) const = default;
};

} // namespace zsb
