#pragma once

#include "app/server/serververbs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>

namespace zsb::test {

/// The commands of zsb-server, run in this process on folders of their own.
class ServerCommands
{
protected:
    struct Ran
    {
        int code = -1;
        QString out{};
        QString err{};
    };

    [[nodiscard]] static Ran run(const QStringList &words)
    {
        Ran ran;
        QTextStream out(&ran.out);
        QTextStream err(&ran.err);
        ran.code =
            runProgram({.name = QStringLiteral("zsb-server"), .version = {}, .verbs = serverVerbs()}, words, out, err);
        out.flush();
        err.flush();
        return ran;
    }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    /// The command on the folder of that name.
    [[nodiscard]] Ran at(const QString &folder, const QStringList &words) const
    {
        return run(words + QStringList{QStringLiteral("--data"), path(folder)});
    }
    [[nodiscard]] bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    /// A table of people with a portrait each: `table/season.csv`.
    [[nodiscard]] bool makeTable(int people) const
    {
        bool isGood = QDir().mkpath(path(QStringLiteral("table")));
        QByteArray rows("application_no,name,portrait\n");
        for (int i = 1; i <= people; ++i) {
            const QByteArray number = QByteArray::number(i);
            QImage picture(30, 40, QImage::Format_RGB32);
            picture.fill(QColor::fromHsv(i * 20, 200, 200));
            isGood = isGood && picture.save(path(QStringLiteral("table/") + QString::fromLatin1(number + ".png")));
            rows += 'T' + number + ',' + "\xE5\xBC\xA0\xE4\xB8\x89," + number + ".png\n";
        }
        return isGood && write(QStringLiteral("table/season.csv"), rows);
    }
    [[nodiscard]] QString table() const { return path(QStringLiteral("table/season.csv")); }
    [[nodiscard]] static bool copyTree(const QString &from, const QString &to)
    {
        bool isGood = QDir().mkpath(to);
        for (QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            const QString file = files.next();
            const QString copy = to + u'/' + QDir(from).relativeFilePath(file);
            isGood = isGood && QDir().mkpath(QFileInfo(copy).path()) && QFile::copy(file, copy);
        }
        return isGood;
    }
    /// The files below a folder, sorted.
    [[nodiscard]] static QStringList filesBelow(const QString &folder)
    {
        QStringList found;
        for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            found.append(files.next());
        found.sort();
        return found;
    }
    [[nodiscard]] static bool alter(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.putChar('~');
    }

    QTemporaryDir m_dir;
};

} // namespace zsb::test
