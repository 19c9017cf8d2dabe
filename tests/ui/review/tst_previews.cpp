#include "tests/support/patience.h"
#include "tests/ui/review/workplace.h"

#include "ui/review/previewshelf.h"
#include "ui/sync/synclook.h"
#include "ui/widgets/look.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// A scan whose original is still at the service is seen at once as a preview, and judged when the original is here.
class TestPreviews : public QObject
{
    Q_OBJECT

private slots:
    void previewsComeFirstAndNeverOfPortraits();
    void whatIsHereIsNotAskedFor();
    void aPreviewIsShownAsOneAndTheOriginalTakesItsPlace();
    void anOriginalThatDidNotComeSaysWhy();
    void aPictureOfTheServiceAloneIsNoFault();
    void theCaptionGetsItsRoom();
    void aPictureThatIsHereAndBrokenIsNotMadeGoodByAPreview();
    void theOldestGoWhenThereAreTooMany();

private:
    static std::string preview()
    {
        QImage image(60, 40, QImage::Format_RGB32);
        image.fill(QColor(90, 120, 160));
        return encodeJpeg(image, 60'000, 75).value();
    }
};

void TestPreviews::previewsComeFirstAndNeverOfPortraits()
{
    ReviewSeason season(0);
    season.retaken = true;
    const ApplicationState first = season.store->state(season.add(1)).value();
    const ApplicationState second = season.store->state(season.add(2)).value();
    const QTemporaryDir empty;
    const BlobStore nothing(empty.path().toStdString());
    const std::vector<Fetch> missing = missingOf({first, second}, nothing);
    const auto original = std::ranges::find(missing, false, &Fetch::preview);
    QVERIFY(original != missing.begin());
    QVERIFY(std::all_of(original, missing.end(), [](const Fetch &what) { return !what.preview; }));
    QCOMPARE(std::size_t(missing.end() - original), picturesOf(first).size() + picturesOf(second).size());
    for (const ApplicationState &state : {first, second}) {
        QVERIFY(std::ranges::find(missing, Fetch{state.portrait->sha256, true}) == missing.end());
        QVERIFY(std::ranges::find(missing, Fetch{state.earlierPortraits.front().sha256, true}) == missing.end());
        for (const auto &[slot, attachments] : state.materials)
            QVERIFY(std::ranges::find(missing, Fetch{attachments.front().sha256, true}) != missing.end());
    }
}

void TestPreviews::whatIsHereIsNotAskedFor()
{
    ReviewSeason season(1);
    QVERIFY(missingOf({season.store->state(season.ids.front()).value()}, season.store->blobs()).empty());
}

void TestPreviews::aPreviewIsShownAsOneAndTheOriginalTakesItsPlace()
{
    Workplace desk(0);
    const auto shelf = std::make_shared<PreviewShelf>();
    PictureLoader &pictures = desk.controller.pictures();
    pictures.usePreviews(shelf);
    const ApplicationId id = desk.season.add(3);
    const std::string sha = desk.state(id).materials.begin()->second.front().sha256;
    const BlobStore &blobs = desk.season.store->blobs();
    const std::string bytes = blobs.read(sha, BlobStore::Verify::Yes).value();
    QVERIFY(QFile::remove(QString::fromStdString(blobs.path(sha))));
    desk.controller.openQueue();
    int row = 0;
    while (desk.controller.materials().at(row).sha256 != sha)
        ++row;
    desk.controller.showPicture(row);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.peek(sha) && pictures.peek(sha)->failed, testPatience);

    const auto *caption = desk.page->findChild<ElidedLabel *>(u"pictureCaption"_s);
    shelf->put(sha, preview());
    pictures.tryAgain(sha);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.peek(sha) && pictures.peek(sha)->isPreview, testPatience);
    QVERIFY(caption->fullText().contains(u"预览，原图未下载"_s));
    desk.controller.setOriginalsComing(true);
    QVERIFY(caption->fullText().contains(u"预览，原图正在取回"_s));
    QVERIFY2(!desk.controller.materials().at(row).seen, "a preview is not what was handed in");
    QVERIFY(!desk.canApprove());

    QVERIFY(blobs.put(bytes));
    shelf->remove(sha);
    pictures.tryAgain(sha);
    QTRY_VERIFY_WITH_TIMEOUT(desk.controller.materials().at(row).seen, testPatience);
    QVERIFY(!pictures.peek(sha)->isPreview);
    QVERIFY(!caption->fullText().contains(u"预览"_s));
}

