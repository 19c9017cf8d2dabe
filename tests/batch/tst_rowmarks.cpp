#include "core/batch/inputmessages.h"
#include "core/batch/repairedtable.h"
#include "core/batch/rowmarks.h"
#include "core/exchange/csvwriter.h"
#include "tests/batch/tablechecks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

namespace {

using Lines = std::vector<std::vector<std::string>>;

Lines readTable(const QString &path)
{
    const auto reader = openTable(path.toStdString());
    Lines lines;
    Row row;
    while (reader && *(*reader)->next(row)) {
        std::vector<std::string> cells;
        for (const Cell &cell : row.cells)
            cells.emplace_back(cell.text);
        lines.push_back(std::move(cells));
    }
    return lines;
}

QByteArray csvOf(const Lines &lines)
{
    std::string text;
    for (const auto &line : lines)
        appendCsvRecord(text, std::vector<std::string_view>(line.begin(), line.end()), {});
    return QByteArray::fromStdString(text);
}

} // namespace

/// A cell that lost its content stays an error in every table of ours until somebody changes that cell.
class TestRowMarks : public QObject
{
    Q_OBJECT

private slots:
    void errorRowsKeepWhatTheirCellsLost_data();
    void errorRowsKeepWhatTheirCellsLost();
    void theRepairedTableKeepsItToo();
    void whatShowsItselfIsNotMarked();
    void nonsenseBetweenTheBracketsIsNoMark();
    void marksAreFoundWhereTheirColumnWasMoved();
    void aMarkWhoseColumnHasAnotherNameIsOfTheRow();
    void theMarksBeyondThoseThereIsRoomForAreOne();

private:
    QStringList lossesIn(const QString &input, const QStringList &reports = {}) const;

    TableChecks m_table;
};

/// The rules of the errors in how the rows are written.
QStringList TestRowMarks::lossesIn(const QString &input, const QStringList &names) const
{
    std::vector<std::unique_ptr<Report>> reports;
    for (const QString &name : names + QStringList{u"report.jsonl"_s})
        reports.push_back(std::move(*openReport(m_table.path(name).toStdString())));
    if (!checkTable(m_table.book(), TableChecks::optionsFor(input), reports))
        return {u"failed"_s};
    reports.clear();
    QStringList rules;
    for (const QJsonObject &line : m_table.lines()) {
        const QString rule = line[u"rule"_s].toString();
        if (line[u"row"_s].toInt() > 1 && line[u"severity"_s] == u"error"_s && rule.startsWith(u"input."_s))
            rules.append(rule);
    }
    return rules;
}

void TestRowMarks::errorRowsKeepWhatTheirCellsLost_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("rule");
    QTest::newRow("broken bytes") << QByteArray("学府\xFF街一号院") << u"input.bad-encoding"_s;
    QTest::newRow("NUL bytes") << QByteArray("学府\0街", 10) << u"input.nul-byte"_s;
    QTest::newRow("cut") << QByteArray("学").repeated(100'000) << u"input.cell-too-long"_s;
    QTest::newRow("a quote never closed") << QByteArray("\"学府街") << u"input.unterminated-quote"_s;
    QTest::newRow("an error") << QByteArray("#N/A") << u"input.error-cell"_s;
}

void TestRowMarks::errorRowsKeepWhatTheirCellsLost()
{
    QFETCH(QByteArray, cell);
    QFETCH(QString, rule);
    QByteArray table = "报名号,姓名,通讯地址,手机号\nN1,李四," + cell + ",13800000002\n";
    for (int i = 0; i < 20; ++i)
        table += "M" + QByteArray::number(i) + ",王五,学府街二号院五号楼,1390000" + QByteArray::number(1000 + i) + '\n';
    QCOMPARE(lossesIn(m_table.write(u"lost.csv"_s, table), {u"errors.xlsx"_s}), QStringList{rule});

    // Untouched it is what it was, and its row is still not imported; the second time too.
    QCOMPARE(lossesIn(m_table.path(u"errors.xlsx"_s), {u"again.xlsx"_s}), QStringList{rule});
    QCOMPARE(lossesIn(m_table.path(u"again.xlsx"_s)), QStringList{rule});

    // As a CSV, with the columns in another order and another cell corrected, too.
    Lines lines = readTable(m_table.path(u"errors.xlsx"_s));
    QCOMPARE(lines.size(), std::size_t(2));
    for (auto &line : lines)
        std::swap(line[0], line[2]);
    lines[1][1] = "赵六";
    QCOMPARE(lossesIn(m_table.write(u"moved.csv"_s, csvOf(lines))), QStringList{rule});

    lines[1][0] = "学府街三号院五号楼";
    QCOMPARE(lossesIn(m_table.write(u"right.csv"_s, csvOf(lines))), QStringList());
}

