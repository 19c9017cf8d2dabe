#pragma once

#include "core/exchange/annex4.h"

#include <vector>

namespace zsb {

/// An import in the making: beside each row where it came from.
struct AnnexDraft
{
    Annex4Import import;
    std::vector<AnnexPlace> cataloguePlaces;
    std::vector<AnnexPlace> categoryPlaces;
    std::vector<AnnexPlace> planPlaces;

    void report(AnnexDefectKind kind, const AnnexPlace &place, std::string evidence, std::string resolution = {});
};

/// Compares the three tables with each other and with themselves, and reports what does not fit. Changes no row.
void auditAnnex(AnnexDraft &draft);

} // namespace zsb
