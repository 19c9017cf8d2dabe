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

template<typename T>
struct Codec;

[[nodiscard]] inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

[[nodiscard]] inline Error broken(std::string what)
{
    return {ErrorCode::Invalid, ": " + std::move(what)};
}

[[nodiscard]] inline Error below(std::string_view name, Error error)
{
    error.detail.insert(0, "/" + std::string(name));
    return error;
}

template<>
struct Codec<std::string>
{
    static QJsonValue write(const std::string &value) { return toQString(value); }
    static Result<std::string> read(const QJsonValue &json)
    {
        if (!json.isString())
            return broken("not a text");
        return json.toString().toStdString();
    }
};

template<>
struct Codec<bool>
{
    static QJsonValue write(bool value) { return value; }
    static Result<bool> read(const QJsonValue &json)
    {
        if (!json.isBool())
            return broken("neither true nor false");
        return json.toBool();
    }
};

template<std::integral T>
struct Codec<T>
{
    static QJsonValue write(T value) { return qint64(value); }
    static Result<T> read(const QJsonValue &json)
    {
        const qint64 none = -1;
        const qint64 value = json.toInteger(none);
        if (value == none && json.toInteger(0) != none)
            return broken("not a whole number");
        if (!std::in_range<T>(value))
            return broken("out of range");
        return T(value);
    }
};

template<>
struct Codec<Instant>
{
    static QJsonValue write(Instant value) { return toQString(formatInstant(value)); }
    static Result<Instant> read(const QJsonValue &json)
    {
        const auto value = parseInstant(json.toString().toStdString());
        if (!value)
            return broken("not an instant");
        return *value;
    }
};

template<>
struct Codec<Field>
{
    static QJsonValue write(Field value) { return toQString(fieldId(value)); }
    static Result<Field> read(const QJsonValue &json)
    {
        const auto value = fieldFromId(json.toString().toStdString());
        if (!value)
            return broken("unknown field");
        return *value;
    }
};

template<Named T>
struct Codec<T>
{
    static QJsonValue write(T value) { return toQString(idOf(value)); }
    static Result<T> read(const QJsonValue &json)
    {
        const auto value = fromId<T>(json.toString().toStdString());
        if (!value)
            return broken("unknown value");
        return *value;
    }
};

template<typename Tag>
struct Codec<Id<Tag>>
{
    static QJsonValue write(const Id<Tag> &value) { return toQString(value.value); }
    static Result<Id<Tag>> read(const QJsonValue &json)
    {
        auto value = Codec<std::string>::read(json);
        if (!value)
            return value.error();
        return Id<Tag>{*std::move(value)};
    }
};

/// Only where a value is there; absence is the missing key.
template<typename T>
struct Codec<std::optional<T>>
{
    static QJsonValue write(const std::optional<T> &value) { return value ? toJsonValue(*value) : QJsonValue(); }
    static Result<std::optional<T>> read(const QJsonValue &json)
    {
        auto value = fromJsonValue<T>(json);
        if (!value)
            return value.error();
        return std::optional<T>(*std::move(value));
    }
};

template<typename T>
struct Codec<std::vector<T>>
{
    static QJsonValue write(const std::vector<T> &values)
    {
        QJsonArray array;
        for (const T &value : values)
            array.append(toJsonValue(value));
        return array;
    }
    static Result<std::vector<T>> read(const QJsonValue &json)
    {
        if (!json.isArray())
            return broken("not a list");
        std::vector<T> values;
        for (const QJsonValue &item : json.toArray()) {
            auto value = fromJsonValue<T>(item);
            if (!value)
                return below(std::to_string(values.size()), value.error());
            values.push_back(*std::move(value));
        }
        return values;
    }
};

