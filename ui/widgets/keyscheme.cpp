#include "ui/widgets/keyscheme.h"

#include "ui/widgets/actionspec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QList<QKeySequence> parsed(const QStringList &texts)
{
    QList<QKeySequence> keys;
    for (const QString &text : texts)
        keys.append(QKeySequence(text, QKeySequence::PortableText));
    return keys;
}

QList<QKeySequence> tableKeys(const QString &id)
{
    for (const ActionSpec &spec : actionTable()) {
        if (toText(spec.id) == id)
            return parsed(toText(spec.keys).split(u"; "_s, Qt::SkipEmptyParts));
    }
    return {};
}

bool isAction(const QString &id)
{
    return std::ranges::any_of(actionTable(), [&id](const ActionSpec &spec) { return toText(spec.id) == id; });
}

} // namespace

const std::vector<NamedScheme> &builtInSchemes()
{
    static const std::vector<NamedScheme> schemes{
        {"standard", QT_TRANSLATE_NOOP("zsb::KeyScheme", "标准"), {}},
        {"left-hand",
         QT_TRANSLATE_NOOP("zsb::KeyScheme", "左手（右手用鼠标）"),
         {{u"review.approve"_s, parsed({u"F8"_s, u"Alt+A"_s})},
          {u"review.return"_s, parsed({u"F9"_s, u"Alt+S"_s})},
          {u"review.refuse"_s, parsed({u"Ctrl+F9"_s, u"Alt+X"_s})},
          {u"review.doubt"_s, parsed({u"F12"_s, u"Alt+D"_s})},
          {u"review.undo"_s, parsed({u"Ctrl+Z"_s, u"Alt+Z"_s})},
          {u"review.nextFile"_s, parsed({u"Ctrl+PgDown"_s, u"Alt+W"_s})},
          {u"review.previousFile"_s, parsed({u"Ctrl+PgUp"_s, u"Alt+Q"_s})}}},
    };
    return schemes;
}

QByteArray schemeJson(const KeyScheme &scheme)
{
    QJsonObject keys;
    for (const auto &[id, sequences] : scheme) {
        QJsonArray list;
        for (const QKeySequence &key : sequences)
            list.append(key.toString(QKeySequence::PortableText));
        keys.insert(id, list);
    }
    return QJsonDocument(QJsonObject{{u"keys"_s, keys}}).toJson();
}

Result<KeyScheme> schemeFromJson(const QByteArray &json)
{
    const QJsonValue keys = QJsonDocument::fromJson(json).object().value("keys"_L1);
    if (!keys.isObject())
        return Error{ErrorCode::Invalid, "not a file of keys"};
    KeyScheme scheme;
    const QJsonObject object = keys.toObject();
    for (auto one = object.begin(); one != object.end(); ++one) {
        if (!isAction(one.key()))
            continue;
        QList<QKeySequence> sequences;
        for (const QJsonValue &text : one.value().toArray()) {
            const QKeySequence key(text.toString(), QKeySequence::PortableText);
            if (key.isEmpty() || key[0].key() == Qt::Key_unknown)
                return Error{ErrorCode::Invalid, "not a key: " + text.toString().toStdString()};
            sequences.append(key);
        }
        scheme[one.key()] = sequences;
    }
    return scheme;
}

const QList<QKeySequence> &reservedKeys()
{
    static const QList<QKeySequence> keys =
        parsed({u"Ctrl+Space"_s, u"Shift+Space"_s, u"Ctrl+."_s, u"Ctrl+Shift+E"_s, u"Ctrl+Alt+Space"_s,
                u"Ctrl+Shift+Space"_s, u"Ctrl+Shift+F"_s, u"Alt+Tab"_s, u"Alt+F4"_s, u"Ctrl+Alt+Del"_s, u"F10"_s,
                u"Ctrl+Esc"_s, u"Alt+Esc"_s, u"Alt+Space"_s});
    return keys;
}

QList<QKeySequence> keysUnder(const KeyScheme &scheme, const QString &id)
{
    const auto found = scheme.find(id);
    return found == scheme.end() ? tableKeys(id) : found->second;
}

QList<KeyProblem> keyProblems(const KeyScheme &scheme, const QString &id)
{
    QList<KeyProblem> problems;
    for (const QKeySequence &key : keysUnder(scheme, id)) {
        if (reservedKeys().contains(key))
            problems.append({key, {}});
        for (const ActionSpec &spec : actionTable()) {
            const QString other = toText(spec.id);
            if (other != id && keysUnder(scheme, other).contains(key))
                problems.append({key, other});
        }
    }
    return problems;
}

} // namespace zsb
