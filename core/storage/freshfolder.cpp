#include "core/storage/freshfolder.h"

#include "core/storage/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QDir dirOf(const std::string &folder)
{
    return QDir(QDir::cleanPath(QFileInfo(QString::fromStdString(folder)).absoluteFilePath()));
}

/// What cannot be looked into may be somebody's.
bool isUsed(const QString &database)
{
    if (!QFile::exists(database))
        return false;
    const auto opened = Database::open(database.toStdString(), Database::Access::ReadOnly);
    if (!opened)
        return true;
    const Result<std::int64_t> events = (*opened)->number(u"SELECT count(*) FROM events"_s);
    return !events || *events > 0;
}

} // namespace

FreshFolder::FreshFolder(std::string folder) : m_folder(std::move(folder))
{
    const QDir dir = dirOf(m_folder);
    m_keep = dir.exists(u"zsb.db"_s);
    m_hadBlobs = dir.exists(u"blobs"_s);
    for (QDir missing = dir; !missing.exists(); missing = QFileInfo(missing.path()).dir())
        m_firstMade = missing.path().toStdString();
}

FreshFolder::~FreshFolder()
{
    QDir dir = dirOf(m_folder);
    if (m_keep || isUsed(dir.filePath(u"zsb.db"_s)))
        return;
    for (const QString &file : {u"zsb.db"_s, u"zsb.db-wal"_s, u"zsb.db-shm"_s})
        dir.remove(file);
    if (!m_hadBlobs)
        QDir(dir.filePath(u"blobs"_s)).removeRecursively();
    // only empty folders go
    const QString last = QString::fromStdString(m_firstMade);
    for (QString made = dir.path(); !last.isEmpty() && made.startsWith(last); made = QFileInfo(made).path()) {
        if (!QDir().rmdir(made))
            return;
    }
}

} // namespace zsb
