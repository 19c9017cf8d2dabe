#pragma once

#include "core/domain/imagefacts.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>

namespace zsb {

/// The files meant, folders replaced by what is in them, by name; `leftOut` names files of our own that are none.
[[nodiscard]] QStringList filesOf(const QStringList &words, const QString &leftOut = {});

/// The bytes of a path; none of a pipe, a folder or of what is far over every limit: then `facts` say what it is.
[[nodiscard]] std::optional<QByteArray> pictureBytes(const QString &path, ImageFacts &facts);
[[nodiscard]] std::string_view viewOf(const QByteArray &bytes);

/// The processor time of this thread so far.
[[nodiscard]] double processorMs();

/// `000012-name.png`: what belongs to one file of many, in a folder.
[[nodiscard]] QString numberedName(int number, const QString &file, const QString &ending);

} // namespace zsb
