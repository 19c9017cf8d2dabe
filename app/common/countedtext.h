#pragma once

#include <QString>

namespace zsb {

/// `1 row`, `2 rows`: English, for words that take an s.
[[nodiscard]] inline QString countedText(qint64 count, const char *one)
{
    return QString::number(count) + u' ' + QLatin1StringView(one) + (count == 1 ? QString() : QStringLiteral("s"));
}

} // namespace zsb
