#include "core/exchange/annex4.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

/// What is said about each kind of defect; %1 is the evidence, %2 what was taken instead.
struct Saying
{
    AnnexDefectKind kind;
    std::string_view id;
    std::string_view chinese;
    std::string_view english;
    std::string_view chineseResolved; ///< when there is a resolution
    std::string_view englishResolved;
};

constexpr std::array<Saying, 14> sayings = {{
    {AnnexDefectKind::RepeatedRow,
     "repeated-row",
     "重复行，已略去：%1",
     "repeats an earlier row, left out: %1",
     {},
     {}},
    {AnnexDefectKind::RejectedRow,
     "rejected-row",
     "无法识别的行，未导入：%1",
     "cannot be read, not imported: %1",
     {},
     {}},
    {AnnexDefectKind::BrokenCell, "broken-cell", "单元格有误：%1", "a broken cell: %1", {}, {}},
    {AnnexDefectKind::UnlistedCategory,
     "unlisted-category",
     "招考类别不在类别表中，且无法推断，未导入：%1",
     "the category is not listed and nothing tells which is meant, not imported: %1",
     {},
     {}},
    {AnnexDefectKind::CategoryFromClass,
     "category-from-class",
     "招考类别“%1”不在类别表中，按同专业类其他各行取“%2”",
     "the category “%1” is not listed; taken from the other rows of its class: “%2”",
     {},
     {}},
    {AnnexDefectKind::CategoryFromName,
     "category-from-name",
     "招考类别“%1”不在类别表中，取名称唯一相符的“%2”",
     "the category “%1” is not listed; taken as the only one named like it: “%2”",
     {},
     {}},
    {AnnexDefectKind::CategoryWithoutCode,
     "category-without-code",
     "招考类别没有代码：%1",
     "a category without code: %1",
     {},
     {}},
    {AnnexDefectKind::ClassInTwoCategories,
     "class-in-two-categories",
     "同一专业类出现在两个招考类别：%1",
     "a class in two categories: %1",
     {},
     {}},
    {AnnexDefectKind::ClassWithoutSubject, "class-without-subject", "专业类在科目表中没有考试科目：%1",
     "a class without exam subject: %1", "专业类在科目表中没有考试科目：%1；其招考类别的科目为 %2",
     "a class without exam subject: %1; its category is examined in %2"},
    {AnnexDefectKind::ClassWithoutMajors,
     "class-without-majors",
     "科目表中的专业类没有对应专业：%1",
     "a class without majors: %1",
     {},
     {}},
    {AnnexDefectKind::CodeNamesTwoMajors,
     "code-names-two-majors",
     "同一六位代码对应两个专业：%1",
     "one six-digit code names two majors: %1",
     {},
     {}},
    {AnnexDefectKind::MixedBrackets, "mixed-brackets", "括号全角半角混用：%1", "brackets of mixed width: %1", {}, {}},
    {AnnexDefectKind::MajorWithoutPlan,
     "major-without-plan",
     "本科专业没有招生计划：%1",
     "a bachelor's major without a plan: %1",
     {},
     {}},
    {AnnexDefectKind::PlanWithoutMapping,
     "plan-without-mapping",
     "招生计划的专业没有对应的专科专业：%1",
     "a planned major no junior major leads to: %1",
     {},
     {}},
}};

const Saying &sayingOf(AnnexDefectKind kind)
{
    return sayings[std::size_t(kind)];
}

std::string filled(std::string_view form, const AnnexDefect &defect)
{
    std::string text;
    for (std::size_t i = 0; i < form.size(); ++i) {
        if (form[i] != '%' || i + 1 == form.size())
            text += form[i];
        else
            text += form[++i] == '1' ? defect.evidence : defect.resolution;
    }
    return text;
}

std::string placeText(const AnnexPlace &place, ReportLanguage language)
{
    const std::string row = std::to_string(place.row);
    const std::string sheet = place.sheet.empty() ? std::string() : " [" + place.sheet + "]";
    return place.file + sheet + (language == ReportLanguage::Chinese ? " 第 " + row + " 行" : " row " + row);
}

