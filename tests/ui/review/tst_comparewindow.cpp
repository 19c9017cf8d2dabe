#include "core/demo/drawencode.h"
#include "ui/review/comparewindow.h"
#include "ui/review/pictureloader.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace zsb;
using namespace Qt::StringLiterals;

/// Two pictures said to be one (A1.5.4, A2.7): the window says why, whose they are, how large, and what can be done.
class TestCompareWindow : public QObject
{
    Q_OBJECT

private slots:
    void itSaysWhyTheTwoAreShown();
    void itSaysWhoseTheyAreAndHowLarge();
    void aDeedIsOneKeyAwayAndClosesIt();
    void whatCannotBeDoneIsNotDone();
    void moreOfAPictureIsDecodedOnceForAll();
    void whoeverDecodesWaitsForTheMemoryOthersHold();

private:
    static std::string jpeg(const QSize &size)
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(90, 120, 160));
        return encodeJpeg(image, 200'000, 90).value();
    }
    PictureLoader::Read reading()
    {
        return [this](const std::string &sha256) -> Result<std::string> {
            ++m_reads;
            return sha256 == "1" ? m_small : m_large;
        };
    }
    static QList<ComparePicture> pair()
    {
        return {{.title = u"照片"_s, .slot = {}, .sha256 = "1", .number = u"0001"_s, .place = u"照片"_s},
                {.title = u"照片（报名号 0002）"_s,
                 .slot = {},
                 .sha256 = "2",
                 .current = true,
                 .likeness = "1",
                 .number = u"0002"_s,
                 .place = u"照片"_s,
                 .distance = 16}};
    }

    const std::string m_small = jpeg({120, 160});
    const std::string m_large = jpeg({240, 320});
    std::atomic<int> m_reads = 0;
    Theme m_theme;
};

void TestCompareWindow::itSaysWhyTheTwoAreShown()
{
    QList<ComparePicture> two = pair();
    const QString alike = whyTogether(two[0], two[1]);
    QVERIFY2(alike.contains(u"93.8 %"_s) && alike.contains(u"16"_s) && alike.contains(u"256"_s), qPrintable(alike));
    QCOMPARE(whyTogether(two[1], two[0]), alike);
    two[1].distance.reset();
    QVERIFY(!whyTogether(two[0], two[1]).isEmpty());
    QVERIFY(!whyTogether(two[0], two[1]).contains(u'%'));
    two[1].likeness.clear();
    QVERIFY(whyTogether(two[0], two[1]).isEmpty()); // nobody said so
    two[1].sha256 = "1";
    QVERIFY(whyTogether(two[0], two[1]).contains(u"逐字节"_s));
    two[1].number = two[0].number;
    QVERIFY(whyTogether(two[0], two[1]).isEmpty()); // twice the same of one file
}

void TestCompareWindow::itSaysWhoseTheyAreAndHowLarge()
{
    TaskRunner tasks;
    PictureLoader loader(tasks, reading());
    CompareWindow window(pair(), {0, 1}, loader, m_theme);
    window.show();
    QTRY_VERIFY(window.viewer(0).hasImage() && window.viewer(1).hasImage());
    const QString left = window.findChild<QLabel *>(u"compareFactsLeft"_s)->text();
    const QString right = window.findChild<QLabel *>(u"compareFactsRight"_s)->text();
    QVERIFY2(left.contains(u"0001"_s) && left.contains(u"照片"_s) && left.contains(u"120×160"_s), qPrintable(left));
    QVERIFY2(right.contains(u"0002"_s) && right.contains(u"240×320"_s), qPrintable(right));
    QVERIFY(right.contains(QString::number(double(m_large.size()) / 1024, 'f', 1) + u" KB"_s));
    const auto *why = window.findChild<QLabel *>(u"compareWhy"_s);
    QVERIFY(why->isVisible() && why->text().contains(u"93.8 %"_s));
}

void TestCompareWindow::aDeedIsOneKeyAwayAndClosesIt()
{
    TaskRunner tasks;
    PictureLoader loader(tasks, reading());
    QAction back(u"退回补正(&R)…"_s);
    back.setObjectName(u"review.return"_s);
    back.setShortcut(Qt::Key_F9);
    const QSignalSpy done(&back, &QAction::triggered);
    CompareWindow window(pair(), {0, 1}, loader, m_theme, {&back});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto *button = window.findChild<QPushButton *>(u"compareDeed-review.return"_s);
    QVERIFY2(button->text().contains(u"退回补正"_s) && button->text().contains(u"F9"_s), qPrintable(button->text()));
    QTest::keyClick(&window, Qt::Key_F9);
    QCOMPARE(done.size(), 1);
    QVERIFY(!window.isVisible());
}

void TestCompareWindow::whatCannotBeDoneIsNotDone()
{
    TaskRunner tasks;
    PictureLoader loader(tasks, reading());
    QAction back(u"退回补正"_s);
    back.setObjectName(u"review.return"_s);
    back.setShortcut(Qt::Key_F9);
    back.setEnabled(false);
    CompareWindow window(pair(), {0, 1}, loader, m_theme, {&back});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F9);
    QVERIFY(window.isVisible());
    QVERIFY(!window.findChild<QPushButton *>(u"compareDeed-review.return"_s)->isEnabled());
}

void TestCompareWindow::moreOfAPictureIsDecodedOnceForAll()
{
    TaskRunner tasks;
    PictureLoader loader(tasks, reading());
    const QSignalSpy ready(&loader, &PictureLoader::detailReady);
    m_reads = 0;
    loader.wantDetail("2"); // the pane, and a window beside it
    loader.wantDetail("2");
    QTRY_COMPARE(ready.size(), 1);
    loader.wantDetail("2");
    QTRY_COMPARE(ready.size(), 2);
    QCOMPARE(m_reads.load(), 1);
    loader.wantDetail("1");
    QTRY_COMPARE(ready.size(), 3);
    QCOMPARE(m_reads.load(), 2);
}

void TestCompareWindow::whoeverDecodesWaitsForTheMemoryOthersHold()
{
    const auto memory = std::make_shared<MemoryBudget>(1'000'000);
    MemoryBudget::Share held = memory->take(1'000'000); // a page is being measured
    TaskRunner tasks;
    PictureLoader loader(tasks, reading(), memory);
    const QSignalSpy ready(&loader, &PictureLoader::ready);
    m_reads = 0;
    QVERIFY(!loader.want("1"));
    QTRY_COMPARE(m_reads.load(), 1);
    bool isOtherDone = false;
    const auto other = [](const TaskContext &) { // what would be decoded long since
        int made = 0;
        for (int i = 0; i < 100; ++i)
            made += int(jpeg({240, 320}).size() > 0);
        return made;
    };
    tasks.run(this, other, [&isOtherDone](int) { isOtherDone = true; });
    QTRY_VERIFY(isOtherDone);
    QCOMPARE(ready.size(), 0);
    held.giveBack();
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!loader.peek("1")->failed);
}

QTEST_MAIN(TestCompareWindow)
#include "tst_comparewindow.moc"
