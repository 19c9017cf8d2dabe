#pragma once

#include "app/check/portraitwork.h"

#include <string>

namespace zsb {

/// `"fit":{…}`: what was made of a portrait and how; `cut` is left, top, width, height in pixels of the picture after
/// `turned`.
void appendFit(std::string &json, const PortraitFit &fit);

/// A line of `provenance.jsonl` beside fitted copies: which file each came from and every step taken. Empty when the
/// portrait was not fitted.
[[nodiscard]] std::string provenanceLine(const JudgedPortrait &judged);

} // namespace zsb
