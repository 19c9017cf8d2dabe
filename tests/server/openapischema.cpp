#include "tests/server/openapischema.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace zsb {
namespace {

QJsonValue scalar(const YAML::Node &node)
{
    const QString text = QString::fromStdString(node.Scalar());
    if (node.Tag() == "!") // quoted
        return text;
    if (text == u"true"_s || text == u"false"_s)
        return text == u"true"_s;
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue converted(const YAML::Node &node)
{
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &item : node)
            object.insert(QString::fromStdString(item.first.Scalar()), converted(item.second));
        return object;
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &item : node)
            array.append(converted(item));
        return array;
    }
    return scalar(node);
}

QJsonObject resolved(const QJsonObject &schema, const QJsonObject &document)
{
    const QString ref = schema.value("$ref"_L1).toString();
    if (ref.isEmpty())
        return schema;
    QJsonValue at = document;
    for (const QString &piece : ref.mid(2).split(u'/'))
        at = at.toObject().value(piece);
    return at.toObject();
}

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "object"_L1)
        return value.isObject();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    return value.isDouble() && (type != "integer"_L1 || value.toDouble() == double(value.toInteger()));
}

std::string faultOfObject(const QJsonObject &object, const QJsonObject &schema, const QJsonObject &document)
{
    for (const QJsonValue &name : schema.value("required"_L1).toArray()) {
        if (!object.contains(name.toString()))
            return "/" + name.toString().toStdString() + ": missing";
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    const QJsonValue others = schema.value("additionalProperties"_L1);
    for (auto member = object.begin(); member != object.end(); ++member) {
        const std::string path = "/" + member.key().toStdString();
        QJsonObject of = properties.value(member.key()).toObject();
        if (!properties.contains(member.key())) {
            if (others.isBool() && !others.toBool())
                return path + ": not in the document";
            of = others.toObject();
        }
        if (const std::string fault = faultOf(member.value(), of, document); !fault.empty())
            return path + fault;
    }
    return {};
}

} // namespace

QJsonObject readOpenApiYaml()
{
    return converted(YAML::LoadFile(std::string(ZSB_SOURCE_DIR) + "/docs/api/openapi.yaml")).toObject();
}

std::string faultOf(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &document)
{
    const QJsonObject wanted = resolved(schema, document);
    const QString type = wanted.value("type"_L1).toString();
    if (!type.isEmpty() && !isOfType(value, type))
        return ": not of type " + type.toStdString();
    const QJsonArray allowed = wanted.value("enum"_L1).toArray();
    if (!allowed.isEmpty() && !allowed.contains(value))
        return ": not a value of the document";
    const QString pattern = wanted.value("pattern"_L1).toString();
    if (!pattern.isEmpty() && !QRegularExpression(pattern).match(value.toString()).hasMatch())
        return ": not of its pattern";
    if (value.isObject())
        return faultOfObject(value.toObject(), wanted, document);
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray()) {
            if (const std::string fault = faultOf(item, wanted.value("items"_L1).toObject(), document); !fault.empty())
                return "/items" + fault;
        }
    }
    return {};
}

} // namespace zsb
