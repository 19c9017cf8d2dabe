#include "core/policy/packfiles.h"
#include "core/policy/packloader.h"

#include <QTest>

#include <algorithm>

using namespace zsb;
using namespace Qt::StringLiterals;

/// scan.json of the shipped pack (A1.5.2–A1.5.7, A3.2, A3.3), and whatever is wrong in one.
class TestScanPolicy : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theCollegesMarksAreForThisYearsGraduates();
    void limitsOfMarksAreThePacks();
    void aPackMayDoWithoutIt();
    void aSeededDefectIsNamed_data();
    void aSeededDefectIsNamed();

private:
    PackFiles m_files;
};

void TestScanPolicy::initTestCase()
{
    m_files = *readPackFiles(std::string(ZSB_SOURCE_DIR) + "/resources/policies/nm-2023");
}

void TestScanPolicy::theCollegesMarksAreForThisYearsGraduates()
{
    const LoadedPack loaded = loadPackFiles(m_files);
    QVERIFY(loaded.pack);
    const ScanPaper *form = loaded.pack->scan.paper("application_form");
    QVERIFY(form && form->region("office") && form->region("college"));
    for (const PaperMark &mark : form->marks) {
        const bool isColleges = mark.clause == "A3.3";
        QCOMPARE(mark.types, isColleges ? std::vector<std::string>{"X1"} : std::vector<std::string>{});
        QVERIFY(mark.severity != Severity::Error);
    }
    QCOMPARE(form->marks.size(), std::size_t(4));
    QVERIFY(!loaded.pack->scan.paper("nowhere"));
    QCOMPARE(loaded.pack->scan.message("no.such").en, std::string("no.such"));
}

/// Code knows no limit of its own: each stands in the pack with its reason, the same for every paper.
void TestScanPolicy::limitsOfMarksAreThePacks()
{
    const LoadedPack loaded = loadPackFiles(m_files);
    for (const ScanPaper &paper : loaded.pack->scan.papers) {
        QCOMPARE(paper.limits, (MarkLimits{8, 0.34, 0.9, 0.012}));
    }
    PackFiles files = m_files;
    std::string &bytes = files["scan.json"];
    const std::string before = "\"faint_below\": {\"value\": 0.34,";
    QVERIFY(bytes.find(before) != std::string::npos);
    bytes.replace(bytes.find(before), before.size(), "\"faint_below\": {\"value\": 0.5,");
    QCOMPARE(loadPackFiles(files).pack->scan.papers.front().limits.faintInk, 0.5);
}

void TestScanPolicy::aPackMayDoWithoutIt()
{
    PackFiles files = m_files;
    files.erase("scan.json");
    const LoadedPack loaded = loadPackFiles(files);
    QVERIFY(loaded.pack);
    QVERIFY(loaded.pack->scan.limits.empty());
}

void TestScanPolicy::aSeededDefectIsNamed_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const QString &before, const QString &after) {
        QTest::newRow(name) << before << after;
    };
    row("marks without limits", uR"("mark_limits")"_s, uR"("mork_limits")"_s);
    row("limit of marks without a reason", uR"("reach_mm": {"value": 8, "why")"_s,
        uR"("reach_mm": {"value": 8, "wy")"_s);
    row("limit of marks of 0", uR"("reach_mm": {"value": 8,)"_s, uR"("reach_mm": {"value": 0,)"_s);
    row("unknown key", uR"("papers": [)"_s, uR"("pepers": [], "papers": [)"_s);
    row("unknown clause", uR"("clause": "A3.2")"_s, uR"("clause": "A9.9")"_s);
    row("unknown slot", uR"("slot": "application_form")"_s, uR"("slot": "no_form")"_s);
    row("slot twice", uR"("slot": "student_card")"_s, uR"("slot": "application_form")"_s);
    row("unknown type", uR"("types": ["X1"])"_s, uR"("types": ["X9"])"_s);
    row("unknown region", uR"("region": "office-signature")"_s, uR"("region": "nowhere")"_s);
    row("region twice", uR"({"id": "college", )"_s, uR"({"id": "office", )"_s);
    row("box of three", u"[48, 168, 142, 44]"_s, u"[48, 168, 142]"_s);
    row("box without height", u"[48, 168, 142, 44]"_s, u"[48, 168, 142, 0]"_s);
    row("box beyond the paper", u"[48, 168, 142, 44]"_s, u"[48, 168, 163, 44]"_s);
    row("no seal at all", uR"("kind": "seal", )"_s, uR"("kind": "seal", "count": 0, )"_s);
    row("paper of less than nothing", uR"("width_mm": 210)"_s, uR"("width_mm": -210)"_s);
    row("bounds upside down", uR"({"measure": "file.gps", "above": 0})"_s,
        uR"({"measure": "file.gps", "below": 1, "above": 0})"_s);
    row("a message with a name nobody fills in", u"{place}"_s, u"{plaice}"_s);
    row("no size", uR"("width_mm": 210, "height_mm": 297, "frame")"_s, uR"("frame")"_s);
    row("no quote", u"（单位公章）"_s, u"（没有这句话）"_s);
    row("unknown field", uR"("field": "name")"_s, uR"("field": "nome")"_s);
    row("limit of nothing", uR"("when": [{"measure": "file.gps", "above": 0}])"_s, uR"("when": [])"_s);
    row("limit without an end", uR"({"measure": "file.gps", "above": 0})"_s, uR"({"measure": "file.gps"})"_s);
    row("a guess that refuses", uR"("severity": "warning", "outcome": "needs-review", "guess": true)"_s,
        uR"("severity": "warning", "outcome": "fail", "guess": true)"_s);
    row("a guess that is an error", uR"("severity": "warning", "outcome": "needs-review", "guess": true)"_s,
        uR"("severity": "error", "outcome": "needs-review", "guess": true)"_s);
    row("message missing", uR"("seal.grey")"_s, uR"("seal.gray")"_s);
}

void TestScanPolicy::aSeededDefectIsNamed()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    PackFiles files = m_files;
    std::string &bytes = files["scan.json"];
    const std::size_t at = bytes.find(before.toStdString());
    QVERIFY(at != std::string::npos);
    bytes.replace(at, before.toStdString().size(), after.toStdString());
    const LoadedPack loaded = loadPackFiles(files);
    QVERIFY(!loaded.pack);
    const auto named = std::ranges::find(loaded.problems, "scan.json", &PackProblem::file);
    QVERIFY(named != loaded.problems.end());
    QVERIFY(named->line > 0 && !named->message.zh.empty() && !named->message.en.empty());
}

QTEST_GUILESS_MAIN(TestScanPolicy)
#include "tst_scanpolicy.moc"
