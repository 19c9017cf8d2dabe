#include "app/check/pictureinput.h"

#include "app/check/filename.h"
#include "app/common/countedtext.h"
#include "core/image/inspect.h"
#include "core/rules/fileending.h"

#include <QFile>
#include <QFileInfo>

#include <ctime>
#include <filesystem>
#include <system_error>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// What macOS writes beside a file on a disk that is not its own, under `._` and the name of that file.
bool isAppleDouble(const QByteArray &head)
{
    return head.startsWith(QByteArrayView("\x00\x05\x16\x07", 4));
}

/// Neither called like a picture nor one by its first bytes. What cannot be read is not known to be none.
bool isNoPicture(const QString &shown)
{
    constexpr qint64 first = 4096;
    const OpenableName name(shown);
    QFile file(name.path());
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(first);
    return isAppleDouble(head) ||
           (!hasPictureEnding(shown.toStdString()) && sniffImageFormat(head.toStdString()) == ImageFormat::Unknown);
}

/// By name; also those whose names are no text, as of archives packed elsewhere in GBK: Qt's own walk passes them over.
QStringList filesBelow(const QString &folder)
{
    using Walk = std::filesystem::recursive_directory_iterator;
    QStringList found;
    std::error_code failed;
    Walk walk(shownFilePath(folder), std::filesystem::directory_options::skip_permission_denied, failed);
    for (; !failed && walk != Walk(); walk.increment(failed)) {
        std::error_code unknown;
        if (!walk->is_directory(unknown))
            found.append(shownPath(walk->path().string()));
    }
    found.sort();
    return found;
}

void tell(const QString &what, const QStringList &files, QTextStream &err)
{
    constexpr qsizetype most = 10;
    if (!files.isEmpty())
        err << what.arg(QString::number(files.size()), countedText(files.size(), "file"),
                        files.mid(0, most).join(u", "_s) + (files.size() > most ? u", …"_s : QString()));
}

} // namespace

MeantFiles filesOf(const QStringList &words)
{
    MeantFiles files;
    for (const QString &word : words) {
        if (!QFileInfo(OpenableName(word).path()).isDir()) {
            files.pictures.append(word);
            continue;
        }
        const QStringList found = filesBelow(word);
        for (const QString &file : found)
            (isNoPicture(file) ? files.others : files.pictures).append(file);
    }
    return files;
}

void tellMeant(const MeantFiles &meant, QTextStream &err)
{
    tell(u"跳过不是图片的文件 %1 个 / skipped, no pictures: %2: %3\n"_s, meant.others, err);
    QStringList unnamed;
    for (const QString &file : meant.pictures) {
        if (const QString read = readAsGbk(file); !read.isEmpty())
            unnamed.append(u"%1 (%2)"_s.arg(file, read));
    }
    tell(
        u"文件名不是 UTF-8（多为 GBK）的文件 %1 个，报告里以 %D5 这样的字节写出 / names that are no UTF-8, mostly GBK, "
        u"which reports write with bytes as %D5: %2: %3\n"_s,
        unnamed, err);
}

std::optional<HeldPicture> heldPicture(const QString &path, const PictureRoom &room, MemoryBudget &memory,
                                       ImageFacts &facts)
{
    facts.problem = ImageProblem::Missing;
    const OpenableName name(path);
    const QFileInfo info(name.path());
    if (!info.exists())
        return std::nullopt;
    facts.problem = ImageProblem::NotAFile;
    if (!info.isFile())
        return std::nullopt;
    if (info.size() > mostPictureBytes) { // refused for its size long before; it is described, not decoded
        if (auto known = inspectImageFile(name.path().toStdString()))
            facts = std::move(*known);
        return std::nullopt;
    }
    facts.problem = ImageProblem::Missing; // for whoever may not read it; else what is read says more
    return holdPicture(name.path(), room, memory);
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
