#pragma once

#include "core/base/result.h"
#include "core/batch/rowrecord.h"

#include <functional>
#include <optional>

namespace zsb {

/// How the files of a table are looked at before its rows are taken in.
struct FileLook
{
    const Pack &pack;
    const ColumnMap &columns;
    FileFacts &files;
    bool datesFrom1904 = false;
    int jobs = 1;
};

/// Looks at the files of every row, several rows at a time, and then gives `each` record in the order of the rows on
/// the calling thread. `next` gives some rows, none after the last; it is asked on the calling thread too. Afterwards
/// `files` knows them all, so a later pass waits for none.
/// Errors: those of `next` and `each`, after which nothing more is asked.
[[nodiscard]] Done lookAtFiles(const FileLook &look, const std::function<Result<std::optional<RowChunk>>()> &next,
                               const std::function<Done(const Record &)> &each);

} // namespace zsb
