#pragma once

#include "core/base/calendar.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/field.h"
#include "core/domain/jsonmembers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace zsb {

/// Anything that lists its members, to JSON and back; for the .cpp files that own a format. Errors name the place as a
/// path (`/body/fields/sex: unknown value`), never the value. Instants are RFC 3339 in UTC, ids are strings, a variant
/// is its alternative's object with `kind` in front.
template<typename T>
[[nodiscard]] QJsonValue toJsonValue(const T &value);
template<typename T>
[[nodiscard]] Result<T> fromJsonValue(const QJsonValue &json);

namespace json {

template<typename T>
concept Struct = requires
{
    T::members();
};
template<typename T>
concept Named = std::is_enum_v<T> && requires(T e)
{
    enumIds(e);
};
/// A variant with a name of its own: CommandBody, EventBody.
template<typename T>
concept NamedVariant = requires
{
    typename T::Variant;
};

/// What is wrong and where; nothing while all is well. Everything reads into a place that is there already, and what
/// does not depend on its type is compiled once: a hundred kinds of struct cost a minute of every build otherwise.
class Trouble
{
public:
    [[nodiscard]] bool isTrouble() const { return m_what.has_value(); }
    /// Both return false, so that a reader can end with them.
    bool say(std::string_view what);
    bool below(std::string_view name); ///< what was said was said of this member or item
    [[nodiscard]] Error error() const { return {ErrorCode::Invalid, m_what.value_or(std::string())}; }

private:
    std::optional<std::string> m_what;
};

[[nodiscard]] QString toQString(std::string_view text);

// write() and read() for each kind of value. What read() leaves behind when it returns false is nobody's business.

[[nodiscard]] QJsonValue write(const std::string &value);
[[nodiscard]] QJsonValue write(const bool &value);
[[nodiscard]] QJsonValue write(const Instant &value);
[[nodiscard]] QJsonValue write(const Field &value);
[[nodiscard]] bool read(const QJsonValue &json, std::string &into, Trouble &trouble);
[[nodiscard]] bool read(const QJsonValue &json, bool &into, Trouble &trouble);
[[nodiscard]] bool read(const QJsonValue &json, Instant &into, Trouble &trouble);
[[nodiscard]] bool read(const QJsonValue &json, Field &into, Trouble &trouble);
[[nodiscard]] bool readWhole(const QJsonValue &json, qint64 &into, Trouble &trouble);

template<std::integral T>
[[nodiscard]] QJsonValue write(const T &value);
template<std::integral T>
[[nodiscard]] bool read(const QJsonValue &json, T &into, Trouble &trouble);
template<Named T>
[[nodiscard]] QJsonValue write(const T &value);
template<Named T>
[[nodiscard]] bool read(const QJsonValue &json, T &into, Trouble &trouble);
template<typename Tag>
[[nodiscard]] QJsonValue write(const Id<Tag> &value);
template<typename Tag>
[[nodiscard]] bool read(const QJsonValue &json, Id<Tag> &into, Trouble &trouble);
/// Only where a value is there; absence is the missing key.
template<typename T>
[[nodiscard]] QJsonValue write(const std::optional<T> &value);
template<typename T>
[[nodiscard]] bool read(const QJsonValue &json, std::optional<T> &into, Trouble &trouble);
template<typename T>
[[nodiscard]] QJsonValue write(const std::vector<T> &values);
template<typename T>
[[nodiscard]] bool read(const QJsonValue &json, std::vector<T> &into, Trouble &trouble);
/// Keys are texts or fields.
template<typename K, typename T>
[[nodiscard]] QJsonValue write(const std::map<K, T> &values);
template<typename K, typename T>
[[nodiscard]] bool read(const QJsonValue &json, std::map<K, T> &into, Trouble &trouble);
template<Struct T>
[[nodiscard]] QJsonValue write(const T &value);
template<Struct T>
[[nodiscard]] bool read(const QJsonValue &json, T &into, Trouble &trouble);
template<Struct... Ts>
[[nodiscard]] QJsonValue write(const std::variant<Ts...> &value);
template<Struct... Ts>
[[nodiscard]] bool read(const QJsonValue &json, std::variant<Ts...> &into, Trouble &trouble);
template<NamedVariant T>
[[nodiscard]] QJsonValue write(const T &value);
template<NamedVariant T>
[[nodiscard]] bool read(const QJsonValue &json, T &into, Trouble &trouble);

template<std::integral T>
QJsonValue write(const T &value)
{
    return qint64(value);
}

template<std::integral T>
bool read(const QJsonValue &json, T &into, Trouble &trouble)
{
    qint64 value = 0;
    if (!readWhole(json, value, trouble))
        return false;
    if (!std::in_range<T>(value))
        return trouble.say("out of range");
    into = T(value);
    return true;
}

template<Named T>
QJsonValue write(const T &value)
{
    return toQString(idOf(value));
}

template<Named T>
bool read(const QJsonValue &json, T &into, Trouble &trouble)
{
    const auto value = fromId<T>(json.toString().toStdString());
    if (!value)
        return trouble.say("unknown value");
    into = *value;
    return true;
}

template<typename Tag>
QJsonValue write(const Id<Tag> &value)
{
    return write(value.value);
}

template<typename Tag>
bool read(const QJsonValue &json, Id<Tag> &into, Trouble &trouble)
{
    return read(json, into.value, trouble);
}

template<typename T>
QJsonValue write(const std::optional<T> &value)
{
    return value ? write(*value) : QJsonValue();
}

template<typename T>
bool read(const QJsonValue &json, std::optional<T> &into, Trouble &trouble)
{
    return read(json, into.emplace(), trouble);
}

template<typename T>
QJsonValue write(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(write(value));
    return array;
}

template<typename T>
bool read(const QJsonValue &json, std::vector<T> &into, Trouble &trouble)
{
    if (!json.isArray())
        return trouble.say("not a list");
    into.clear();
    const QJsonArray items = json.toArray();
    for (const auto &item : items) {
        if (!read(item, into.emplace_back(), trouble))
            return trouble.below(std::to_string(into.size() - 1));
    }
    return true;
}

template<typename K, typename T>
QJsonValue write(const std::map<K, T> &values)
{
    QJsonObject object;
    for (const auto &[name, value] : values)
        object.insert(write(name).toString(), write(value));
    return object;
}

template<typename K, typename T>
bool read(const QJsonValue &json, std::map<K, T> &into, Trouble &trouble)
{
    if (!json.isObject())
        return trouble.say("not an object");
    const QJsonObject object = json.toObject();
    into.clear();
    for (auto item = object.begin(); item != object.end(); ++item) {
        K name{};
        if (!read(QJsonValue(item.key()), name, trouble))
            return false;
        if (!read(item.value(), into[std::move(name)], trouble))
            return trouble.below(item.key().toStdString());
    }
    return true;
}

/// Counts the keys it has read: what is left over is unknown.
class ObjectKeys
{
public:
    /// `used`: keys somebody else has read.
    explicit ObjectKeys(const QJsonObject &object, qsizetype used) : m_object(object), m_used(used) {}

