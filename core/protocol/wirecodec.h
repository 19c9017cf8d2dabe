#pragma once

#include "core/domain/json.h"
#include "core/protocol/wire.h"

#include <QJsonDocument>

#include <string>
#include <string_view>

namespace zsb {

// The bodies of wire.h, for .cpp files only: heavy to compile.

template<typename T>
std::string wireText(const T &value)
{
    return QJsonDocument(toJsonValue(value).toObject()).toJson(QJsonDocument::Compact).toStdString();
}

template<typename T>
Result<T> readWire(std::string_view text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), qsizetype(text.size())), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return Error{ErrorCode::Invalid, "not a JSON object, at byte " + std::to_string(error.offset)};
    return fromJsonValue<T>(QJsonValue(document.object()));
}

} // namespace zsb

/// Compiles both for a type, in one .cpp for the whole program.
#define ZSB_WIRE(T)                                                                                                    \
    template std::string zsb::wireText<zsb::T>(const zsb::T &);                                                        \
    template zsb::Result<zsb::T> zsb::readWire<zsb::T>(std::string_view);
