#pragma once

#include "core/base/memorybudget.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <cstdint>
#include <optional>
#include <string_view>

namespace zsb {

/// What one kind of picture may cost: a run of `portrait` or `scan` stays under 256 MB, with the landmark model.
struct PictureRoom
{
    QSize most;              ///< it is decoded no larger than into this
    std::int64_t memory = 0; ///< bytes, those of the file among them; more is refused
};
inline constexpr PictureRoom portraitRoom{{1600, 1600}, 100'000'000};
inline constexpr PictureRoom scanRoom{{2400, 2400}, 168'000'000};

/// More bytes than any pack allows; such a file is refused for its size and not decoded.
inline constexpr std::int64_t mostPictureBytes = std::int64_t(32) * 1024 * 1024;

/// The bytes of a picture and the share of memory that decoding and measuring it takes.
struct HeldPicture
{
    MemoryBudget::Share share;
    QByteArray bytes;

    [[nodiscard]] std::string_view view() const { return {bytes.constData(), std::size_t(bytes.size())}; }
};

/// What decoding and measuring a picture of these bytes takes at most, themselves among it.
[[nodiscard]] std::int64_t pictureMemory(std::string_view bytes, const PictureRoom &room);

/// The bytes in `path`, once there is memory for what will be done with them: a dear picture waits for others to be
/// done. None when it is no regular file, cannot be read or has more than mostPictureBytes.
[[nodiscard]] std::optional<HeldPicture> holdPicture(const QString &path, const PictureRoom &room,
                                                     MemoryBudget &budget);

} // namespace zsb
