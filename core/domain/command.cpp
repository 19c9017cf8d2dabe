#include "core/domain/command.h"

#include "core/domain/json.h"

namespace zsb {

CommandBody::CommandBody() = default;
CommandBody::CommandBody(const CommandBody &other) = default;
CommandBody::CommandBody(CommandBody &&other) noexcept = default;
CommandBody &CommandBody::operator=(const CommandBody &other) = default;
CommandBody &CommandBody::operator=(CommandBody &&other) noexcept = default;
CommandBody::~CommandBody() = default;

bool CommandBody::operator==(const CommandBody &other) const
{
    return static_cast<const Variant &>(*this) == static_cast<const Variant &>(other);
}

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
