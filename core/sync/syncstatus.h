#pragma once

#include "core/base/clock.h"
#include "core/protocol/captcha.h"
#include "core/storage/blobqueue.h"
#include "core/storage/opqueue.h"
#include "core/storage/syncpeer.h"
#include "core/sync/synctrouble.h"

namespace zsb {

/// What the pill of the window says. The first that holds, from the top.
enum class SyncMood : std::uint8_t
{
    Alarm,     ///< the server cannot be trusted: it showed a rewritten log, or answers without its signature
    SignedOut, ///< somebody has to sign in; the queue is kept
    Offline,   ///< nothing gets through, see trouble; tried again at nextTry
    Attention, ///< answers wait to be looked at
    Sending,   ///< something of one's own is on its way
    Waiting,   ///< something of one's own waits: for its hold, its files, its next try
    UpToDate,  ///< everything is there, and everything of there is here
};
constexpr auto enumIds(SyncMood)
{
    return EnumIds<SyncMood, 7>{{{SyncMood::Alarm, "alarm"},
                                 {SyncMood::SignedOut, "signed-out"},
                                 {SyncMood::Offline, "offline"},
                                 {SyncMood::Attention, "attention"},
                                 {SyncMood::Sending, "sending"},
                                 {SyncMood::Waiting, "waiting"},
                                 {SyncMood::UpToDate, "up-to-date"}}};
}

/// How our rules stand to those the service judges by.
enum class RulesState : std::uint8_t
{
    Same,     ///< or nobody knows
    Coming,   ///< others, which are not here yet
    Ready,    ///< others, which are kept beside the season and wait to be taken up
    Withheld, ///< others, which cannot be had from the service
};

/// One value for everything that shows how the sync is.
struct SyncStatus
{
    SyncMood mood = SyncMood::SignedOut;
    SyncTrouble trouble = SyncTrouble::None;
    std::string problem{};     ///< id of the problem the server named
    CaptchaQuestion captcha{}; ///< that came with it
    OpCounts ops{};
    std::int64_t blocked = 0; ///< ops that wait for files
    BlobsLeft blobs{};
    std::int64_t inbox = 0; ///< answers not looked at
    Instant lastContact{};  ///< 1970: never in this run
    Instant nextTry{};      ///< when offline
    bool isPulling = false; ///< more of the feed is to come
    ClockAnchor clock{};
    std::int64_t cursor = 0;
    RulesState rules = RulesState::Same;

    bool operator==(const SyncStatus &) const = default;
};

} // namespace zsb
