#pragma once

#include "app/check/portraitwork.h"

#include <QIODevice>

#include <memory>

namespace zsb {

/// What is written of every portrait, in the order they come.
class PortraitReport
{
public:
    virtual ~PortraitReport() = default;
    /// The text before the first, of each, and after the last portrait.
    [[nodiscard]] virtual std::string head() const = 0;
    [[nodiscard]] virtual std::string portrait(const JudgedPortrait &judged) const = 0;
    [[nodiscard]] virtual std::string end() const = 0;
};

enum class ReportTimes : std::uint8_t
{
    Left, ///< `ms` is null, so that the same files give the same bytes
    Told,
};

/// By the ending of the name: csv (a line a finding), html (a page to read), anything else JSON lines.
[[nodiscard]] std::unique_ptr<PortraitReport> portraitReport(const QString &name, ReportTimes times);

/// A line of `provenance.jsonl` beside fitted copies: which file each came from and every step taken. Empty when the
/// portrait was not fitted.
[[nodiscard]] std::string provenanceLine(const JudgedPortrait &judged);

} // namespace zsb
