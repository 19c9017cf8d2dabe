#pragma once

#include "core/domain/imagefacts.h"
#include "core/image/heldpicture.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace zsb {

/// The files meant, folders replaced by what is in them, by name, empty ones by nothing; `leftOut` names files of our
/// own that are none.
[[nodiscard]] QStringList filesOf(const QStringList &words, const QString &leftOut = {});

/// The bytes of a path, once there is memory for them; none of a pipe, a folder or of what is far over every limit:
/// then `facts` say what it is.
[[nodiscard]] std::optional<HeldPicture> heldPicture(const QString &path, const PictureRoom &room, MemoryBudget &memory,
                                                     ImageFacts &facts);

/// From here on a picture's memory goes back to the system when it is freed: else each thread would keep its own for
/// the next one, and a run with many jobs many times that.
void giveMemoryBackAtOnce();

/// The processor time of this thread so far.
[[nodiscard]] double processorMs();

/// `000012-name.png`: what belongs to one file of many, in a folder.
[[nodiscard]] QString numberedName(int number, const QString &file, const QString &ending);

} // namespace zsb
