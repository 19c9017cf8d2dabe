#include "core/storage/seasonlooks.h"

#include "core/storage/database.h"
#include "core/storage/picturelooks.h"

#include <algorithm>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int looksAtOnce = 4096;
constexpr std::size_t mostNewest = 4096; ///< gone through one by one in some 20 µs
constexpr std::size_t mostAsked = 32;    ///< of many that look alike the nearest are asked for

/// Whose picture that is, other than this application's person's.
Result<std::optional<std::pair<std::string, std::string>>> ownerOf(const Database &database, std::int64_t n,
                                                                   std::string_view kind, const ApplicationId &id)
{
    Result<Rows> rows = database.run(
        u"SELECT a.no, h.sha256 FROM picture_look l JOIN item_hash h ON h.sha256 = l.sha256 "
        "JOIN application a ON a.row = h.application WHERE l.n = ? AND h.kind = ? AND a.id <> ? AND a.phase <> ? "
        "AND (a.document = '' OR a.document <> coalesce((SELECT document FROM application WHERE id = ?), '')) "
        "ORDER BY a.row LIMIT 1"_s,
        {sqlInteger(n), sqlText(kind), sqlText(id.value), sqlText(idOf(Phase::Cancelled)), sqlText(id.value)});
    if (!rows)
        return rows.error();
    if (rows->next())
        return std::optional(std::pair(rows->text(0), rows->text(1)));
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return std::optional<std::pair<std::string, std::string>>();
}

} // namespace

Done SeasonLooks::follow(const Database &database)
{
    const PictureLooks stored(database);
    for (;;) {
        const Result<std::vector<PictureLooks::Stored>> news = stored.after(m_last, looksAtOnce);
        if (!news)
            return news.error();
        for (const PictureLooks::Stored &one : *news)
            add(one.n, one.picture.look);
        if (news->size() < std::size_t(looksAtOnce))
            break;
    }
    for (auto &[letter, kind] : m_kinds) {
        if (kind.newest.size() > mostNewest)
            settle(kind);
    }
    return done();
}

std::size_t SeasonLooks::size() const
{
    std::size_t size = 0;
    for (const auto &[letter, kind] : m_kinds)
        size += kind.numbers.size();
    return size;
}

void SeasonLooks::add(std::int64_t n, std::string_view look)
{
    m_last = std::max(m_last, n);
    if (look.empty())
        return;
    if (const auto hash = perceptualHashFromHex(look.substr(1))) {
        Kind &kind = m_kinds[look.front()];
        kind.numbers.push_back(n);
        kind.newest.push_back(*hash);
    }
}

void SeasonLooks::settle(Kind &kind)
{
    std::vector<PerceptualHash> all;
    all.reserve(kind.numbers.size());
    for (std::size_t i = 0; kind.index && i < kind.index->size(); ++i)
        all.push_back(kind.index->at(i));
    all.insert(all.end(), kind.newest.begin(), kind.newest.end());
    kind.newest = {};
    kind.index = std::make_unique<const HammingIndex>(std::move(all));
}

/// The nearest first.
std::vector<SeasonLooks::Hit> SeasonLooks::near(std::string_view look) const
{
    std::vector<Hit> found;
    const auto kind = look.empty() ? m_kinds.end() : m_kinds.find(look.front());
    const auto hash = look.empty() ? std::nullopt : perceptualHashFromHex(look.substr(1));
    if (kind == m_kinds.end() || !hash)
        return found;
    std::size_t settled = 0;
    if (kind->second.index) {
        settled = kind->second.index->size();
        std::vector<HammingIndex::Hit> hits;
        kind->second.index->find(*hash, HammingIndex::mostDistance, hits);
        for (const HammingIndex::Hit &hit : hits)
            found.push_back({kind->second.numbers[hit.entry], hit.distance});
    }
    for (std::size_t i = 0; i < kind->second.newest.size(); ++i) {
        const int bits = distance(*hash, kind->second.newest[i]);
        if (bits <= HammingIndex::mostDistance)
            found.push_back({kind->second.numbers[settled + i], bits});
    }
    std::ranges::sort(found, {}, [](const Hit &hit) { return std::tuple(hit.distance, hit.n); });
    return found;
}

/// Whoever else has a picture that looks like this one, the nearest first.
Result<std::vector<SeasonLooks::Likeness>> SeasonLooks::ofPicture(const Database &database,
                                                                  const ApplicationState &state,
                                                                  const std::string &slot,
                                                                  const std::string &sha256) const
{
    std::vector<Likeness> found;
    const Result<std::optional<std::string>> look = PictureLooks(database).find(sha256);
    if (!look)
        return look.error();
    if (!look->has_value())
        return found;
    std::size_t asked = 0;
    for (const Hit &hit : near(**look)) {
        if (++asked > mostAsked)
            break;
        const auto owner = ownerOf(database, hit.n, slot.empty() ? "portrait" : "material", state.id);
        if (!owner)
            return owner.error();
        if (*owner && (*owner)->second != sha256)
            found.push_back({slot, sha256, (*owner)->first, (*owner)->second, hit.distance});
    }
    return found;
}

Result<std::vector<SeasonLooks::Likeness>> SeasonLooks::likenesses(const Database &database,
                                                                   const ApplicationState &state) const
{
    std::vector<Likeness> nearest;
    std::vector<std::pair<std::string, std::string>> pictures;
    if (state.portrait && !state.portrait->sha256.empty())
        pictures.emplace_back(std::string(), state.portrait->sha256);
    for (const auto &[slot, files] : state.materials) {
        for (const Attachment &file : files) {
            if (!file.sha256.empty())
                pictures.emplace_back(slot, file.sha256);
        }
    }
    for (const auto &[slot, sha256] : pictures) {
        Result<std::vector<Likeness>> found = ofPicture(database, state, slot, sha256);
        if (!found)
            return found.error();
        if (!found->empty() && (slot.empty() || found->size() <= mostPagesAlike))
            nearest.push_back(std::move(found->front()));
    }
    return nearest;
}

std::vector<Finding> judgeLikenesses(const std::vector<SeasonLooks::Likeness> &likenesses, const RuleBook &book,
                                     Instant asOf)
{
    std::vector<Finding> findings;
    for (const SeasonLooks::Likeness &likeness : likenesses) {
        const bool isPortrait = likeness.slot.empty();
        Record record;
        record.set(isPortrait ? Field::Portrait : Field::Materials, likeness.sha256);
        record.shared[std::size_t(isPortrait ? SharedKey::PortraitLook : SharedKey::MaterialLook)] =
            SharedWith{.otherApplicationNo = likeness.otherNo,
                       .otherRow = 0,
                       .others = 1,
                       .slot = likeness.slot,
                       .distance = likeness.distance};
        for (Finding &finding : book.checkAll(record, asOf)) {
            const RuleBinding *binding = book.pack().binding(finding.rule);
            if (binding && binding->rule == (isPortrait ? "portrait.similar" : "materials.similar"))
                findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace zsb