/// Keys are texts or fields.
template<typename K, typename T>
struct Codec<std::map<K, T>>
{
    static QJsonValue write(const std::map<K, T> &values)
    {
        QJsonObject object;
        for (const auto &[name, value] : values)
            object.insert(toJsonValue(name).toString(), toJsonValue(value));
        return object;
    }
    static Result<std::map<K, T>> read(const QJsonValue &json)
    {
        if (!json.isObject())
            return broken("not an object");
        const QJsonObject object = json.toObject();
        std::map<K, T> values;
        for (auto item = object.begin(); item != object.end(); ++item) {
            auto name = fromJsonValue<K>(QJsonValue(item.key()));
            auto value = fromJsonValue<T>(item.value());
            if (!name)
                return name.error();
            if (!value)
                return below(item.key().toStdString(), value.error());
            values.emplace(*std::move(name), *std::move(value));
        }
        return values;
    }
};

template<Struct T>
void insertMembers(QJsonObject &object, const T &value)
{
    [[maybe_unused]] static const T defaults;
    const auto insert = [&](const auto &member) {
        if (member.always || !(value.*member.pointer == defaults.*member.pointer))
            object.insert(toQString(member.key), toJsonValue(value.*member.pointer));
    };
    std::apply([&](const auto &...members) { (insert(members), ...); }, T::members());
}

template<typename S, typename T>
Done readMember(const QJsonObject &object, const Member<S, T> &member, S &into, qsizetype &used)
{
    const auto found = object.constFind(toQString(member.key));
    if (found == object.constEnd())
        return member.always ? Done(below(member.key, broken("missing"))) : done();
    ++used;
    auto value = fromJsonValue<T>(found.value());
    if (!value)
        return below(member.key, value.error());
    into.*member.pointer = *std::move(value);
    return done();
}

/// `extra` counts the keys of the object that somebody else has read.
template<Struct T>
Result<T> readMembers(const QJsonObject &object, qsizetype extra)
{
    T value;
    qsizetype used = extra;
    Done outcome = done();
    const auto readOne = [&](const auto &member) {
        outcome = readMember(object, member, value, used);
        return outcome.has_value();
    };
    const bool all = std::apply([&](const auto &...members) { return (readOne(members) && ...); }, T::members());
    if (!all)
        return outcome.error();
    if (used != object.size())
        return broken("unknown key");
    return value;
}

template<Struct T>
struct Codec<T>
{
    static QJsonValue write(const T &value)
    {
        QJsonObject object;
        insertMembers(object, value);
        return object;
    }
    static Result<T> read(const QJsonValue &json)
    {
        if (!json.isObject())
            return broken("not an object");
        return readMembers<T>(json.toObject(), 0);
    }
};

template<Struct... Ts>
struct Codec<std::variant<Ts...>>
{
    using Variant = std::variant<Ts...>;

    static QJsonValue write(const Variant &value)
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
    static Result<Variant> read(const QJsonValue &json)
    {
        const QJsonObject object = json.toObject();
        const std::string kind = object.value(QStringLiteral("kind")).toString().toStdString();
        Result<Variant> result = below("kind", broken("unknown kind"));
        const auto readAs = [&]<typename T>(std::type_identity<T>) {
            if (T::kind != kind)
                return false;
            auto value = readMembers<T>(object, 1);
            result = value ? Result<Variant>(Variant(*std::move(value))) : Result<Variant>(value.error());
            return true;
        };
        (readAs(std::type_identity<Ts>{}) || ...);
        return result;
    }
};

/// A variant with a name of its own: CommandBody, EventBody.
template<typename T>
requires requires
{
    typename T::Variant;
}
struct Codec<T>
{
    static QJsonValue write(const T &value) { return Codec<typename T::Variant>::write(value); }
    static Result<T> read(const QJsonValue &json)
    {
        auto value = Codec<typename T::Variant>::read(json);
        return value ? Result<T>(std::visit([](auto &&one) { return T(std::move(one)); }, *std::move(value)))
                     : Result<T>(value.error());
    }
};

} // namespace json

template<typename T>
QJsonValue toJsonValue(const T &value)
{
    return json::Codec<T>::write(value);
}

template<typename T>
Result<T> fromJsonValue(const QJsonValue &value)
{
    return json::Codec<T>::read(value);
}

} // namespace zsb
