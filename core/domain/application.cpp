#include "core/domain/application.h"

#include "core/base/hash.h"
#include "core/domain/json.h"
#include "core/domain/recordview.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::string_view fieldPrefix = "field:";
constexpr std::string_view materialPrefix = "material:";

std::string hashOfFiles(const std::vector<Attachment> &files)
{
    std::string content;
    for (const Attachment &file : files)
        content += file.sha256 + '\n';
    return sha256Hex(content);
}

std::string hashOfField(const ApplicationState &state, std::string_view id)
{
    const auto field = fieldFromId(id);
    if (!field)
        return {};
    const auto found = state.fields.find(*field);
    return sha256Hex(found == state.fields.end() ? std::string_view{} : std::string_view(found->second));
}

std::string hashOfMaterial(const ApplicationState &state, std::string_view slot)
{
    const auto found = state.materials.find(std::string(slot));
    return found == state.materials.end() ? std::string{} : hashOfFiles(found->second);
}

bool isKeptBy(const Decision &decision, std::string_view item, const std::string &hash)
{
    const auto seen = decision.seen.find(std::string(item));
    return seen != decision.seen.end() && seen->second == hash;
}

struct EvidenceToText
{
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return std::to_string(value); }
    std::string operator()(const std::string &value) const { return value; }
};

std::vector<std::string> itemsOf(const Finding &finding)
{
    std::vector<std::string> items;
    for (const Field field : finding.fields)
        items.push_back(field == Field::Portrait ? std::string(portraitItem) : fieldItem(field));
    for (const Evidence &evidence : finding.evidence) {
        if (const auto *slot = std::get_if<std::string>(&evidence.value); slot && evidence.key == "slot")
            items.push_back(materialItem(*slot));
    }
    return items;
}

} // namespace

std::string fieldItem(Field field)
{
    return std::string(fieldPrefix) + std::string(fieldId(field));
}

std::string materialItem(std::string_view slot)
{
    return std::string(materialPrefix) + std::string(slot);
}

std::string itemHash(const ApplicationState &state, std::string_view item)
{
    if (item == portraitItem)
        return state.portrait ? hashOfFiles({*state.portrait}) : std::string{};
    if (item == typeItem)
        return sha256Hex(state.typeId);
    if (item.starts_with(fieldPrefix))
        return hashOfField(state, item.substr(fieldPrefix.size()));
    if (item.starts_with(materialPrefix))
        return hashOfMaterial(state, item.substr(materialPrefix.size()));
    return {};
}

std::string findingKey(const Finding &finding, const ApplicationState &state)
{
    std::string content = finding.rule + '\x1f' + std::string(outcomeId(finding.outcome));
    for (const Evidence &item : finding.evidence) {
        content += '\x1f';
        content += item.key;
        content += '=';
        content += std::visit(EvidenceToText{}, item.value);
    }
    for (const std::string &item : itemsOf(finding))
        content += '\x1f' + item + '=' + itemHash(state, item);
    return sha256Hex(content);
}

bool opens(const OpenItem &open, std::string_view item)
{
    return open.item == item || open.item == anyItem || open.item == typeItem ||
           std::ranges::find(open.alternatives, item) != open.alternatives.end();
}

bool isOpen(const ReviewState &review, std::string_view item)
{
    return std::ranges::any_of(review.openItems, [item](const OpenItem &open) { return opens(open, item); });
}

const Decision *lastDecision(const ApplicationState &state)
{
    const auto found = std::find_if(state.decisions.rbegin(), state.decisions.rend(),
                                    [](const Decision &decision) { return !decision.undone; });
    return found == state.decisions.rend() ? nullptr : &*found;
}

std::vector<const Contest *> openContests(const ApplicationState &state)
{
    int settled = 0;
    for (const Decision &decision : state.decisions) {
        if (decision.settles && !decision.undone)
            settled = std::max(settled, decision.sequence);
    }
    std::vector<const Contest *> open;
    for (const Contest &contest : state.contested) {
        if (!contest.concurs && contest.sequence > settled)
            open.push_back(&contest);
    }
    return open;
}

std::string contentHash(const ApplicationState &state)
{
    std::string content = state.typeId + '\n';
    for (const auto &[field, text] : state.fields) {
        if (!isProcessField(field) && field != Field::Materials && field != Field::Portrait && !text.empty())
            content += std::string(fieldId(field)) + '=' + sha256Hex(text) + '\n';
    }
    for (const auto &[slot, files] : state.materials) {
        if (!files.empty())
            content += slot + '=' + hashOfFiles(files) + '\n';
    }
    return sha256Hex(content + (state.portrait ? state.portrait->sha256 : std::string()));
}

bool isVerdictKept(const ApplicationState &state, std::string_view stageId, std::string_view item)
{
    const std::string hash = itemHash(state, item);
    if (hash.empty() || isOpen(state.review, item))
        return false;
    const auto first = state.decisions.begin() + std::min<std::ptrdiff_t>(state.keptFrom, std::ssize(state.decisions));
    return std::any_of(first, state.decisions.end(), [&](const Decision &decision) {
        return !decision.undone && !decision.settles && decision.stageId == stageId && isKeptBy(decision, item, hash);
    });
}

bool refundDue(const ApplicationState &state)
{
    const bool failed = state.review.phase == Phase::Refused || state.review.phase == Phase::Cancelled;
    return failed && state.payment.state == PaymentState::Paid;
}

QJsonObject toJson(const ApplicationState &state)
{
    return toJsonValue(state).toObject();
}

Result<ApplicationState> applicationFromJson(const QJsonObject &json)
{
    return fromJsonValue<ApplicationState>(json);
}

} // namespace zsb
