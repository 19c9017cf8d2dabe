#pragma once

#include "core/demo/drawdesk.h"
#include "core/demo/paperfacts.h"

namespace zsb {

/// What a filled-in application form of annex 3 shows, and what may be missing from it.
struct FormStyle
{
    bool filled = true;                          ///< false: the empty template (A1.5.6)
    bool officeSeal = true;                      ///< A3.2
    bool officeSigned = true;                    ///< A3.2
    bool collegeOpinion = true;                  ///< A3.3; false: its box stays empty (A1.4.1.5)
    bool collegeSeal = true;                     ///< A3.3; counts only with an opinion
    std::string office = "演示旗退役军人事务局"; ///< on its seal
    StampInk sealInk = {};                       ///< of both seals
    bool privateSeals = false;                   ///< square ones with a name in place of both
    bool redPen = false;                         ///< a teacher's tick, circle and line in red
    int widthPx = 940;                           ///< of the whole picture
};

/// The form of annex 3 (A3.1–A3.3) on A4, filled in by hand, signed and sealed. `portrait` may be null: an empty frame.
[[nodiscard]] QImage drawForm(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait,
                              const FormStyle &style = {});

} // namespace zsb
