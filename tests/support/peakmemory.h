#pragma once

#include <QFile>
#include <QString>

namespace zsb::test {

/// What /proc says of the memory of a process under that name, in MB; this one's by default, 0 where there is no /proc.
inline double memoryMb(const char *name, qint64 pid = 0)
{
    QFile file(pid == 0 ? QStringLiteral("/proc/self/status") : QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(line.indexOf(':') + 1).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// The most memory a process, this one by default, has had since forgetPeak(), in MB.
inline double peakMb(qint64 pid = 0)
{
    return memoryMb("VmHWM:", pid);
}
inline void forgetPeak(qint64 pid = 0)
{
    QFile clear(pid == 0 ? QStringLiteral("/proc/self/clear_refs") : QStringLiteral("/proc/%1/clear_refs").arg(pid));
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

} // namespace zsb::test
