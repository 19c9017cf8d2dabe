#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check rules [--pack NAME|DIR] [--markdown]`: every binding of the pack; `--markdown` writes docs/rules.md.
int runRulesCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `zsb-check explain RULE [--pack NAME|DIR] [--corpus DIR]`: one binding, or every binding of one mechanism, with the
/// cases that prove it when a corpus is found.
int runExplainCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
