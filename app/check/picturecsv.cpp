#include "app/check/picturecsv.h"

#include "app/check/evidencetext.h"
#include "core/base/jsontext.h"
#include "core/batch/findingtext.h"
#include "core/batch/inputmessages.h"
#include "core/exchange/csvwriter.h"

#include <array>

namespace zsb {

std::string PictureCsv::head(const PictureTally &) const
{
    std::string text = "\xEF\xBB\xBF"
                       "file,sha256,rule,clause,severity,outcome,message_zh,message_en,advice_zh,advice_en,evidence";
    for (const MeasureWords &measure : m_terms.measures)
        text.append(",").append(measure.id);
    return text + '\n';
}

std::string PictureCsv::picture(const JudgedPicture &judged) const
{
    const std::string file = judged.file.toStdString();
    std::string measures;
    for (const MeasureWords &measure : m_terms.measures) {
        measures += ',';
        if (const auto value = judged.value(measure.id))
            appendJsonNumber(measures, *value);
    }
    std::string text;
    const auto append = [&](const std::array<std::string_view, 11> &cells) {
        appendCsvRecord(text, cells, {.guardFormulas = true});
        text.pop_back(); // the line goes on: a negative number is no formula
        text += measures + '\n';
    };
    const FindingText inChinese(*m_terms.pack, Language::Chinese);
    const FindingText inEnglish(*m_terms.pack, Language::English);
    if (judged.findings.empty())
        append({file, judged.facts.sha256, "", "", "", outcomeId(Outcome::Pass)});
    for (const Finding &finding : judged.findings)
        append({file, judged.facts.sha256, finding.rule, finding.clause, severityId(finding.severity),
                outcomeId(finding.outcome), finding.messageZh, finding.messageEn, inChinese.advice(finding),
                inEnglish.advice(finding), evidenceText(finding)});
    return text;
}

std::string PictureCsv::end(const PictureTally &tally) const
{
    if (tally.files >= tally.asked)
        return {};
    const std::string counts = std::to_string(tally.files) + " / " + std::to_string(tally.asked);
    const Finding finding = incompleteFinding(
        {"报告不完整：检查已中断，已看 " + counts + " 个文件；请重新检查",
         "The report is not whole: it was interrupted, files looked at: " + counts + "; check again"});
    const std::array<std::string_view, 11> cells = {"",
                                                    "",
                                                    finding.rule,
                                                    "",
                                                    severityId(finding.severity),
                                                    outcomeId(finding.outcome),
                                                    finding.messageZh,
                                                    finding.messageEn,
                                                    "",
                                                    "",
                                                    ""};
    std::string text;
    appendCsvRecord(text, cells, {.guardFormulas = true});
    text.pop_back();
    return text + std::string(m_terms.measures.size(), ',') + '\n';
}

} // namespace zsb
