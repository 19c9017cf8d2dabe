#include "core/storage/picturelooks.h"
#include "tests/ui/review/workplace.h"
#include "ui/review/comparewindow.h"
#include "ui/review/likenesses.h"

#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace zsb {

/// One picture handed in under two names is found across the season, beside the window, and both are laid side by side
/// (A1.5.4, A2.7).
class TestLikenesses : public QObject
{
    Q_OBJECT

private slots:
    void everyPictureOfTheSeasonIsLookedAtOnce();
    void anAlteredPortraitUnderAnotherNameIsFound();
    void whoeverOnlyReadsTakesNoLooks();
    void thePairIsLaidSideBySideByKeys();
};

namespace {

constexpr int patience = 120'000;

/// The same person's picture for two people, once cut anew and scaled; the materials of each are their own.
void oneFace(ReviewSeason &season)
{
    season.spoil = [](DemoPerson &person, int) {
        person.faceSeed = 77;
        person.female = true;
    };
    season.alter = [](const QImage &drawn, int index) {
        return index == 1 ? drawn
                          : drawn.copy(8, 10, drawn.width() - 16, drawn.height() - 20)
                                .scaled(320, 394, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
}

bool canSeeFaces()
{
    return bool(LandmarkModel::load(LandmarkModel::defaultPath()));
}

int likenessRow(FindingsModel &findings)
{
    for (int row = 0; row < findings.count(); ++row) {
        if (findings.at(row).isPair && findings.at(row).rule == "portrait.similar"_L1)
            return row;
    }
    return -1;
}

} // namespace

void TestLikenesses::everyPictureOfTheSeasonIsLookedAtOnce()
{
    ReviewSeason season(3);
    const PictureLooks looks(season.store->database());
    const std::size_t pictures = looks.missing({}, 1000)->size();
    QVERIFY(pictures >= 3);
    Likenesses likenesses(season.store->options(), true, season.book, std::make_shared<SharedModel>());
    QSignalSpy passed(&likenesses, &Likenesses::passed);
    likenesses.takeAll();
    likenesses.takeAll(); // is at it
    QTRY_COMPARE_WITH_TIMEOUT(passed.size(), 1, patience);
    QCOMPARE(passed.front().front().toInt(), int(pictures));
    QVERIFY(looks.missing({}, 1)->empty());
    QCOMPARE(looks.after(0, 1000)->size(), pictures);
    season.add(4);
    likenesses.takeAll();
    QTRY_COMPARE_WITH_TIMEOUT(passed.size(), 2, patience);
    QVERIFY(passed.back().front().toInt() > 0);
    QVERIFY(passed.back().front().toInt() < int(pictures));
}

void TestLikenesses::anAlteredPortraitUnderAnotherNameIsFound()
{
    if (!canSeeFaces())
        QSKIP("no landmark model here");
    ReviewSeason season(0, ReviewSeason::Pictures::Drawn);
    oneFace(season);
    const ApplicationId first = season.add(1);
    const ApplicationId second = season.add(2);
    season.spoil = {};
    season.alter = {};
    const ApplicationId stranger = season.add(3);
    Likenesses likenesses(season.store->options(), true, season.book, std::make_shared<SharedModel>());
    QSignalSpy ready(&likenesses, &Likenesses::ready);
    const ApplicationState one = *season.store->state(first);
    const ApplicationState two = *season.store->state(second);
    likenesses.want(one, season.now); // nobody looked at the other yet
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
    QVERIFY(likenesses.peek(one)->pictures.empty());
    likenesses.want(two, season.now);
    likenesses.want(one, season.now);
    likenesses.want(*season.store->state(stranger), season.now);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 4, patience);
    const LikenessStudy &study = *likenesses.peek(two);
    QCOMPARE(study.findings.size(), std::size_t(1));
    QCOMPARE(study.findings.front().rule, std::string("portrait.similar"));
    QCOMPARE(study.pictures.front().otherNo, one.applicationNo);
    QCOMPARE(study.pictures.front().otherSha256, one.portrait->sha256);
    QCOMPARE(likenesses.peek(one)->pictures.front().otherSha256, two.portrait->sha256);
    QVERIFY(likenesses.peek(*season.store->state(stranger))->findings.empty());
}

void TestLikenesses::whoeverOnlyReadsTakesNoLooks()
{
    ReviewSeason season(2);
    Likenesses likenesses(season.store->options(), false, season.book, std::make_shared<SharedModel>());
    QSignalSpy passed(&likenesses, &Likenesses::passed);
    QSignalSpy ready(&likenesses, &Likenesses::ready);
    likenesses.takeAll();
    likenesses.want(*season.store->state(season.ids.front()), season.now);
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(passed.size(), 1, patience);
    QCOMPARE(passed.front().front().toInt(), 0);
    QVERIFY(PictureLooks(season.store->database()).after(0, 1)->empty());
}

void TestLikenesses::thePairIsLaidSideBySideByKeys()
{
    if (!canSeeFaces())
        QSKIP("no landmark model here");
    Workplace desk(0, {}, std::chrono::seconds(10), ReviewSeason::Pictures::Drawn);
    oneFace(desk.season);
    const ApplicationId first = desk.season.add(1);
    const ApplicationId second = desk.season.add(2);
    desk.controller.compareSeason();
    desk.controller.openQueue();
    desk.controller.openFile(second);
    QTRY_VERIFY_WITH_TIMEOUT(likenessRow(desk.controller.findings()) >= 0, patience);
    const int row = likenessRow(desk.controller.findings());
    const QString number = qtext(desk.state(first).applicationNo);
    QVERIFY(desk.controller.findings().at(row).isHint); // nobody is refused for it
    QVERIFY(desk.controller.findings().at(row).message.contains(number));
    auto *list = desk.page->findChild<QListView *>(u"findings"_s);
    list->setCurrentIndex(desk.controller.findings().index(row));
    list->setFocus();
    desk.press(Qt::Key_Return); // to the portrait
    QVERIFY(desk.controller.isPortraitShown());
    QTRY_VERIFY_WITH_TIMEOUT(desk.controller.pictures().peek(desk.controller.file().state.portrait->sha256) != nullptr,
                             patience);
    list->setFocus();
    desk.press(Qt::Key_Return); // and beside the other one
    auto *window = desk.page->findChild<CompareWindow *>();
    QVERIFY(window);
    QTRY_VERIFY_WITH_TIMEOUT(window->viewer(0).hasImage() && window->viewer(1).hasImage(), patience);
    QVERIFY(window->viewer(1).accessibleDescription().contains(number));
    QVERIFY(!window->viewer(0).accessibleDescription().contains(number));
    const auto text = [window](const QString &label) { return window->findChild<QLabel *>(label)->text(); };
    QVERIFY2(text(u"compareWhy"_s).contains(u"相似度"_s), qPrintable(text(u"compareWhy"_s)));
    QVERIFY(text(u"compareFactsRight"_s).contains(number));
    QVERIFY(text(u"compareFactsLeft"_s).contains(qtext(desk.state(second).applicationNo)));
    QTest::keyClick(window, Qt::Key_F9); // decided here, asked for its reasons in the page
    QVERIFY(!window->isVisible());
    QTRY_VERIFY(desk.page->isAnswering());
}

} // namespace zsb

QTEST_MAIN(zsb::TestLikenesses)
#include "tst_likenesses.moc"
