#pragma once

#include "core/domain/imagefacts.h"
#include "core/image/heldpicture.h"

#include <QString>
#include <QStringList>
#include <QTextStream>

#include <optional>

namespace zsb {

/// The files that words mean: folders are replaced by the pictures in them, by name, empty ones by nothing.
struct MeantFiles
{
    /// Whatever was named itself; of a folder, what is a picture by name or content. As shownPath() writes them.
    QStringList pictures;
    QStringList others; ///< in folders: Thumbs.db, notes and the like
};
[[nodiscard]] MeantFiles filesOf(const QStringList &words);
/// Says once which files are left out because they are no pictures, and which have names that are no text.
void tellMeant(const MeantFiles &meant, QTextStream &err);

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
