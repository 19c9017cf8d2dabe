#include "app/server/serverlog.h"

#include "core/base/calendar.h"
#include "core/base/jsontext.h"

namespace zsb {
namespace {

void appendValue(std::string &line, const ServerLog::Value &value)
{
    if (const auto *text = std::get_if<std::string_view>(&value))
        appendJsonString(line, *text);
    else if (const auto *whole = std::get_if<std::int64_t>(&value))
        appendJsonNumber(line, *whole);
    else
        appendJsonNumber(line, std::get<double>(value));
}

} // namespace

void ServerLog::write(std::string_view level, std::string_view event, Values values)
{
    std::string line = "{\"time\":";
    appendJsonString(line, formatInstant(m_clock()));
    line.append(",\"level\":\"").append(level).append("\",\"event\":");
    appendJsonString(line, event);
    for (const auto &[key, value] : values) {
        line += ',';
        appendJsonString(line, key);
        line += ':';
        appendValue(line, value);
    }
    line += "}\n";
    const std::lock_guard lock(m_mutex);
    (void)std::fwrite(line.data(), 1, line.size(), m_to);
    (void)std::fflush(m_to);
}

} // namespace zsb
