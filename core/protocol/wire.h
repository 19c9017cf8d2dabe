#pragma once

#include "core/domain/json.h"

#include <QJsonDocument>

#include <string>
#include <string_view>

namespace zsb {

/// A value of this module as the bytes that are sent: UTF-8, compact. For .cpp files only: heavy to compile.
template<typename T>
[[nodiscard]] std::string wireText(const T &value)
{
    return QJsonDocument(toJsonValue(value).toObject()).toJson(QJsonDocument::Compact).toStdString();
}

/// Errors: Invalid, with the path of what is wrong; unknown keys are wrong: both ends speak one version.
template<typename T>
[[nodiscard]] Result<T> readWire(std::string_view text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size())), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return Error{ErrorCode::Invalid, "not a JSON object, at byte " + std::to_string(error.offset)};
    return fromJsonValue<T>(QJsonValue(document.object()));
}

} // namespace zsb
