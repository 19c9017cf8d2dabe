#pragma once

#include "app/server/serverlog.h"

#include <QtGlobal>

namespace zsb {

/// While it lives, what Qt says by itself, as of a connection that was lost, is a line of the log like any other: event
/// `qt`, its category, and its words up to where somebody's data may begin: a colon, a quote, a number. One at a time.
class QtLog
{
public:
    explicit QtLog(ServerLog &log);
    QtLog(const QtLog &) = delete;
    QtLog &operator=(const QtLog &) = delete;
    ~QtLog();

private:
    QtMessageHandler m_before;
};

} // namespace zsb
