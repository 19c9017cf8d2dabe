#include "app/check/checktotals.h"

#include "app/check/countedword.h"
#include "core/batch/totalstext.h"

#include <map>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// Why rows were not checked, in words.
QString skippedText(const std::string &reason)
{
    static const std::map<std::string, QString> words = {
        {"header", u"表头 / header"_s},
        {"above_header", u"表头以上 / above the header"_s},
        {"repeated_header", u"重复的表头 / repeated headers"_s},
        {"totals_row", u"合计行 / rows of totals"_s},
        {"footer_row", u"表尾行 / footer rows"_s},
        {"blank", u"空行 / blank rows"_s},
    };
    const auto known = words.find(reason);
    return known == words.end() ? QString::fromStdString(reason) : known->second;
}

} // namespace

void printTotals(QTextStream &out, const BatchTotals &totals)
{
    out << u"读取 %1 行，检查 %2 行：有错误 %3，仅有警告 %4，无问题 %5\n"_s.arg(totals.rows)
               .arg(totals.checked)
               .arg(totals.withErrors)
               .arg(totals.withWarnings)
               .arg(totals.checked - totals.withErrors - totals.withWarnings);
    out << u"%1 read, %2 checked: %3 with errors, %4 with warnings only, %5 clean\n"_s
               .arg(countedWord(totals.rows, u"row"_s))
               .arg(totals.checked)
               .arg(totals.withErrors)
               .arg(totals.withWarnings)
               .arg(totals.checked - totals.withErrors - totals.withWarnings);
    if (totals.tableErrors > 0)
        out << u"整张表的错误 %1 项：各行没有错误不等于合格 / %2 of the table as a whole: rows without errors "
               "are not good rows yet\n"_s.arg(QString::number(totals.tableErrors),
                                               countedWord(totals.tableErrors, u"error"_s));
    for (const auto &[reason, rows] : totals.skipped) {
        if (rows > 0)
            out << u"  %1  %2\n"_s.arg(rows, 8).arg(skippedText(reason));
    }
    for (const auto &[rule, findings] : totals.findingsOf)
        out << u"  %1  %2\n"_s.arg(findings, 8).arg(QString::fromStdString(rule));
    if (totals.interrupted && totals.checked == 0) {
        const Text why = incompleteText(totals);
        out << QString::fromStdString(why.zh) << u" / "_s << QString::fromStdString(why.en) << u'\n';
    } else if (totals.interrupted)
        out << u"已中断：检查到第 %1 行 / interrupted after row %1\n"_s.arg(totals.rows);
    else if (!totals.complete)
        out << u"未完成 / incomplete\n"_s;
}

} // namespace zsb
