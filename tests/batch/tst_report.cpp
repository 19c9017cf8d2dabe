#include "core/batch/batch.h"
#include "core/batch/brokenreport.h"
#include "core/batch/findingtext.h"
#include "core/batch/htmltext.h"
#include "core/batch/inputmessages.h"
#include "core/batch/personalmask.h"
#include "core/demo/season.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <numeric>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

using Lines = std::vector<std::vector<std::string>>;

/// The rows of one sheet, header first; blank rows are not there.
Lines readSheet(const QString &path, const std::string &sheet = {})
{
    ReadOptions options;
    options.sheet = sheet;
    const auto reader = openTable(path.toStdString(), options);
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

/// Row by row, what the rules say; where other rows are is left out, as positions change.
std::vector<QStringList> rulesByRow(const QString &jsonl)
{
    static const QRegularExpression elsewhere(u"（第 \\d+ 行）"_s);
    QFile file(jsonl);
    std::map<int, QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QJsonObject finding = QJsonDocument::fromJson(line).object();
        if (finding.contains(u"rule"_s))
            rows[finding[u"row"_s].toInt()].append(
                finding[u"application_no"_s].toString() + u' ' + finding[u"severity"_s].toString() + u' ' +
                finding[u"rule"_s].toString() + u' ' + finding[u"message_zh"_s].toString().remove(elsewhere));
    }
    std::vector<QStringList> found;
    for (const auto &[row, findings] : rows)
        found.push_back(findings);
    return found;
}

/// What a program reads of the HTML report, which must be well-formed.
struct ReadHtml
{
    std::map<QString, std::int64_t> counts; ///< by data-count; the colleges summed up
    std::int64_t findings = 0;
    QString text;
    QString error;
    QStringList elements;
};

ReadHtml readHtml(const QString &path)
{
    ReadHtml read;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return read;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters())
            read.text += xml.text();
        if (!xml.isStartElement())
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        read.elements.append(xml.name().toString());
        read.findings += attributes.value("class"_L1) == "finding"_L1;
        if (attributes.hasAttribute("data-count"_L1))
            read.counts[attributes.value("data-count"_L1).toString()] += attributes.value("data-value"_L1).toLongLong();
    }
    read.error = xml.errorString();
    return read;
}

std::int64_t numberAt(const Lines &totals, std::string_view label)
{
    for (const auto &line : totals)
        if (line.size() > 1 && line[0] == label)
            return std::stoll(line[1]);
    return -1;
}

} // namespace

/// Reports for people: what goes in comes out, in every format, and can be corrected and checked again.
class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void countsInAreCountsOutInEveryFormat();
    void errorRowsAreFoundAgainAsTheyWere();
    void correctedErrorRowsAreClean();
    void errorsOfTheTableStandAboveTheSums();
    void everyCellOfTheWorkbookIsText();
    void aFullSheetGoesOnOnTheNext();
    void aLongCellDoesNotSpoilTheWorkbook();
    void whatATableHoldsStaysText();
    void personsAreMaskedUnlessAsked();
    void masksLeaveEnoughToFindByAndNoMore();
    void reportsAreInTheLanguageAskedFor();
    void whatIsWrongWithATableHasATitle();
    void anInterruptedReportSaysSo();
    void onlyTheSameCheckIsGoneOnWith();
    void aTableThatIsNoneSpoilsNoReport();
    void aWorkbookThatCannotBeWrittenIsAnError();
    void aCsvReportSpoilsNothingBesideIt();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const;
    BatchOptions optionsFor(const QString &input) const;
    BatchTotals check(const QString &input, const QStringList &reports, const ReportOptions &reportOptions = {},
                      const std::stop_token &stop = {}) const;

    QTemporaryDir m_dir;
    std::shared_ptr<const RuleBook> m_book;
    QString m_season;
};

void TestReport::initTestCase()
{
    const auto book = RuleBook::bind(sharedNm2023());
    QVERIFY2(book.has_value(), book ? "" : book.error().detail.c_str());
    m_book = *book;
    SeasonOptions options;
    options.count = 3000;
    options.flawedShare = 0.2;
    options.pictures = false;
    QVERIFY(makeSeason(m_book->pack(), options, m_dir.path().toStdString()).has_value());
    m_season = path(u"season.csv"_s);
}

