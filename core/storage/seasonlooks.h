#pragma once

#include "core/base/hammingindex.h"
#include "core/base/result.h"
#include "core/domain/application.h"
#include "core/domain/finding.h"
#include "core/rules/rulebook.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

class Database;

/// Finds the pictures of a season that look like those of one application: the same portrait cut anew, the same
/// certificate saved again, under another person's name (A1.5.4, A2.7).
///
/// Looks are held in memory, 112 bytes each, by the kind of their hash; what was kept since the last call is followed
/// up first, so that several programs on one season find each other's. One thread, that of the database.
class SeasonLooks
{
public:
    /// A picture of somebody else that looks like one of this application's.
    struct Likeness
    {
        std::string slot;   ///< of this application; empty: the portrait
        std::string sha256; ///< its picture
        std::string otherNo;
        std::string otherSha256;
        int distance = 0; ///< in how many bits the looks differ
        bool operator==(const Likeness &) const = default;
    };
    /// A page that looks like more others is a printed form, and says nothing.
    static constexpr std::size_t mostPagesAlike = 3;

    /// Reads what was kept since. Errors: those of the database.
    [[nodiscard]] Done follow(const Database &database);
    [[nodiscard]] std::size_t size() const;

    /// For each picture the nearest of another person that is not cancelled; the portrait first. Pictures nobody took
    /// the look of are passed over, and so are the same bytes: those are `portrait.reused` and `materials.reused`.
    [[nodiscard]] Result<std::vector<Likeness>> likenesses(const Database &database,
                                                           const ApplicationState &state) const;

private:
    /// Looks of one kind: most of them in an index, the newest in a list that is short enough to be gone through.
    struct Kind
    {
        std::unique_ptr<const HammingIndex> index;
        std::vector<std::int64_t> numbers; ///< of the index's entries, then of the newest
        std::vector<PerceptualHash> newest;
    };
    struct Hit
    {
        std::int64_t n = 0;
        int distance = 0;
    };

    void add(std::int64_t n, std::string_view look);
    static void settle(Kind &kind);
    [[nodiscard]] std::vector<Hit> near(std::string_view look) const;
    [[nodiscard]] Result<std::vector<Likeness>> ofPicture(const Database &database, const ApplicationState &state,
                                                          const std::string &slot, const std::string &sha256) const;

    std::map<char, Kind> m_kinds;
    std::int64_t m_last = 0;
};

/// What the pack's bindings of `portrait.similar` and `materials.similar` say of likenesses; one finding for each that
/// is near enough. Evidence: `other`, `distance`, for materials `slot`. Pure.
[[nodiscard]] std::vector<Finding> judgeLikenesses(const std::vector<SeasonLooks::Likeness> &likenesses,
                                                   const RuleBook &book, Instant asOf);

} // namespace zsb
