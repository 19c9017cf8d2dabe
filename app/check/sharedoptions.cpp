#include "app/check/sharedoptions.h"

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

bool isFilesFolderUsable(const CommandLine &line, QTextStream &err)
{
    const QString folder = line.value(u"files"_s);
    if (!line.has(u"files"_s) || line.has(u"no-images"_s) || QFileInfo(folder).isDir())
        return true;
    err << u"--files 不是文件夹 / --files is no folder: "_s << folder << u'\n';
    return false;
}

} // namespace zsb
