#include "core/image/picturefacts.h"
#include "core/image/scanreader.h"
#include "tests/image/samples.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace zsb;

/// A7.2 and the promise of core/image: any number of threads look at pictures at once and see what one would.
class TestPictureThreads : public QObject
{
    Q_OBJECT

private slots:
    void manyAtOnceSeeWhatOneSees();
};

/// The library beneath has a setting for the whole process: set again while others worked in it, it ended the program
/// now and then. Pictures as small as these ask for it thousands of times.
void TestPictureThreads::manyAtOnceSeeWhatOneSees()
{
    constexpr int threads = 8;
    constexpr int times = 1000;
    const std::string bytes = samples::encoded(samples::picture(16, 16), "jpg");
    const std::string one = measuredText(readScan(bytes));
    QVERIFY(!one.empty());
    std::atomic<int> alike = 0;
    {
        std::vector<std::jthread> all;
        for (int i = 0; i < threads; ++i)
            all.emplace_back([&] {
                for (int k = 0; k < times; ++k)
                    alike += measuredText(readScan(bytes)) == one ? 1 : 0;
            });
    }
    QCOMPARE(alike.load(), threads * times);
}

QTEST_GUILESS_MAIN(TestPictureThreads)
#include "tst_picturethreads.moc"
