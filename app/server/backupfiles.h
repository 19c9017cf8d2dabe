#pragma once

#include "core/storage/blobcheck.h"

#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace zsb {

/// How far the reading of files is, and whether to stop it.
struct FilesWatch
{
    FilesProgress progress{}; ///< may be empty
    std::stop_token stop{};
};

/// Puts a file in the place of another of that name. Errors: Unreadable.
[[nodiscard]] Done putInPlace(const QString &from, const QString &to);
/// Under a name of its own until it is whole. Errors: Unreadable (the detail names the file).
[[nodiscard]] Done copyFile(const QString &from, const QString &to);
[[nodiscard]] Error cannotWrite(const QString &path);

/// The codec of a season; null: it is in clear.
[[nodiscard]] const FieldCodec &codecOrPlain(const std::shared_ptr<const FieldCodec> &codec);

/// Every file of a season, whoever speaks of it, read. Errors: those of verifyBlobs(),
/// Cancelled.
[[nodiscard]] Result<FilesVerdict> readFiles(const QString &database, const BlobStore &blobs,
                                             const std::shared_ptr<const FieldCodec> &codec, const FilesWatch &watch);
/// Every file but the bad ones. Those that are there already stay when they are whole; of files that nobody has read,
/// as their names promise. Errors: Unreadable.
[[nodiscard]] Done copyBlobs(const BlobStore &from, const BlobStore &to, const std::optional<FilesVerdict> &files);

} // namespace zsb
