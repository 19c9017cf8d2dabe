#pragma once

#include <QFile>
#include <QString>

namespace zsb::test {

/// What /proc says of this process's memory under that name, in MB; 0 where there is no /proc.
inline double memoryMb(const char *name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(line.indexOf(':') + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// The most memory this process has had since forgetPeak(), in MB.
inline double peakMb()
{
    return memoryMb("VmHWM:");
}
inline void forgetPeak()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

} // namespace zsb::test
