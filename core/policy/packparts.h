#pragma once

#include "core/policy/packreader.h"

namespace zsb {

// The parts of loadPack(), one per kind of file. Each reads its files into `reading.pack` and reports what is wrong.
// loadWords() comes after loadExam() and loadRules(), whose slots and bindings its rows name.

void loadExam(PackReading &reading);                                    ///< pack.json
void loadTypes(PackReading &reading);                                   ///< types.json
void loadFields(PackReading &reading);                                  ///< fields.json
void loadTables(PackReading &reading);                                  ///< tables/*.csv
void loadCatalogue(PackReading &reading, Catalogue::Coverage coverage); ///< categories.csv, catalogue.csv
void loadRules(PackReading &reading);                                   ///< rules.json
void loadPortrait(PackReading &reading);                                ///< portrait.json, which may be missing
void loadScan(PackReading &reading);                                    ///< scan.json, which may be missing
void loadWords(PackReading &reading); ///< clauses.csv, reasons.csv, notices.json, forms.json, texts.json, sources/

/// Where a reference points nowhere and where a pack contradicts itself; after everything has been read.
void checkReferences(PackReading &reading);
void checkSense(PackReading &reading);

/// Materials of a type or of a conversion.
[[nodiscard]] std::vector<MaterialUse> readMaterials(ObjectReader &reader, std::string_view key);

// What limits on measures are made of.
[[nodiscard]] std::optional<double> readNumber(ObjectReader &reader, std::string_view key);
[[nodiscard]] std::vector<MeasureBound> readBounds(ObjectReader &reader); ///< `when`, at least one
void checkIsReached(ObjectReader &reader); ///< the limit that was added last: a refusal behind its warning is not
[[nodiscard]] Severity readSeverity(ObjectReader &reader);
[[nodiscard]] Outcome readOutcome(ObjectReader &reader); ///< fail or needs-review

} // namespace zsb
