#pragma once

#include "core/base/clock.h"
#include "core/crypto/keyholder.h"
#include "core/storage/codec.h"

#include <QString>

#include <memory>

namespace zsb {

/// Gives a folder that holds no season its ring of keys; what is then begun in it is sealed. Blocking. Errors: those of
/// makeSeasonKeys().
[[nodiscard]] Result<std::shared_ptr<const FieldCodec>> sealFolder(const QString &folder, KeyHolder &holder,
                                                                   Instant now);
/// With what the season of the folder is read and written; null: it lies in clear. Blocking. Errors: NotFound (its key
/// or season.keys is gone), those of the holder, Invalid (damaged).
[[nodiscard]] Result<std::shared_ptr<const FieldCodec>> seasonCodec(const QString &folder, const KeyHolder &holder);

} // namespace zsb
