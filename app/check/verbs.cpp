#include "app/check/verbs.h"

#include "app/check/commandline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

int usage(const VerbProgram &program, QTextStream &to, int code)
{
    to << u"%1 %2\n"_s.arg(program.name, program.version);
    for (const ProgramVerb &verb : program.verbs)
        to << u"  %1 %2  %3\n"_s.arg(program.name).arg(verb.name, -10).arg(QStringView(verb.what));
    return code;
}

int helpOf(const ProgramVerb &verb, QTextStream &out)
{
    out << QStringView(verb.what) << u'\n';
    static_cast<void>(verb.run({u"--help"_s}, out, out)); // answers with its usage
    return ExitClean;
}

} // namespace

int runProgram(const VerbProgram &program, const QStringList &words, QTextStream &out, QTextStream &err)
{
    if (words.isEmpty())
        return usage(program, err, ExitUsage);
    const auto isHelp = [](const QString &word) { return word == "help"_L1 || word == "--help"_L1; };
    const bool asksHelp = isHelp(words.first());
    if (asksHelp && (words.size() == 1 || isHelp(words[1])))
        return usage(program, out, ExitClean);
    const QString &word = words[asksHelp ? 1 : 0];
    if (!asksHelp && word == "--version"_L1) {
        out << u"%1 %2\n"_s.arg(program.name, program.version);
        return ExitClean;
    }
    const auto verb = std::ranges::find_if(program.verbs, [&](const ProgramVerb &one) { return word == one.name; });
    if (verb == program.verbs.end()) {
        err << u"未知命令 / unknown command: %1\n"_s.arg(word);
        return usage(program, err, ExitUsage);
    }
    if (asksHelp || words.contains("--help"_L1))
        return helpOf(*verb, out);
    return program.run ? program.run(*verb, words.mid(1), out, err) : verb->run(words.mid(1), out, err);
}

} // namespace zsb
