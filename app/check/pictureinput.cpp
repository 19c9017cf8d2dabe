#include "app/check/pictureinput.h"

#include "core/image/inspect.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <ctime>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// A picture of more bytes than this is refused for its size long before; it is described, not decoded.
constexpr qint64 mostBytes = 32 * 1024 * 1024;

} // namespace

QStringList filesOf(const QStringList &words, const QString &leftOut)
{
    QStringList files;
    for (const QString &word : words) {
        if (!QFileInfo(word).isDir()) {
            files.append(word);
            continue;
        }
        QStringList found;
        QDirIterator walk(word, QDir::Files | QDir::System | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            if (leftOut.isEmpty() || walk.fileName() != leftOut)
                found.append(file);
        }
        found.sort();
        files.append(found.isEmpty() ? QStringList{word} : found);
    }
    return files;
}

std::optional<QByteArray> pictureBytes(const QString &path, ImageFacts &facts)
{
    facts.problem = ImageProblem::Missing;
    const QFileInfo info(path);
    if (!info.exists())
        return std::nullopt;
    facts.problem = ImageProblem::NotAnImage;
    if (!info.isFile())
        return std::nullopt;
    if (info.size() > mostBytes) {
        if (auto known = inspectImageFile(path.toStdString()))
            facts = std::move(*known);
        return std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(mostBytes);
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) * 1e-6;
}

QString numberedName(int number, const QString &file, const QString &ending)
{
    return u"%1-%2.%3"_s.arg(number, 6, 10, QChar(u'0')).arg(QFileInfo(file).completeBaseName(), ending);
}

} // namespace zsb
