#include "core/protocol/blobs.h"
#include "core/server/blobcheck.h"
#include "core/server/uploads.h"
#include "core/storage/sealedcodec.h"
#include "tests/server/filesinreview.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace zsb;

namespace {

std::string picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    unsigned noise = 7;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(int((noise = noise * 1'103'515'245u + 12'345u) >> 24), x % 256, y % 256));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPG", 92))
        qFatal("no picture");
    return bytes.toStdString();
}

std::string content(const HttpResponse &response)
{
    QFile file(QString::fromStdString(response.file));
    if (response.file.empty() || !file.open(QIODevice::ReadOnly))
        return response.body;
    const QByteArray all = file.readAll();
    const qsizetype length = response.length < 0 ? all.size() : qsizetype(response.length);
    return all.mid(qsizetype(response.offset), length).toStdString();
}

/// A draft with one file attached.
struct Attached
{
    ServerFixture f;
    std::string token = f.token("reg", registrarOfAll);
    std::string bytes = picture(64, 64);
    std::string sha256 = sha256Hex(bytes);

    explicit Attached(std::shared_ptr<const FieldCodec> codec = nullptr) : f(std::move(codec))
    {
        if (f.ask("PUT", "/v1/blobs/" + sha256 + "?purpose=portrait", token, bytes).status != 201)
            qFatal("not taken");
        const Op create{f.command("d", CreateDraft{"D1", Origin::Desk})};
        const Op consent{f.command("d", AcceptNotice{"signed"}), 0, create.command.id};
        const Op type{f.command("d", ChooseType{"N1"}), 0, consent.command.id};
        Attachment attachment{.sha256 = sha256, .fileName = "p.jpg", .addedAt = f.now};
        const Op attach{f.command("d", AttachPortrait{attachment}), 0, type.command.id};
        if (f.send(token, {create, consent, type, attach}).answers.back().outcome != OpOutcome::Accepted)
            qFatal("not attached");
    }
};

} // namespace

