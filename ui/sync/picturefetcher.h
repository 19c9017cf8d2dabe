#pragma once

#include "core/sync/syncengine.h"
#include "ui/sync/linewatch.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace zsb {

/// Why a picture is asked for.
enum class FetchWish
{
    Usual, ///< it belongs to what is worked on: as the line allows, and not again what was refused
    Asked, ///< a person pressed for it: everything, whatever was said before
};

/// What comes of pictures. `problem` is the id of a ProblemType or of a SyncTrouble; empty: one that was refused is
/// asked for again.
struct PictureHears
{
    std::function<void(const std::string &sha256)> here;
    std::function<void(const std::string &sha256, const std::string &bytes)> previewed;
    std::function<void(const Fetch &what, const std::string &problem)> refused;
};

/// Which pictures come to this computer, and in which order: of what somebody holds first a preview of each scan, then
/// what was handed in, and what somebody looks at before all others. Over a metered line nothing large comes that
/// nobody looks at or asks for. In the thread of its engine; both outlive it.
class PictureFetcher
{
public:
    PictureFetcher(SyncEngine &engine, const Store &store, PictureHears hears);

    void setLine(const LinePlan &line);
    /// Before all others: somebody looks at them.
    void fetch(const std::vector<std::string> &pictures, FetchWish wish);
    /// Of everything the actor holds.
    void fetchClaimed(const ActorId &actor, Instant now, FetchWish wish);
    void forgetRefusals(); ///< whoever signs in anew may be given them; fetchClaimed() asks
    void tell();           ///< what came

private:
    [[nodiscard]] bool mayAsk(const Fetch &what, FetchWish wish);
    void dropAhead();

    SyncEngine &m_engine;
    const Store &m_store;
    PictureHears m_hears;
    LinePlan m_line{};
    std::set<Fetch> m_asked;                      ///< under way, and every preview: it is asked for once
    std::set<Fetch> m_ahead;                      ///< large originals of these that nobody has looked at or asked for
    std::map<std::string, std::string> m_refused; ///< originals: why
};

} // namespace zsb
