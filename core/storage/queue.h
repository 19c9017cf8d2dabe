#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// The order of a queue; every one of them is total and stable.
enum class QueueOrder : std::uint8_t
{
    Urgency, ///< deadline, then resubmitted files first, then application number
    Number,  ///< application number
    Name,    ///< pinyin of the name
};

enum class ClaimFilter : std::uint8_t
{
    Any,
    Mine,   ///< claimed by `actor`
    Free,   ///< claimed by nobody, or the claim is over
    Others, ///< claimed by somebody else than `actor`
};

/// Which files, in which order. Values of one facet are alternatives, facets narrow each other; an empty facet does
/// not narrow. `text` is anything search() takes.
struct QueueQuery
{
    std::vector<std::string> phases{};     ///< enumId(Phase)
    std::vector<std::string> stages{};     ///< review stage ids
    std::vector<std::string> types{};      ///< candidate type ids
    std::vector<std::string> colleges{};   ///< as the file gives them
    std::vector<std::string> severities{}; ///< `error`, `warning`, `clean`: the worst open finding
    ClaimFilter claim = ClaimFilter::Any;
    ActorId actor{}; ///< who asks
    Instant now{};   ///< when: claims end by themselves
    std::string text{};
    QueueOrder order = QueueOrder::Urgency;

    bool operator==(const QueueQuery &) const = default;
};

/// One file as far as a list shows it. `cursor` is where the next page goes on after it; opaque, good for the order of
/// the query it came from, and stays good when files come and go.
struct QueueEntry
{
    ApplicationId id{};
    std::string cursor{};
    std::string applicationNo{};
    std::string name{};
    std::string typeId{};
    std::string phase{};
    std::string stage{};
    std::string payment{};
    std::string college{};
    int errors = 0;   ///< findings that block and that nobody dismissed
    int warnings = 0; ///< other findings that nobody dismissed
    std::optional<Instant> deadline{};
    ActorId claimedBy{};
    std::optional<Instant> claimedUntil{};
    Instant updated{};
    int revision = 0;

    bool operator==(const QueueEntry &) const = default;
};

struct QueuePage
{
    std::vector<QueueEntry> entries{};
    std::string next{}; ///< cursor of the next page; empty: this was the last
};

/// How many files each value of each facet would show, the facet's own filter left aside.
struct QueueFacets
{
    std::map<std::string, std::int64_t> phases{};
    std::map<std::string, std::int64_t> stages{};
    std::map<std::string, std::int64_t> types{};
    std::map<std::string, std::int64_t> colleges{};
    std::map<std::string, std::int64_t> severities{};
};

} // namespace zsb