void TestRowMarks::theRepairedTableKeepsItToo()
{
    const QString input = m_table.write(u"broken.csv"_s, "报名号,姓名,通讯地址\nN1,李四,学府\xFF街\nN2,王五,学府街\n"
                                                         "N3,王五,学府街\nN4,王五,学府街\nN5,王五,学府街\n");
    for (const QString &name : {u"repaired.csv"_s, u"repaired.xlsx"_s}) {
        QVERIFY(writeRepairedTable(input.toStdString(), {}, m_table.book().pack(), m_table.path(name).toStdString()));
        QCOMPARE(lossesIn(m_table.path(name)), QStringList{u"input.bad-encoding"_s});
        QVERIFY(!TableChecks::rulesOf(m_table.lines()).contains(u"input.unknown-column"_s)); // the column is ours
        const auto layout = findTableLayout(m_table.path(name).toStdString(), {}, m_table.book().pack());
        const auto reader = openTable(m_table.path(name).toStdString());
        Row row;
        QVERIFY(*(*reader)->next(row) && *(*reader)->next(row));
        QVERIFY(losesContent(markedProblems(*layout, row), layout->columns)); // so that nothing imports it
        QVERIFY(*(*reader)->next(row));
        QVERIFY(markedProblems(*layout, row).empty());
    }
}

void TestRowMarks::whatShowsItselfIsNotMarked()
{
    const std::vector<std::string> header = {"证件号码", "姓名"};
    const auto finding = [&](ProblemCode code, int column, const char *evidence) {
        return findingOf({2, column, code, evidence}, header, {});
    };
    const auto marked = [&](const Finding &told, std::string_view number) {
        return !marksOf(std::span(&told, 1), header, std::vector<std::string_view>{number, "王五"}).empty();
    };
    QVERIFY(!marked(finding(ProblemCode::ScientificNumber, 1, "1.1E+17"), "1.10105E+17"));
    QVERIFY(marked(finding(ProblemCode::RoundedNumber, 1, "110105194912310016"), "110105194912310016"));
    QVERIFY(marked(finding(ProblemCode::FormulaWithoutValue, 1, ""), ""));
    QVERIFY(!marked(finding(ProblemCode::MissingCells, 0, "1/2"), "1")); // of no cell, and no error
    QVERIFY(!marked(finding(ProblemCode::MergedCells, 1, "A1:A2"), "1"));
}

void TestRowMarks::nonsenseBetweenTheBracketsIsNoMark()
{
    for (const char *nonsense : {"⟦⟧", "⟦bad-encoding⟧", "⟦", "⟦bad-encoding a b c", "⟦so-what 1 2 3⟧",
                                 "⟦bad-encoding 00000000000 00000000000 1⟧", "⟦so-what 000000000000 000000000000 1⟧"}) {
        const Lines lines = {{"报名号", "通讯地址", "原因"}, {"N1", "内蒙古自治区呼和浩特市学府街一号", nonsense}};
        QCOMPARE(lossesIn(m_table.write(u"nonsense.csv"_s, csvOf(lines))), QStringList());
    }
}