QString TestReport::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
}

BatchOptions TestReport::optionsFor(const QString &input) const
{
    BatchOptions options;
    options.input = input.toStdString();
    options.asOf = *parseInstant("2023-03-01T09:00:00+08:00");
    return options;
}

BatchTotals TestReport::check(const QString &input, const QStringList &names, const ReportOptions &reportOptions,
                              const std::stop_token &stop) const
{
    std::vector<std::unique_ptr<Report>> reports;
    for (const QString &name : names)
        reports.push_back(std::move(*openReport(path(name).toStdString(), reportOptions)));
    const Result<BatchTotals> totals = checkTable(*m_book, optionsFor(input), reports, stop);
    if (!totals)
        qWarning("%s", totals.error().detail.c_str());
    return totals ? *totals : BatchTotals();
}

void TestReport::countsInAreCountsOutInEveryFormat()
{
    // Titles, blank rows and an unknown column as well: every row and every finding must be somewhere.
    QFile season(m_season);
    QVERIFY(season.open(QIODevice::ReadOnly));
    QByteArray table = "名单,,\n\n";
    bool isHeader = true;
    for (const QByteArray &line : season.readAll().trimmed().split('\n'))
        table += line + (std::exchange(isHeader, false) ? ",爱好\n" : ",棋\n\n");
    const QString input = write(u"in.csv"_s, table);
    const BatchTotals totals = check(input, {u"a.jsonl"_s, u"a.csv"_s, u"a.xlsx"_s, u"a.html"_s});
    QVERIFY(totals.addsUp());
    QCOMPARE(totals.checked, 3000);
    QVERIFY(totals.withErrors > 100 && totals.withWarnings > 0 && totals.findings > totals.withErrors);

    const Lines csv = readSheet(path(u"a.csv"_s));
    QCOMPARE(std::int64_t(csv.size()) - 1, totals.findings);

    const Lines errors = readSheet(path(u"a.xlsx"_s), "错误");
    const Lines others = readSheet(path(u"a.xlsx"_s), "警告和提示");
    const Lines sums = readSheet(path(u"a.xlsx"_s), "合计");
    QCOMPARE(std::int64_t(errors.size()) - 1, totals.withErrors);
    QVERIFY(std::int64_t(others.size()) - 1 >= totals.withWarnings);
    std::int64_t complaints = numberAt(sums, "整张表的问题");
    QVERIFY(complaints > 0); // 爱好 is no known column
    static const QRegularExpression numbered(u"^\\d+\\. "_s, QRegularExpression::MultilineOption);
    for (const Lines &sheet : {errors, others})
        for (std::size_t i = 1; i < sheet.size(); ++i)
            complaints += QString::fromStdString(sheet[i].back()).count(numbered);
    QCOMPARE(complaints, totals.findings);
    QCOMPARE(numberAt(sums, "表中各行合计"), totals.rows);
    QCOMPARE(numberAt(sums, "无问题"), totals.checked - totals.withErrors - totals.withWarnings);
    QCOMPARE(numberAt(sums, "问题合计"), totals.findings);

    ReadHtml html = readHtml(path(u"a.html"_s));
    QCOMPARE(html.error, QString());
    QCOMPARE(html.findings, totals.findings);
    QCOMPARE(html.counts[u"findings"_s], totals.findings);
    QCOMPARE(html.counts[u"rows"_s], totals.rows);
    QCOMPARE(html.counts[u"with_errors"_s], totals.withErrors);
    QCOMPARE(html.counts[u"with_warnings"_s], totals.withWarnings);
    QCOMPARE(html.counts[u"blank"_s], totals.skipped.at("blank"));
    for (const char *what : {"checked", "clean", "with_errors", "with_warnings"})
        QCOMPARE(html.counts[u"college:"_s + QLatin1StringView(what)],
                 html.counts[u"colleges:"_s + QLatin1StringView(what)]);
    QCOMPARE(html.counts[u"colleges:checked"_s], totals.checked);
    QCOMPARE(html.counts[u"colleges:with_errors"_s], totals.withErrors);
    for (const auto &[rule, count] : totals.findingsOf)
        QCOMPARE(html.counts[u"rule:"_s + QString::fromStdString(rule)], count);
}

