#include "tests/sim/simdisk.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <atomic>

using namespace Qt::StringLiterals;

namespace zsb::sim {
namespace {

QString placeForFolders()
{
    const QString memory = u"/dev/shm"_s;
    const bool isThere = QFileInfo(memory).isWritable();
    return (isThere ? memory : QDir::tempPath()) + u"/zsb-sim-XXXXXX"_s;
}

/// Connections notice that a file is another one by the change counter in its header; every image gets one that no
/// connection has seen.
void stamp(QByteArray &image)
{
    static std::atomic<std::uint32_t> count{1};
    constexpr qsizetype changeCounter = 24;
    constexpr qsizetype validFor = 92;
    const std::uint32_t number = ++count << 10U;
    qToBigEndian(number, image.data() + changeCounter);
    qToBigEndian(number, image.data() + validFor);
}

} // namespace

SimFolder::SimFolder() : m_folder(placeForFolders()) {}

void emptyFolder(const std::string &path)
{
    QDir folder(QString::fromStdString(path));
    if (folder.exists() && folder.removeRecursively())
        folder.mkpath(u"."_s);
}

QByteArray imageOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool putImage(const std::string &path, QByteArray image)
{
    stamp(image);
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadWrite) && file.write(image) == image.size() && file.resize(image.size());
}

} // namespace zsb::sim
