#include "ui/sync/noticereader.h"

#include <utility>

namespace zsb {

NoticeReader::NoticeReader(std::chrono::milliseconds stay, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
{
    for (QTimer *timer : {&m_stay, &m_pause})
        timer->setSingleShot(true);
    m_stay.setInterval(stay);
    m_pause.setInterval(pause);
    connect(&m_stay, &QTimer::timeout, this, &NoticeReader::note);
    connect(&m_pause, &QTimer::timeout, this, &NoticeReader::tell);
}

void NoticeReader::lookAt(std::optional<std::int64_t> seq)
{
    if (seq == m_shown)
        return;
    m_shown = seq;
    if (seq)
        m_stay.start();
    else
        m_stay.stop();
}

void NoticeReader::leave()
{
    lookAt(std::nullopt);
    tell();
}

void NoticeReader::forget()
{
    lookAt(std::nullopt);
    m_read.clear();
}

void NoticeReader::note()
{
    m_read.insert(*m_shown);
    if (!m_pause.isActive())
        tell();
}

void NoticeReader::tell()
{
    if (m_read.empty())
        return;
    m_pause.start();
    const std::set<std::int64_t> all = std::exchange(m_read, {});
    emit read({all.begin(), all.end()});
}

} // namespace zsb
