#include "app/check/pictureinput.h"

#include "core/image/inspect.h"

#include <QDirIterator>
#include <QFileInfo>

#include <ctime>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

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
        files.append(found);
    }
    return files;
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
