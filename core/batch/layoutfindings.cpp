#include "core/batch/layoutfindings.h"

#include "core/batch/inputmessages.h"

#include <algorithm>

namespace zsb {
namespace {

bool isRequiredOfAll(const Pack &pack, Field field)
{
    const auto asks = [field](const CandidateType &type) {
        const FieldUse *use = type.use(field);
        return use && use->required && !use->guess;
    };
    return field == Field::CandidateType || std::ranges::all_of(pack.types, asks);
}

std::string listed(const Pack &pack, const std::vector<Field> &fields, Language language)
{
    const std::string_view separator = language == Language::Chinese ? "、" : ", ";
    std::string list;
    for (const Field field : fields)
        list.append(list.empty() ? std::string_view() : separator).append(pack.field(field).label.in(language));
    return list;
}

} // namespace

std::vector<LayoutFinding> layoutFindings(const TableLayout &layout)
{
    std::vector<LayoutFinding> all;
    for (const RowProblem &problem : layoutProblems(layout))
        all.push_back({problem.row, problem.column, findingOf(problem, layout.header, layout.columns)});
    return all;
}

std::optional<Finding> missingColumns(const ColumnMap &columns, const Pack &pack)
{
    Finding finding;
    for (const Field field : columns.missing)
        if (isRequiredOfAll(pack, field))
            finding.fields.push_back(field);
    if (finding.fields.empty())
        return std::nullopt;
    finding.rule = "input.missing-column";
    finding.severity = Severity::Warning;
    finding.outcome = Outcome::Fail;
    finding.messageZh = "表中没有这些必填列：" + listed(pack, finding.fields, Language::Chinese) +
                        "；它们没有检查，没有报错不等于合格。请补上这些列，或改正列名";
    finding.messageEn =
        "The table lacks required columns: " + listed(pack, finding.fields, Language::English) +
        "; they were not checked, so a row without errors is not a good row. Add the columns or correct "
        "their names";
    return finding;
}

} // namespace zsb
