#include "core/policy/packparts.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

struct TargetName
{
    std::string_view zh;
    std::string_view en;
};

TargetName nameOf(PackTarget target)
{
    switch (target) {
    case PackTarget::ArchiveRoute:
        return {"归档去向", "archive route"};
    case PackTarget::Binding:
        return {"规则", "rule binding"};
    case PackTarget::Clause:
        return {"条款", "clause"};
    case PackTarget::Form:
        return {"表单", "form"};
    case PackTarget::PortraitProfile:
        return {"照片规格", "portrait profile"};
    case PackTarget::Quote:
        return {"引文", "quote in any source"};
    case PackTarget::Reason:
        return {"原因代码", "reason"};
    case PackTarget::Role:
        return {"角色", "role"};
    case PackTarget::Slot:
        return {"材料", "material slot"};
    case PackTarget::Source:
        return {"原文文件", "source document"};
    case PackTarget::Table:
        return {"码表", "code table"};
    case PackTarget::Type:
        return {"考生类型", "candidate type"};
    case PackTarget::Window:
        return {"时段", "window"};
    }
    return {};
}

bool isThere(const PackReading &reading, const std::vector<std::string> &sources, PackTarget target,
             const std::string &name)
{
    switch (target) {
    case PackTarget::ArchiveRoute:
        return reading.has("archive route", name);
    case PackTarget::Binding:
        return reading.has("binding", name);
    case PackTarget::Clause:
        return reading.has("clause", name);
    case PackTarget::Form:
        return reading.has("form", name);
    case PackTarget::PortraitProfile:
        return reading.has("portrait profile", name);
    case PackTarget::Quote: {
        const std::string key = quoteKey(name);
        return std::ranges::any_of(sources, [&](const auto &each) { return each.find(key) != std::string::npos; });
    }
    case PackTarget::Reason:
        return reading.has("reason", name);
    case PackTarget::Role:
        return reading.has("role", name);
    case PackTarget::Slot:
        return reading.has("slot", name);
    case PackTarget::Source:
        return reading.pack.sources.contains(name);
    case PackTarget::Table:
        return reading.pack.tables.contains(name);
    case PackTarget::Type:
        return reading.has("type", name);
    case PackTarget::Window:
        return reading.has("window", name);
    }
    return false;
}

/// `by` of a clause: `rule:ID` and `form:ID` must exist; screens, transitions, data and services are names.
void checkWhoCarriesOut(PackReading &reading)
{
    static constexpr std::array<std::string_view, 5> names = {"data:", "screen:", "service:", "transition:", "image:"};
    for (const Clause &clause : reading.pack.clauses) {
        for (const std::string &by : clause.by) {
            const bool isName =
                std::ranges::any_of(names, [&](std::string_view prefix) { return by.starts_with(prefix); });
            const bool isKnown = (by.starts_with("rule:") && reading.has("binding", by.substr(5))) ||
                                 (by.starts_with("form:") && reading.has("form", by.substr(5)));
            if (!isName && !isKnown)
                reading.remark({"clauses.csv", 0, clause.id + ".by"},
                               {"没有“" + by + "”", "there is no \"" + by + "\""});
        }
        if (clause.by.empty())
            reading.remark({"clauses.csv", 0, clause.id + ".by"},
                           {"没有说明由什么执行", "nothing is said to carry this clause out"});
    }
}

void checkReasonTargets(PackReading &reading)
{
    static constexpr std::array<std::string_view, 5> words = {"portrait", "material", "type", "step", "any"};
    for (const Reason &reason : reading.pack.reasons) {
        const std::string_view target = reason.target;
        bool isKnown = std::ranges::find(words, target) != words.end();
        if (target.starts_with("material:"))
            isKnown = reading.has("slot", std::string(target.substr(9)));
        if (target.starts_with("field:")) {
            std::string list(target.substr(6));
            std::ranges::replace(list, ',', '|');
            isKnown = std::ranges::all_of(splitList(list), [](const auto &id) { return fieldFromId(id).has_value(); });
        }
        if (!isKnown)
            reading.problem({"reasons.csv", 0, reason.code + ".target"},
                            {"没有“" + reason.target + "”", "there is no \"" + reason.target + "\""});
    }
}

void checkFieldTables(PackReading &reading)
{
    // Two fields take their values from elsewhere in the pack.
    static constexpr std::array<Field, 3> ownValues = {Field::CandidateType, Field::DocumentType, Field::BachelorMajor};
    for (const FieldInfo &info : reading.pack.fields) {
        const bool needsTable =
            info.kind == FieldInfo::Kind::Code && std::ranges::find(ownValues, info.field) == ownValues.end();
        if (needsTable && info.table.empty())
            reading.problem({"fields.json", 0, std::string(fieldId(info.field)) + ".table"},
                            {"代码类字段须指明码表", "a coded field needs its table"});
    }
}

} // namespace

void checkReferences(PackReading &reading)
{
    std::vector<std::string> sources;
    for (const auto &[name, text] : reading.pack.sources)
        sources.push_back(quoteKey(text));
    for (const PackReading::Reference &reference : reading.references) {
        if (isThere(reading, sources, reference.target, reference.name))
            continue;
        const auto [zh, en] = nameOf(reference.target);
        reading.problem(reference.place, {"没有" + std::string(zh) + "“" + reference.name + "”",
                                          "there is no " + std::string(en) + " \"" + reference.name + "\""});
    }
}

void checkSense(PackReading &reading)
{
    checkWhoCarriesOut(reading);
    checkReasonTargets(reading);
    checkFieldTables(reading);
    if (reading.pack.types.empty())
        reading.problem({"types.json", 0, {}}, {"没有任何考生类型", "there is no candidate type"});
    if (!reading.files.contains("SOURCES.md"))
        reading.remark({"SOURCES.md", 0, {}}, {"没有说明数据来源", "it is not said where the data come from"});
}

} // namespace zsb
