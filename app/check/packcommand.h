#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// What `zsb-check pack` is told: `lint PACK`, `show PACK`, `diff PACK PACK`,
/// `import-annex4 --pack PACK [--dry-run] [--json] [--language zh|en] FILE…`. A pack is a name or a folder.
/// Answers 0: nothing wrong (diff: no difference), 1: problems (diff: differences), 2: usage, 3: unreadable.
int runPackCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
