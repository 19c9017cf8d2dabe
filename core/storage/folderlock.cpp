#include "core/storage/folderlock.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace zsb {

FolderLock::FolderLock(const std::string &folder, std::string user)
    : m_user(std::move(user)),
      m_who(QString::fromStdString(folder) + u"/zsb.holder"_s),
      m_lock(QString::fromStdString(folder) + u"/zsb.lock"_s)
{
    m_lock.setStaleLockTime(0); // a season is open for days: only a process that is gone lets go
}

FolderLock::~FolderLock()
{
    if (m_lock.isLocked())
        QFile::remove(m_who);
}

bool FolderLock::take()
{
    if (!m_lock.tryLock(0))
        return false;
    QSaveFile who(m_who);
    if (who.open(QIODevice::WriteOnly) && who.write(m_user.data(), qint64(m_user.size())) >= 0)
        who.commit(); // without it the second one is told the computer only
    return true;
}

FolderHolder FolderLock::holder() const
{
    FolderHolder holder;
    qint64 process = 0;
    QString host;
    QString program;
    m_lock.getLockInfo(&process, &host, &program);
    holder.host = host.toStdString();
    QFile who(m_who);
    if (who.open(QIODevice::ReadOnly))
        holder.user = who.read(256).toStdString();
    return holder;
}

} // namespace zsb
