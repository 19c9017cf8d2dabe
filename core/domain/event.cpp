#include "core/domain/event.h"

#include "core/domain/json.h"

namespace zsb {

std::string_view kindOf(const EventBody &body)
{
    return std::visit([]<typename T>(const T &) { return T::kind; }, body);
}

QJsonObject toJson(const Event &event)
{
    return toJsonValue(event).toObject();
}

Result<Event> eventFromJson(const QJsonObject &json)
{
    return fromJsonValue<Event>(json);
}

} // namespace zsb
