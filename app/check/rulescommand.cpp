#include "app/check/rulescommand.h"

#include "app/check/commandline.h"
#include "app/check/inputexplain.h"
#include "app/check/limitexplain.h"
#include "app/check/profileoption.h"
#include "app/check/sharedoptions.h"
#include "app/common/packsearch.h"
#include "core/rules/rulesdocument.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// The rule book of the option `--pack`, or of the default pack. What is wrong is told to `err`.
std::shared_ptr<const RuleBook> bookOf(const CommandLine &line, QTextStream &err)
{
    const QString name = line.value(u"pack"_s, QString::fromStdString(defaultPack()));
    const auto book = openRuleBook(name.toStdString());
    if (book)
        return *book;
    explainPack(err, book.error(), line);
    return nullptr;
}

/// Where the cases are: as told, else in the source tree the packs come from.
QString corpusFolder(const CommandLine &line)
{
    if (line.has(u"corpus"_s))
        return line.value(u"corpus"_s);
    for (const std::string &path : packSearchPaths()) {
        const QString folder = QDir::cleanPath(QString::fromStdString(path) + u"/../../tests/corpus"_s);
        if (QDir(folder).exists())
            return folder;
    }
    return {};
}

QString compact(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

void printCases(const QString &corpus, const QString &binding, QTextStream &out)
{
    const QDir folder(corpus + u'/' + binding);
    const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (corpus.isEmpty() || files.isEmpty())
        return;
    out << u"\n例 cases\n"_s;
    for (const QString &name : files) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        out << u"  "_s << name.chopped(5) << u"\n    "_s << compact(json[u"record"_s]) << u'\n';
        for (const QString &part : {u"portrait"_s, u"materials"_s, u"shared"_s}) {
            if (json.contains(part))
                out << u"    "_s << part << u' ' << compact(json[part]) << u'\n';
        }
        out << u"    → "_s << compact(json[u"expect"_s]) << u'\n';
    }
}

} // namespace

int runRulesCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"pack"_s}, {u"markdown"_s}, err);
    if (!line || !hasWords(*line, 0, 0, {}, err)) {
        err << u"usage: zsb-check rules [--pack NAME|DIR] [--markdown]\n"_s;
        return ExitUsage;
    }
    const auto book = bookOf(*line, err);
    if (!book)
        return ExitUnreadable;
    const Pack &pack = book->pack();
    out << QString::fromStdString(line->has(u"markdown"_s) ? rulesMarkdown(pack) : rulesListing(pack));
    return ExitClean;
}

int runExplainCommand(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const auto line = CommandLine::parse(arguments, {u"pack"_s, u"profile"_s, u"corpus"_s}, {}, err);
    if (!line || !hasWords(*line, 1, 1, u"ID"_s, err)) {
        err << u"usage: zsb-check explain ID [--pack NAME|DIR] [--profile ID] [--corpus DIR]\n"
               u"       ID: 规则 rule, 界限 limit (portrait.…, scan.…), 量 measure (background.level),\n"
               u"           表格写法 how a table is written (input.…)\n"_s;
        return ExitUsage;
    }
    const auto book = bookOf(*line, err);
    if (!book)
        return ExitUnreadable;
    const Pack &pack = book->pack();
    if (!isProfileKnown(*line, pack, err))
        return ExitUsage;
    const std::string wanted = line->positional().first().toStdString();
    bool isFirst = true;
    for (const RuleBinding &binding : pack.rules) {
        if (binding.id != wanted && binding.rule != wanted)
            continue;
        out << (isFirst ? u""_s : u"\n----\n\n"_s) << QString::fromStdString(ruleExplanation(pack, binding));
        printCases(corpusFolder(*line), QString::fromStdString(binding.id), out);
        isFirst = false;
    }
    const std::string profile =
        line->has(u"profile"_s) ? line->value(u"profile"_s).toStdString() : pack.portraitProfile;
    const std::string limits = limitExplanation(pack, wanted, profile);
    if (!limits.empty())
        out << (isFirst ? u""_s : u"\n----\n\n"_s) << QString::fromStdString(limits);
    const std::string input = inputExplanation(wanted);
    out << QString::fromStdString(input);
    if (!isFirst || !limits.empty() || !input.empty())
        return ExitClean;
    err << u"没有这一项 / no such id: %1\n"_s.arg(line->positional().first());
    for (const std::string &near : idsNear(pack, wanted))
        err << u"  "_s << QString::fromStdString(near) << u'\n';
    return ExitUsage;
}

} // namespace zsb
