#pragma once

#include "core/domain/application.h"
#include "core/domain/finding.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"
#include "core/storage/pinyin.h"
#include "core/storage/sharedlookup.h"

#include <span>
#include <string>
#include <vector>

namespace zsb {

/// What an application looks like in the tables projected from its events. One place says what stands in which column:
/// the projection writes it, and whoever verifies a database compares with it.

/// A column of the table `application` and what belongs into it. `sealed` ones have gone through the codec.
struct ProjectedColumn
{
    const char16_t *name = u"";
    SqlValue value{};
    bool sealed = false;
};

/// A row of the table `item_hash` but for its application.
struct ProjectedHash
{
    std::string sha256{};
    std::string kind{};
    std::string slot{};

    auto operator<=>(const ProjectedHash &) const = default;
};

/// Everything but what depends on others. `readings` are those of its name.
[[nodiscard]] std::vector<ProjectedColumn> projectedColumns(const ApplicationState &state, const SharedKeys &keys,
                                                            Instant updated, const FieldCodec &codec,
                                                            std::span<const Reading> readings);
/// The findings and what a list counts of them.
[[nodiscard]] std::vector<ProjectedColumn>
projectedFindings(const ApplicationState &state, const std::vector<Finding> &findings, const FieldCodec &codec);
/// Every file it refers to, in order, each once.
[[nodiscard]] std::vector<ProjectedHash> projectedHashes(const ApplicationState &state);
/// The pinyin to find it by, in order, each once; as the codec lets it be stored.
[[nodiscard]] std::vector<Reading> projectedReadings(std::span<const Reading> readings, const FieldCodec &codec);
/// The words its name is indexed under; empty when there are none.
[[nodiscard]] std::string projectedTokens(const ApplicationState &state, const FieldCodec &codec);

/// Where a sealed column of the table `application` lies.
[[nodiscard]] FieldPlace projectedPlace(const ApplicationId &id, std::string_view column);
/// The text of a field; empty when the file has none.
[[nodiscard]] std::string_view textOf(const ApplicationState &state, Field field);

} // namespace zsb
