#include "core/batch/filelook.h"

#include "core/base/lender.h"
#include "core/batch/orderedpool.h"

namespace zsb {

Done lookAtFiles(const FileLook &look, const std::function<Result<std::optional<RowChunk>>()> &next,
                 const std::function<Done(const Record &)> &each)
{
    const auto make = [&look] {
        return std::make_unique<RowRecord>(look.pack, look.columns, look.files, look.datesFrom1904);
    };
    Lender<RowRecord> records(make);
    OrderedPool<RowChunk, RowChunk> pool(look.jobs, [&records](RowChunk chunk) {
        std::unique_ptr<RowRecord> record = records.lend();
        for (const RowChunk::ChunkRow &row : chunk.rows)
            record->fill(chunk, row);
        records.giveBack(std::move(record));
        return chunk;
    });
    Done looked = done();
    const std::unique_ptr<RowRecord> record = make();
    pool.run(
        [&]() -> std::optional<RowChunk> {
            Result<std::optional<RowChunk>> chunk = next();
            if (chunk)
                return *std::move(chunk);
            looked = chunk.error();
            return std::nullopt;
        },
        [&](const RowChunk &chunk) {
            for (const RowChunk::ChunkRow &row : chunk.rows) {
                if (looked)
                    looked = each(record->fill(chunk, row));
            }
            return bool(looked);
        });
    return looked;
}

} // namespace zsb
