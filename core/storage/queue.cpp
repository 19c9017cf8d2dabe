#include "core/storage/queue.h"

#include <algorithm>
#include <array>

namespace zsb {

namespace {

constexpr std::size_t facetCount = 5;
using CellValues = std::array<const std::string *, facetCount>;
using Filters = std::array<const std::vector<std::string> *, facetCount>;

CellValues valuesOf(const FacetCell &cell)
{
    return {&cell.phase, &cell.stage, &cell.type, &cell.college, &cell.severity};
}

Filters filtersOf(const QueueQuery &query)
{
    return {&query.phases, &query.stages, &query.types, &query.colleges, &query.severities};
}

/// Which facets of the query keep a cell out.
std::vector<std::size_t> refusing(const CellValues &values, const Filters &filters)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < facetCount; ++i) {
        if (!filters[i]->empty() && std::ranges::find(*filters[i], *values[i]) == filters[i]->end())
            found.push_back(i);
    }
    return found;
}

} // namespace

QueueFacets facetsOf(std::span<const FacetCell> cells, const QueueQuery &query)
{
    QueueFacets facets;
    const Filters filters = filtersOf(query);
    const std::array<std::map<std::string, std::int64_t> *, facetCount> counts = {
        &facets.phases, &facets.stages, &facets.types, &facets.colleges, &facets.severities};
    for (const FacetCell &cell : cells) {
        const CellValues values = valuesOf(cell);
        const std::vector<std::size_t> refused = refusing(values, filters);
        for (std::size_t i = 0; i < facetCount; ++i) {
            if (refused.empty() || (refused.size() == 1 && refused.front() == i)) // its own filter is left aside
                (*counts[i])[*values[i]] += cell.files;
        }
    }
    return facets;
}

static bool isOfClaim(const QueueEntry &entry, const QueueQuery &query)
{
    const bool held = !entry.claimedBy.isEmpty() && entry.claimedUntil && *entry.claimedUntil > query.now;
    switch (query.claim) {
    case ClaimFilter::Any:
        return true;
    case ClaimFilter::Mine:
        return held && entry.claimedBy == query.actor;
    case ClaimFilter::Free:
        return !held;
    case ClaimFilter::Others:
        return held && entry.claimedBy != query.actor;
    }
    return true;
}

bool matches(const QueueEntry &entry, const QueueQuery &query)
{
    const FacetCell cell{.phase = entry.phase,
                         .stage = entry.stage,
                         .type = entry.typeId,
                         .college = entry.college,
                         .severity = entry.errors > 0     ? "error"
                                     : entry.warnings > 0 ? "warning"
                                                          : "clean"};
    const bool isTagged = query.tags == 0 || (entry.tags & query.tags) != 0;
    return isTagged && refusing(valuesOf(cell), filtersOf(query)).empty() && isOfClaim(entry, query);
}

std::int64_t countOf(std::span<const FacetCell> cells, const QueueQuery &query)
{
    const Filters filters = filtersOf(query);
    std::int64_t files = 0;
    for (const FacetCell &cell : cells) {
        if (refusing(valuesOf(cell), filters).empty())
            files += cell.files;
    }
    return files;
}

} // namespace zsb
