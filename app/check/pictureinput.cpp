#include "app/check/pictureinput.h"

#include "app/common/countedtext.h"
#include "core/image/inspect.h"
#include "core/rules/fileending.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <ctime>
#include <utility>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// Neither called like a picture nor one by its first bytes. What cannot be read is not known to be none.
bool isNoPicture(const QFileInfo &info)
{
    constexpr qint64 first = 4096;
    QFile file(info.filePath());
    return !hasPictureEnding(info.fileName().toStdString()) && info.isFile() && file.open(QIODevice::ReadOnly) &&
           sniffImageFormat(file.read(first).toStdString()) == ImageFormat::Unknown;
}

} // namespace

MeantFiles filesOf(const QStringList &words)
{
    MeantFiles files;
    for (const QString &word : words) {
        if (!QFileInfo(word).isDir()) {
            files.pictures.append(word);
            continue;
        }
        QStringList found;
        QDirIterator walk(word, QDir::Files | QDir::System | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext())
            found.append(walk.next());
        found.sort();
        for (const QString &file : std::as_const(found))
            (isNoPicture(QFileInfo(file)) ? files.others : files.pictures).append(file);
    }
    return files;
}

void tellOthers(const QStringList &others, QTextStream &err)
{
    constexpr qsizetype most = 10;
    if (others.isEmpty())
        return;
    const QString names = others.mid(0, most).join(u", "_s) + (others.size() > most ? u", …"_s : QString());
    err << u"跳过不是图片的文件 %1 个 / skipped, no pictures: %2: %3\n"_s.arg(
        QString::number(others.size()), countedText(others.size(), "file"), names);
}

std::optional<HeldPicture> heldPicture(const QString &path, const PictureRoom &room, MemoryBudget &memory,
                                       ImageFacts &facts)
{
    facts.problem = ImageProblem::Missing;
    const QFileInfo info(path);
    if (!info.exists())
        return std::nullopt;
    facts.problem = ImageProblem::NotAFile;
    if (!info.isFile())
        return std::nullopt;
    if (info.size() > mostPictureBytes) { // refused for its size long before; it is described, not decoded
        if (auto known = inspectImageFile(path.toStdString()))
            facts = std::move(*known);
        return std::nullopt;
    }
    facts.problem = ImageProblem::Missing; // for whoever may not read it; else what is read says more
    return holdPicture(path, room, memory);
}

void giveMemoryBackAtOnce()
{
#ifdef __GLIBC__
    constexpr int large = 2 << 20; // a portrait within the limits takes less
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, large);
#endif
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
