#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/jsonmembers.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace zsb {

inline constexpr std::string_view noticeDisputed = "disputed";     ///< another one decided otherwise than you
inline constexpr std::string_view noticeConcurring = "concurring"; ///< another one decided as you did
inline constexpr std::string_view noticeSettled = "settled";       ///< a supervisor has ruled over your decision

inline constexpr int noticesAtOnce = 200; ///< of one answer; fewer: these were the last

/// What somebody is told because of what somebody else did.
struct NoticeRow
{
    std::int64_t seq = 0; ///< of the event it is about
    std::string kind{};
    ApplicationId application{};
    Instant at{};
    bool read = false; ///< whoever is told has marked it so

    bool operator==(const NoticeRow &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("seq", &NoticeRow::seq), required("kind", &NoticeRow::kind),
                          required("application", &NoticeRow::application), required("at", &NoticeRow::at),
                          member("read", &NoticeRow::read));
    }
};
struct NoticePage
{
    std::vector<NoticeRow> notices{};

    bool operator==(const NoticePage &) const = default;
    static constexpr auto members() { return std::tuple(required("notices", &NoticePage::notices)); }
};

/// `POST /v1/notices:read`: the asker has read these, all of that event.
struct NoticesRead
{
    std::vector<std::int64_t> seqs{}; ///< at most noticesAtOnce

    bool operator==(const NoticesRead &) const = default;
    static constexpr auto members() { return std::tuple(required("seqs", &NoticesRead::seqs)); }
};

} // namespace zsb
