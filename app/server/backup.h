#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/crypto/keyholder.h"
#include "core/domain/jsonmembers.h"
#include "core/storage/store.h"

#include <cstdint>
#include <string>
#include <tuple>

namespace zsb {

/// What a backup says of itself: `backup.json` beside `zsb.db`, `blobs/`, `season.keys` and `server.json`. Keys and the
/// authority are no part of it (docs/server.md): a backup alone opens nothing.
struct BackupNote
{
    Instant at{};
    std::string database{};  ///< SHA-256 of zsb.db
    std::int64_t events = 0; ///< of its log
    std::string head{};      ///< hash of the last one
    std::int64_t blobs = 0;

    bool operator==(const BackupNote &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("at", &BackupNote::at), required("database", &BackupNote::database),
                          required("events", &BackupNote::events), required("head", &BackupNote::head),
                          required("blobs", &BackupNote::blobs));
    }
};

/// Copies a season into a folder while others work in it: first the database as it is at one moment, then every file it
/// may speak of. Into the same folder again: what is there already of the files stays. SQLite only. Errors: Unreadable,
/// NotFound, Invalid (the log is not whole), Conflict (a backup is there whose log is not the beginning of this one).
[[nodiscard]] Result<BackupNote> backUp(const StoreOptions &season, const std::string &folder, Instant now);

/// Puts a backup in the place of what is in the folder, which nobody else may be using; that goes to
/// `before-restore-<time>` in it. `keys` are those of the folder: what they do not open is not put there.
/// renewEpoch() must follow. Errors, before anything is touched: Invalid (not what the backup says of itself, or files
/// are missing), NotFound, those of openSeasonKeys(); Unreadable.
[[nodiscard]] Result<BackupNote> restore(const std::string &backup, const std::string &folder, const KeyHolder &keys,
                                         Instant now);

/// After a database was restored, by restore() or by other means: clients begin again and send what it does not know.
/// Errors: those of Store.
[[nodiscard]] Done renewEpoch(const StoreOptions &season, Instant now, const RandomSource &random);

} // namespace zsb
