#include "core/domain/json.h"

namespace zsb::json {

bool Trouble::say(std::string_view what)
{
    m_what = ": " + std::string(what);
    return false;
}

bool Trouble::below(std::string_view name)
{
    m_what = "/" + std::string(name) + m_what.value_or(std::string());
    return false;
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QJsonValue write(const std::string &value)
{
    return toQString(value);
}

QJsonValue write(const bool &value)
{
    return value;
}

QJsonValue write(const Instant &value)
{
    return toQString(formatInstant(value));
}

QJsonValue write(const Field &value)
{
    return toQString(fieldId(value));
}

bool read(const QJsonValue &json, std::string &into, Trouble &trouble)
{
    if (!json.isString())
        return trouble.say("not a text");
    into = json.toString().toStdString();
    return true;
}

bool read(const QJsonValue &json, bool &into, Trouble &trouble)
{
    if (!json.isBool())
        return trouble.say("neither true nor false");
    into = json.toBool();
    return true;
}

bool read(const QJsonValue &json, Instant &into, Trouble &trouble)
{
    const auto value = parseInstant(json.toString().toStdString());
    if (!value)
        return trouble.say("not an instant");
    into = *value;
    return true;
}

bool read(const QJsonValue &json, Field &into, Trouble &trouble)
{
    const auto value = fieldFromId(json.toString().toStdString());
    if (!value)
        return trouble.say("unknown field");
    into = *value;
    return true;
}

bool readWhole(const QJsonValue &json, qint64 &into, Trouble &trouble)
{
    const qint64 none = -1;
    into = json.toInteger(none);
    if (into == none && json.toInteger(0) != none)
        return trouble.say("not a whole number");
    return true;
}

std::optional<QJsonValue> ObjectKeys::take(std::string_view key, bool demanded, Trouble &trouble)
{
    const auto found = m_object.constFind(toQString(key));
    if (found == m_object.constEnd()) {
        if (demanded) {
            trouble.say("missing");
            trouble.below(key);
        }
        return std::nullopt;
    }
    ++m_used;
    return found.value();
}

bool ObjectKeys::end(Trouble &trouble) const
{
    return m_used == m_object.size() || trouble.say("unknown key");
}

} // namespace zsb::json
