#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::string_view fieldPrefix = "field:";
constexpr std::string_view materialPrefix = "material:";

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
bool isCorrectableStep(const Deciding &deciding, std::string_view item)
{
    if (item == "step:identity")
        return hasStep(deciding.state, Step::Identity);
    return item == "step:payment" && hasStep(deciding.state, Step::Payment) && isPaidBeforeReview(deciding.state) &&
           deciding.state.payment.state != PaymentState::Paid;
}

bool isItem(const Deciding &deciding, std::string_view item)
{
    if (item == portraitItem || item == typeItem || item == anyItem || isCorrectableStep(deciding, item))
        return true;
    if (item.starts_with(fieldPrefix)) {
        const auto field = fieldFromId(item.substr(fieldPrefix.size()));
        return field && deciding.type && deciding.type->use(*field);
    }
    return item.starts_with(materialPrefix) && deciding.type &&
           useOfSlot(*deciding.type, item.substr(materialPrefix.size()));
}

/// What a reason may be about, as the pack puts it, narrowed to the target given. Empty: not about that.
std::vector<std::string> itemsOf(const Deciding &deciding, const Reason &reason, const std::string &target)
{
    std::vector<std::string> items =
        reason.target.starts_with(fieldPrefix)
            ? split(std::string_view(reason.target).substr(fieldPrefix.size()), fieldPrefix)
            : std::vector{reason.target};
    if (reason.target == anyItem || reason.target == "material" || reason.target == "step") {
        const std::string &item = target.empty() ? reason.target : target;
        const bool fits = reason.target == anyItem || item.starts_with(reason.target + ':');
        items = fits && isItem(deciding, item) ? std::vector{item} : std::vector<std::string>{};
    } else if (!target.empty()) {
        const bool fits = std::ranges::find(items, target) != items.end();
        items = fits ? std::vector{target} : std::vector<std::string>{};
    }
    std::erase_if(items, [&](const std::string &item) { return !isItem(deciding, item); });
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
