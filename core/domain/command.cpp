#include "core/domain/command.h"

#include "core/domain/json.h"

namespace zsb {

std::string_view kindOf(const CommandBody &body)
{
    return std::visit([]<typename T>(const T &) { return T::kind; }, body);
}

QJsonObject toJson(const Command &command)
{
    return toJsonValue(command).toObject();
}

Result<Command> commandFromJson(const QJsonObject &json)
{
    return fromJsonValue<Command>(json);
}

} // namespace zsb
