#include "app/check/sharedoptions.h"

#include "app/check/reasontext.h"
#include "app/common/packsearch.h"

#include <QFileInfo>

namespace zsb {

using namespace Qt::StringLiterals;

std::optional<Language> languageOf(const CommandLine &line, QTextStream &err)
{
    const QString language = line.value(u"lang"_s, u"zh"_s);
    if (language == "zh"_L1)
        return Language::Chinese;
    if (language == "en"_L1)
        return Language::English;
    err << u"--lang 为 zh 或 en / --lang is zh or en\n"_s;
    return std::nullopt;
}

bool hasWords(const CommandLine &line, qsizetype least, std::optional<qsizetype> most, const QString &what,
              QTextStream &err)
{
    const QStringList &words = line.positional();
    if (words.size() < least)
        err << u"没有指明 %1 / %1 is not named\n"_s.arg(what);
    else if (most && words.size() > *most)
        err << u"多余的词 / words too many: %1\n"_s.arg(words.mid(*most).join(u' '));
    else
        return true;
    return false;
}

bool hasOption(const CommandLine &line, const QString &name, QTextStream &err)
{
    if (!line.value(name).isEmpty())
        return true;
    err << u"没有指明 --%1 / --%1 is not named\n"_s.arg(name);
    return false;
}

bool isFilesFolderUsable(const CommandLine &line, QTextStream &err)
{
    const QString folder = line.value(u"files"_s);
    if (!line.has(u"files"_s) || line.has(u"no-images"_s) || QFileInfo(folder).isDir())
        return true;
    err << u"--files 不是文件夹 / --files is no folder: "_s << folder << u'\n';
    return false;
}

void explainPack(QTextStream &err, const Error &error, const CommandLine &line)
{
    const bool isInBoth = error.code == ErrorCode::Invalid; // names what is wrong in which file of the pack
    err << line.value(u"pack"_s, QString::fromStdString(defaultPack()))
        << u": 规则包无法使用 / the pack cannot be used: "_s
        << (isInBoth ? QString::fromStdString(error.detail) : reasonText(error)) << u'\n';
}

void explainNoPictures(QTextStream &err, const std::string &folder, std::int64_t named)
{
    err << u"在“%1”里没有找到表中列出的任何图片（共 %2 个），图片都没有检查；用 --files DIR 指明图片所在的文件夹，或用 "
           "--no-images 不检查图片 / no picture was found under “%1” (the table names %2), and none was checked: name "
           "their folder with --files DIR, or leave pictures out with --no-images\n"_s.arg(
               QString::fromStdString(folder), QString::number(named));
}

} // namespace zsb
