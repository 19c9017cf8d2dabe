#include "app/check/scanunjudged.h"

#include <algorithm>

namespace zsb {
namespace {

void addOnce(std::vector<std::string> &ids, std::string_view id)
{
    if (std::ranges::find(ids, id) == ids.end())
        ids.emplace_back(id);
}

void addMarks(std::vector<std::string> &ids, const ScanPaper &paper, bool isSlotKnown)
{
    for (const PaperMark &mark : paper.marks) {
        if (!isSlotKnown || !mark.types.empty())
            addOnce(ids, mark.kind == PaperMark::Kind::Seal ? "scan.seal" : "scan.signature");
    }
}

} // namespace

std::vector<std::string> unjudgedOf(const Pack &pack, std::string_view slot, std::string_view type)
{
    std::vector<std::string> ids;
    for (const ScanPaper &paper : pack.scan.papers) {
        if (slot.empty() || (type.empty() && paper.slot == slot))
            addMarks(ids, paper, !slot.empty());
    }
    for (const ScanLimit &limit : pack.scan.limits) {
        if (slot.empty() && !limit.forSlots.empty())
            addOnce(ids, limit.id);
    }
    return ids;
}

Text unjudgedText(const Pack &pack, std::string_view slot, const std::vector<std::string> &unjudged)
{
    if (unjudged.empty())
        return {};
    Text names;
    for (const std::string &id : unjudged) {
        const Text title = pictureTitle(pack, id);
        names.zh += (names.zh.empty() ? "" : "、") + title.zh + " (" + id + ')';
        names.en += (names.en.empty() ? "" : ", ") + title.en + " (" + id + ')';
    }
    if (slot.empty())
        return {"没有用 --slot 说明是哪种材料，以下没有检查，或只按各种材料共有的界限检查：" + names.zh,
                "--slot did not say which material it is; not judged, or only by the limits all materials share: " +
                    names.en};
    return {"没有用 --type 说明考生类型，只有部分类型需要的没有检查：" + names.zh,
            "--type did not say whose material it is; not judged where only some types need them: " + names.en};
}

Text pictureTitle(const Pack &pack, std::string_view id)
{
    if (const auto basis = pack.basis(id); basis && !basis->title.isEmpty())
        return basis->title;
    if (id == "scan.seal")
        return {"公章", "Seal"};
    if (id == "scan.signature")
        return {"签字", "Signature"};
    if (id == "scan.text")
        return {"材料上的文字与填报", "Text on the paper and in the form"};
    return {std::string(id), std::string(id)};
}

} // namespace zsb
