#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace zsb {

/// What a running service says to whoever keeps its logs: one JSON object a line, `time`, `level` and `event` first.
/// Values are codes, counts and patterns of routes: never a name, a number of somebody's, an address or a path. Any
/// thread.
class ServerLog
{
public:
    using Value = std::variant<std::string_view, std::int64_t, double>;
    using Values = std::initializer_list<std::pair<std::string_view, Value>>;

    ServerLog(std::FILE *to, Clock clock) : m_to(to), m_clock(std::move(clock)) {}
    ServerLog(const ServerLog &) = delete;
    ServerLog &operator=(const ServerLog &) = delete;

    void info(std::string_view event, Values values = {}) { write("info", event, values); }
    void error(std::string_view event, Values values = {}) { write("error", event, values); }

private:
    void write(std::string_view level, std::string_view event, Values values);

    std::mutex m_mutex;
    std::FILE *m_to;
    Clock m_clock;
};

} // namespace zsb
