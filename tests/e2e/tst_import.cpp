#include "app/common/tableimport.h"
#include "core/base/hash.h"
#include "core/storage/copiedblobs.h"
#include "core/storage/freshfolder.h"
#include "tests/support/testpack.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

constexpr Instant now{std::chrono::milliseconds(1'676'854'800'000)}; // 2023-02-20 09:00 in the pack's time zone

ImageFacts looked(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    ImageFacts facts;
    facts.format = ImageFormat::Jpeg;
    if (file.open(QIODevice::ReadOnly))
        facts.sha256 = sha256Hex(file.readAll().toStdString());
    return facts;
}

} // namespace

/// Issue 2, parts 5 and 8: an import is one transaction, a dry run none, and neither keeps a reviewer waiting while
/// pictures are looked at.
class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aReviewerDecidesWhilePicturesAreLookedAt();
    void aDryRunMakesNothing();
    void aDryRunCountsLikeTheImport();
    void aDryRunChangesNoByte();
    void aFirstImportThatFailsLeavesNothing();
    void aFailedImportKeepsWhatWasThere();
    void anInterruptedImportTakesItsFilesBack();
    void whatSomebodyWroteMeanwhileIsKept();
    void aDamagedBlobIsRepaired();
    void aFileThatCannotBeReadMakesItsRowWrong();

private:
    [[nodiscard]] std::string folder() const { return m_folder->filePath(u"made/by/import"_s).toStdString(); }
    [[nodiscard]] bool write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    [[nodiscard]] SeasonImportOptions options() const
    {
        return {
            .actor = {"importer"}, .now = now, .random = secureRandom(), .filesFolder = m_folder->path().toStdString()};
    }
    [[nodiscard]] TableImport table(const QString &name, ImageInspector inspector = looked) const
    {
        TableImport import;
        import.input = m_folder->filePath(name).toStdString();
        import.filesFolder = m_folder->path().toStdString();
        import.inspector = std::move(inspector);
        return import;
    }
    [[nodiscard]] Result<ImportCounts> take(Store &store, const TableImport &import) const
    {
        SeasonImport season(store, *m_book, options());
        return importTable(season, *m_book, import);
    }
    [[nodiscard]] Result<ImportCounts> tryOut(const Store *store, const TableImport &import) const
    {
        return importTable(*SeasonImport::dryRun(store, *m_book, options()), *m_book, import);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const RuleBook> m_book = *RuleBook::bind(sharedNm2023());
};

void TestImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(write(u"a.jpg"_s, "first"));
    QVERIFY(write(u"b.jpg"_s, "second"));
    QVERIFY(write(u"season.csv"_s, "application_no,candidate_type,document_number,portrait\n"
                                   "A,应届毕业生,11010519491231002X,a.jpg\n"
                                   "B,应届毕业生,150102200103150011,b.jpg\n"));
}

void TestImport::aReviewerDecidesWhilePicturesAreLookedAt()
{
    const auto mine = *Store::open({.folder = folder()});
    int decided = 0;
    const auto looking = [&](const std::string &path) {
        // somebody else, on the same folder, at this very moment
        const auto other = *Store::open({.folder = folder()});
        const Command command{.id = {"cmd-" + std::to_string(decided)},
                              .application = {"app-" + std::to_string(decided)},
                              .actor = {"staff-1"},
                              .role = "school",
                              .at = now,
                              .packHash = m_book->pack().hash,
                              .body = CreateDraft{"X" + std::to_string(decided), Origin::Import}};
        const Result<Execution> answer = other->execute(command, *m_book, now);
        decided += answer && std::holds_alternative<Executed>(*answer) ? 1 : 0;
        return looked(path);
    };
    const Result<ImportCounts> counts = take(*mine, table(u"season.csv"_s, looking));
    QVERIFY2(counts, counts ? "" : counts.error().detail.c_str());
    QCOMPARE(*counts, (ImportCounts{.fresh = 2}));
    QCOMPARE(decided, 2);
    QCOMPARE(*mine->count({}), 4);
    QCOMPARE(tryOut(mine.get(), table(u"season.csv"_s, looking)).value(), (ImportCounts{.same = 2}));
    QCOMPARE(decided, 4);
}

void TestImport::aDryRunMakesNothing()
{
    QCOMPARE(Store::openReadOnly({.folder = folder()}).error().code, ErrorCode::NotFound);
    QCOMPARE(tryOut(nullptr, table(u"season.csv"_s)).value(), (ImportCounts{.fresh = 2}));
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"made"_s)));
}

void TestImport::aDryRunCountsLikeTheImport()
{
    const auto store = *Store::open({.folder = folder()});
    QVERIFY(take(*store, table(u"season.csv"_s)));
    QVERIFY(write(u"next.csv"_s, "application_no,candidate_type,document_number,phone,portrait\n"
                                 "A,应届毕业生,11010519491231002X,,a.jpg\n"            // changed: a phone column
                                 "b,应届毕业生,150102200103150011,13800138000,b.jpg\n" // changed
                                 "B,应届毕业生,150102200103150011,,b.jpg\n"            // again
                                 ",应届毕业生,150102200103150038,,\n"                  // new
                                 ",应届毕业生,150102 20010315 0038,,\n"                // again
                                 "C,外星人,150102200103150054,,\n"                     // a draft
                                 ",,,,\n,应届毕业生,,,\n"));                           // nobody
    const auto reading = *Store::openReadOnly({.folder = folder()});
    const Result<ImportCounts> tried = tryOut(reading.get(), table(u"next.csv"_s));
    QVERIFY(tried);
    QCOMPARE(*tried, take(*store, table(u"next.csv"_s)).value());
    QCOMPARE(tried->fresh, 2);
    QVERIFY(tried->changed >= 1);
    QVERIFY(tried->wrong >= 3);
}

