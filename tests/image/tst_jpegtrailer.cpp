#include "core/image/jpegtrailer.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// What stands behind the end of a JPEG is counted unless a camera, a phone or an editor is known to put it there.
class TestJpegTrailer : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsBehindTheEndIsCounted_data();
    void whatStandsBehindTheEndIsCounted();
    void whatIsNoWholeJpegHasNone();
};

namespace {

QByteArray picture()
{
    QImage image(64, 48, QImage::Format_RGB888);
    image.fill(Qt::gray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpg");
    return bytes;
}

/// The picture with a segment of an application behind its start.
QByteArray with(char marker, const QByteArray &content)
{
    const qsizetype length = content.size() + 2;
    QByteArray segment("\xff");
    segment.append(marker).append(char(length / 256)).append(char(length % 256)).append(content);
    return picture().insert(2, segment);
}

/// The picture with a list of pictures (CIPA DC-007).
QByteArray listing()
{
    return with('\xe2', QByteArray("MPF\0II*\0", 8));
}

} // namespace

void TestJpegTrailer::whatStandsBehindTheEndIsCounted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("counted");
    const QByteArray film = QByteArray(4, '\0') + "ftypmp42" + QByteArray(200, '~') + "film";
    const QByteArray second = picture();
    const QByteArray cut = second.chopped(20);
    const auto row = [](const char *name, const QByteArray &bytes, qsizetype counted) {
        QTest::newRow(name) << bytes << int(counted);
    };
    row("nothing", picture(), 0);
    row("one byte", picture() + '\0', 0); // the same one over and over
    row("filled up with zeros", picture() + QByteArray(4096, '\0'), 0);
    row("filled up with ones", picture() + QByteArray(512, '\xff'), 0);
    row("a line end", picture() + "\r\n", 0);
    row("zeros and a line end", picture() + QByteArray(16, '\0') + "\n", 0);
    row("a line", picture() + "x\r\n", 3);
    row("two different bytes", picture() + "ab", 2);
    row("junk", picture() + "this is no part of any picture", 30);
    row("a second file", picture() + second, second.size());
    row("an archive", picture() + "PK\x03\x04" + film, 4 + film.size());
    row("a film nobody announced", picture() + film, 0);
    row("more pictures, listed", listing() + second + second, 0);
    row("listed, and junk behind", listing() + second + "this is no part of any picture", 30);
    row("listed, and junk between", listing() + "junk" + second, 4 + second.size());
    row("listed, and an archive behind", listing() + second + "PK\x03\x04" + film, 4 + film.size());
    row("listed, and a film behind", listing() + second + film, 0);
    row("listed, filled up between", listing() + QByteArray(100, '\0') + second + QByteArray(100, '\0') + second, 0);
    row("listed, and what is no picture", listing() + "junk", 4);
    row("listed, and a picture cut short", listing() + cut, cut.size());
    row("a list of something else", with('\xe2', QByteArray("ICC_PROFILE\0", 12)) + second, second.size());
    row("a motion photo", with('\xe1', "http://ns.adobe.com/xap/1.0/ GCamera:MotionPhoto=\"1\"") + second + film, 0);
    row("an older one", with('\xe1', "http://ns.adobe.com/xap/1.0/ GCamera:MicroVideo=\"1\"") + "depth" + film, 0);
    row("an XMP of other things", with('\xe1', "http://ns.adobe.com/xap/1.0/ dc:title") + second, second.size());
    row("light for brighter screens", with('\xe1', "xmp hdrgm:Version=\"1.0\"") + second, 0);
    row("a trailer of Samsung", picture() + "any\x01\x02thing SEFH" + QByteArray(8, '\1') + "SEFT", 0);
    row("a signature in the midst", picture() + "SEFT" + QByteArray(80, 'a') + "b", 85);
    row("a trailer of vivo", picture() + "vivo{\"version\":1}", 0);
    row("a trailer of Canon", picture() + QByteArray("CANON OPTIONAL DATA\0abc", 23), 0);
}

void TestJpegTrailer::whatStandsBehindTheEndIsCounted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, counted);
    QCOMPARE(int(unknownTrailer(bytes.toStdString())), counted);
}

/// Other rules speak of these.
void TestJpegTrailer::whatIsNoWholeJpegHasNone()
{
    QCOMPARE(unknownTrailer({}), 0);
    QCOMPARE(unknownTrailer("no picture"), 0);
    const std::string whole = picture().toStdString();
    for (std::size_t size = 0; size < whole.size(); ++size)
        QCOMPARE(unknownTrailer(std::string_view(whole).substr(0, size)), 0);
}

QTEST_GUILESS_MAIN(TestJpegTrailer)
#include "tst_jpegtrailer.moc"
