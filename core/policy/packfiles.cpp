#include "core/policy/packfiles.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

/// Leads below the folder on every system, and to no hidden file.
bool isPackPath(const QString &path)
{
    return !path.contains(u'\\') && !path.contains(u':') && !path.contains(QChar(0)) &&
           std::ranges::none_of(path.split(u'/'),
                                [](const QString &part) { return part.isEmpty() || part[0] == u'.'; });
}

Done writeFile(const QString &path, const std::string &bytes)
{
    QSaveFile file(path);
    const bool isWritten = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
                           file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size()) && file.commit();
    return isWritten ? done() : Done(Error{ErrorCode::Unreadable, path.toStdString()});
}

} // namespace

Result<PackFiles> readPackFiles(const std::string &folder)
{
    // Absolute, because paths below a relative folder would be taken as relative to it once more.
    const QDir root(QDir(QString::fromStdString(folder)).absolutePath());
    if (folder.empty() || !root.exists())
        return Error{ErrorCode::NotFound, "no folder " + folder};
    PackFiles files;
    QDirIterator each(root.path(), QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Unreadable, path.toStdString()};
        files.emplace(root.relativeFilePath(path).toStdString(), file.readAll().toStdString());
    }
    return files;
}

Done writePackFiles(const std::string &folder, const PackFiles &files)
{
    const QString whole = QString::fromStdString(folder);
    const QString part = whole + u".part"_s;
    QDir(part).removeRecursively();
    for (const auto &[path, bytes] : files) {
        const QString name = QString::fromStdString(path);
        if (!isPackPath(name))
            return Error{ErrorCode::Invalid, path};
        if (Done written = writeFile(part + u'/' + name, bytes); !written)
            return written;
    }
    QDir(whole).removeRecursively();
    return QDir().rename(part, whole) ? done() : Done(Error{ErrorCode::Unreadable, folder});
}

std::string packHash(const PackFiles &files)
{
    std::string all;
    for (const auto &[path, bytes] : files) {
        all.append(path).push_back('\0');
        all.append(std::to_string(bytes.size())).push_back('\0');
        all.append(bytes);
    }
    return sha256Hex(all);
}

std::string quoteKey(std::string_view text)
{
    std::string key;
    key.reserve(text.size());
    while (!text.empty()) {
        const char32_t c = takeCodePoint(text);
        const bool isMark = c == '*' || c == '\\' || c == '<' || c == '>';
        const bool isBlank = c <= ' ' || c == 0x00A0 || c == 0x3000 || c == 0xFEFF;
        if (!isMark && !isBlank)
            appendUtf8(key, c);
    }
    return key;
}

} // namespace zsb
