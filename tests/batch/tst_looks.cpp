#include "core/base/perceptualhash.h"
#include "core/batch/batch.h"
#include "core/policy/portraitfigures.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

/// A hash with the first `bits` bits of the base turned over, one in each band.
std::string look(char kind, std::uint64_t base, int bits)
{
    PerceptualHash hash;
    for (std::uint64_t &word : hash.words)
        word = base * 0x9E3779B97F4A7C15ULL;
    for (int i = 0; i < bits; ++i)
        hash.words[std::size_t(i) / 4] ^= std::uint64_t(1) << (16 * (i % 4));
    return kind + hexOf(hash);
}

/// Files by the last part of their name: what they are and look like.
ImageFacts factsOf(const std::string &path)
{
    static const std::map<std::string, std::pair<std::string, std::string>> known = {
        {"one.jpg", {"a1", look('f', 1, 0)}},        {"one-cut.jpg", {"a2", look('f', 1, 5)}},
        {"one-far.jpg", {"a3", look('f', 1, 12)}},   {"two.jpg", {"b1", look('f', 2, 0)}},
        {"page-alike.jpg", {"c1", look('p', 1, 0)}}, {"scan.jpg", {"d1", look('p', 3, 0)}},
        {"scan-small.jpg", {"d2", look('p', 3, 4)}}, {"blind.jpg", {"e1", ""}}};
    ImageFacts facts;
    const auto found = known.find(path.substr(path.rfind('/') + 1));
    if (found == known.end()) {
        facts.problem = ImageProblem::Missing;
        return facts;
    }
    facts.format = ImageFormat::Jpeg;
    facts.bytes = 20'000;
    facts.widthPx = 300;
    facts.heightPx = 400;
    facts.sha256 = found->second.first;
    facts.look = found->second.second;
    return facts;
}

ImageFacts measured(const std::string &path)
{
    ImageFacts facts = factsOf(path);
    PortraitFigures figures;
    figures.set(PortraitMeasure::HeadRoll, path.ends_with("two.jpg") ? 5.0 : 1.0);
    facts.measured = measuredText(figures);
    return facts;
}

} // namespace

/// A2.7, A1.5.4: pictures that look like another person's are told with whose, across a table.
class TestLooks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPortraitLikeAnothersIsToldInBothRows();
    void onePersonMayUseOnePictureTwice();
    void theSameBytesAreNoLook();
    void aLookBeyondTheLimitIsNobodys();
    void looksOfTwoKindsAreNotCompared();
    void aMaterialIsToldWithItsSlot();
    void aPageThatLooksLikeManyOthersSaysNothing();
    void aHintNeverRefuses();
    void theSameBytesForAnyNumberOfJobs();
    void whatWasMeasuredIsToldInItsRow();

private:
    QByteArray report(const QByteArray &rows, int jobs = 1);
    QList<QJsonObject> findings(const QByteArray &rows, const QString &rule);

    QTemporaryDir m_folder;
    std::shared_ptr<const RuleBook> m_book;
};

void TestLooks::initTestCase()
{
    m_book = *RuleBook::bind(sharedNm2023());
}

