#include "core/policy/packparts.h"

#include <algorithm>

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
        return {"规则或界限", "rule binding or limit"};
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
    case PackTarget::Word:
        return {"文字（texts.json）", "text in texts.json"};
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
        return reading.has("binding", name) || reading.pack.basis(name);
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
    case PackTarget::Word:
        return reading.pack.texts.contains(name);
    }
    return false;
}

/// A class that the table of subjects leaves out: its candidates would see no subject (a defect of published tables).
void checkClasses(PackReading &reading)
{
    for (const BachelorMajor &major : reading.pack.catalogue.bachelorMajors()) {
        if (!reading.has("class", major.classCode))
            reading.remark(
                {"categories.csv", 0, major.classCode},
                {"“" + major.name + "”所属的类不在本表中", "the class of \"" + major.name + "\" is not in this table"});
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
    checkClasses(reading);
    const auto isCatalogued = [](const CandidateType &type) {
        return type.majorEntry == CandidateType::MajorEntry::Catalogue;
    };
    if (reading.pack.catalogue.juniorMajors().empty() && std::ranges::any_of(reading.pack.types, isCatalogued))
        reading.problem({"catalogue.csv", 0, {}}, {"目录为空，而有考生类型从目录中选专业",
                                                   "the catalogue is empty, and types choose majors from it"});
    if (reading.pack.types.empty())
        reading.problem({"types.json", 0, {}}, {"没有任何考生类型", "there is no candidate type"});
    if (!reading.files.contains("SOURCES.md"))
        reading.remark({"SOURCES.md", 0, {}}, {"没有说明数据来源", "it is not said where the data come from"});
}

} // namespace zsb
