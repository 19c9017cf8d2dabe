#include "app/check/reportplace.h"

#include <QFileInfo>

#include <algorithm>

namespace zsb {

QString placeOf(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.path()).canonicalFilePath(); // empty: not there either
    return folder.isEmpty() ? file.absoluteFilePath() : folder + u'/' + file.fileName();
}

bool overwritesAny(const QString &path, const QStringList &files)
{
    const QString place = placeOf(path);
    return std::ranges::any_of(files, [&place](const QString &file) { return placeOf(file) == place; });
}

bool isTakenByNoFile(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile();
}

} // namespace zsb
