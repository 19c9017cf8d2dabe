#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::string_view fieldPrefix = "field:";
constexpr std::string_view materialPrefix = "material:";
constexpr std::string_view anyMaterial = "material";
constexpr std::string_view anyStep = "step";
constexpr std::string_view identityStep = "step:identity";
constexpr std::string_view paymentStep = "step:payment";

std::vector<std::string> split(std::string_view list, std::string_view prefix)
{
    std::vector<std::string> items;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        items.push_back(std::string(prefix) + std::string(list.substr(0, comma)));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return items;
}

/// A step that a correction can still do something about.
bool isCorrectableStep(const ApplicationState &state, std::string_view item)
{
    if (item == identityStep)
        return hasStep(state, Step::Identity);
    return item == paymentStep && hasStep(state, Step::Payment) && isPaidBeforeReview(state) &&
           state.payment.state != PaymentState::Paid;
}

/// What the type asks for, and what the file holds although nobody asked for it.
bool isItem(const ApplicationState &state, const CandidateType *type, std::string_view item)
{
    if (item == portraitItem || item == typeItem || item == anyItem || isCorrectableStep(state, item))
        return true;
    if (item.starts_with(fieldPrefix)) {
        const auto field = fieldFromId(item.substr(fieldPrefix.size()));
        return field && type && type->use(*field);
    }
    if (!item.starts_with(materialPrefix))
        return false;
    const std::string_view slot = item.substr(materialPrefix.size());
    return hasFile(state, slot) || (type && useOfSlot(*type, slot));
}

/// What the pack itself names for the reason.
std::vector<std::string> namedItems(const Reason &reason)
{
    return reason.target.starts_with(fieldPrefix)
               ? split(std::string_view(reason.target).substr(fieldPrefix.size()), fieldPrefix)
               : std::vector{reason.target};
}

/// What a reason may be about, as the pack puts it, narrowed to the target given. Empty: not about that.
std::vector<std::string> itemsOf(const Deciding &deciding, const Reason &reason, const std::string &target)
{
    std::vector<std::string> items = namedItems(reason);
    const auto isHere = [&](const std::string &item) { return isItem(deciding.state, deciding.type, item); };
    if (reason.target == anyItem || reason.target == anyMaterial || reason.target == anyStep) {
        const std::string &item = target.empty() ? reason.target : target;
        const bool fits = reason.target == anyItem || item.starts_with(reason.target + ':');
        items = fits ? std::vector{item} : std::vector<std::string>{};
    } else if (!target.empty()) {
        const bool fits = std::ranges::find(items, target) != items.end();
        items = fits ? std::vector{target} : std::vector<std::string>{};
    }
    std::erase_if(items, [&](const std::string &item) { return !isHere(item); });
    return items;
}

/// Of each material the type asks for the slots that hold a file, or the first; then what else the file holds.
std::vector<std::string> materialItems(const ApplicationState &state, const CandidateType *type)
{
    std::vector<std::string> items;
    const auto add = [&](const std::string &slot) {
        if (std::ranges::find(items, materialItem(slot)) == items.end())
            items.push_back(materialItem(slot));
    };
    for (const MaterialUse &use : type ? type->materials : std::vector<MaterialUse>{}) {
        const auto isGiven = [&](const std::string &slot) { return hasFile(state, slot); };
        if (std::ranges::none_of(use.oneOf, isGiven) && !use.oneOf.empty())
            add(use.oneOf.front());
        for (const std::string &slot : use.oneOf) {
            if (isGiven(slot))
                add(slot);
        }
    }
    for (const auto &[slot, files] : state.materials) {
        if (!files.empty())
            add(slot);
    }
    return items;
}

Guard needReason(const Deciding &deciding, const ReasonUse &use, bool opening)
{
    const Reason *reason = deciding.pack.reason(use.code);
    if (!reason)
        return refuse(RefusalCode::UnknownReason, {{"code", use.code}});
    if (reason->needsNote && use.note.empty())
        return refuse(RefusalCode::ReasonNeedsNote, {{"code", use.code}});
    const bool named = opening || !use.target.empty();
    if (named && itemsOf(deciding, *reason, use.target).empty())
        return refuse(RefusalCode::WrongTarget, {{"code", use.code}, {"target", use.target}});
    return std::nullopt;
}

OpenItem openItem(const Deciding &deciding, std::string item)
{
    OpenItem open{.item = std::move(item)};
    if (!open.item.starts_with(materialPrefix) || !deciding.type)
        return open;
    const auto *use = useOfSlot(*deciding.type, std::string_view(open.item).substr(materialPrefix.size()));
    for (const std::string &slot : use ? use->oneOf : std::vector<std::string>{}) {
        if (materialItem(slot) != open.item)
            open.alternatives.push_back(materialItem(slot));
    }
    return open;
}

} // namespace

Guard needReasons(const Deciding &deciding, const std::vector<ReasonUse> &reasons, bool opening)
{
    if (reasons.empty())
        return refuse(RefusalCode::NoReason);
    for (const ReasonUse &use : reasons) {
        if (Guard guard = needReason(deciding, use, opening))
            return guard;
    }
    return std::nullopt;
}

std::vector<std::string> targetsOf(const ApplicationState &state, const Pack &pack, const Reason &reason)
{
    const CandidateType *type = pack.type(state.typeId);
    std::vector<std::string> items = namedItems(reason);
    if (reason.target == anyMaterial)
        items = materialItems(state, type);
    else if (reason.target == anyStep)
        items = {std::string(identityStep), std::string(paymentStep)};
    std::erase_if(items, [&](const std::string &item) { return !isItem(state, type, item); });
    return items;
}

std::vector<OpenItem> openItemsOf(const Deciding &deciding, const std::vector<ReasonUse> &reasons)
{
    std::vector<OpenItem> open;
    for (const ReasonUse &use : reasons) {
        const Reason *reason = deciding.pack.reason(use.code);
        for (std::string &item : reason ? itemsOf(deciding, *reason, use.target) : std::vector<std::string>{}) {
            if (std::ranges::find(open, item, &OpenItem::item) == open.end())
                open.push_back(openItem(deciding, std::move(item)));
        }
    }
    return open;
}

} // namespace zsb