void TestRowMarks::marksAreFoundWhereTheirColumnWasMoved()
{
    const QStringList lost = {u"input.bad-encoding"_s};
    const QByteArray table =
        "报名号,姓名,通讯地址,手机号\nN1,李四,学府\xFF街,13800000002\nN2,王五,学府街,13800000003\n";
    QCOMPARE(lossesIn(m_table.write(u"lost.csv"_s, table), {u"errors.xlsx"_s}), lost);
    const Lines lines = readTable(m_table.path(u"errors.xlsx"_s));
    QCOMPARE(lines.size(), std::size_t(2));

    Lines wider = lines;
    wider[0].emplace_back("备注");
    wider[1].emplace_back("请看");
    QCOMPARE(lossesIn(m_table.write(u"wider.csv"_s, csvOf(wider)), {u"wider.xlsx"_s}), lost);
    QCOMPARE(lossesIn(m_table.path(u"wider.xlsx"_s)), lost);

    Lines moved = lines;
    for (auto &line : moved)
        std::rotate(line.begin(), line.end() - 1, line.end());
    QCOMPARE(lossesIn(m_table.write(u"moved.csv"_s, csvOf(moved))), lost);

    wider[1][2] = "学府街三号院五号楼";
    QCOMPARE(lossesIn(m_table.write(u"right.csv"_s, csvOf(wider))), QStringList());
}

void TestRowMarks::aMarkWhoseColumnHasAnotherNameIsOfTheRow()
{
    const QStringList lost = {u"input.bad-encoding"_s};
    const QByteArray table =
        "报名号,姓名,通讯地址,手机号\nN1,李四,学府\xFF街,13800000002\nN2,王五,学府街,13800000003\n";
    QCOMPARE(lossesIn(m_table.write(u"lost.csv"_s, table), {u"errors.xlsx"_s}), lost);
    Lines lines = readTable(m_table.path(u"errors.xlsx"_s));
    lines[0][2] = "邮寄地址";
    QCOMPARE(lossesIn(m_table.write(u"named.csv"_s, csvOf(lines)), {u"named.xlsx"_s}), lost);
    QVERIFY(m_table.lines().size() > 0);
    for (const QJsonObject &line : m_table.lines())
        QVERIFY(!line[u"message_zh"_s].toString().contains(u"第 0 列"_s));
    QCOMPARE(lossesIn(m_table.path(u"named.xlsx"_s)), lost); // nor is it lost the second time

    const auto layout = findTableLayout(m_table.path(u"named.csv"_s).toStdString(), {}, m_table.book().pack());
    const auto reader = openTable(m_table.path(u"named.csv"_s).toStdString());
    Row row;
    QVERIFY(*(*reader)->next(row) && *(*reader)->next(row));
    QVERIFY(losesContent(markedProblems(*layout, row), layout->columns)); // so that nothing imports it

    std::string &marks = lines[1].back();
    QVERIFY(marks.find("⟦") != std::string::npos);
    marks.resize(marks.find("⟦"));
    QCOMPARE(lossesIn(m_table.write(u"deleted.csv"_s, csvOf(lines))), QStringList());
}

/// A row keeps forty cells; that there are more stays told until somebody deletes the last mark.
void TestRowMarks::theMarksBeyondThoseThereIsRoomForAreOne()
{
    for (const int lost : {40, 41, 60}) {
        std::vector<std::string> header;
        std::vector<std::string_view> cells;
        std::vector<Finding> findings;
        for (int i = 0; i < lost; ++i) {
            header.push_back("列" + std::to_string(i));
            cells.emplace_back("坏");
        }
        for (int i = 0; i < lost; ++i)
            findings.push_back(findingOf({2, i + 1, ProblemCode::BadEncoding, "1"}, header, {}));
        const std::string marks = marksOf(findings, header, cells);

        TableLayout layout;
        layout.header = header;
        layout.header.emplace_back("原因");
        layout.marked = {std::size_t(lost)};
        std::vector<Cell> mended(std::size_t(lost), {"好", CellKind::Text});
        mended.push_back({marks, CellKind::Text});
        const Row row{2, 2, mended, {}};
        const std::vector<RowProblem> left = markedProblems(layout, row);
        QCOMPARE(left.size(), std::size_t(lost > 40 ? 1 : 0));
        QVERIFY(left.empty() || left[0].column == 0);
        QCOMPARE(losesContent(left, {}), lost > 40);
    }
}

QTEST_GUILESS_MAIN(TestRowMarks)
#include "tst_rowmarks.moc"