void TestImport::aDryRunChangesNoByte()
{
    {
        const auto store = *Store::open({.folder = folder()});
        QVERIFY(take(*store, table(u"season.csv"_s)));
    }
    const QDir data(QString::fromStdString(folder()));
    const auto look = [&] {
        QFile file(data.filePath(u"zsb.db"_s));
        return file.open(QIODevice::ReadOnly) ? sha256Hex(file.readAll().toStdString()) : std::string();
    };
    const std::string before = look();
    QVERIFY(write(u"season.csv"_s, "application_no,document_number\nA,1\nNEW,2\n"));
    const auto reading = *Store::openReadOnly({.folder = folder()});
    QCOMPARE(tryOut(reading.get(), table(u"season.csv"_s)).value(), (ImportCounts{.fresh = 1, .changed = 1}));
    QCOMPARE(look(), before);
}

void TestImport::aFirstImportThatFailsLeavesNothing()
{
    {
        FreshFolder fresh(folder());
        const auto store = *Store::open({.folder = folder()});
        std::stop_source stop;
        const auto stopping = [&](const std::string &path) {
            stop.request_stop();
            return looked(path);
        };
        SeasonImport season(*store, *m_book, options());
        const auto counts = importTable(season, *m_book, table(u"season.csv"_s, stopping), stop.get_token());
        QCOMPARE(counts.error().code, ErrorCode::Cancelled);
        QVERIFY(!store->blobs().all().empty());
    }
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"made"_s)));
}

void TestImport::aFailedImportKeepsWhatWasThere()
{
    {
        const auto store = *Store::open({.folder = folder()});
        QVERIFY(take(*store, table(u"season.csv"_s)));
    }
    {
        const FreshFolder fresh(folder());
        const auto store = *Store::open({.folder = folder()});
        QVERIFY(!take(*store, table(u"absent.csv"_s)));
    }
    const auto store = *Store::open({.folder = folder()});
    QCOMPARE(*store->count({}), 2);
    QCOMPARE(store->blobs().all().size(), std::size_t(2));
    QVERIFY(store->orphanBlobs()->empty());
}

void TestImport::anInterruptedImportTakesItsFilesBack()
{
    QVERIFY(write(u"c.jpg"_s, "third"));
    QVERIFY(write(u"more.csv"_s, "application_no,candidate_type,document_number,portrait\n"
                                 "A,应届毕业生,11010519491231002X,a.jpg\nC,应届毕业生,150102200203150017,c.jpg\n"));
    const auto store = *Store::open({.folder = folder()});
    QVERIFY(take(*store, table(u"season.csv"_s)));
    const std::vector<std::string> before = store->blobs().all();
    {
        const CopiedBlobs copied(store->blobs());
        std::stop_source stop;
        const auto stopping = [&](const std::string &path) {
            const ImageFacts facts = looked(path);
            if (path.ends_with("c.jpg"))
                stop.request_stop();
            return facts;
        };
        SeasonImport season(*store, *m_book, options());
        const auto counts = importTable(season, *m_book, table(u"more.csv"_s, stopping), stop.get_token());
        QCOMPARE(counts.error().code, ErrorCode::Cancelled);
        QCOMPARE(store->blobs().all().size(), before.size() + 1);
    }
    QCOMPARE(store->blobs().all(), before);
    QVERIFY(store->orphanBlobs()->empty());
    QCOMPARE(*store->count({}), 2);
}

void TestImport::whatSomebodyWroteMeanwhileIsKept()
{
    {
        const FreshFolder fresh(folder());
        const auto store = *Store::open({.folder = folder()});
        QVERIFY(take(*store, table(u"season.csv"_s))); // and then something else went wrong
    }
    QCOMPARE(*(*Store::open({.folder = folder()}))->count({}), 2);
}

void TestImport::aDamagedBlobIsRepaired()
{
    const auto store = *Store::open({.folder = folder()});
    QVERIFY(take(*store, table(u"season.csv"_s)));
    const std::string sha256 = sha256Hex("first");
    QFile blob(QString::fromStdString(store->blobs().path(sha256)));
    QVERIFY(blob.open(QIODevice::WriteOnly));
    blob.write("FIRST");
    blob.close();
    QVERIFY(!store->blobs().isWhole(sha256));
    QCOMPARE(take(*store, table(u"season.csv"_s)).value(), (ImportCounts{.same = 2}));
    QVERIFY(store->blobs().isWhole(sha256));
}

void TestImport::aFileThatCannotBeReadMakesItsRowWrong()
{
    const auto store = *Store::open({.folder = folder()});
    const auto vanishing = [](const std::string &path) {
        ImageFacts facts = looked(path);
        if (path.ends_with("a.jpg"))
            facts.sha256 = sha256Hex("what it was when it was looked at");
        return facts;
    };
    TableImport watched = table(u"season.csv"_s, vanishing);
    std::vector<std::string> named;
    watched.report = [&named](std::int64_t row, const ImportedRow &imported) {
        if (imported.trouble == RowTrouble::FileUnreadable)
            named.push_back(std::to_string(row) + ' ' + imported.file);
    };
    QCOMPARE(take(*store, watched).value(), (ImportCounts{.fresh = 1, .wrong = 1}));
    QCOMPARE(named, std::vector<std::string>{"2 a.jpg"});
}

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
