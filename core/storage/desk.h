#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/storage/queue.h"

#include <array>
#include <string>
#include <vector>

namespace zsb {

class Database;
class FieldCodec;

/// A named filter of the queue. What it filters by is the desktop's business: `body` is kept as it is.
struct KeptView
{
    std::string id{};
    std::string name{};
    std::string body{};

    bool operator==(const KeptView &) const = default;
};

/// What one reviewer keeps for themself beside a season: tags on files, and views of the queue. None of it is a
/// decision: it is not in the log, is not projected from it, survives rebuild(), and is never sent nor exported. Names
/// and views pass through the codec, they may name people. To be used in the thread of its Store, and not longer than
/// it. Errors: those of Store.
class Desk
{
public:
    Desk(const Database &database, const FieldCodec &codec, ActorId actor);

    [[nodiscard]] Result<TagNames> tagNames() const;
    [[nodiscard]] Result<Tags> tagsOf(const ApplicationId &id) const;
    /// Fills in `QueueEntry::tags`, with one question for all of them.
    [[nodiscard]] Done readTags(std::vector<QueueEntry> &entries) const;
    /// By name.
    [[nodiscard]] Result<std::vector<KeptView>> views() const;

    /// An empty name takes it away. Errors: Invalid (no such tag).
    [[nodiscard]] Done nameTag(int tag, const std::string &name);
    /// Errors: Invalid (no such tag).
    [[nodiscard]] Done setTag(const ApplicationId &id, int tag, bool on);
    /// Adds a view, or replaces the one of the same id.
    [[nodiscard]] Done keepView(const KeptView &view);
    [[nodiscard]] Done dropView(const std::string &id);

private:
    const Database &m_database;
    const FieldCodec &m_codec;
    ActorId m_actor;
};

} // namespace zsb
