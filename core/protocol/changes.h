#pragma once

#include "core/domain/application.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// Why a row of the feed holds no application.
enum class Tombstone : std::uint8_t
{
    None,
    LeftScope, ///< it is no longer one of yours
    Erased,    ///< by law; nothing of it is kept
};
constexpr auto enumIds(Tombstone)
{
    return EnumIds<Tombstone, 3>{
        {{Tombstone::None, "none"}, {Tombstone::LeftScope, "left-scope"}, {Tombstone::Erased, "erased"}}};
}

/// An application as the authority has it now: a state, not a difference. `version` counts the events of it.
struct ChangeRow
{
    ApplicationId id{};
    int version = 0;
    std::int64_t seq = 0; ///< of its last event when the page was made
    Tombstone tombstone = Tombstone::None;
    std::optional<ApplicationState> state{}; ///< always, but for a tombstone

    bool operator==(const ChangeRow &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("id", &ChangeRow::id), member("version", &ChangeRow::version),
                          member("seq", &ChangeRow::seq), member("tombstone", &ChangeRow::tombstone),
                          member("state", &ChangeRow::state));
    }
};

/// What the log of the server commits to: its length, the RFC 6962 root over its event hashes and the signed note
/// (C2SP tlog-checkpoint). In every page, so that every client is a witness.
struct CheckpointNote
{
    std::int64_t size = 0;
    std::string root{}; ///< hex
    std::string note{};
    std::vector<std::string> consistency{}; ///< hex hashes from the size the client named (`witness`) to this one

    bool operator==(const CheckpointNote &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("size", &CheckpointNote::size), member("root", &CheckpointNote::root),
                          member("note", &CheckpointNote::note), member("consistency", &CheckpointNote::consistency));
    }
};

/// `GET /v1/changes?epoch&since&scope&limit&witness`. A client applies a page together with its cursor in one
/// transaction, ignores rows not newer than what it has, and throws away a page whose `epoch` or `since` is not what it
/// stands at (SYNC.md D2.5).
struct ChangesPage
{
    std::string epoch{};
    std::int64_t since = 0; ///< as asked
    std::int64_t next = 0;  ///< ask from here next time
    bool more = false;
    std::string scope{}; ///< hash of what the asker may read; another one than asked with: 410 scope-changed instead
    std::vector<ChangeRow> rows{};
    std::optional<CheckpointNote> checkpoint{};
    std::map<std::string, std::string> people{}; ///< ActorId → name of the staff who hold or decided these files

    bool operator==(const ChangesPage &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("epoch", &ChangesPage::epoch), required("since", &ChangesPage::since),
                          required("next", &ChangesPage::next), member("more", &ChangesPage::more),
                          member("scope", &ChangesPage::scope), required("rows", &ChangesPage::rows),
                          member("checkpoint", &ChangesPage::checkpoint), member("people", &ChangesPage::people));
    }
};

/// `POST /v1/reconcile`: what the client has, in buckets by the first two hex digits of SHA-256 of the id: the hash
/// over `id:version\n` of every application in the bucket, sorted by id. The answer lists the buckets that differ.
struct Reconcile
{
    std::string epoch{};
    std::map<std::string, std::string> buckets{};

    bool operator==(const Reconcile &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("epoch", &Reconcile::epoch), required("buckets", &Reconcile::buckets));
    }
};
struct ReconcileAnswer
{
    std::string epoch{};
    std::int64_t applications = 0;                                 ///< that the asker may read
    std::map<std::string, std::map<std::string, int>> differing{}; ///< bucket → id → version, as the server has them

    bool operator==(const ReconcileAnswer &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("epoch", &ReconcileAnswer::epoch),
                          required("applications", &ReconcileAnswer::applications),
                          member("differing", &ReconcileAnswer::differing));
    }
};

} // namespace zsb
