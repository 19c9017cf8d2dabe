#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

namespace zsb {

/// A copy of a pack's folder that a test may break; gone with the object.
class PackCopy
{
public:
    explicit PackCopy(const QString &folder)
    {
        const QDir from(QStringLiteral(ZSB_SOURCE_DIR) + QLatin1Char('/') + folder);
        QDirIterator each(from.path(), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString source = each.next();
            const QString target = path(from.relativeFilePath(source));
            QDir().mkpath(QFileInfo(target).path());
            QFile::copy(source, target);
            QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
        }
    }

    [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] QString path(const QString &file) const { return m_folder.filePath(file); }

    [[nodiscard]] QByteArray read(const QString &file) const
    {
        QFile input(path(file));
        return input.open(QIODevice::ReadOnly) ? input.readAll() : QByteArray();
    }

    void write(const QString &file, const QByteArray &bytes) const
    {
        QFile output(path(file));
        if (!output.open(QIODevice::WriteOnly) || output.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
    }

    /// Replaces the first occurrence; the line it stands on, 0 when the file has no such words.
    int replace(const QString &file, const QByteArray &before, const QByteArray &after) const
    {
        QByteArray bytes = read(file);
        const qsizetype at = bytes.indexOf(before);
        if (at < 0)
            return 0;
        const int line = int(bytes.left(at).count('\n')) + 1;
        write(file, bytes.replace(at, before.size(), after));
        return line;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace zsb
