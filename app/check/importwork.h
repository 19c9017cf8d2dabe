#pragma once

#include "app/check/commandline.h"
#include "app/check/importpictures.h"
#include "app/common/tableimport.h"
#include "core/storage/store.h"

#include <stop_token>

namespace zsb {

/// The table a command line names, with where its pictures are and how it is read.
[[nodiscard]] TableImport tableOf(const CommandLine &line);

/// Takes a table into a store that is ready and that nobody else writes. Pictures are looked at when `table` has an
/// inspector; none is measured that the store has measured already, and those copied by an import that was stopped are
/// taken back. Errors: those of importTable() and of the store.
[[nodiscard]] Result<ImportCounts> takeInto(Store &store, const RuleBook &book, TableImport table,
                                            const SeasonImportOptions &options, NamedPictures &pictures,
                                            const std::stop_token &stop);

} // namespace zsb
