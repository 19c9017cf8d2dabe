#include "app/check/importreport.h"

#include "app/check/checktotals.h"
#include "app/check/commandline.h"
#include "app/check/inputfault.h"
#include "app/check/reasontext.h"
#include "app/common/countedtext.h"
#include "core/exchange/tablefault.h"

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

QString rowText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString troubleText(RowTrouble trouble)
{
    switch (trouble) {
    case RowTrouble::None:
        return {};
    case RowTrouble::NoKey:
        return u"没有报名号也没有证件号码，未导入 / neither application number nor document number, not imported"_s;
    case RowTrouble::RepeatedInFile:
        return u"前面的行已是同一份报名，未导入 / an earlier row is the same application, not imported"_s;
    case RowTrouble::Refused:
        return u"这份报名在库中已不能由表格改动 / the application can no longer be changed by a table"_s;
    case RowTrouble::FileUnreadable:
        return u"所列文件读不出来，未导入 / a file it names cannot be read, not imported"_s;
    case RowTrouble::Damaged:
        return u"单元格内容已丢失，未导入；请改正原表 / cells have lost their content, not imported; correct the table"_s;
    case RowTrouble::NoType:
        return u"考生类型不认识，作为草稿导入 / the candidate type is unknown, imported as a draft"_s;
    case RowTrouble::UnknownType:
        return u"考生类型不认识，未导入，库中保持原样 / the candidate type is unknown, not imported, the store keeps its own"_s;
    case RowTrouble::OtherPerson:
        return u"报名号相同，但姓名和证件都是另一个人，未导入；请核对报名号 / the same application number with another "
               u"name "
               "and document, not imported; check the number"_s;
    case RowTrouble::FileGone:
        return u"所列文件找不到，保留先前导入的 / a file it names is not there; the one taken in before is kept"_s;
    case RowTrouble::PaymentUnreadable:
        return u"缴费状态或金额读不懂，保留先前记录的 / payment state or amount cannot be read; what was recorded is kept"_s;
    case RowTrouble::BlankKept:
        return u"空白的单元格保留先前导入的内容，要删去请在程序中修改 / cells left empty keep what was taken in "
               u"before; to "
               "remove it, edit the file"_s;
    }
    return {};
}

void printCounts(QTextStream &out, const ImportCounts &counts)
{
    out << u"%1 行：新增 %2，变更 %3，相同 %4，未导入 %5\n"_s.arg(counts.rows())
               .arg(counts.fresh)
               .arg(counts.changed)
               .arg(counts.same)
               .arg(counts.wrong);
    out << u"%1: %2 new, %3 changed, %4 same, %5 wrong\n"_s.arg(countedText(counts.rows(), "row"))
               .arg(counts.fresh)
               .arg(counts.changed)
               .arg(counts.same)
               .arg(counts.wrong);
}

void printRows(QTextStream &out, const TableRows &table)
{
    out << u"读取 %1 行，考生 %2 行\n"_s.arg(table.rows).arg(table.candidates);
    out << u"%1 read, %2 of candidates\n"_s.arg(countedText(table.rows, "row")).arg(table.candidates);
    printSkipped(out, table.skipped);
}

} // namespace

void ImportReport::listenTo(TableImport &table)
{
    m_filesFolder = table.filesFolder;
    table.report = [this](std::int64_t row, const ImportedRow &imported) { tellRow(row, imported); };
    table.cellReport = [this](std::int64_t row, const Finding &finding) { tellCell(row, finding); };
    table.missingFile = nameTo(m_err, m_troubles, m_pictures);
    table.rowsReport = [this](const TableRows &counted) { m_rows = counted; };
}

/// Row numbers and codes only: no names, no numbers of persons.
void ImportReport::tellRow(std::int64_t row, const ImportedRow &imported)
{
    const bool isSaidOnce = imported.trouble == RowTrouble::FileGone && m_pictures.isNoneThere();
    if (imported.trouble == RowTrouble::None || isSaidOnce || ++m_troubles > mostTroubles)
        return;
    m_err << u"第 %1 行 row %1: %2"_s.arg(row).arg(troubleText(imported.trouble));
    if (!imported.file.empty())
        m_err << u" ("_s << rowText(imported.file) << u')';
    if (imported.refusal)
        m_err << u" ("_s << rowText(idOf(imported.refusal->code)) << u')';
    m_err << u'\n';
}

/// What is wrong with a cell, whatever became of its row.
void ImportReport::tellCell(std::int64_t row, const Finding &finding)
{
    const bool isOfTable = finding.rule == "input.missing-column" || finding.rule == "input.same-sheets" ||
                           finding.rule == "input.unseen-sheets";
    m_tableErrors += isOfTable && finding.severity == Severity::Error ? 1 : 0;
    if (++m_troubles <= mostTroubles)
        m_err << u"第 %1 行 row %1: %2 / %3\n"_s.arg(row).arg(rowText(finding.messageZh), rowText(finding.messageEn));
}

int ImportReport::end(QTextStream &out, const ImportCounts &counts)
{
    if (m_troubles > mostTroubles)
        m_err << u"… %1\n"_s.arg(m_troubles - mostTroubles);
    printCounts(out, counts);
    printRows(out, m_rows);
    explainMissing(m_err, m_filesFolder, m_pictures);
    if (counts.rows() == 0)
        m_err << m_input << u": 表里没有考生 / there is no candidate in the table\n"_s;
    const bool isGood = counts.wrong + m_tableErrors == 0 && counts.rows() > 0 && m_pictures.lackedByRows == 0;
    return isGood ? ExitClean : ExitFindings;
}

int ImportReport::failed(const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        m_err << m_input
              << u": 已中断，没有导入任何内容，请重新导入 / interrupted, nothing imported; import it again\n"_s;
        return ExitInterrupted;
    }
    if (error.detail.ends_with('[' + std::string(tableFaultId(tableFaultOf(error))) + ']')) {
        explainInput(m_err, error, m_input);
        m_err << u"没有导入 / nothing imported\n"_s;
        return ExitUnreadable;
    }
    const bool isInBoth = error.detail.find(" / ") != std::string::npos; // who says why in both languages
    m_err << m_input << u": 没有导入 / nothing imported: "_s
          << (isInBoth ? QString::fromStdString(error.detail) : reasonText(error)) << u'\n';
    return ExitUnreadable;
}

} // namespace zsb
