#pragma once

#include "core/base/id.h"
#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What a hit was found by.
enum class SearchKind : std::uint8_t
{
    Number,   ///< beginning of the application number
    IdSuffix, ///< last six of the document number
    Name,     ///< any part of the name
    Pinyin,   ///< beginning of the name in pinyin
    Initials, ///< beginning of its initials
};

struct SearchHit
{
    ApplicationId id{};
    SearchKind kind = SearchKind::Name;
    std::string applicationNo{};
    std::string name{};
    std::string typeId{};
    std::string phase{};

    bool operator==(const SearchHit &) const = default;
};

/// One way to look a text up.
struct SearchWay
{
    SearchKind kind = SearchKind::Name;
    SqlPart rows{};  ///< a SELECT of `application.row`s that uses an index
    QString order{}; ///< what that index gives them out by
    SqlPart test{};  ///< the same as a condition on a row of `application`, which no index answers
};

/// The ways a text as somebody types it may be meant; none for an empty text.
[[nodiscard]] std::vector<SearchWay> searchWays(std::string_view text, const FieldCodec &codec, Sql sql);

} // namespace zsb
