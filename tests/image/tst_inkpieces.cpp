#include "core/image/inkpieces.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace zsb;

/// Pieces found by runs are OpenCV's, in its order: what was measured with it stays what it was.
class TestInkPieces : public QObject
{
    Q_OBJECT

private slots:
    void piecesAreOpenCvs_data();
    void piecesAreOpenCvs();
    void aLineClosesAsOpenCvDoes_data();
    void aLineClosesAsOpenCvDoes();
    void anEmptyMaskHasNone();

private:
    static void addMasks();
    static QString text(const std::vector<InkPiece> &pieces);
    static std::vector<InkPiece> labelled(const cv::Mat &mask);
};

QString TestInkPieces::text(const std::vector<InkPiece> &pieces)
{
    QStringList lines;
    for (const InkPiece &piece : pieces) {
        const cv::Rect &box = piece.box;
        lines.append(
            QStringLiteral("%1 %2 %3×%4 %5").arg(box.x).arg(box.y).arg(box.width).arg(box.height).arg(piece.area));
    }
    return lines.join(QLatin1Char('\n'));
}

std::vector<InkPiece> TestInkPieces::labelled(const cv::Mat &mask)
{
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres);
    std::vector<InkPiece> pieces;
    for (int i = 1; i < count; ++i) {
        pieces.push_back({{stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)},
                          stats.at<int>(i, cv::CC_STAT_AREA)});
    }
    return pieces;
}

/// Sparse and dense ones, with odd and even sides, wider than what is skipped at once.
void TestInkPieces::addMasks()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("percent");
    for (const auto &[columns, rows] : {std::pair(1, 1), {7, 9}, {64, 40}, {75, 51}, {130, 33}}) {
        for (const int percent : {3, 20, 45, 80, 100})
            QTest::addRow("%d x %d, %d %%", columns, rows, percent) << columns << rows << percent;
    }
}

static cv::Mat drawnMask(int columns, int rows, int percent)
{
    cv::RNG random(std::uint64_t(columns * 1000 + percent));
    cv::Mat values(rows, columns, CV_8U);
    random.fill(values, cv::RNG::UNIFORM, 0, 100);
    return values < percent;
}

void TestInkPieces::piecesAreOpenCvs_data()
{
    addMasks();
}

void TestInkPieces::piecesAreOpenCvs()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    QFETCH(int, percent);
    const cv::Mat mask = drawnMask(columns, rows, percent);
    QCOMPARE(text(inkPieces(mask)), text(labelled(mask)));
}

void TestInkPieces::aLineClosesAsOpenCvDoes_data()
{
    addMasks();
}

void TestInkPieces::aLineClosesAsOpenCvDoes()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    QFETCH(int, percent);
    const cv::Mat mask = drawnMask(columns, rows, percent);
    for (const int reach : {1, 2, 3, 6, 11}) {
        cv::Mat closed;
        cv::morphologyEx(mask, closed, cv::MORPH_CLOSE, cv::Mat::ones(1, reach, CV_8U));
        QCOMPARE(text(inkPiecesAcross(mask, reach)), text(labelled(closed)));
    }
}

void TestInkPieces::anEmptyMaskHasNone()
{
    QVERIFY(inkPieces(cv::Mat::zeros(20, 20, CV_8U)).empty());
    QVERIFY(inkPieces(cv::Mat()).empty());
}

QTEST_APPLESS_MAIN(TestInkPieces)
#include "tst_inkpieces.moc"
