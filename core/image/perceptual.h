#pragma once

#include "core/base/perceptualhash.h"
#include "core/image/portraitreading.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// The hash of the face in a portrait: the same, but for a few bits, for the same picture cut, scaled, compressed or
/// mirrored, because it is taken around the landmarks and of what is symmetrical about it. None without landmarks or
/// pixels. Any thread.
[[nodiscard]] std::optional<PerceptualHash> faceHash(std::string_view bytes, const PortraitReading &reading);

/// The hash of a page or of any picture as a whole: the same, but for a few bits, when it is scaled or compressed.
/// Decodes no more of a JPEG than it needs. None when there are no pixels, or nothing on them. Any thread.
[[nodiscard]] std::optional<PerceptualHash> pageHash(std::string_view bytes);

// What ImageFacts::look holds: the kind of the hash, then the hash; only looks of one kind can be compared.
[[nodiscard]] std::string portraitLook(std::string_view bytes, const PortraitReading &reading);
[[nodiscard]] std::string pageLook(std::string_view bytes);

} // namespace zsb