QByteArray TestLooks::report(const QByteArray &rows, int jobs)
{
    const QString input = m_folder.filePath(u"season.csv"_s);
    QFile table(input);
    if (!table.open(QIODevice::WriteOnly))
        return {};
    table.write("application_no,document_number,portrait,materials\n" + rows);
    table.close();
    BatchOptions options;
    options.input = input.toStdString();
    options.asOf = *parseInstant("2023-02-20T09:00:00+08:00");
    options.filesFolder = m_folder.path().toStdString();
    options.inspector = factsOf;
    options.portraits = measured;
    options.jobs = jobs;
    const QString path = m_folder.filePath(u"report.jsonl"_s);
    {
        std::vector<std::unique_ptr<Report>> reports;
        reports.push_back(std::move(*openReport(path.toStdString())));
        if (!checkTable(*m_book, options, reports))
            return {};
    }
    QFile written(path);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

QList<QJsonObject> TestLooks::findings(const QByteArray &rows, const QString &rule)
{
    QList<QJsonObject> found;
    for (const QByteArray &line : report(rows).split('\n')) {
        const QJsonObject finding = QJsonDocument::fromJson(line).object();
        if (finding[u"rule"_s].toString() == rule)
            found.append(finding);
    }
    return found;
}

void TestLooks::aPortraitLikeAnothersIsToldInBothRows()
{
    const auto found = findings("n1,A,one.jpg,\nn2,B,two.jpg,\nn3,C,one-cut.jpg,\n", u"portrait.similar"_s);
    QCOMPARE(found.size(), 2);
    const QJsonObject first = found[0][u"evidence"_s].toObject();
    QCOMPARE(found[0][u"application_no"_s].toString(), u"n1"_s);
    QCOMPARE(first[u"other"_s].toString(), u"n3"_s);
    QCOMPARE(first[u"row"_s].toInt(), 4);
    QCOMPARE(first[u"distance"_s].toInt(), 5);
    QCOMPARE(found[1][u"evidence"_s].toObject()[u"other"_s].toString(), u"n1"_s);
}

void TestLooks::onePersonMayUseOnePictureTwice()
{
    QVERIFY(findings("n1,A,one.jpg,\nn2,A,one-cut.jpg,\n", u"portrait.similar"_s).isEmpty());
}

void TestLooks::theSameBytesAreNoLook()
{
    const QByteArray rows = "n1,A,one.jpg,\nn2,B,one.jpg,\n";
    QVERIFY(findings(rows, u"portrait.similar"_s).isEmpty());
    QCOMPARE(findings(rows, u"portrait.once"_s).size(), 2);
}

void TestLooks::aLookBeyondTheLimitIsNobodys()
{
    QVERIFY(findings("n1,A,one.jpg,\nn2,B,one-far.jpg,\n", u"portrait.similar"_s).isEmpty());
}

void TestLooks::looksOfTwoKindsAreNotCompared()
{
    QVERIFY(findings("n1,A,one.jpg,\nn2,B,page-alike.jpg,\nn3,C,blind.jpg,\n", u"portrait.similar"_s).isEmpty());
}

void TestLooks::aMaterialIsToldWithItsSlot()
{
    const auto found =
        findings("n1,A,,id_card=blind.jpg;diploma=scan.jpg\nn2,B,,diploma=scan-small.jpg\n", u"materials.similar"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0][u"evidence"_s].toObject()[u"slot"_s].toString(), u"diploma"_s);
    QCOMPARE(found[0][u"evidence"_s].toObject()[u"other"_s].toString(), u"n2"_s);
}

/// Forms printed alike look alike, whoever filled them in.
void TestLooks::aPageThatLooksLikeManyOthersSaysNothing()
{
    const auto rows = [](int copies) {
        QByteArray all = "n0,P0,,diploma=scan.jpg\n";
        for (int i = 1; i <= copies; ++i)
            all += "n" + QByteArray::number(i) + ",P" + QByteArray::number(i) + ",,diploma=scan-small.jpg\n";
        return all;
    };
    QCOMPARE(findings(rows(3), u"materials.similar"_s).size(), 4);
    QVERIFY(findings(rows(4), u"materials.similar"_s).size() < 5); // the first is one of many
}

void TestLooks::aHintNeverRefuses()
{
    for (const QJsonObject &finding : findings("n1,A,one.jpg,\nn2,B,one-cut.jpg,\n", u"portrait.similar"_s)) {
        QCOMPARE(finding[u"severity"_s].toString(), u"warning"_s);
        QCOMPARE(finding[u"outcome"_s].toString(), u"needs-review"_s);
    }
}

void TestLooks::theSameBytesForAnyNumberOfJobs()
{
    QByteArray rows;
    const std::array<const char *, 4> portraits = {"one.jpg", "one-cut.jpg", "two.jpg", "one-far.jpg"};
    for (int i = 0; i < 900; ++i)
        rows += "n" + QByteArray::number(i) + ",P" + QByteArray::number(i) + ',' + portraits[std::size_t(i) % 4] +
                ",diploma=" + (i % 2 == 0 ? "scan.jpg" : "scan-small.jpg") + '\n';
    const QByteArray one = report(rows, 1);
    QVERIFY(one.contains("portrait.similar"));
    QCOMPARE(report(rows, 4), one);
}

void TestLooks::whatWasMeasuredIsToldInItsRow()
{
    const auto found = findings("n1,A,one.jpg,\nn2,B,two.jpg,\n", u"portrait.head-roll"_s);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][u"row"_s].toInt(), 3);
    QCOMPARE(found[0][u"application_no"_s].toString(), u"n2"_s);
}

QTEST_GUILESS_MAIN(TestLooks)
#include "tst_looks.moc"
