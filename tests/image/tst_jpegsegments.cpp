#include "core/image/jpegsegments.h"
#include "core/image/picturetags.h"

#include <QTest>

using namespace zsb;
using namespace std::string_literals;

/// The one walk over a JPEG's segments (ITU-T T.81, B.1), which tags, bare copies and the judgement of a file share.
class TestJpegSegments : public QObject
{
    Q_OBJECT

private slots:
    void segmentsComeInOrderToTheMarkOfTheEnd();
    void fillBytesAreNoStray();
    void whatIsNoMarkerIsSteppedOverAndSaid();
    void dataOfAScanGoesOverStuffingAndRestarts();
    void dataOfAScanNeedNotBeAskedFor();
    void aCutFileIsTruncated_data();
    void aCutFileIsTruncated();
    void aLengthBelowTwoIsDamage();
    void tagsAreReadBehindAMarkerThatStandsAlone();
};

static const std::string start = "\xFF\xD8"s;
static const std::string comment = "\xFF\xFE\0\x04hi"s;
static const std::string scanHead = "\xFF\xDA\0\x03\x01"s;
static const std::string data = "ab\xFF\0cd\xFF\xD3"
                                "ef"s;
static const std::string finish = "\xFF\xD9"s;

static std::vector<int> markersOf(JpegSegments &segments)
{
    std::vector<int> markers;
    while (const auto segment = segments.next())
        markers.push_back(segment->marker);
    return markers;
}

void TestJpegSegments::segmentsComeInOrderToTheMarkOfTheEnd()
{
    const std::string file = start + comment + scanHead + data + finish + "behind it";
    JpegSegments segments(file);
    const auto first = segments.next();
    QVERIFY(first);
    QCOMPARE(first->content, "hi");
    QCOMPARE(first->whole, comment);
    QCOMPARE(markersOf(segments), (std::vector<int>{0xDA, 0xD9}));
    QCOMPARE(segments.problem(), ImageProblem::None);
    QVERIFY(!segments.hasStray());
    QVERIFY(!segments.next());
}

void TestJpegSegments::fillBytesAreNoStray()
{
    const std::string file = start + "\xFF\xFF\xFF" + comment + finish;
    JpegSegments segments(file);
    QCOMPARE(segments.next()->whole, comment);
    QVERIFY(!segments.hasStray());
}

void TestJpegSegments::whatIsNoMarkerIsSteppedOverAndSaid()
{
    for (const std::string &stray : {"xx"s, "\xFF\0"s}) {
        const std::string file = start + stray + comment + finish;
        JpegSegments segments(file);
        QCOMPARE(segments.next()->whole, comment);
        QVERIFY(segments.hasStray());
    }
}

void TestJpegSegments::dataOfAScanGoesOverStuffingAndRestarts()
{
    const std::string file = start + scanHead + data + "\xFF" + comment + finish;
    JpegSegments segments(file);
    QVERIFY(segments.scan().empty());
    QVERIFY(segments.next());
    QCOMPARE(segments.scan(), data + "\xFF");
    QVERIFY(segments.scan().empty());
    QCOMPARE(segments.next()->whole, comment);
}

void TestJpegSegments::dataOfAScanNeedNotBeAskedFor()
{
    const std::string file = start + scanHead + data + comment + scanHead + data + finish;
    JpegSegments segments(file);
    QCOMPARE(markersOf(segments), (std::vector<int>{0xDA, 0xFE, 0xDA, 0xD9}));
    QVERIFY(!segments.hasStray());
}

void TestJpegSegments::aCutFileIsTruncated_data()
{
    QTest::addColumn<int>("bytes");
    const std::string file = start + comment + scanHead + data + finish;
    for (std::size_t bytes = start.size(); bytes < file.size(); ++bytes)
        QTest::addRow("%d bytes", int(bytes)) << int(bytes);
}

void TestJpegSegments::aCutFileIsTruncated()
{
    QFETCH(int, bytes);
    const std::string file = (start + comment + scanHead + data + finish).substr(0, std::size_t(bytes));
    JpegSegments segments(file);
    std::size_t told = start.size();
    while (const auto segment = segments.next())
        told += segment->whole.size() + segments.scan().size();
    QCOMPARE(segments.problem(), ImageProblem::Truncated);
    QVERIFY(told <= file.size());
    QVERIFY(!segments.hasStray());
}

void TestJpegSegments::aLengthBelowTwoIsDamage()
{
    const std::string file = start + "\xFF\xE0\0\x01"s + comment + finish;
    JpegSegments segments(file);
    QVERIFY(!segments.next());
    QCOMPARE(segments.problem(), ImageProblem::Damaged);
}

void TestJpegSegments::tagsAreReadBehindAMarkerThatStandsAlone()
{
    const std::string photoshop = "\xFF\xED\0\x0BPhotoshop"s;
    QCOMPARE(readPictureTags(start + photoshop + finish).software, "Photoshop");
    QCOMPARE(readPictureTags(start + "\xFF\xD1"s + photoshop + finish).software, "Photoshop");
    QCOMPARE(readPictureTags(start + scanHead + data + photoshop + finish).software, "");
}

QTEST_APPLESS_MAIN(TestJpegSegments)
#include "tst_jpegsegments.moc"
