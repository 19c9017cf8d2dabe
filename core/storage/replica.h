#pragma once

#include "core/base/id.h"
#include "core/domain/application.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace zsb {

class Database;
class FieldCodec;

/// Why the version of a row may mean nothing any more.
enum class RowDoubt : std::uint8_t
{
    None,
    Epoch, ///< versions were counted by a service that was restored since: any row is news
    Scope, ///< it may be none of ours any more: the feed says so by not telling of it
};

/// How one application here stands to what the service has of it.
struct ReplicaRow
{
    ApplicationId application{};
    int version = 0;      ///< of the service, as last adopted; 0: it is from here
    std::string epoch{};  ///< in which that was counted
    int adopted = 0;      ///< sequence of the last Adopted event in the local log; 0: none
    CommandId chain{};    ///< the last op given since then, not withdrawn
    bool touched = false; ///< something was done here since then
    int expects = 0;      ///< what answers said the service has; less than that is old news
    RowDoubt doubt = RowDoubt::None;
    std::string tombstone{"none"}; ///< why nothing of it is kept, see Tombstone
    int shadowVersion = 0;
    std::optional<ApplicationState> shadow{}; ///< a newer state of the service, while own commands wait for answers

    bool operator==(const ReplicaRow &) const = default;
};

/// What is known of the service's applications. Shadows pass through the codec. Refers to both; one thread, inside the
/// transaction of the caller. Errors: those of Database.
class Replica
{
public:
    Replica(const Database &database, const FieldCodec &codec) : m_database(database), m_codec(codec) {}

    /// A fresh row when there is none.
    [[nodiscard]] Result<ReplicaRow> row(const ApplicationId &application) const;
    [[nodiscard]] Done write(const ReplicaRow &row) const;
    /// Nothing waits for an answer, and something is to be adopted.
    [[nodiscard]] Result<std::vector<ApplicationId>> unsettled(int limit) const;
    /// Of every application the service has told of, tombstones left out.
    [[nodiscard]] Result<std::map<std::string, int>> versions() const;
    /// The service counts anew.
    [[nodiscard]] Done forgetVersions() const;
    /// The service says anew what may be read.
    [[nodiscard]] Done doubtScope() const;
    /// What the feed has not told of since then.
    [[nodiscard]] Result<std::vector<ApplicationId>> doubtedByScope() const;

private:
    const Database &m_database;
    const FieldCodec &m_codec;
};

} // namespace zsb
