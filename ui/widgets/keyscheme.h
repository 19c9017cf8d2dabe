#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QKeySequence>
#include <QList>
#include <QString>

#include <map>

namespace zsb {

/// Keys of actions that differ from the table's: action id → its keys, the first one shown. An empty list: no key.
using KeyScheme = std::map<QString, QList<QKeySequence>>;

/// A scheme the program brings along.
struct NamedScheme
{
    const char *id;
    const char *name; ///< source text, context zsb::KeyScheme
    KeyScheme keys;
};

/// The table's own keys first, then one for deciding with the left hand alone.
[[nodiscard]] const std::vector<NamedScheme> &builtInSchemes();

/// As a file another place can take over: `{"keys": {"review.approve": ["F8", "Alt+A"]}}`.
[[nodiscard]] QByteArray schemeJson(const KeyScheme &scheme);
/// Errors: Invalid (not such a file, or a key that is none). Actions of another version are left out.
[[nodiscard]] Result<KeyScheme> schemeFromJson(const QByteArray &json);

/// Keys that input methods and window systems take before any program sees them.
[[nodiscard]] const QList<QKeySequence> &reservedKeys();

/// What is wrong with the keys of one action under a scheme; empty: nothing.
struct KeyProblem
{
    QKeySequence key;
    QString other; ///< id of the action that has it as well; empty: reserved by input methods or the system
};
[[nodiscard]] QList<KeyProblem> keyProblems(const KeyScheme &scheme, const QString &id);

/// The keys of an action under a scheme, the table's where the scheme says nothing.
[[nodiscard]] QList<QKeySequence> keysUnder(const KeyScheme &scheme, const QString &id);

} // namespace zsb
