#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QTextStream>

#include <optional>

namespace zsb {

/// What every command of zsb-check ends with.
enum ExitCode
{
    ExitClean = 0,
    ExitFindings = 1,
    ExitUsage = 2,
    ExitUnreadable = 3,
    ExitInterrupted = 130, ///< by SIGINT or SIGTERM; what was written is whole and says so
};

/// Words of a command line taken apart: `--name VALUE`, `--flag`, and the rest.
class CommandLine
{
public:
    /// Options named in `values` take a value, those in `flags` do not. An unknown option, or one whose value is
    /// missing, is told to `err` and gives nothing.
    static std::optional<CommandLine> parse(const QStringList &words, const QStringList &values,
                                            const QStringList &flags, QTextStream &err);

    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString value(const QString &name, const QString &fallback = {}) const;
    [[nodiscard]] QStringList all(const QString &name) const { return m_values.value(name); }

private:
    QStringList m_positional;
    QHash<QString, QStringList> m_values;
};

} // namespace zsb
