#pragma once

#include "core/storage/blobstore.h"
#include "core/storage/database.h"
#include "core/storage/sealedcodec.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// What one step did.
struct Resealed
{
    int values = 0;     ///< rows and files that were sealed anew
    bool isDone = true; ///< nothing was left to do
};

struct SealedTable;

/// After a rotation: seals with the newest key what older ones sealed, a little at a time, beside a store that is in
/// use. Everything but the event log: its bytes are the audit chain, so that an older key stays in the ring for as long
/// as the log does. One thread; a connection of its own.
class Resealer
{
public:
    /// `location`: as for Database::open(). Errors: those of Database::open().
    [[nodiscard]] static Result<std::unique_ptr<Resealer>> open(const std::string &location, const BlobStore &blobs,
                                                                std::shared_ptr<const SealedCodec> codec);

    /// At most `limit` rows of a table, in one transaction, or as many files. Errors: Conflict (somebody wrote: try
    /// again), Invalid (a value that no key of the ring opens), those of Database.
    [[nodiscard]] Result<Resealed> step(int limit);

private:
    Resealer(std::unique_ptr<Database> database, BlobStore blobs, std::shared_ptr<const SealedCodec> codec);
    [[nodiscard]] Result<int> resealRows(const SealedTable &table, int limit) const;
    [[nodiscard]] Done resealRow(const SealedTable &table, std::vector<SqlValue> values) const;
    [[nodiscard]] Result<int> resealFiles(int limit);

    std::unique_ptr<Database> m_database;
    BlobStore m_blobs;
    std::shared_ptr<const SealedCodec> m_codec;
    QByteArray m_prefix;              ///< of what is sealed with the newest key
    std::vector<std::string> m_files; ///< still to be looked at; the last one first
};

} // namespace zsb
