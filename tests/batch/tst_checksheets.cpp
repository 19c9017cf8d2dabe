#include "core/batch/repairedtable.h"
#include "core/batch/tablelayout.h"
#include "core/exchange/tablefault.h"
#include "tests/batch/tablechecks.h"
#include "tests/exchange/storedzip.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

struct Sheet
{
    std::string name;
    std::vector<std::vector<std::string>> rows;
};

std::string xmlOf(const Sheet &sheet)
{
    std::string xml = "<worksheet><sheetData>";
    for (const std::vector<std::string> &row : sheet.rows) {
        xml += "<row>";
        for (const std::string &text : row)
            xml += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        xml += "</row>";
    }
    return xml + "</sheetData></worksheet>";
}

/// No program writes two sheets of one name, and damaged or made workbooks have them.
QByteArray workbookOf(const std::vector<Sheet> &sheets)
{
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    StoredZip zip;
    zip.add("_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"" + office +
                               "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    std::string names;
    std::string parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        const std::string part = "worksheets/sheet" + number + ".xml";
        names += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\"/>";
        parts += "<Relationship Id=\"s" + number + "\" Type=\"" + office + "/worksheet\" Target=\"" + part + "\"/>";
        zip.add("xl/" + part, xmlOf(sheets[i]));
    }
    zip.add("xl/workbook.xml", "<workbook xmlns:r=\"" + office + "\"><sheets>" + names + "</sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>" + parts + "</Relationships>");
    return QByteArray::fromStdString(zip.bytes());
}

const std::vector<std::vector<std::string>> notes = {{"请逐行填写"}, {"不要合并"}};

std::vector<std::vector<std::string>> classOf(const std::string &number)
{
    return {{"报名号", "手机号"}, {number, "1"}};
}

} // namespace

/// Workbooks of several sheets: which is read, and what is said of the others.
class TestCheckSheets : public QObject
{
    Q_OBJECT

private slots:
    void twoSheetsOfOneNameAreTwoSheets();
    void theSheetThatWasCheckedIsTheOneRepaired();
    void sheetsWithoutAHeaderBeyondTheHundredthAreSaidToBeUnseen();

private:
    TableChecks m_table;
};

/// The header is in the second 名单: that is the one whose rows are read, and the third has further candidates.
void TestCheckSheets::twoSheetsOfOneNameAreTwoSheets()
{
    const QString file = m_table.write(
        u"twins.xlsx"_s, workbookOf({{"名单", notes}, {"名单", classOf("N-second")}, {"名单", classOf("N-third")}}));
    const auto lines = m_table.check(m_table.optionsFor(file));
    QCOMPARE(TableChecks::totalsOf(lines)[u"checked"_s].toInt(), 1);
    QStringList said;
    bool isSecond = false;
    for (const QJsonObject &line : lines) {
        isSecond = isSecond || line[u"application_no"_s].toString() == u"N-second"_s;
        if (line[u"rule"_s].toString().endsWith(u"-sheets"_s))
            said += line[u"rule"_s].toString() + u' ' + line[u"evidence"_s].toObject()[u"evidence"_s].toString();
    }
    QVERIFY(isSecond);
    QCOMPARE(said, (QStringList{u"input.same-sheets 名单"_s, u"input.other-sheets 名单"_s}));
}

/// What opens the table again — repairs, imports — reads the sheet the header was found in.
void TestCheckSheets::theSheetThatWasCheckedIsTheOneRepaired()
{
    const QString file = m_table.write(u"again.xlsx"_s, workbookOf({{"名单", notes}, {"名单", classOf("N-second")}}));
    const QString output = m_table.path(u"again.csv"_s);
    QVERIFY(writeRepairedTable(file.toStdString(), {}, m_table.book().pack(), output.toStdString()));
    QVERIFY2(m_table.bytesOf(u"again.csv"_s).contains("N-second"), m_table.bytesOf(u"again.csv"_s).constData());
}

void TestCheckSheets::sheetsWithoutAHeaderBeyondTheHundredthAreSaidToBeUnseen()
{
    std::vector<Sheet> sheets(100, {"说明", notes});
    const auto faultOf = [&] {
        const QString file = m_table.write(u"many.xlsx"_s, workbookOf(sheets));
        const auto layout = findTableLayout(file.toStdString(), {}, m_table.book().pack());
        return layout ? std::string() : std::string(tableFaultId(tableFaultOf(layout.error())));
    };
    QCOMPARE(faultOf(), "no-header");
    sheets.push_back({"名单", classOf("N1")});
    QCOMPARE(faultOf(), "header-unseen");
    sheets[99] = sheets[100];
    QCOMPARE(faultOf(), "");
}

QTEST_GUILESS_MAIN(TestCheckSheets)
#include "tst_checksheets.moc"
