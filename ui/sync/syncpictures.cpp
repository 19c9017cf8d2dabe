#include "ui/sync/syncworker.h"

namespace zsb {

PictureHears SyncWorker::pictureHears()
{
    PictureHears hears = m_hears.pictures;
    hears.refused = [this, tell = std::move(hears.refused)](const Fetch &what, const std::string &problem) {
        if (!problem.empty())
            note("fetch-failed", problem);
        tell(what, problem);
    };
    return hears;
}

void SyncWorker::setLine(const LinePlan &line)
{
    m_season.line = line;
    if (!m_engine)
        return;
    m_pictures->setLine(line);
    fetchClaimed(FetchWish::Usual);
    pump();
}

void SyncWorker::fetch(const std::vector<std::string> &pictures, FetchWish wish)
{
    if (!m_engine)
        return;
    m_pictures->fetch(pictures, wish);
    pump();
}

void SyncWorker::fetchClaimed(FetchWish wish)
{
    if (m_engine && m_engine->session())
        m_pictures->fetchClaimed({m_engine->session()->actor}, m_season.clock(), wish);
}

} // namespace zsb
