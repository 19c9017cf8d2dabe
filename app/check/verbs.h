#pragma once

#include <QStringList>
#include <QTextStream>

#include <functional>
#include <span>

namespace zsb {

/// One of the things a program does, asked for by its first word.
struct ProgramVerb
{
    QLatin1StringView name;
    int (*run)(const QStringList &words, QTextStream &out, QTextStream &err);
    const char16_t *what; ///< in both languages
};

/// A program made of verbs: `PROGRAM VERB …`, `help`, `help VERB`, `--version`, `VERB --help`.
struct VerbProgram
{
    QString name;
    QString version;
    std::span<const ProgramVerb> verbs;
    /// How a verb is run; the verb itself when empty.
    std::function<int(const ProgramVerb &verb, const QStringList &words, QTextStream &out, QTextStream &err)> run = {};
};

/// Does what `words` (without the program's own name) ask for and gives the exit code.
[[nodiscard]] int runProgram(const VerbProgram &program, const QStringList &words, QTextStream &out, QTextStream &err);

} // namespace zsb
