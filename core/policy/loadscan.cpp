#include "core/policy/boundjudge.h"
#include "core/policy/packparts.h"

#include <algorithm>

namespace zsb {
namespace {

void checkGuess(ObjectReader &reader, bool guess, Severity severity)
{
    if (guess && severity == Severity::Error)
        reader.problem("guess", {"推测的要求只能提示，不能作为错误", "a guess may only warn"});
}

ScanLimit readLimit(ObjectReader &reader)
{
    ScanLimit limit;
    limit.id = reader.text("id");
    limit.clause = reader.reference("clause", PackTarget::Clause);
    limit.quote = reader.reference("quote", PackTarget::Quote);
    limit.severity = readSeverity(reader);
    limit.outcome = readOutcome(reader);
    limit.guess = reader.optionalFlag("guess", false);
    checkGuess(reader, limit.guess, limit.severity);
    if (limit.guess && limit.outcome == Outcome::Fail)
        reader.problem("outcome", {"推测的要求不能判为不合格", "a guess cannot fail anybody"});
    limit.forSlots = reader.references("slots", PackTarget::Slot);
    limit.when = readBounds(reader);
    limit.title = reader.bilingual("title");
    limit.message = reader.bilingual("message", namesOf(limit.when));
    return limit;
}

/// `[left, top, width, height]` in mm.
std::optional<PaperBox> readBox(ObjectReader &reader, std::string_view key)
{
    const JsonNode *node = reader.take(key);
    if (!node)
        return std::nullopt;
    const auto isNumber = [](const JsonNode &each) {
        return each.kind == JsonNode::Kind::Integer || each.kind == JsonNode::Kind::Number;
    };
    const bool isBox = node->kind == JsonNode::Kind::Array && node->items.size() == 4 &&
                       std::ranges::all_of(node->items, isNumber) && node->items[2].number > 0 &&
                       node->items[3].number > 0;
    if (!isBox) {
        reader.problem(key, {"应为 [左, 上, 宽, 高]，单位毫米", "must be [left, top, width, height] in mm"});
        return std::nullopt;
    }
    return PaperBox{node->items[0].number, node->items[1].number, node->items[2].number, node->items[3].number};
}

/// The id of a region of the same paper; reported when there is none such.
std::string readRegionOf(ObjectReader &reader, const ScanPaper &paper)
{
    std::string id = reader.optionalText("region");
    if (!id.empty() && !paper.region(id))
        reader.problem("region", {"这份材料没有区域“" + id + "”", "this paper has no region \"" + id + "\""});
    return id;
}

PaperMark readMark(ObjectReader &reader, const ScanPaper &paper)
{
    PaperMark mark;
    mark.kind = reader.choice<PaperMark::Kind>(
        "kind", {{"seal", PaperMark::Kind::Seal}, {"signature", PaperMark::Kind::Signature}});
    mark.region = readRegionOf(reader, paper);
    if (mark.kind == PaperMark::Kind::Signature && mark.region.empty())
        reader.problem("region", {"签字须有区域", "a signature needs a region"});
    mark.count = reader.node().member("count") ? int(reader.count("count")) : 1;
    if (mark.count < 1)
        reader.problem("count", {"至少为 1", "must be at least 1"});
    mark.types = reader.references("types", PackTarget::Type);
    mark.clause = reader.reference("clause", PackTarget::Clause);
    mark.quote = reader.reference("quote", PackTarget::Quote);
    mark.severity = readSeverity(reader);
    mark.guess = reader.optionalFlag("guess", false);
    checkGuess(reader, mark.guess, mark.severity);
    return mark;
}

PaperText readText(ObjectReader &reader, const ScanPaper &paper)
{
    PaperText text;
    const std::string id = reader.text("field");
    if (const auto field = fieldFromId(id))
        text.field = *field;
    else if (!id.empty())
        reader.problem("field", {"没有这一项：" + id, "there is no field " + id});
    text.region = readRegionOf(reader, paper);
    text.clause = reader.reference("clause", PackTarget::Clause);
    return text;
}

/// As far as the size of the paper is known.
bool isOn(const ScanPaper &paper, const PaperBox &box)
{
    const bool isAcross = box.left >= 0 && (paper.widthMm <= 0 || box.left + box.width <= paper.widthMm);
    return isAcross && box.top >= 0 && (paper.heightMm <= 0 || box.top + box.height <= paper.heightMm);
}

ScanPaper readPaper(ObjectReader &reader)
{
    ScanPaper paper;
    paper.slot = reader.reference("slot", PackTarget::Slot);
    reader.reading().claim("scan paper", paper.slot, reader.place("slot"));
    paper.widthMm = readNumber(reader, "width_mm").value_or(0);
    paper.heightMm = readNumber(reader, "height_mm").value_or(0);
    paper.frame = readBox(reader, "frame");
    paper.guess = reader.optionalFlag("guess", false);
    reader.each(
        "regions",
        [&](ObjectReader &each) {
            PaperRegion region;
            region.id = each.text("id");
            if (paper.region(region.id))
                each.problem("id", {"区域重复", "a region occurs twice"});
            region.name = each.bilingual("name");
            region.box = readBox(each, "box").value_or(PaperBox{});
            if (region.box == PaperBox{})
                each.problem("box", {"缺少此项", "is missing"});
            else if (!isOn(paper, region.box))
                each.problem("box", {"超出纸张", "lies beyond the paper"});
            paper.regions.push_back(std::move(region));
        },
        false);
    for (const std::string_view key : {"width_mm", "height_mm"}) {
        if ((key == "width_mm" ? paper.widthMm : paper.heightMm) < 0)
            reader.problem(key, {"不能为负数", "must not be negative"});
    }
    if (!paper.regions.empty() && (paper.widthMm <= 0 || paper.heightMm <= 0))
        reader.problem("width_mm", {"有区域就须有纸张大小", "regions need the size of the paper"});
    reader.each(
        "marks", [&](ObjectReader &each) { paper.marks.push_back(readMark(each, paper)); }, false);
    reader.each(
        "texts", [&](ObjectReader &each) { paper.texts.push_back(readText(each, paper)); }, false);
    return paper;
}

/// `{"value": 8, "why": "…"}`: no limit without a reason.
double readMarkLimit(ObjectReader &reader, std::string_view key)
{
    double value = 0;
    reader.object(key, [&](ObjectReader &limit) {
        value = readNumber(limit, "value").value_or(0);
        if (!(value > 0))
            limit.problem("value", {"应为大于 0 的数", "must be a number above 0"});
        limit.text("why");
    });
    return value;
}

MarkLimits readMarkLimits(ObjectReader &reader)
{
    return {.reachMm = readMarkLimit(reader, "reach_mm"),
            .faintInk = readMarkLimit(reader, "faint_below"),
            .wholeSeal = readMarkLimit(reader, "cut_below"),
            .leastSignature = readMarkLimit(reader, "signature_below")};
}

void readMessages(ObjectReader &reader, ScanPolicy &policy)
{
    for (const std::string_view key : scanMessageKeys())
        policy.messages.emplace(key, reader.bilingual(key, scanMessagePlaceholders(key)));
}

} // namespace

void loadScan(PackReading &reading)
{
    if (!reading.files.contains("scan.json"))
        return;
    ScanPolicy &policy = reading.pack.scan;
    oneObject(reading, "scan.json", [&](ObjectReader &reader) {
        reader.each("limits", [&](ObjectReader &each) {
            policy.limits.push_back(readLimit(each));
            checkIsReached(each);
        });
        reader.each(
            "papers", [&](ObjectReader &each) { policy.papers.push_back(readPaper(each)); }, false);
        const bool hasMarks =
            std::ranges::any_of(policy.papers, [](const ScanPaper &paper) { return !paper.marks.empty(); });
        reader.object(
            "mark_limits",
            [&](ObjectReader &each) {
                const MarkLimits limits = readMarkLimits(each);
                for (ScanPaper &paper : policy.papers)
                    paper.limits = limits;
            },
            hasMarks);
        reader.object(
            "messages", [&](ObjectReader &messages) { readMessages(messages, policy); }, !policy.papers.empty());
    });
}

} // namespace zsb