std::string countLine(std::string_view table, const AnnexRowCounts &counts, ReportLanguage language)
{
    const auto n = [](int value) { return std::to_string(value); };
    if (language == ReportLanguage::Chinese)
        return std::string(table) + "：读入 " + n(counts.rowsIn) + " 行，重复 " + n(counts.repeated) + "，未导入 " +
               n(counts.rejected) + "，保留 " + n(counts.kept) + "；承接上行的空单元格 " + n(counts.carriedCells) +
               "\n";
    return std::string(table) + ": " + n(counts.rowsIn) + " rows in, " + n(counts.repeated) + " repeated, " +
           n(counts.rejected) + " rejected, " + n(counts.kept) + " kept; " + n(counts.carriedCells) +
           " blank cells filled from above\n";
}

std::string distinctLine(const AnnexCounts &counts, ReportLanguage language)
{
    const auto n = [](int value) { return std::to_string(value); };
    if (language == ReportLanguage::Chinese)
        return "专科专业 " + n(counts.juniorMajors) + "，本科专业 " + n(counts.bachelorMajors) + "，本科专业类 " +
               n(counts.bachelorClasses) + "，招考类别 " + n(counts.examCategories) + "\n";
    return n(counts.juniorMajors) + " junior majors, " + n(counts.bachelorMajors) + " bachelor's majors, " +
           n(counts.bachelorClasses) + " classes, " + n(counts.examCategories) + " exam categories\n";
}

QJsonObject rowCounts(const AnnexRowCounts &counts)
{
    return {{u"rows_in"_s, counts.rowsIn},
            {u"kept"_s, counts.kept},
            {u"repeated"_s, counts.repeated},
            {u"rejected"_s, counts.rejected},
            {u"carried_cells"_s, counts.carriedCells}};
}

QString utf16(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QJsonObject defectJson(const AnnexDefect &defect)
{
    return {{u"kind"_s, utf16(annexDefectId(defect.kind))},
            {u"file"_s, utf16(defect.place.file)},
            {u"sheet"_s, utf16(defect.place.sheet)},
            {u"row"_s, qint64(defect.place.row)},
            {u"evidence"_s, utf16(defect.evidence)},
            {u"resolution"_s, utf16(defect.resolution)},
            {u"message_zh"_s, utf16(annexDefectSentence(defect, ReportLanguage::Chinese))},
            {u"message_en"_s, utf16(annexDefectSentence(defect, ReportLanguage::English))}};
}

} // namespace

std::string_view annexDefectId(AnnexDefectKind kind)
{
    return sayingOf(kind).id;
}

std::string annexDefectSentence(const AnnexDefect &defect, ReportLanguage language)
{
    const Saying &saying = sayingOf(defect.kind);
    const bool resolved = !defect.resolution.empty() && !saying.chineseResolved.empty();
    if (language == ReportLanguage::Chinese)
        return filled(resolved ? saying.chineseResolved : saying.chinese, defect);
    return filled(resolved ? saying.englishResolved : saying.english, defect);
}

std::string annexReportText(const Annex4Import &import, ReportLanguage language)
{
    const bool chinese = language == ReportLanguage::Chinese;
    const AnnexCounts &counts = import.counts;
    std::string text = countLine(chinese ? "专业指导目录" : "directory of majors", counts.directory, language);
    text += countLine(chinese ? "招考类别及考试科目表" : "categories and subjects", counts.categories, language);
    text += countLine(chinese ? "招生计划" : "enrolment plan", counts.plan, language);
    text += distinctLine(counts, language);
    for (const AnnexDefect &defect : import.defects)
        text +=
            placeText(defect.place, language) + (chinese ? "：" : ": ") + annexDefectSentence(defect, language) + "\n";
    return text;
}

std::string annexReportJson(const Annex4Import &import)
{
    QJsonArray defects;
    for (const AnnexDefect &defect : import.defects)
        defects.append(defectJson(defect));
    const AnnexCounts &counts = import.counts;
    const QJsonObject report = {
        {u"directory"_s, rowCounts(counts.directory)}, {u"categories"_s, rowCounts(counts.categories)},
        {u"plan"_s, rowCounts(counts.plan)},           {u"junior_majors"_s, counts.juniorMajors},
        {u"bachelor_majors"_s, counts.bachelorMajors}, {u"bachelor_classes"_s, counts.bachelorClasses},
        {u"exam_categories"_s, counts.examCategories}, {u"defects"_s, defects},
    };
    return QJsonDocument(report).toJson(QJsonDocument::Indented).toStdString();
}

} // namespace zsb