void TestReport::errorRowsAreFoundAgainAsTheyWere()
{
    const BatchTotals totals = check(m_season, {u"first.jsonl"_s, u"errors.xlsx"_s});
    QVERIFY(totals.withErrors > 100);
    const BatchTotals again = check(path(u"errors.xlsx"_s), {u"second.jsonl"_s, u"third.xlsx"_s});
    QCOMPARE(again.checked, totals.withErrors);
    QCOMPARE(again.withErrors, totals.withErrors);

    std::vector<QStringList> wanted;
    for (const QStringList &row : rulesByRow(path(u"first.jsonl"_s)))
        if (!row.filter(u" error "_s).isEmpty())
            wanted.push_back(row);
    const std::vector<QStringList> found = rulesByRow(path(u"second.jsonl"_s));
    QCOMPARE(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        QCOMPARE(found[i], wanted[i]); // no finding about our column or our sheets among them

    // Once more: the reasons are replaced, not added up.
    const Lines second = readSheet(path(u"errors.xlsx"_s));
    const Lines third = readSheet(path(u"third.xlsx"_s));
    QCOMPARE(third.size(), second.size());
    QCOMPARE(third[0], second[0]);
    QCOMPARE(std::vector(third[1].begin(), third[1].end() - 1), std::vector(second[1].begin(), second[1].end() - 1));
}

void TestReport::correctedErrorRowsAreClean()
{
    const QString input = write(u"wrong.csv"_s, "报名号,手机号,邮政编码\nN1,123,010010\nN2,13800000001,010020\n");
    QCOMPARE(check(input, {u"wrong.xlsx"_s}).withErrors, 1);
    Lines lines = readSheet(path(u"wrong.xlsx"_s));
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(lines[0], (std::vector<std::string>{"报名号", "手机号", "邮政编码", "原因"}));
    QVERIFY(lines[1][3].starts_with("原表第 2 行\n1. ✖ 错误：手机号应为"));
    QVERIFY(lines[1][3].find("。请改正：手机号（依据 A1.1.1）\n2. ▲ 警告：") != std::string::npos);

    lines[1][1] = "13800000002";
    QByteArray corrected;
    for (const auto &line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            corrected += '"' + QByteArray::fromStdString(line[i]) + (i + 1 < line.size() ? "\"," : "\"\n");
    const BatchTotals totals = check(write(u"right.csv"_s, corrected), {});
    QCOMPARE(totals.checked, 1);
    QCOMPARE(totals.findingsOf, (std::map<std::string, std::int64_t>{{"input.missing-column", 1}})); // of the table
}

/// Nobody signs below sums that say all is well of rows nobody could check.
void TestReport::errorsOfTheTableStandAboveTheSums()
{
    const auto placeIn = [&](const QString &page, QByteArrayView what) {
        QFile file(path(page));
        return file.open(QIODevice::ReadOnly) ? file.readAll().indexOf(what) : -2;
    };
    check(write(u"few.csv"_s, "报名号,手机号\nN1,13800000001\n"), {u"few.html"_s});
    const qsizetype banner = placeIn(u"few.html"_s, "id=\"table-errors\"");
    QVERIFY(banner > 0 && banner < placeIn(u"few.html"_s, "data-count=\"rows\""));
    check(m_season, {u"whole.html"_s});
    QCOMPARE(placeIn(u"whole.html"_s, "id=\"table-errors\""), qsizetype(-1));
}

void TestReport::everyCellOfTheWorkbookIsText()
{
    QVERIFY(check(m_season, {u"text.xlsx"_s}).withErrors > 0);
    const auto reader = openTable(path(u"text.xlsx"_s).toStdString());
    QVERIFY(reader);
    Row row;
    std::int64_t cells = 0;
    for (Result<bool> more = (*reader)->next(row); more && *more; more = (*reader)->next(row)) {
        QVERIFY(row.problems.empty());
        for (const Cell &cell : row.cells) {
            QVERIFY(cell.kind == CellKind::Text || cell.kind == CellKind::Empty);
            ++cells;
        }
    }
    QVERIFY(cells > 1000);
}

void TestReport::aFullSheetGoesOnOnTheNext()
{
    QByteArray table = "application_no,phone\n";
    for (int i = 0; i < 25; ++i)
        table += "N" + QByteArray::number(i) + ",1\n";
    const QString input = write(u"many.csv"_s, table);
    QCOMPARE(check(input, {u"many.xlsx"_s}, {.rowsPerSheet = 11}).withErrors, 25);
    std::size_t rows = 0;
    for (const char *sheet : {"错误", "错误 2", "错误 3"}) {
        const Lines lines = readSheet(path(u"many.xlsx"_s), sheet);
        QCOMPARE(lines[0].back(), std::string("原因"));
        rows += lines.size() - 1;
    }
    QCOMPARE(rows, std::size_t(25));
    // What is not checked is told: the sheets the errors go on on.
    const BatchTotals again = check(path(u"many.xlsx"_s), {});
    QCOMPARE(again.findingsOf.at("input.same-sheets"), 1);
}

void TestReport::aLongCellDoesNotSpoilTheWorkbook()
{
    for (const QByteArray &letter : {QByteArray("x"), QByteArray("汉"), QByteArray("😀"), QByteArray("_x0041_")}) {
        const QString input =
            write(u"long.csv"_s, "application_no,phone,爱好\nN1,1," + letter.repeated(40'000) + "\nN2,2,棋\n");
        QCOMPARE(check(input, {u"long.xlsx"_s, u"long.html"_s}).withErrors, 2);
        const Lines lines = readSheet(path(u"long.xlsx"_s));
        QCOMPARE(lines.size(), std::size_t(3));
        QVERIFY(lines[1][2].starts_with(letter.toStdString()) && lines[1][2].ends_with("…"));
        QVERIFY(lines[1][3].find("本表只保留了前面的部分") != std::string::npos);
        QVERIFY(lines[2][3].find("本表只保留了前面的部分") == std::string::npos);
        QVERIFY(check(path(u"long.xlsx"_s), {}).findingsOf.contains("input.cell-too-long")); // cut, until it is changed
    }
}

void TestReport::whatATableHoldsStaysText()
{
    const QByteArray evil = "<script>alert(1)</script>\"'&amp;\x01\xEF\xBF\xBE";
    const QString input =
        write(u"evil<b>.csv"_s,
              "application_no,name,phone,毕业院校,<i>爱好</i>\n\"" + QByteArray(evil).replace('"', "\"\"") + "\",\"" +
                  QByteArray(evil).replace('"', "\"\"") + "\",1,\"<img src=x onerror=alert(1)>\",x\n=1+1,@cmd,1,,\n");
    QCOMPARE(check(input, {u"evil.html"_s, u"evil.xlsx"_s}, {.showsPersonal = true}).withErrors, 2);
    const ReadHtml html = readHtml(path(u"evil.html"_s));
    QCOMPARE(html.error, QString());
    QVERIFY(html.text.contains(u"<script>alert(1)</script>\"'&amp;"_s));
    QVERIFY(html.text.contains(u"<img src=x onerror=alert(1)>"_s));
    for (const QString &element : {u"script"_s, u"img"_s, u"i"_s, u"link"_s, u"iframe"_s})
        QVERIFY2(!html.elements.contains(element), qPrintable(element));
    QFile file(path(u"evil.html"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray source = file.readAll();
    source.replace("http://www.w3.org/", ""); // the names of XHTML and SVG
    QVERIFY(!source.contains("http"));
    QVERIFY(!source.contains("url(") || source.count("url(") == source.count("url(#"));
    const auto reader = openTable(path(u"evil.xlsx"_s).toStdString());
    Row row;
    for (int i = 0; i < 3; ++i)
        QVERIFY(*(*reader)->next(row));
    QCOMPARE(std::string(row.cells[0].text), std::string("=1+1"));
    QVERIFY(row.problems.empty());
}

void TestReport::personsAreMaskedUnlessAsked()
{
    const QString input = write(u"who.csv"_s, "报名号,姓名,身份证号,手机号,邮寄地址\n"
                                              "N1,阿古达木•其其格,110105194912310021,1380000000,呼和浩特市\n"
                                              "N2,张 三丰,１１０１０５１９４９１２３１００２１,138 0000 00012,某\n");
    (void)check(input, {u"masked.html"_s});
    const QString masked = readHtml(path(u"masked.html"_s)).text;
    for (const QString &secret : {u"阿古达木"_s, u"其其格"_s, u"三丰"_s, u"110105194912310021"_s, u"19491231"_s,
                                  u"1380000000"_s, u"呼和浩特市"_s})
        QVERIFY2(!masked.contains(secret), qPrintable(secret));
    QVERIFY(masked.contains(u"110105********0021"_s));
    QVERIFY(masked.contains(u"阿***"_s));
    (void)check(input, {u"shown.html"_s}, {.showsPersonal = true});
    const QString shown = readHtml(path(u"shown.html"_s)).text;
    QVERIFY(shown.contains(u"阿古达木•其其格110105194912310021"_s));
}

void TestReport::masksLeaveEnoughToFindByAndNoMore()
{
    QCOMPARE(maskedText("张三"), std::string("张*"));
    QCOMPARE(maskedText("张"), std::string("*"));
    QCOMPARE(maskedText("欧阳小小小小"), std::string("欧***"));
    QCOMPARE(maskedText("13800000001"), std::string("138****0001"));
    QCOMPARE(maskedText("110105194912310021"), std::string("110105********0021"));
    QCOMPARE(maskedText("12345678"), std::string("********"));
    QCOMPARE(maskedText("１３８００００0001"), std::string("138****0001"));
    QCOMPARE(maskedText(""), std::string());
    QCOMPARE(groupedNumber(1234567), std::string("1,234,567"));
    QCOMPARE(groupedNumber(999), std::string("999"));
    QCOMPARE(groupedNumber(-1000), std::string("-1,000"));
    QCOMPARE(percentage(1, 8), std::string("12.5%"));
    QCOMPARE(percentage(0, 0), std::string());
}

void TestReport::reportsAreInTheLanguageAskedFor()
{
    const QString input = write(u"lang.csv"_s, "application_no,phone\nN1,1\n");
    const BatchTotals totals = check(input, {u"en.html"_s, u"en.xlsx"_s}, {.language = Language::English});
    const ReadHtml html = readHtml(path(u"en.html"_s));
    QVERIFY(html.text.contains(u"Report on registration data"_s));
    QVERIFY(!html.text.contains(u"错误"_s));
    const Lines lines = readSheet(path(u"en.xlsx"_s), "Errors");
    QCOMPARE(lines[0].back(), std::string("Reasons"));
    QVERIFY(lines[1].back().find("Correct: Mobile phone (clause A1.1.1)") != std::string::npos);
    QCOMPARE(check(path(u"en.xlsx"_s), {}).findings, totals.findings);
}

/// Nobody reads an id where a title belongs, in neither language.
void TestReport::whatIsWrongWithATableHasATitle()
{
    std::vector<std::string> rules = {
        "input.missing-column",  "input.no-pictures",          "input.ambiguous-month",
        "input.repaired-blanks", "input.repaired-width",       "input.repaired-apostrophe",
        "input.repaired-date",   "input.repaired-date-serial", "input.repaired-code"};
    for (int code = 0; code <= int(ProblemCode::BrokenOff); ++code)
        rules.push_back(findingOf({1, 0, ProblemCode(code), {}}, {}, {}).rule);
    for (const Language language : {Language::Chinese, Language::English}) {
        const FindingText text(m_book->pack(), language);
        std::set<std::string> titles;
        for (const std::string &rule : rules) {
            QVERIFY2(text.title(rule).find("input.") == std::string::npos, rule.c_str());
            QVERIFY2(titles.insert(text.title(rule)).second, rule.c_str());
        }
    }
    (void)check(write(u"titled.csv"_s, "报名号,姓名,手机号\nN1,王五,13800000001\n合计,,1\n"), {u"titled.html"_s});
    const ReadHtml html = readHtml(path(u"titled.html"_s));
    QVERIFY(html.text.contains(u"表格写法：合计行"_s));
}

void TestReport::anInterruptedReportSaysSo()
{
    std::stop_source stop;
    stop.request_stop();
    (void)check(m_season, {u"stop.html"_s, u"stop.xlsx"_s, u"stop.csv"_s}, {}, stop.get_token());
    QFile csv(path(u"stop.csv"_s));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QVERIFY(csv.readAll().trimmed().split('\n').last().contains("input.incomplete,,error,needs-review,"));
    const ReadHtml html = readHtml(path(u"stop.html"_s));
    QCOMPARE(html.error, QString());
    QVERIFY(html.text.contains(u"检查没有完成"_s));
    const Lines sums = readSheet(path(u"stop.xlsx"_s), "合计");
    QVERIFY(std::ranges::any_of(sums, [](const auto &line) { return !line.empty() && line[0] == "未完成"; }));
}

/// What was checked before the interruption was of the same sheet and read the same way, pictures or not.
void TestReport::onlyTheSameCheckIsGoneOnWith()
{
    const QString table = write(u"same.csv"_s, "application_no,phone\nN1,1\n");
    const QString begun = path(u"same.jsonl"_s);
    (void)check(table, {u"same.jsonl"_s});
    QFile file(begun);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.readLine().size()));
    file.close();
    const auto broken = readBrokenReport(begun.toStdString());
    QVERIFY(broken);
    const auto goOn = [&](const auto &change) {
        BatchOptions options = optionsFor(table);
        options.resume = *broken;
        change(options);
        std::vector<std::unique_ptr<Report>> reports;
        reports.push_back(std::move(*reopenReport(*broken)));
        const auto totals = checkTable(*m_book, options, reports);
        return totals ? ErrorCode::Internal : totals.error().code; // Internal: gone on with
    };
    QCOMPARE(goOn([](BatchOptions &options) { options.reading.encoding = "GB18030"; }), ErrorCode::Conflict);
    QCOMPARE(goOn([](BatchOptions &options) { options.inspector = [](const std::string &) { return ImageFacts{}; }; }),
             ErrorCode::Conflict);
    QCOMPARE(goOn([](BatchOptions &) {}), ErrorCode::Internal);
    QCOMPARE(goOn([](BatchOptions &options) { options.reading.encoding = "UTF-8"; }), ErrorCode::Internal);
}

/// A report of before is still there when a table turns out to be none, and nothing half-made lies beside it.
void TestReport::aTableThatIsNoneSpoilsNoReport()
{
    const QDir folder(path(u"spoiled"_s));
    QVERIFY(folder.mkpath(u"."_s));
    std::vector<std::unique_ptr<Report>> reports;
    const QStringList before = {u"old.csv"_s, u"old.html"_s, u"old.jsonl"_s, u"old.xlsx"_s};
    for (const QString &name : before) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a report of before") > 0);
        file.close();
        auto report = openReport(folder.filePath(name).toStdString());
        QVERIFY(report);
        reports.push_back(std::move(*report));
    }
    QVERIFY(!checkTable(*m_book, optionsFor(write(u"none.xlsx"_s, "PK\x03\x04 no workbook")), reports));
    reports.clear();
    QCOMPARE(folder.entryList(QDir::Files), before);
    for (const QString &name : before) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("a report of before"));
    }
}

void TestReport::aWorkbookThatCannotBeWrittenIsAnError()
{
    for (const char *name : {"/nowhere/at/all.xlsx", "/nowhere/at/all.html"})
        QCOMPARE(openReport(name).error().code, ErrorCode::Unreadable);
}

/// What somebody else has beside it stays, and a name that stands for another file goes on standing for it.
void TestReport::aCsvReportSpoilsNothingBesideIt()
{
    const QString theirs = write(u"linked.csv.part"_s, "somebody's");
    const QString target = write(u"target.csv"_s, "a report of before");
    const QString name = path(u"linked.csv"_s);
    QVERIFY(QFile::link(target, name));
    (void)check(write(u"linkedinput.csv"_s, "application_no,phone\nN1,1\n"), {u"linked.csv"_s});
    QVERIFY(QFileInfo(name).isSymLink());
    QFile report(target);
    QVERIFY(report.open(QIODevice::ReadOnly));
    QVERIFY(report.readAll().startsWith("\xEF\xBB\xBFrow,"));
    QFile part(theirs);
    QVERIFY(part.open(QIODevice::ReadOnly));
    QCOMPARE(part.readAll(), QByteArray("somebody's"));
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
