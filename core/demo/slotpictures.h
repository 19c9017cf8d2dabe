#pragma once

#include "core/demo/drawdesk.h"
#include "core/demo/paperfacts.h"
#include "core/policy/pack.h"

#include <QImage>

namespace zsb {

/// The paper that belongs into a slot of the pack, drawn for this person: a card, the form, a certificate; for a slot
/// nobody drew for, a sealed letter that bears the slot's name.
[[nodiscard]] QImage drawForSlot(DrawDesk &desk, const MaterialSlot &slot, const PaperFacts &facts,
                                 const QImage &portrait, bool collegeOpinion);

} // namespace zsb
