#include "core/sync/claimedpictures.h"

#include "core/protocol/blobs.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr int mostClaimed = 500;

/// Every picture of a file, portrait and earlier ones included.
std::vector<const Attachment *> attachmentsOf(const ApplicationState &state)
{
    std::vector<const Attachment *> all;
    const auto add = [&all](const Attachment &attachment) {
        if (!attachment.sha256.empty())
            all.push_back(&attachment);
    };
    if (state.portrait)
        add(*state.portrait);
    for (const auto &[slot, attachments] : state.materials)
        std::ranges::for_each(attachments, add);
    std::ranges::for_each(state.earlierPortraits, add);
    return all;
}

/// No larger than a preview of it would be.
bool isLight(const Attachment &attachment)
{
    return attachment.facts.bytes > 0 && attachment.facts.bytes <= longestPreviewBytes;
}

bool isScan(const ApplicationState &state, const std::string &sha256)
{
    const auto isIt = [&sha256](const Attachment &attachment) { return attachment.sha256 == sha256; };
    return !(state.portrait && isIt(*state.portrait)) && std::ranges::none_of(state.earlierPortraits, isIt);
}

} // namespace

std::vector<std::string> picturesOf(const ApplicationState &state)
{
    std::vector<std::string> all;
    for (const Attachment *attachment : attachmentsOf(state))
        all.push_back(attachment->sha256);
    return all;
}

std::vector<Fetch> missingOf(const std::vector<ApplicationState> &states, const IsHere &isHere, FetchShare share)
{
    std::vector<Fetch> previews;
    std::vector<Fetch> originals;
    for (const ApplicationState &state : states) {
        for (const Attachment *attachment : attachmentsOf(state)) {
            const std::string &sha256 = attachment->sha256;
            if (isHere(sha256))
                continue;
            const bool isWhole = share == FetchShare::Everything || isLight(*attachment);
            if (isWhole)
                originals.push_back({sha256, false});
            if (isScan(state, sha256) && (share == FetchShare::Everything || !isWhole))
                previews.push_back({sha256, true});
        }
    }
    previews.insert(previews.end(), originals.begin(), originals.end());
    return previews;
}

std::vector<Fetch> missingOf(const std::vector<ApplicationState> &states, const BlobStore &blobs, FetchShare share)
{
    return missingOf(
        states, [&blobs](const std::string &sha256) { return blobs.contains(sha256); }, share);
}

std::set<std::string> largeOf(const std::vector<ApplicationState> &states)
{
    std::set<std::string> large;
    for (const ApplicationState &state : states) {
        for (const Attachment *attachment : attachmentsOf(state)) {
            if (!isLight(*attachment))
                large.insert(attachment->sha256);
        }
    }
    return large;
}

Result<std::vector<QueueEntry>> claimedFiles(const Store &store, const ActorId &actor, Instant now)
{
    if (actor.isEmpty())
        return std::vector<QueueEntry>();
    const QueueQuery query{.claim = ClaimFilter::Mine, .actor = actor, .now = now};
    const Result<QueueSnapshot> rows = store.snapshot(query, mostClaimed);
    return rows ? store.entries(*rows, QueueOrder::Urgency) : Result<std::vector<QueueEntry>>(rows.error());
}

} // namespace zsb
