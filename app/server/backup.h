#pragma once

#include "app/server/backupfiles.h"
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
    std::string database{};   ///< SHA-256 of zsb.db
    std::int64_t events = 0;  ///< of its log
    std::string head{};       ///< hash of the last one
    std::int64_t blobs = 0;   ///< files in it
    std::int64_t lacking = 0; ///< files the season speaks of and the backup has not, or not whole

    bool operator==(const BackupNote &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("at", &BackupNote::at), required("database", &BackupNote::database),
                          required("events", &BackupNote::events), required("head", &BackupNote::head),
                          required("blobs", &BackupNote::blobs), member("lacking", &BackupNote::lacking));
    }
};

/// A backup, and what was found when its files were read. Nothing was: they are sealed, and the keys were not there.
struct Backup
{
    BackupNote note{};
    std::optional<FilesVerdict> files{};
};

/// Copies a season into a folder while others work in it: first the database as it is at one moment, then every file it
/// may speak of. Every file is read, and only whole ones are copied; `files.bad` are those of the season. Into the same
/// folder again: what is there already whole of the files stays. A backup that was there is one until the new one is.
/// SQLite only. Errors: Unreadable, NotFound, Invalid (the log is not whole), Conflict (a backup is there whose log is
/// not the beginning of this one), Cancelled.
[[nodiscard]] Result<Backup> backUp(const StoreOptions &season, const std::string &folder, Instant now,
                                    const FilesWatch &watch = {});

/// Reads a backup as a whole before it is put into a folder, whose `keys` are to open it. `files.bad` are those that
/// are whole neither in the backup nor in the folder. Changes nothing. Errors: Invalid (not what the backup says of
/// itself, or files are missing), NotFound, those of openSeasonKeys(), Cancelled.
[[nodiscard]] Result<Backup> checkBackup(const std::string &backup, const std::string &folder, const KeyHolder &keys,
                                         const FilesWatch &watch = {});
/// Puts a backup that was checked in the place of what is in the folder, which nobody else may be using; that goes to
/// `before-restore-<time>` in it. Files that are bad are left out. renewEpoch() must follow. Errors: Unreadable, those
/// of openSeasonKeys().
[[nodiscard]] Done restore(const std::string &backup, const Backup &checked, const std::string &folder,
                           const KeyHolder &keys, Instant now);

/// After a database was restored, by restore() or by other means: clients begin again and send what it does not know.
/// Errors: those of Store.
[[nodiscard]] Done renewEpoch(const StoreOptions &season, Instant now, const RandomSource &random);

} // namespace zsb
