#pragma once

#include <QString>

#include <cstdint>

namespace zsb {

/// `1 row`, `2 rows`; the plural is told where it is not an s.
[[nodiscard]] inline QString countedWord(std::int64_t count, const QString &word, const QString &plural = {})
{
    const QString many = plural.isEmpty() ? word + QLatin1Char('s') : plural;
    return QString::number(count) + QLatin1Char(' ') + (count == 1 ? word : many);
}

} // namespace zsb
