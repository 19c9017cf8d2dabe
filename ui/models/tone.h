#pragma once

namespace zsb {

/// What a thing says; never a colour by itself: delegates choose colour, glyph and words (U12, U15).
enum class Tone
{
    Neutral,
    Ok,
    Warning,
    Error,
    Info,
};

} // namespace zsb
