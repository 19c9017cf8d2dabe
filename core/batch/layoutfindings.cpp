#include "core/batch/layoutfindings.h"

#include "core/batch/inputmessages.h"
#include "core/batch/nearheader.h"

#include <algorithm>

namespace zsb {
namespace {

bool isRequiredOfAll(const Pack &pack, Field field)
{
    return field == Field::CandidateType || isRequiredByAll(pack.types, field, false);
}

/// Words of one language, one after the other.
class Wording
{
public:
    Wording(const Pack &pack, Language language) : m_pack(pack), m_language(language) {}

    [[nodiscard]] std::string say(std::string_view zh, std::string_view en) const
    {
        return std::string(m_language == Language::Chinese ? zh : en);
    }
    [[nodiscard]] std::string label(Field field) const { return m_pack.field(field).label.in(m_language); }
    [[nodiscard]] std::string list(const std::vector<std::string> &words) const
    {
        std::string all;
        for (const std::string &word : words)
            all += (all.empty() ? "" : say("、", ", ")) + word;
        return all;
    }

private:
    const Pack &m_pack;
    Language m_language;
};

/// 证件号码（相近的列：证件号玛）、考生类型
std::string lackingList(const Wording &words, const std::vector<Field> &lacking, const TableLayout &layout,
                        std::span<const HeaderSynonym> synonyms)
{
    std::vector<std::string> all;
    for (const Field field : lacking) {
        const std::vector<std::string> near = nearHeaders(field, layout.header, layout.columns, synonyms);
        all.push_back(words.label(field));
        if (!near.empty())
            all.back() += words.say("（相近的列：", " (nearly so: ") + words.list(near) + words.say("）", ")");
    }
    return words.list(all);
}

std::string foundList(const Wording &words, const ColumnMap &columns)
{
    std::vector<std::string> found;
    for (const std::optional<Field> &field : columns.fields)
        if (field)
            found.push_back(words.label(*field));
    return words.list(found);
}

} // namespace

std::vector<LayoutFinding> layoutFindings(const TableLayout &layout)
{
    std::vector<LayoutFinding> all;
    for (const RowProblem &problem : layoutProblems(layout))
        all.push_back({problem.row, problem.column, findingOf(problem, layout.header, layout.columns)});
    return all;
}

std::optional<Finding> missingColumns(const TableLayout &layout, const Pack &pack)
{
    Finding finding;
    for (const Field field : layout.columns.missing)
        if (isRequiredOfAll(pack, field))
            finding.fields.push_back(field);
    if (finding.fields.empty())
        return std::nullopt;
    finding.rule = "input.missing-column";
    finding.severity = Severity::Error;
    finding.outcome = Outcome::Fail;
    const std::vector<HeaderSynonym> synonyms = headerSynonyms(pack);
    const Wording zh(pack, Language::Chinese);
    const Wording en(pack, Language::English);
    finding.messageZh = "表中没有这些必填列：" + lackingList(zh, finding.fields, layout, synonyms) + "；找到的列：" +
                        foundList(zh, layout.columns) +
                        "。没有的列没有检查，没有报错不等于合格。请补上这些列，或改正列名";
    finding.messageEn = "The table lacks required columns: " + lackingList(en, finding.fields, layout, synonyms) +
                        "; found: " + foundList(en, layout.columns) +
                        ". What lacks was not checked, so a row without errors is not a good row. Add the columns or "
                        "correct their names";
    return finding;
}

Finding noFileFound(std::int64_t named)
{
    const std::string count = std::to_string(named);
    Finding finding;
    finding.rule = noFileFoundRule;
    finding.severity = Severity::Error;
    finding.outcome = Outcome::Fail;
    finding.evidence = {{"named", named}};
    finding.messageZh = "表中列出的图片文件（" + count +
                        " 个）在图片文件夹里一个也没有，图片都没有检查，没有报错不等于合格。请用 --files 指明图片所在的"
                        "文件夹重新检查，或用 --no-images 表明不检查图片";
    finding.messageEn = "None of the picture files the table names (" + count +
                        ") is in the folder of pictures, and no picture was checked, so a row without errors is not a "
                        "good row. Say with --files in which folder they are and check again, or say with --no-images "
                        "that pictures are not to be checked";
    return finding;
}

} // namespace zsb
