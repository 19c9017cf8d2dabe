#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/tags.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
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
    Tags tags = 0;                         ///< any of these of the actor's; 0 does not narrow
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
    std::int64_t row = 0; ///< names the file in this database, see QueueSnapshot
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
    Tags tags = 0; ///< filled in by Desk::readTags() alone

    bool operator==(const QueueEntry &) const = default;
};

struct QueuePage
{
    std::vector<QueueEntry> entries{};
    std::string next{}; ///< cursor of the next page; empty: this was the last
};

/// Every file of a query in its order, by `QueueEntry::row`: eight bytes a file, so that a list of a million knows how
/// long it is and what stands where. Read whole lines of it with Store::entries().
using QueueSnapshot = std::vector<std::int64_t>;

/// Files that something happened to, and the place in the log to ask from next time.
struct QueueChanges
{
    std::int64_t upTo = 0;
    std::vector<std::int64_t> rows{}; ///< `QueueEntry::row`, each once
    bool tooMany = false;             ///< more than asked for: read everything again
};

/// How many files have one combination of the facets. All of them together answer every question about counts.
struct FacetCell
{
    std::string phase{};
    std::string stage{};
    std::string type{};
    std::string college{};
    std::string severity{};
    std::int64_t files = 0;

    bool operator==(const FacetCell &) const = default;
};

/// How many files have each tag; tag n stands at n - 1.
using TagCounts = std::array<std::int64_t, tagCount>;

/// How many files each value of each facet would show, the facet's own filter left aside.
struct QueueFacets
{
    std::map<std::string, std::int64_t> phases{};
    std::map<std::string, std::int64_t> stages{};
    std::map<std::string, std::int64_t> types{};
    std::map<std::string, std::int64_t> colleges{};
    std::map<std::string, std::int64_t> severities{};
};

/// The counts of a query, whose facets alone are looked at, out of the cells of the same query.
[[nodiscard]] QueueFacets facetsOf(std::span<const FacetCell> cells, const QueueQuery &query);
[[nodiscard]] std::int64_t countOf(std::span<const FacetCell> cells, const QueueQuery &query);

/// Whether a file is of a query, its text left aside.
[[nodiscard]] bool matches(const QueueEntry &entry, const QueueQuery &query);

} // namespace zsb
