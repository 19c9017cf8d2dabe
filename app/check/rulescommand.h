#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check rules [--pack NAME|DIR] [--markdown]`: every binding of the pack; `--markdown` writes docs/rules.md.
int runRulesCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// `zsb-check explain ID [--pack NAME|DIR] [--profile ID] [--corpus DIR]`: one binding, or every binding of one
/// mechanism, with the cases that prove it when a corpus is found; or a limit on what is measured of pictures, a
/// measure, a mark on a paper. An unknown id names its neighbours.
int runExplainCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
