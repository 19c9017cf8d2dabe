#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/storage/store.h"
#include "tests/support/testpack.h"
#include "ui/exchange/storeimport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

constexpr Instant now{std::chrono::milliseconds(1'676'854'800'000)}; // 2023-02-20 09:00 in the pack's time zone

/// A2.1–A2.7: the desktop takes a table in with what is measured on its portraits, as `zsb-check import` does.
class TestStoreImport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aBadPortraitIsAFindingInTheQueue();
    void aGoodPortraitIsNone();
    void tryingOutKeepsNothing();
    void progressCountsEveryRowTwiceAndThenKnowsHowMany();
    void stoppingBeforeTheEndKeepsNothing();
    void rowsThatAreNoCandidatesAreTold();
    void columnsOfOneFieldThatDifferAreTold();

private:
    void write(const PortraitStyle &style) const;
    [[nodiscard]] QString data() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] ImportRequest request() const { return {m_folder->filePath(u"season.csv"_s), m_folder->path()}; }
    [[nodiscard]] bool finds(std::string_view rule) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const RuleBook> m_book = *RuleBook::bind(sharedNm2023());
    std::unique_ptr<StoreImport> m_import;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_progress;
    std::stop_source m_stop;
    TaskContext m_context;
};

void TestStoreImport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_import = std::make_unique<StoreImport>(
        StoreOptions{.folder = data().toStdString()}, m_book, [] { return now; }, StoreImport::Keep::Yes);
    m_progress.clear();
    m_stop = {};
    m_context = {m_stop.get_token(),
                 [this](std::int64_t done, std::int64_t total) { m_progress.emplace_back(done, total); }};
}

void TestStoreImport::write(const PortraitStyle &style) const
{
    const std::string bytes = *encodeJpeg(drawPortrait(faceOf(7, FaceSex::Female), style), 50'000);
    QFile portrait(m_folder->filePath(u"p.jpg"_s));
    QVERIFY(portrait.open(QIODevice::WriteOnly));
    portrait.write(bytes.data(), qint64(bytes.size()));
    QFile table(m_folder->filePath(u"season.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("application_no,candidate_type,document_number,portrait\nA,应届毕业生,11010519491231002X,p.jpg\nB,"
                "应届毕业生,150102200103150011,"
                "p.jpg\n");
}

bool TestStoreImport::finds(std::string_view rule) const
{
    const auto store = Store::openReadOnly({.folder = data().toStdString()});
    const auto page = store ? (*store)->queue({}, {}, 10) : Result<QueuePage>(store.error());
    if (!page || page->entries.size() != 2)
        return false;
    const auto findings = (*store)->findings(page->entries.front().id, *m_book);
    return findings && std::ranges::find(*findings, rule, &Finding::rule) != findings->end() &&
           page->entries.front().errors > 0;
}

void TestStoreImport::aBadPortraitIsAFindingInTheQueue()
{
    write({.background = {120, 150, 220}});
    const auto outcome = m_import->import(request(), m_context);
    QVERIFY(outcome);
    QCOMPARE(outcome->fresh, 2);
    QVERIFY(finds("portrait.background-white"));
}

void TestStoreImport::aGoodPortraitIsNone()
{
    write({});
    QVERIFY(m_import->import(request(), m_context));
    QVERIFY(finds("portrait.once")); // both have it
    QVERIFY(!finds("portrait.background-white"));
}

void TestStoreImport::tryingOutKeepsNothing()
{
    write({.background = {120, 150, 220}});
    const auto outcome = m_import->dryRun(request(), m_context);
    QVERIFY(outcome);
    QCOMPARE(outcome->fresh, 2);
    QVERIFY(!QFile::exists(data() + u"/zsb.db"_s));
}

void TestStoreImport::progressCountsEveryRowTwiceAndThenKnowsHowMany()
{
    write({});
    QVERIFY(m_import->import(request(), m_context));
    const std::vector<std::pair<std::int64_t, std::int64_t>> expected = {{1, 0}, {2, 0}, {1, 2}, {2, 2}};
    QVERIFY(m_progress == expected);
}

void TestStoreImport::stoppingBeforeTheEndKeepsNothing()
{
    write({});
    m_context.progress = [this](std::int64_t, std::int64_t) { m_stop.request_stop(); };
    const auto outcome = m_import->import(request(), m_context);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(data() + u"/zsb.db"_s));
}

/// As `zsb-check` tells them: a row of totals may be somebody whose name is missing.
void TestStoreImport::rowsThatAreNoCandidatesAreTold()
{
    write({});
    QFile table(m_folder->filePath(u"season.csv"_s));
    QVERIFY(table.open(QIODevice::Append));
    table.write("application_no,candidate_type,document_number,portrait\n合计,2,,\n");
    table.close();
    const auto outcome = m_import->dryRun(request(), m_context);
    QVERIFY(outcome);
    QCOMPARE(outcome->fresh, 2);
    const auto tells = [&](std::int64_t row, const QString &word) {
        return std::ranges::any_of(outcome->problems,
                                   [&](const auto &told) { return told.row == row && told.text.contains(word); });
    };
    QVERIFY(tells(4, u"表头"_s));
    QVERIFY(tells(5, u"合计行"_s));
    QVERIFY(m_progress.back() == std::pair(std::int64_t(2), std::int64_t(2)));
}

void TestStoreImport::columnsOfOneFieldThatDifferAreTold()
{
    QFile table(m_folder->filePath(u"season.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("报名号,姓名,手机号,手机号\nA,张三,13800000001,13800000002\nB,李四,13800000003,13800000003\n");
    table.close();
    const auto outcome = m_import->dryRun(request(), m_context);
    QVERIFY(outcome);
    const auto differs = [](const ImportOutcome::Problem &each) { return each.text.contains(u"内容不同"_s); };
    QCOMPARE(std::ranges::count_if(outcome->problems, differs), 1);
    QCOMPARE(std::ranges::find_if(outcome->problems, differs)->row, 2);
}

} // namespace zsb

QTEST_GUILESS_MAIN(zsb::TestStoreImport)
#include "tst_storeimport.moc"
