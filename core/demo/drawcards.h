#pragma once

#include "core/demo/drawdesk.h"
#include "core/demo/paperfacts.h"

namespace zsb {

/// The content page of a student's booklet (A1.5.5). `portrait` may be null in all of these.
[[nodiscard]] QImage drawStudentCard(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait);

/// The content page of a discharge certificate (A1.5.7).
[[nodiscard]] QImage drawDischargePaper(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait);

/// A card with the data of an identity card. Not an imitation: another layout, and 演示 right across its face.
[[nodiscard]] QImage drawIdCard(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait);

} // namespace zsb
