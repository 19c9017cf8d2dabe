#include "ui/sync/picturefetcher.h"

#include "ui/sync/synclook.h"

#include <algorithm>
#include <utility>

namespace zsb {

PictureFetcher::PictureFetcher(SyncEngine &engine, const Store &store, PictureHears hears)
    : m_engine(engine), m_store(store), m_hears(std::move(hears))
{
}

void PictureFetcher::setLine(const LinePlan &line)
{
    m_line = line;
    m_engine.limitPictures(line.bytesPerSecond);
    if (line.isMetered)
        dropAhead();
}

/// What comes already goes on; what waits to be asked for, for the first time or again, is not asked for.
void PictureFetcher::dropAhead()
{
    std::erase_if(m_ahead, [this](const Fetch &what) {
        const bool isDropped = m_engine.forget(what);
        if (isDropped)
            m_asked.erase(what);
        return isDropped;
    });
}

bool PictureFetcher::mayAsk(const Fetch &what, FetchWish wish)
{
    const auto refused = what.preview ? m_refused.end() : m_refused.find(what.sha256);
    if (refused == m_refused.end())
        return true;
    if (wish == FetchWish::Usual)
        return false;
    m_refused.erase(refused);
    m_hears.refused(what, {});
    return true;
}

void PictureFetcher::fetch(const std::vector<std::string> &pictures, FetchWish wish)
{
    for (const std::string &sha256 : pictures) {
        const Fetch original{sha256, false};
        if (m_store.blobs().contains(sha256) || !mayAsk(original, wish))
            continue;
        m_ahead.erase(original);
        if (m_asked.insert(original).second)
            m_engine.fetch(original);
        else
            m_engine.hasten(original);
    }
}

void PictureFetcher::fetchClaimed(const ActorId &actor, Instant now, FetchWish wish)
{
    const Result<std::vector<QueueEntry>> mine = claimedFiles(m_store, actor, now);
    if (!mine)
        return;
    std::vector<ApplicationState> states;
    for (const QueueEntry &entry : *mine) {
        Result<ApplicationState> state = m_store.state(entry.id);
        if (!state)
            return;
        states.push_back(*std::move(state));
    }
    const bool isAhead = wish == FetchWish::Usual;
    std::vector<Fetch> missing =
        missingOf(states, m_store.blobs(), isAhead && m_line.isMetered ? FetchShare::Light : FetchShare::Everything);
    const std::set<std::string> large = isAhead ? largeOf(states) : std::set<std::string>();
    std::ranges::reverse(missing); // the last one asked for comes first
    for (const Fetch &what : missing) {
        if (!mayAsk(what, wish))
            continue;
        const bool isNew = m_asked.insert(what).second;
        if (isNew)
            m_engine.fetch(what);
        if (!isAhead)
            m_ahead.erase(what);
        else if (isNew && !what.preview && large.contains(what.sha256))
            m_ahead.insert(what);
    }
}

void PictureFetcher::forgetRefusals()
{
    for (const auto &[sha256, problem] : std::exchange(m_refused, {}))
        m_hears.refused({sha256, false}, {});
}

void PictureFetcher::tell()
{
    for (const Fetched &fetched : m_engine.takeFetched()) {
        const std::string &sha256 = fetched.what.sha256;
        if (!fetched.what.preview) {
            m_asked.erase(fetched.what);
            m_ahead.erase(fetched.what);
        }
        if (!fetched.problem.empty()) {
            if (!fetched.what.preview)
                m_refused[sha256] = fetched.problem;
            m_hears.refused(fetched.what, fetched.problem);
        } else if (fetched.what.preview) {
            m_hears.previewed(sha256, fetched.bytes);
        } else {
            m_hears.here(sha256);
        }
    }
    if (m_line.isMetered)
        dropAhead(); // one that was under way has broken off
}

} // namespace zsb
