#include "core/storage/projectedrows.h"

#include "core/base/text.h"
#include "core/storage/nametokens.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

std::int64_t milliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

std::string lastSix(std::string_view number)
{
    const std::string key = codeKey(number);
    return key.size() > 6 ? key.substr(key.size() - 6) : key;
}

std::string compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::string searchName(const ApplicationState &state, const FieldCodec &codec)
{
    return codec.searchText("name", nameKey(textOf(state, Field::Name)));
}

std::string jsonOf(const std::vector<Finding> &findings)
{
    std::string json = "[";
    for (const Finding &finding : findings) {
        json += json.size() > 1 ? ",{" : "{";
        appendVerdictJson(json, finding);
        json += '}';
    }
    return json + ']';
}

bool isDismissed(const Finding &finding, const ApplicationState &state)
{
    if (state.resolutions.empty())
        return false;
    const auto resolved = state.resolutions.find(findingKey(finding, state));
    return resolved != state.resolutions.end() && resolved->second.resolution == Resolution::Dismissed;
}

void addHash(std::vector<ProjectedHash> &hashes, const Attachment &file, const char *kind)
{
    if (!file.sha256.empty())
        hashes.push_back({file.sha256, kind, file.slot});
}

} // namespace

FieldPlace projectedPlace(const ApplicationId &id, std::string_view column)
{
    return {"application", id.value, column};
}

std::string_view textOf(const ApplicationState &state, Field field)
{
    const auto found = state.fields.find(field);
    return found == state.fields.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<ProjectedColumn> projectedColumns(const ApplicationState &state, const SharedKeys &keys, Instant updated,
                                              const FieldCodec &codec, std::span<const Reading> readings)
{
    const ReviewState &review = state.review;
    const auto sealed = [&](std::string_view column, std::string_view plain) {
        return codec.encode(projectedPlace(state.id, column), plain);
    };
    return {
        {u"id", sqlText(state.id.value)},
        {u"no", sqlText(state.applicationNo)},
        {u"no_key", sqlText(codeKey(state.applicationNo))},
        {u"type", sqlText(state.typeId)},
        {u"phase", sqlText(idOf(review.phase))},
        {u"stage", sqlText(review.stageId)},
        {u"payment", sqlText(idOf(state.payment.state))},
        {u"claimed_by", sqlText(review.claim ? review.claim->actor.value : std::string())},
        {u"claimed_until", sqlInteger(review.claim ? milliseconds(review.claim->until) : 0)},
        {u"due", sqlInteger(review.deadline ? milliseconds(*review.deadline) : never)},
        {u"priority", state.round > 1 ? 0 : 1},
        {u"name", sealed("name", textOf(state, Field::Name)), true},
        {u"name_key", sqlText(searchName(state, codec))},
        {u"py", sqlText(codec.searchText("py", readings.empty() ? std::string() : readings.front().py))},
        {u"id_suffix", sqlText(codec.lookupKey("id_suffix", lastSix(textOf(state, Field::DocumentNumber))))},
        {u"document", sqlText(keys.document)},
        {u"phone", sqlText(keys.phone)},
        {u"college", sqlText(textOf(state, Field::College))},
        {u"updated", sqlInteger(milliseconds(updated))},
        {u"revision", state.revision},
        {u"state", sealed("state", compact(toJson(state))), true},
    };
}

std::vector<ProjectedColumn> projectedFindings(const ApplicationState &state, const std::vector<Finding> &findings,
                                               const FieldCodec &codec)
{
    int errors = 0;
    int warnings = 0;
    for (const Finding &finding : findings) {
        if (!isDismissed(finding, state))
            ++(finding.severity == Severity::Error ? errors : warnings);
    }
    return {
        {u"errors", errors},
        {u"warnings", warnings},
        {u"severity", sqlText(errors > 0     ? "error"
                              : warnings > 0 ? "warning"
                                             : "clean")},
        {u"findings", codec.encode(projectedPlace(state.id, "findings"), jsonOf(findings)), true},
    };
}

std::vector<ProjectedHash> projectedHashes(const ApplicationState &state)
{
    std::vector<ProjectedHash> hashes;
    if (state.portrait)
        addHash(hashes, *state.portrait, "portrait");
    for (const auto &[slot, files] : state.materials) {
        for (const Attachment &file : files)
            addHash(hashes, file, "material");
    }
    for (const Attachment &file : state.earlierPortraits)
        addHash(hashes, file, "kept");
    for (const ConversionRequest &request : state.conversions) {
        for (const Attachment &file : request.attachments)
            addHash(hashes, file, "kept");
    }
    std::ranges::sort(hashes);
    hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
    return hashes;
}

std::vector<Reading> projectedReadings(std::span<const Reading> readings, const FieldCodec &codec)
{
    std::vector<Reading> stored;
    for (const Reading &reading : readings) {
        const std::string py = codec.searchText("py", reading.py);
        if (!py.empty())
            stored.push_back({.py = py, .pyi = codec.searchText("pyi", reading.pyi)});
    }
    // of readings written alike the first one counts
    std::ranges::stable_sort(stored, {}, &Reading::py);
    const auto alike = std::ranges::unique(stored, {}, &Reading::py);
    stored.erase(alike.begin(), alike.end());
    return stored;
}

std::string projectedTokens(const ApplicationState &state, const FieldCodec &codec)
{
    return nameTokens(searchName(state, codec));
}

} // namespace zsb
