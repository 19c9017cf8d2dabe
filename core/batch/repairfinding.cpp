#include "core/batch/repair.h"
#include "core/rules/evidence.h"

namespace zsb {
namespace {

struct Words
{
    std::string_view rule;
    std::string_view zh;
    std::string_view en;
};

Words wordsOf(const CellRepair &repair)
{
    if (!repair.applied && repair.lacksDay)
        return {"input.ambiguous-month", "可能是 1 月，也可能是 10 月（末位的 0 已丢失），而且缺日；请写成 YYYY-MM-DD",
                "may be January, or October with its 0 lost, and lacks its day; write it as YYYY-MM-DD"};
    if (!repair.applied)
        return {"input.ambiguous-month", "可能是 1 月，也可能是 10 月（末位的 0 已丢失）；请写成 YYYY-MM",
                "may be January, or October with its 0 lost; write it as YYYY-MM"};
    switch (repair.kind) {
    case RepairKind::Blanks:
        return {"input.repaired-blanks", "去掉了空格或不可见字符", "blanks or invisible characters left out"};
    case RepairKind::Width:
        return {"input.repaired-width", "全角字符改为半角", "full-width characters made half-width"};
    case RepairKind::Apostrophe:
        return {"input.repaired-apostrophe", "去掉了前面的撇号", "the apostrophe in front left out"};
    case RepairKind::Date:
        if (repair.lacksDay)
            return {"input.repaired-date", "只有年月，缺日；请按证件补上日，写成 YYYY-MM-DD",
                    "a month without its day; add the day the document says and write it as YYYY-MM-DD"};
        return {"input.repaired-date", "按日期读取", "read as a date"};
    case RepairKind::DateSerial:
        return {"input.repaired-date-serial", "按表格软件的日期序号读取，请核对",
                "read as the number of a day in a spreadsheet; check it"};
    case RepairKind::Code:
        return {"input.repaired-code", "按代码表中的名称读取", "read as the name in the code table"};
    }
    return {};
}

} // namespace

Finding findingOf(const CellRepair &repair, std::string_view header)
{
    const Words words = wordsOf(repair);
    Finding finding;
    finding.rule = words.rule;
    finding.severity = repair.applied && repair.kind != RepairKind::DateSerial ? Severity::Info : Severity::Warning;
    finding.outcome = Outcome::Fail;
    finding.fields = {repair.field};
    finding.evidence = {{"column", std::int64_t(repair.column) + 1},
                        {"header", std::string(header)},
                        {"original", shown(repair.original)},
                        {"value", shown(repair.value)}};
    const std::string zh = "第 {column} 列“{header}”写作“{original}”，" +
                           std::string(repair.applied ? "按“{value}”检查：" : "") + std::string(words.zh);
    const std::string en = "Column {column} “{header}” says “{original}” " +
                           std::string(repair.applied ? "and was checked as “{value}”: " : "and ") +
                           std::string(words.en);
    finding.messageZh = fillTemplate(zh, finding.evidence);
    finding.messageEn = fillTemplate(en, finding.evidence);
    return finding;
}

} // namespace zsb
