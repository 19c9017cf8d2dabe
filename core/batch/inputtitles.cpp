#include "core/batch/inputtitles.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace zsb {
namespace {

struct Title
{
    std::string_view rule;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array titles = {
    Title{"input.missing-cells", "单元格少于表头", "Fewer cells than the header"},
    Title{"input.extra-cells", "单元格多于表头", "More cells than the header"},
    Title{"input.unterminated-quote", "引号没有结束", "Quote never closed"},
    Title{"input.stray-quote", "引号后还有字符", "Text after a closing quote"},
    Title{"input.nul-byte", "空字节", "NUL bytes"},
    Title{"input.bad-encoding", "文字编码错误", "Broken encoding"},
    Title{"input.scientific-number", "科学计数，数字已丢失", "Scientific notation, digits lost"},
    Title{"input.rounded-number", "按数字存储，末位已丢失", "Stored as a number, digits lost"},
    Title{"input.looks-rounded", "第 15 位以后全是 0", "Nothing but zeros after the 15th digit"},
    Title{"input.error-cell", "错误值", "Error value"},
    Title{"input.formula-without-value", "公式没有结果", "Formula without a result"},
    Title{"input.cell-too-long", "单元格过长", "Cell too long"},
    Title{"input.unknown-cell", "无法识别的单元格", "Unknown kind or place of a cell"},
    Title{"input.repeated-cell", "同一位置有两个单元格", "Two cells at one place"},
    Title{"input.misplaced-row", "行号错乱", "Row out of order"},
    Title{"input.hidden-row", "隐藏的行", "Hidden row"},
    Title{"input.merged-cells", "合并单元格", "Merged cells"},
    Title{"input.repeated-header", "重复的表头", "Repeated header"},
    Title{"input.totals-row", "合计行", "Row of totals"},
    Title{"input.footer-row", "表尾行", "Footer row"},
    Title{"input.unnamed-column", "没有列名的列", "Column without a name"},
    Title{"input.repeated-column", "重复的列", "Repeated column"},
    Title{"input.columns-differ", "重复的列内容不同", "Repeated columns say different things"},
    Title{"input.unknown-column", "未知的列", "Unknown column"},
    Title{"input.other-sheets", "没有检查的工作表", "Sheets not checked"},
    Title{"input.same-sheets", "没有检查的同表头工作表", "Sheets of the same header not checked"},
    Title{"input.unseen-sheets", "没有看过的工作表", "Sheets not looked at"},
    Title{"input.no-sheets", "文本表格没有工作表", "Text tables have no sheets"},
    Title{"input.no-candidates", "没有考生", "No candidate"},
    Title{"input.rows-lost", "行数不符", "Rows do not add up"},
    Title{"input.broken-off", "中途读不下去", "Reading broke off"},
    Title{"input.incomplete", "检查没有完成", "Check not complete"},
    Title{"input.missing-column", "缺少必填的列", "Required columns lack"},
    Title{"input.no-pictures", "没有找到图片", "No picture found"},
    Title{"input.ambiguous-month", "月份可能有误", "Doubtful month"},
    Title{"input.repaired-blanks", "已去掉空格或不可见字符", "Blanks left out"},
    Title{"input.repaired-width", "全角已改半角", "Full-width made half-width"},
    Title{"input.repaired-apostrophe", "已去掉前置撇号", "Leading apostrophe left out"},
    Title{"input.repaired-date", "已按日期读取", "Read as a date"},
    Title{"input.repaired-date-serial", "已按日期序号读取", "Read as the number of a day"},
    Title{"input.repaired-code", "已按代码表读取", "Read by the code table"},
};

} // namespace

std::optional<Text> inputTitle(std::string_view rule)
{
    const auto known = std::ranges::find(titles, rule, &Title::rule);
    return known == titles.end() ? std::nullopt : std::optional(Text{std::string(known->zh), std::string(known->en)});
}

std::vector<std::string_view> inputRules()
{
    std::vector<std::string_view> rules;
    std::ranges::transform(titles, std::back_inserter(rules), &Title::rule);
    return rules;
}

} // namespace zsb
