#include "core/domain/event.h"

#include "core/domain/json.h"

namespace zsb {

EventBody::EventBody() = default;
EventBody::EventBody(const EventBody &other) = default;
EventBody::EventBody(EventBody &&other) noexcept = default;
EventBody &EventBody::operator=(const EventBody &other) = default;
EventBody &EventBody::operator=(EventBody &&other) noexcept = default;
EventBody::~EventBody() = default;

bool EventBody::operator==(const EventBody &other) const
{
    return static_cast<const Variant &>(*this) == static_cast<const Variant &>(other);
}

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