void TestPreviews::anOriginalThatDidNotComeSaysWhy()
{
    Workplace desk(0);
    const auto shelf = std::make_shared<PreviewShelf>();
    PictureLoader &pictures = desk.controller.pictures();
    pictures.usePreviews(shelf);
    desk.controller.setOriginalsComing(true);
    const ApplicationId id = desk.season.add(3);
    const std::string sha = desk.state(id).materials.begin()->second.front().sha256;
    const BlobStore &blobs = desk.season.store->blobs();
    QVERIFY(QFile::remove(QString::fromStdString(blobs.path(sha))));
    shelf->put(sha, preview());
    desk.controller.openQueue();
    int row = 0;
    while (desk.controller.materials().at(row).sha256 != sha)
        ++row;
    desk.controller.showPicture(row);
    QCOMPARE(desk.controller.shownPicture(), sha);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.peek(sha) && pictures.peek(sha)->isPreview, testPatience);
    const auto *caption = desk.page->findChild<ElidedLabel *>(u"pictureCaption"_s);
    const auto says = [&](const QString &words) { return caption->fullText().contains(words); };
    QVERIFY(says(u"原图正在取回"_s));
    desk.controller.setRefused(sha, u"服务器没有这个文件"_s);
    QVERIFY(says(u"预览，原图没有取到：服务器没有这个文件"_s) && !says(u"正在取回"_s));
    QVERIFY(desk.controller.whyNotApproved().contains(u"看预览不算看过，原图没有取到"_s));
    desk.controller.setRefused(sha, {});
    QVERIFY(says(u"原图正在取回"_s));
}

/// Nothing is wrong with it, it is not here yet: what to do is said, without the sign of an error.
void TestPreviews::aPictureOfTheServiceAloneIsNoFault()
{
    Workplace desk(0);
    PictureLoader &pictures = desk.controller.pictures();
    pictures.usePreviews(std::make_shared<PreviewShelf>());
    const ApplicationId id = desk.season.add(3);
    const std::string sha = desk.state(id).materials.begin()->second.front().sha256;
    const BlobStore &blobs = desk.season.store->blobs();
    QVERIFY(QFile::remove(QString::fromStdString(blobs.path(sha))));
    desk.controller.openQueue();
    int row = 0;
    while (desk.controller.materials().at(row).sha256 != sha)
        ++row;
    desk.controller.showPicture(row);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.peek(sha) && pictures.peek(sha)->isAway, testPatience);
    const auto said = [&desk] { return desk.viewer().accessibleDescription(); };
    QVERIFY2(said().contains(u"连上服务器后领取这份档案"_s), qPrintable(said()));
    desk.controller.setOriginalsComing(true);
    QVERIFY2(said().contains(u"正在取到本机"_s) && !said().contains(u"无法显示"_s), qPrintable(said()));
    const QImage strip = desk.page->findChild<QWidget *>(u"filmStrip"_s)->grab().toImage();
    const QColor error = desk.theme.tokens().error;
    for (int y = 0; y < strip.height(); ++y) {
        for (int x = 0; x < strip.width(); ++x)
            QVERIFY(strip.pixelColor(x, y) != error);
    }
    QVERIFY(!desk.controller.materials().at(row).seen);
}

/// At the smallest window the tools leave room for the name of the picture, however short the one before it was.
void TestPreviews::theCaptionGetsItsRoom()
{
    Workplace desk(1);
    desk.window.resize(1280, 680);
    auto *caption = desk.page->findChild<ElidedLabel *>(u"pictureCaption"_s);
    for (const QString &name : {u"4/4  Portrait"_s, u"1/4  Identity card (required)"_s}) {
        const auto isWhole = [&] { // once the page has said what it has to say itself
            caption->setFullText(name);
            QCoreApplication::processEvents(); // the layout follows
            return caption->text() == name;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWhole(), testPatience);
    }
}

/// Bytes that are not those of the log are seen as such.
void TestPreviews::aPictureThatIsHereAndBrokenIsNotMadeGoodByAPreview()
{
    TaskRunner tasks;
    PictureLoader loader(tasks, [](const std::string &) -> Result<std::string> {
        return Error{ErrorCode::Invalid, "bytes are not those of its hash"};
    });
    const auto shelf = std::make_shared<PreviewShelf>();
    shelf->put("1", preview());
    loader.usePreviews(shelf);
    QVERIFY(!loader.want("1"));
    QTRY_VERIFY_WITH_TIMEOUT(loader.peek("1"), testPatience);
    QVERIFY(loader.peek("1")->failed);
}

void TestPreviews::theOldestGoWhenThereAreTooMany()
{
    constexpr std::size_t each = std::size_t(1024) * 1024;
    PreviewShelf shelf;
    for (std::size_t i = 0; i <= PreviewShelf::budget / each; ++i)
        shelf.put(std::to_string(i), std::string(each, 'x'));
    QVERIFY(shelf.find("0").empty());
    QCOMPARE(shelf.find("1").size(), each);
    shelf.remove("1");
    QVERIFY(shelf.find("1").empty());
}

} // namespace zsb

QTEST_MAIN(zsb::TestPreviews)
#include "tst_previews.moc"