/// SYNC.md D2.7: files before ops, whole or in pieces, checked when they come.
class TestBlobRoutes : public QObject
{
    Q_OBJECT

private slots:
    void bytesThatAreNotThoseOfTheHashAreNotKept()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const std::string sha256 = sha256Hex("right");
        QCOMPARE(f.ask("PUT", "/v1/blobs/" + sha256, token, "wrong").status, 422);
        QCOMPARE(f.ask("HEAD", "/v1/blobs/" + sha256, token).status, 404);
        QCOMPARE(f.ask("PUT", "/v1/blobs/" + sha256, token, "right").status, 201);
        QCOMPARE(f.ask("PUT", "/v1/blobs/" + sha256, token, "right").status, 204);
        QCOMPARE(f.ask("HEAD", "/v1/blobs/" + sha256, token).status, 200);
        QCOMPARE(f.ask("PUT", "/v1/blobs/..%2f..%2fx", token, "x").status, 422);
    }

    void whoMayNotReadTheFileMayNotReadWhatIsAttached()
    {
        Attached a;
        QCOMPARE(content(a.f.ask("GET", "/v1/blobs/" + a.sha256, a.token)), a.bytes);
        const std::string other = a.f.token("x", {{.role = "registrar", .colleges = {"10126"}}});
        QCOMPARE(a.f.ask("GET", "/v1/blobs/" + a.sha256, other).status, 404);
        QCOMPARE(a.f.ask("GET", "/v1/blobs/" + a.sha256 + "/preview", other).status, 404);
        QCOMPARE(a.f.ask("GET", "/v1/blobs/" + a.sha256 + "/verdict", other).status, 404);
    }

    /// Issue 5 §4: nothing of anybody lies there in clear, and it is handed out all the same.
    void aSealedSeasonGivesWhatWasGiven()
    {
        Attached a(std::make_shared<const SealedCodec>(*Keyring::make(SuiteId::International, {}, keyRandom())));
        const std::string path = "/v1/blobs/" + a.sha256;
        QVERIFY(content(a.f.ask("GET", path, a.token)) == a.bytes);
        const std::string preview = a.f.ask("GET", path + "/preview", a.token).body;
        QVERIFY(!QImage::fromData(QByteArray::fromStdString(preview)).isNull());
        QCOMPARE(a.f.ask("GET", path + "/preview", a.token).body, preview);
        QDirIterator each(QString::fromStdString(a.f.folder()), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("JFIF"), qPrintable(file.fileName()));
        }
    }

    void theServerSaysItselfWhatAPortraitIs()
    {
        Attached a;
        const HttpResponse verdict = a.f.ask("GET", "/v1/blobs/" + a.sha256 + "/verdict?purpose=portrait", a.token);
        QCOMPARE(verdict.status, 200);
        QVERIFY(verdict.body.find(a.f.book->pack().hash) != std::string::npos);
        QVERIFY(verdict.body.find("\"width_px\":64") != std::string::npos);
        QVERIFY(verdict.body.find("\"rule\":\"portrait.") != std::string::npos); // far too small
        const ChangesPage page = a.f.changes(a.token, 0);
        QCOMPARE(page.rows.front().state->portrait->facts.widthPx, 64); // whatever the client had said
    }

    void theServerSaysItselfWhatAScanIs()
    {
        Attached a;
        const std::string slot = "student_card";
        for (const int side : {64, 900}) {
            const std::string bytes = picture(side, side);
            const std::string sha256 = sha256Hex(bytes);
            QVERIFY(a.f.ask("PUT", "/v1/blobs/" + sha256 + "?purpose=material", a.token, bytes).status < 300);
            Attachment lies{.slot = slot, .sha256 = sha256, .fileName = "s.jpg", .addedAt = a.f.now};
            lies.facts.widthPx = 3000;
            const Op op{a.f.command("d", AttachMaterial{lies}), a.f.changes(a.token, 0).rows.front().version};
            QCOMPARE(a.f.send(a.token, {op}).answers.front().outcome, OpOutcome::Accepted);
            const ChangesPage page = a.f.changes(a.token, 0);
            QCOMPARE(page.rows.front().state->materials.at(slot).back().facts.widthPx, side);
            const std::string verdict =
                a.f.ask("GET", "/v1/blobs/" + sha256 + "/verdict?purpose=material", a.token).body;
            QVERIFY(verdict.find(a.f.book->pack().hash) != std::string::npos);
            QCOMPARE(verdict.find("\"rule\":\"scan.resolution\"") != std::string::npos, side < 480);
        }
    }

    void aPreviewIsSmallAndMadeOnce()
    {
        const std::string large = picture(2400, 1800);
        QVERIFY(large.size() > 200'000);
        const Result<std::string> preview = previewOf(large);
        QVERIFY(preview);
        QVERIFY(preview->size() <= 60 * 1024);
        QVERIFY(!previewOf("no picture"));
        Attached a;
        const HttpResponse response = a.f.ask("GET", "/v1/blobs/" + a.sha256 + "/preview", a.token);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.header("content-type"), std::string("image/jpeg"));
        const QString kept = QString::fromStdString(a.f.folder() + "/previews/" + a.sha256.substr(0, 2) + '/');
        QVERIFY(QFile::exists(kept + QString::fromStdString(a.sha256.substr(2))));
    }

    void anUploadGoesOnWhereItStopped()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const std::string bytes = "0123456789";
        const NewUpload asked{sha256Hex(bytes), 10, "material"};
        const HttpResponse begun = f.ask("POST", "/v1/uploads", token, wireText(asked));
        QCOMPARE(begun.status, 201);
        const std::string place = begun.header("location");
        const auto piece = [&](const std::string &offset, const std::string &part) {
            HttpRequest request;
            request.method = "PATCH";
            request.path = place;
            request.headers = {{"authorization", "Bearer " + token}, {"upload-offset", offset}};
            request.body = part;
            return f.server->handle(request);
        };
        QCOMPARE(piece("0", "0123").header("upload-offset"), std::string("4"));
        const HttpResponse twice = piece("0", "0123"); // the answer got lost
        QCOMPARE(twice.status, 409);
        QCOMPARE(twice.header("upload-offset"), std::string("4"));
        QCOMPARE(f.ask("HEAD", place, token).header("upload-offset"), std::string("4"));
        QCOMPARE(f.ask("HEAD", place, f.token("other", registrarOfAll)).status, 404);
        QCOMPARE(piece("4", "4567890").status, 400); // more than was announced
        const HttpResponse last = piece("4", "456789");
        QCOMPARE(last.status, 204);
        QCOMPARE(last.header("upload-complete"), std::string("?1"));
        QCOMPARE(f.ask("HEAD", "/v1/blobs/" + asked.sha256, token).status, 200);
        QCOMPARE(f.ask("GET", place, token).status, 404);
        QCOMPARE(f.ask("POST", "/v1/uploads", token, wireText(asked)).status, 200); // it is there
    }

    void piecesThatMakeOtherBytesBeginAnew()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const HttpResponse begun =
            f.ask("POST", "/v1/uploads", token, wireText(NewUpload{sha256Hex("abc"), 3, "material"}));
        HttpRequest request;
        request.method = "PATCH";
        request.path = begun.header("location");
        request.headers = {{"authorization", "Bearer " + token}, {"upload-offset", "0"}};
        request.body = "xyz";
        QCOMPARE(f.server->handle(request).status, 422);
        QCOMPARE(f.ask("GET", begun.header("location"), token).status, 404);
        QCOMPARE(f.ask("HEAD", "/v1/blobs/" + sha256Hex("abc"), token).status, 404);
    }

    /// docs/security.md: nothing of anybody lies in uploads/ in clear, for however long it lies there.
    void piecesOfASealedSeasonAreSealed()
    {
        ServerFixture f(std::make_shared<const SealedCodec>(*Keyring::make(SuiteId::International, {}, keyRandom())));
        const std::string token = f.token("reg", registrarOfAll);
        const std::string bytes = "planted one, planted two";
        const std::string place =
            f.ask("POST", "/v1/uploads", token, wireText(NewUpload{sha256Hex(bytes), 24, "material"}))
                .header("location");
        QCOMPARE(f.ask("PATCH", place, token, bytes.substr(0, 13), {{"upload-offset", "0"}}).status, 204);
        QDirIterator each(QString::fromStdString(f.folder() + "/uploads"), QDir::Files);
        int files = 0;
        for (; each.hasNext(); ++files) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted"), qPrintable(file.fileName()));
        }
        QVERIFY(files >= 2);
        f.open(); // as after a kill
        QCOMPARE(f.ask("HEAD", place, token).header("upload-offset"), std::string("13"));
        QCOMPARE(f.ask("PATCH", place, token, bytes.substr(13), {{"upload-offset", "13"}}).status, 204);
        QCOMPARE(f.ask("HEAD", "/v1/blobs/" + sha256Hex(bytes), token).status, 200);
        QVERIFY(QDir(QString::fromStdString(f.folder() + "/uploads")).entryList(QDir::Files).isEmpty());
    }

    void manySmallFilesGoInOneRequest()
    {
        ServerFixture f;
        const std::string token = f.token("reg", registrarOfAll);
        const BlobBatch batch{{{sha256Hex("one"), "b25l", {}}, {sha256Hex("two"), "b25l", {}}}};
        const BlobBatchAnswer answer =
            *readWire<BlobBatchAnswer>(f.ask("POST", "/v1/blobs:batch", token, wireText(batch)).body);
        QVERIFY(answer.blobs[0].stored);
        QVERIFY(!answer.blobs[1].stored); // those are the bytes of the first
    }

    void whoMayGiveNothingGivesNothing()
    {
        ServerFixture f;
        const std::string auditor = f.token("aud", {{.role = "auditor"}});
        QCOMPARE(f.ask("PUT", "/v1/blobs/" + sha256Hex("x"), auditor, "x").status, 403);
        QCOMPARE(f.ask("PUT", "/v1/blobs/" + sha256Hex("x"), f.token("reg", registrarOfAll),
                       std::string(std::size_t(largestWholeBytes) + 1, 'x'))
                     .status,
                 413);
    }
};

QTEST_GUILESS_MAIN(TestBlobRoutes)
#include "tst_blobroutes.moc"
