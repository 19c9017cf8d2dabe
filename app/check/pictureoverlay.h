#pragma once

#include "app/check/picturereport.h"
#include "core/base/result.h"

#include <QPainter>

#include <functional>

namespace zsb {

/// The picture as stored, what `draw` adds to it, and the places findings point at. Red: fails, amber: to be looked at.
/// Errors: Unreadable (the picture is gone, or the overlay cannot be written), Invalid.
[[nodiscard]] Done writePictureOverlay(const JudgedPicture &judged, const QString &path,
                                       const std::function<void(QPainter &, const QSize &)> &draw);

} // namespace zsb
