#pragma once

#include <QString>
#include <QStringList>

namespace zsb {

/// The share of pixels that somebody would see to be different, 0 to 1: a pixel that is found next to its place in the
/// other picture is the same, so that the edge of a letter may lie half a pixel further. 1 when the sizes differ or one
/// cannot be read.
[[nodiscard]] double pictureDifference(const QString &one, const QString &other);

/// What differs by more than `most` between the pictures of two folders, or is in one of them alone: a line each.
[[nodiscard]] QStringList differentPictures(const QString &folder, const QString &other, const QString &pattern,
                                            double most);

} // namespace zsb
