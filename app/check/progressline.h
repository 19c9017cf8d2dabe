#pragma once

#include "core/batch/batch.h"

#include <QElapsedTimer>
#include <QTextStream>

namespace zsb {

/// How far a check is, told on one line of the terminal at most five times a second: the stage, rows or files and how
/// many a second, and once the whole is known, percent and seconds left.
class ProgressLine
{
public:
    explicit ProgressLine(QTextStream &err) : m_err(err) { m_clock.start(); }

    /// `total` is 0 while it is not known.
    void show(BatchPhase phase, std::int64_t count, std::int64_t total);
    /// Ends the line, whatever it showed last.
    void end();

private:
    QTextStream &m_err;
    QElapsedTimer m_clock;
    qint64 m_shown = 0; ///< when, in ms; 0: nothing yet
    qint64 m_phaseBegan = 0;
    BatchPhase m_phase = BatchPhase::Reading;
};

/// The line: `检查 checking 10/20  50%  5 行/秒 rows/s  剩余 left 2 s`.
[[nodiscard]] QString progressText(BatchPhase phase, std::int64_t count, std::int64_t total, double rate);

} // namespace zsb
