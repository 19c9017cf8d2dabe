#include "tests/support/picturediff.h"

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace zsb;

/// U25: every screen looks the same whenever it is taken. `--compare FOLDER OTHER` compares two folders
/// instead, see packaging/pictures: whether they are those of docs/screenshots depends on the fonts of the machine.
class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void aDifferenceIsMeasured();
    void twoRunsLookTheSame();
};

namespace {

constexpr double most = 0.005;

/// Takes every screen of a fresh demo season.
[[nodiscard]] bool take(const QString &output)
{
    const QString data = QDir::cleanPath(output + u"/../data"_s); // its path is on a screen
    const QString pack = QStringLiteral(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    QDir(data).removeRecursively();
    return QProcess::execute(QStringLiteral(ZSB_PROGRAM),
                             {u"--screenshots"_s, output, u"--data-dir"_s, data, u"--pack"_s, pack, u"--lang"_s,
                              u"zh"_s, u"--theme"_s, u"light"_s}) == 0;
}

} // namespace

void TestPictures::aDifferenceIsMeasured()
{
    const QTemporaryDir folder;
    QImage image(100, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QVERIFY(image.save(folder.filePath(u"white.png"_s)));
    for (int x = 10; x < 20; ++x) {
        for (int y = 10; y < 20; ++y)
            image.setPixelColor(x, y, Qt::black);
    }
    QVERIFY(image.save(folder.filePath(u"square.png"_s)));
    const auto differ = [&](const QString &a, const QString &b) {
        return pictureDifference(folder.filePath(a), folder.filePath(b));
    };
    QCOMPARE(differ(u"white.png"_s, u"white.png"_s), 0.0);
    QCOMPARE(differ(u"white.png"_s, u"square.png"_s), 0.01);
    QVERIFY(image.copy(1, 0, 99, 100).copy(0, 0, 100, 100).save(folder.filePath(u"moved.png"_s)));
    QVERIFY(differ(u"square.png"_s, u"moved.png"_s) <= 0.01); // by one pixel: only the edge of the picture is new
    QCOMPARE(differ(u"white.png"_s, u"nothing.png"_s), 1.0);
}

void TestPictures::twoRunsLookTheSame()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(u"first"_s);
    const QString second = folder.filePath(u"second"_s);
    QVERIFY(QDir().mkpath(first) && QDir().mkpath(second));
    QVERIFY(take(first));
    QVERIFY(take(second));
    QVERIFY(QDir(first).entryList({u"*.png"_s}).size() >= 15);
    const QStringList different = differentPictures(first, second, u"*.png"_s, most);
    QVERIFY2(different.isEmpty(), qPrintable(different.join(u'\n')));
}

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == "--compare"_L1) {
        const QStringList different = differentPictures(arguments.at(2), arguments.at(3), u"*.png"_s, most);
        for (const QString &line : different)
            std::puts(qPrintable(line));
        return different.isEmpty() ? 0 : 1;
    }
    TestPictures test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pictures.moc"
