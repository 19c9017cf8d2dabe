#include "app/check/limitexplain.h"

#include "app/check/measurewords.h"
#include "core/base/editdistance.h"
#include "core/batch/inputtitles.h"
#include "core/policy/picturelimits.h"

#include <algorithm>
#include <set>

namespace zsb {
namespace {

constexpr std::size_t mostNear = 6;

/// Of portraits or of scans, by the group an id belongs to.
std::vector<MeasureWords> tableFor(std::string_view group)
{
    return group == "scan" ? scanMeasureWords() : portraitMeasureWords();
}

std::string_view groupOf(std::string_view id)
{
    return id.substr(0, id.find('.'));
}

void appendMeasure(std::string &text, const Pack &pack, const MeasureWords &words)
{
    const std::string zh = measureName(pack, words.id, Language::Chinese);
    const std::string en = measureName(pack, words.id, Language::English);
    text += "  " + std::string(words.id);
    text += zh == words.id ? "\n" : "  " + zh + " / " + en + '\n';
    text += "    公式 formula    " + std::string(words.formula) + '\n';
    text += "    单位 unit       " + std::string(unitName(words.unit, Language::Chinese)) + " / " +
            std::string(words.unit) + '\n';
    text += "    来源 source     " + std::string(words.source) + '\n';
}

std::string joined(std::span<const std::string> words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// One line of a limit: what it does, when, and for whom.
void appendLimit(std::string &text, const PictureLimit &limit, std::string_view profile)
{
    text += limit.refuses() ? "  ✖ 不合格 refused         " : "  ▲ 请查看 to be looked at  ";
    bool isFirst = true;
    for (const MeasureBound &bound : limit.when) {
        text += (isFirst ? "" : " 且 and ") + bound.measure + ' ' + boundText(bound, Language::English);
        isFirst = false;
    }
    text += "   (" + std::string(severityId(limit.severity)) + ", " + std::string(outcomeId(limit.outcome)) +
            (limit.guess ? ", guess" : "") + ')';
    if (!limit.narrowedTo.empty()) {
        const bool isProfile = groupOf(limit.id) == "portrait";
        const bool isCounting = !isProfile || std::ranges::find(limit.narrowedTo, profile) != limit.narrowedTo.end();
        text += (isProfile ? "   照片标准 profiles: " : "   材料 slots: ") + joined(limit.narrowedTo);
        text += isCounting ? "" : "（本次不适用 not in force here）";
    }
    text += '\n';
}

void appendBasis(std::string &text, const Pack &pack, std::string_view clause, std::string_view quote)
{
    text += "条款 clause      " + std::string(clause) + '\n';
    text += "原文 quote       “" + std::string(quote) + "”\n";
    if (const Clause *known = pack.clause(clause)) {
        text += "说明 says        " + known->says.zh + " / " + known->says.en + '\n';
        text += "出处 source      " + known->document + '\n';
    }
}

void appendMessages(std::string &text, const std::vector<PictureLimit> &limits)
{
    text += "\n提示 messages\n";
    std::set<std::string> told;
    for (const PictureLimit &limit : limits) {
        if (told.insert(limit.message->zh).second)
            text += "    " + limit.message->zh + "\n    " + limit.message->en + '\n';
    }
}

std::string explainLimits(const Pack &pack, const std::vector<PictureLimit> &limits, std::string_view profile)
{
    const PictureLimit &first = limits.front();
    std::string text = std::string(first.id) + '\n' + first.title->zh + " / " + first.title->en + "\n\n";
    appendBasis(text, pack, first.clause, first.quote);
    const bool isPortrait = groupOf(first.id) == "portrait";
    text += "\n界限 limits   " + pack.id + (isPortrait ? ", 照片标准 profile " + std::string(profile) : "") + '\n';
    for (const PictureLimit &limit : limits)
        appendLimit(text, limit, profile);
    text += "\n量 measures\n";
    for (const MeasureWords &words : tableFor(groupOf(first.id))) {
        if (std::ranges::any_of(limits, [&](const PictureLimit &limit) { return limit.on(words.id) != nullptr; }))
            appendMeasure(text, pack, words);
    }
    if (std::ranges::any_of(limits, [](const PictureLimit &limit) { return limit.on("file.software") != nullptr; }))
        text += "  file.software  文件自称由什么程序保存 / what the file says saved it\n";
    appendMessages(text, limits);
    return text;
}

/// A measure with every limit that names it.
std::string explainMeasure(const Pack &pack, std::string_view group, std::string_view id, std::string_view profile)
{
    const std::vector<MeasureWords> table = tableFor(group);
    const auto words = std::ranges::find(table, id, &MeasureWords::id);
    if (words == table.end())
        return {};
    std::string text = std::string(group == "scan" ? "材料 scans" : "证件照 portraits") + "\n";
    appendMeasure(text, pack, *words);
    std::string limits;
    for (const PictureLimit &limit : pictureLimitsOf(pack)) {
        if (groupOf(limit.id) != group || !limit.on(id))
            continue;
        limits += std::string(limit.id) + "  " + std::string(limit.clause) + "  “" + std::string(limit.quote) + "”\n";
        appendLimit(limits, limit, profile);
    }
    text += "\n界限 limits   " + pack.id + '\n';
    return text + (limits.empty() ? "  没有 none\n" : limits);
}

std::string_view markRule(PaperMark::Kind kind)
{
    return kind == PaperMark::Kind::Seal ? "scan.seal" : "scan.signature";
}

std::string explainMarks(const Pack &pack, std::string_view id)
{
    std::string text;
    for (const ScanPaper &paper : pack.scan.papers) {
        const MaterialSlot *slot = pack.slot(paper.slot);
        const std::string name = paper.slot + (slot ? "  " + slot->name.zh + " / " + slot->name.en : "");
        for (const PaperMark &mark : paper.marks) {
            if (markRule(mark.kind) != id)
                continue;
            const PaperRegion *region = paper.region(mark.region);
            text += "\n  " + name + (region ? "：" + region->name.zh + " / " + region->name.en : "") + '\n';
            text += "    条款 clause " + mark.clause + "  “" + mark.quote + "”  至少 at least " +
                    std::to_string(mark.count) + "  (" + std::string(severityId(mark.severity)) + ", needs-review" +
                    (mark.guess ? ", guess" : "") + ')' + (mark.types.empty() ? "" : "  " + joined(mark.types)) + '\n';
        }
        for (const PaperText &field : paper.texts) {
            if (id == "scan.text")
                text += "\n  " + name + "：" + pack.field(field.field).label.zh + " / " +
                        pack.field(field.field).label.en + "  " + field.clause + '\n';
        }
    }
    return text.empty() ? text : std::string(id) + '\n' + text;
}

} // namespace

std::string limitExplanation(const Pack &pack, std::string_view id, std::string_view profile)
{
    std::vector<PictureLimit> limits = pictureLimitsOf(pack);
    std::erase_if(limits, [&](const PictureLimit &limit) { return limit.id != id; });
    if (!limits.empty())
        return explainLimits(pack, limits, profile);
    if (std::string marks = explainMarks(pack, id); !marks.empty())
        return marks;
    std::string text;
    for (const std::string_view group : {"portrait", "scan"}) {
        const bool isOfGroup = id.starts_with(group) && id.substr(group.size()).starts_with('.');
        const std::string part = explainMeasure(pack, group, isOfGroup ? id.substr(group.size() + 1) : id, profile);
        text += (text.empty() || part.empty() ? "" : "\n----\n\n") + part;
    }
    return text;
}

std::vector<std::string> idsNear(const Pack &pack, std::string_view id)
{
    std::set<std::string> known = {"scan.seal", "scan.signature", "scan.text"};
    for (const RuleBinding &binding : pack.rules)
        known.insert({binding.id, binding.rule});
    for (const PictureLimit &limit : pictureLimitsOf(pack))
        known.emplace(limit.id);
    for (const std::string_view group : {"portrait", "scan"}) {
        for (const MeasureWords &words : tableFor(group))
            known.emplace(words.id);
    }
    for (const std::string_view rule : inputRules())
        known.emplace(rule);
    const std::string_view last = id.substr(id.rfind('.') + 1);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string &each : known) {
        const std::size_t steps = editDistance<std::string_view>(id, each);
        const bool holdsWord = last.size() >= 3 && each.find(last) != std::string::npos;
        if (holdsWord || steps <= std::max<std::size_t>(2, id.size() / 3))
            near.emplace_back(holdsWord ? std::min<std::size_t>(steps, 3) : steps, each);
    }
    std::ranges::sort(near);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(near.size(), mostNear); ++i)
        ids.push_back(near[i].second);
    return ids;
}

} // namespace zsb
