#include "core/policy/packfiles.h"

#include "core/base/hash.h"
#include "core/base/text.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace zsb {

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
