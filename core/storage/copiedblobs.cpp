#include "core/storage/copiedblobs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace zsb {

CopiedBlobs::~CopiedBlobs()
{
    if (m_keep)
        return;
    for (const std::string &sha256 : m_blobs.all()) {
        if (std::ranges::binary_search(m_before, sha256))
            continue;
        const QString file = QString::fromStdString(m_blobs.path(sha256));
        QFile::remove(file);
        QDir().rmdir(QFileInfo(file).path()); // stays when it holds another
    }
}

} // namespace zsb
