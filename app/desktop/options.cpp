#include "app/desktop/options.h"

#include "app/common/packsearch.h"

#include <QCommandLineParser>
#include <QDir>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QDir(path).absolutePath();
}

} // namespace

Result<DesktopOptions> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Registration and qualification of 专升本 candidates."_s);
    parser.addOptions(
        {{u"data-dir"_s, u"Work on the season in DIR."_s, u"DIR"_s},
         {u"demo"_s, u"Fill an empty data folder with made-up people."_s},
         {u"pack"_s, u"Rules: NAME of a pack, or its folder."_s, u"NAME|DIR"_s, QString::fromStdString(defaultPack())},
         {u"lang"_s, u"Language: zh or en."_s, u"LANG"_s},
         {u"theme"_s, u"Theme: light or dark."_s, u"THEME"_s},
         {u"join"_s, u"Enrol at the service FILE names; once."_s, u"FILE"_s},
         {u"walk"_s,
          u"Do the main job in a demo season, with --join at a trial service, without hands; pictures of each step go "
          "to DIR."_s,
          u"DIR"_s},
         {u"screenshots"_s,
          u"Write pictures of every screen to DIR: of the season in --data-dir, only read, else of a demo season."_s,
          u"DIR"_s}});
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty())
        return Error{ErrorCode::Invalid,
                     parser.positionalArguments().isEmpty()
                         ? parser.errorText().toStdString()
                         : "unknown argument " + parser.positionalArguments().first().toStdString()};
    DesktopOptions options;
    options.help = parser.helpText();
    options.dataFolder = absolute(parser.value(u"data-dir"_s));
    options.demo = parser.isSet(u"demo"_s);
    options.keychain = true;
    options.joinFile = absolute(parser.value(u"join"_s));
    options.pack = parser.value(u"pack"_s);
    options.language = parser.value(u"lang"_s);
    if (!options.language.isEmpty() && options.language != "zh"_L1 && options.language != "en"_L1)
        return Error{ErrorCode::Invalid, "--lang is zh or en"};
    if (parser.isSet(u"theme"_s)) {
        options.theme = themeChoiceFromId(parser.value(u"theme"_s));
        if (options.theme == ThemeChoice::System)
            return Error{ErrorCode::Invalid, "--theme is light or dark"};
    }
    for (const auto &[name, task] :
         {std::pair{u"walk"_s, DesktopOptions::Task::Walk}, {u"screenshots"_s, DesktopOptions::Task::Screenshots}}) {
        if (parser.isSet(name)) {
            options.task = task;
            options.output = absolute(parser.value(name));
        }
    }
    if (parser.isSet(version))
        options.task = DesktopOptions::Task::ShowVersion;
    if (parser.isSet(help))
        options.task = DesktopOptions::Task::ShowHelp;
    return options;
}

} // namespace zsb
