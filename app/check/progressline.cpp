#include "app/check/progressline.h"

#include <algorithm>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

constexpr double slowest = 0.01; ///< a second, for the time left

} // namespace

QString progressText(BatchPhase phase, std::int64_t count, std::int64_t total, double rate)
{
    const bool isLooking = phase == BatchPhase::Looking;
    QString text = phase == BatchPhase::Reading ? u"读取 reading %1"_s.arg(count)
                   : isLooking                  ? u"看图片 looking at pictures %1"_s.arg(count)
                                                : u"检查 checking %1"_s.arg(count);
    const bool isKnown = total > 0 && count <= total;
    if (isKnown)
        text += u"/%1  %2%"_s.arg(total).arg(count * 100 / total);
    text += (isLooking ? u"  %1 个/秒 files/s"_s : u"  %1 行/秒 rows/s"_s).arg(rate, 0, 'f', 0);
    if (isKnown && count > 0)
        text += u"  剩余 left %1 s"_s.arg(double(total - count) / std::max(rate, slowest), 0, 'f', 0);
    return text + u' ';
}

void ProgressLine::show(BatchPhase phase, std::int64_t count, std::int64_t total)
{
    constexpr qint64 shortestPause = 200;
    const qint64 now = std::max<qint64>(m_clock.elapsed(), 1);
    const bool isNewPhase = phase != m_phase;
    if (isNewPhase) {
        m_phase = phase;
        m_phaseBegan = now;
    }
    const bool isOver = total > 0 && count >= total;
    if (m_shown > 0 && now - m_shown < shortestPause && !isNewPhase && !isOver)
        return;
    m_shown = now;
    const double rate = double(count) * 1000.0 / double(std::max<qint64>(now - m_phaseBegan, 1));
    m_err << u'\r' << progressText(phase, count, total, rate);
    m_err.flush();
}

void ProgressLine::end()
{
    if (m_shown > 0)
        m_err << u'\n';
    m_err.flush();
}

} // namespace zsb
