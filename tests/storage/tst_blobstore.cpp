#include "core/base/hash.h"
#include "core/storage/blobstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// A file is kept under its hash, whole or not at all, and decay is noticed.
class TestBlobStore : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void filesLieUnderTheirHash();
    void theSameBytesAreStoredOnce();
    void aCutOffFileIsWrittenAgain();
    void aDecayedFileOfTheSameLengthIsWrittenAgain();
    void aChangedFileIsNoticedWhenAskedFor();
    void whatIsMissingIsNotFound();
    void anUnwritableFolderIsUnreadable();
    void aFileIsCopiedAndEverythingIsListed();
    void noTemporaryFileIsLeft();

private:
    [[nodiscard]] BlobStore store() const { return BlobStore(m_folder->path().toStdString() + "/blobs"); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestBlobStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestBlobStore::filesLieUnderTheirHash()
{
    const Result<std::string> sha256 = store().put("abc");
    QVERIFY(sha256);
    QCOMPARE(*sha256, sha256Hex("abc"));
    QVERIFY(store().contains(*sha256));
    QVERIFY(store().path(*sha256).ends_with("/blobs/ba/" + sha256->substr(2)));
    const Result<std::string> bytes = store().read(*sha256, BlobStore::Verify::Yes);
    QVERIFY(bytes);
    QCOMPARE(*bytes, std::string("abc"));
}

void TestBlobStore::theSameBytesAreStoredOnce()
{
    QVERIFY(store().put("abc"));
    QVERIFY(store().put("abc", BlobStore::Durable::AfterFlush));
    QVERIFY(store().flush());
    QCOMPARE(store().all(), std::vector{sha256Hex("abc")});
}

void TestBlobStore::aCutOffFileIsWrittenAgain()
{
    const std::string sha256 = sha256Hex("abc");
    QVERIFY(store().put("abc"));
    QVERIFY(QFile::resize(QString::fromStdString(store().path(sha256)), 0));
    QVERIFY(store().put("abc"));
    QVERIFY(store().read(sha256, BlobStore::Verify::Yes));
}

void TestBlobStore::aDecayedFileOfTheSameLengthIsWrittenAgain()
{
    const std::string sha256 = sha256Hex("abc");
    QVERIFY(!store().isWhole(sha256));
    QVERIFY(store().put("abc"));
    QVERIFY(store().isWhole(sha256));
    QFile file(QString::fromStdString(store().path(sha256)));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("x");
    file.close();
    QVERIFY(store().contains(sha256));
    QVERIFY(!store().isWhole(sha256));
    QVERIFY(store().put("abc"));
    QVERIFY(store().isWhole(sha256));
    QVERIFY(!store().isWhole("../../etc/passwd"));
}

void TestBlobStore::aChangedFileIsNoticedWhenAskedFor()
{
    QVERIFY(store().put("abc"));
    QFile file(QString::fromStdString(store().path(sha256Hex("abc"))));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("x");
    file.close();
    QVERIFY(store().read(sha256Hex("abc")));
    QCOMPARE(store().read(sha256Hex("abc"), BlobStore::Verify::Yes).error().code, ErrorCode::Invalid);
}

void TestBlobStore::whatIsMissingIsNotFound()
{
    QCOMPARE(store().read(sha256Hex("nothing")).error().code, ErrorCode::NotFound);
    QCOMPARE(store().read("../../etc/passwd").error().code, ErrorCode::NotFound);
    QVERIFY(!store().contains("../../etc/passwd"));
    QCOMPARE(store().putFile("/nowhere/at/all").error().code, ErrorCode::NotFound);
}

void TestBlobStore::anUnwritableFolderIsUnreadable()
{
    QFile notAFolder(m_folder->filePath(u"blobs"_s));
    QVERIFY(notAFolder.open(QIODevice::WriteOnly));
    QCOMPARE(store().put("abc").error().code, ErrorCode::Unreadable);
}

void TestBlobStore::aFileIsCopiedAndEverythingIsListed()
{
    const QString path = m_folder->filePath(u"扫描件.jpg"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("scan");
    file.close();
    QVERIFY(store().put("abc"));
    QCOMPARE(store().putFile(path.toStdString()).value(), sha256Hex("scan"));
    std::vector<std::string> expected = {sha256Hex("abc"), sha256Hex("scan")};
    std::sort(expected.begin(), expected.end());
    QCOMPARE(store().all(), expected);
}

void TestBlobStore::noTemporaryFileIsLeft()
{
    QVERIFY(store().put("abc"));
    const QDir folder(m_folder->filePath(u"blobs/ba"_s));
    QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden).size(), 1);
}

QTEST_GUILESS_MAIN(TestBlobStore)
#include "tst_blobstore.moc"
