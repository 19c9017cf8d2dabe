#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-server parcel IN --to OUT --sender KEY --login LOGIN --data DIR`: what a desktop carried here in a file is
/// answered into another file, as the line would have answered (docs/sync.md, Air-gap). KEY is the public key the
/// desktop shows, compared by the operator; the passphrase is the first line of standard input, never an argument.
[[nodiscard]] int runParcelCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
