#pragma once

#include "core/domain/application.h"
#include "core/domain/record.h"
#include "core/policy/pack.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zsb {

/// What others share with an application, and the texts it points at.
struct SharedFacts
{
    std::array<std::optional<SharedWith>, sharedKeyCount> facts{};
    std::vector<std::unique_ptr<std::string>> texts{};
};

/// Under what an application is found by others: blind indexes of the person, hashes of the files.
struct SharedKeys
{
    std::string document{};
    std::string phone{};
    std::vector<std::string> hashes{};
    bool counts = false; ///< whether others are told of it; a cancelled one is not

    bool operator==(const SharedKeys &) const = default;
};

/// The blind index of a person, see personkeys.h; empty when there is no number.
[[nodiscard]] std::string documentIndex(std::string_view type, std::string_view number, const Pack &pack,
                                        const FieldCodec &codec);
[[nodiscard]] SharedKeys sharedKeysOf(const ApplicationState &state, const Pack &pack, const FieldCodec &codec);

/// Looks the projection up for what others share with an application that is `row` there (0: not there yet).
[[nodiscard]] Result<SharedFacts> sharedFacts(const Database &database, const ApplicationState &state,
                                              const SharedKeys &keys, std::int64_t row);
/// Rows of everybody who shares any of the keys.
[[nodiscard]] Done addSharers(const Database &database, const SharedKeys &keys, std::set<std::int64_t> &rows);

} // namespace zsb
