#pragma once

#include <QJsonObject>
#include <QJsonValue>

#include <string>

namespace zsb {

/// docs/api/openapi.yaml as JSON; stops the test when it cannot be read.
[[nodiscard]] QJsonObject readOpenApiYaml();

/// What of a value is not as a schema of the document wants it, as a path and a word; empty when it is. Knows what the
/// document uses: type, required, properties, additionalProperties, items, enum, maxItems, $ref.
[[nodiscard]] std::string faultOf(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &document);

} // namespace zsb