    /// Nothing: it is not there, which is trouble when it is `demanded`.
    [[nodiscard]] std::optional<QJsonValue> take(std::string_view key, bool demanded, Trouble &trouble);
    [[nodiscard]] bool end(Trouble &trouble) const;

private:
    const QJsonObject &m_object;
    qsizetype m_used = 0;
};

template<typename T>
void insertMember(QJsonObject &object, std::string_view key, bool always, const T &value, const T &usual)
{
    if (always || !(value == usual))
        object.insert(toQString(key), write(value));
}

template<typename T>
bool readMember(ObjectKeys &keys, std::string_view key, bool demanded, T &into, Trouble &trouble)
{
    const std::optional<QJsonValue> found = keys.take(key, demanded, trouble);
    if (!found)
        return !trouble.isTrouble();
    return read(*found, into, trouble) || trouble.below(key);
}

template<Struct T>
void insertMembers(QJsonObject &object, const T &value)
{
    [[maybe_unused]] static const T defaults;
    std::apply(
        [&](const auto &...members) {
            (insertMember(object, members.key, members.always, value.*members.pointer, defaults.*members.pointer), ...);
        },
        T::members());
}

/// `extra` counts the keys of the object that somebody else has read.
template<Struct T>
bool readMembers(const QJsonObject &object, qsizetype extra, T &into, Trouble &trouble)
{
    ObjectKeys keys(object, extra);
    const bool all = std::apply(
        [&](const auto &...members) {
            return (readMember(keys, members.key, members.always, into.*members.pointer, trouble) && ...);
        },
        T::members());
    return all && keys.end(trouble);
}

template<Struct T>
QJsonValue write(const T &value)
{
    QJsonObject object;
    insertMembers(object, value);
    return object;
}

template<Struct T>
bool read(const QJsonValue &json, T &into, Trouble &trouble)
{
    if (!json.isObject())
        return trouble.say("not an object");
    return readMembers(json.toObject(), 0, into, trouble);
}

template<Struct... Ts>
QJsonValue write(const std::variant<Ts...> &value)
{
    QJsonObject object;
    std::visit(
        [&object]<typename T>(const T &one) {
            object.insert(QStringLiteral("kind"), toQString(T::kind));
            insertMembers(object, one);
        },
        value);
    return object;
}

template<Struct... Ts>
bool read(const QJsonValue &json, std::variant<Ts...> &into, Trouble &trouble)
{
    const QJsonObject object = json.toObject();
    const std::string kind = object.value(QStringLiteral("kind")).toString().toStdString();
    bool known = false;
    const auto readAs = [&]<typename T>(std::type_identity<T>) {
        if (T::kind != kind)
            return false;
        known = true;
        return readMembers(object, 1, into.template emplace<T>(), trouble);
    };
    const bool isRead = (readAs(std::type_identity<Ts>{}) || ...);
    return known ? isRead : trouble.say("unknown kind") || trouble.below("kind");
}

template<NamedVariant T>
QJsonValue write(const T &value)
{
    return write(static_cast<const typename T::Variant &>(value));
}

template<NamedVariant T>
bool read(const QJsonValue &json, T &into, Trouble &trouble)
{
    return read(json, static_cast<typename T::Variant &>(into), trouble);
}

} // namespace json

template<typename T>
QJsonValue toJsonValue(const T &value)
{
    return json::write(value);
}

template<typename T>
Result<T> fromJsonValue(const QJsonValue &json)
{
    T value{};
    json::Trouble trouble;
    if (!json::read(json, value, trouble))
        return trouble.error();
    return value;
}

} // namespace zsb
