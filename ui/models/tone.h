#pragma once

namespace zsb {

/// What a thing says; never a colour by itself: delegates choose colour, glyph and words (U12, U15).
enum class Tone
{
    Neutral,
    Ok,
    Warning,
    Doubt, ///< as grave as a warning, and somebody else's to answer
    Error,
    Info,
};

} // namespace zsb
