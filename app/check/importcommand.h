#pragma once

#include <QStringList>
#include <QTextStream>

namespace zsb {

/// `zsb-check import INPUT [--files DIR] --db DB [--pack …] [--dry-run]`: takes a table into the database folder DB in
/// one transaction. Every row is new, changed, same or wrong. Exit 0: all rows taken; 1: some are wrong, the others
/// are taken; 2: usage; 3: input or database unreadable, nothing is taken.
int runImportCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace zsb
