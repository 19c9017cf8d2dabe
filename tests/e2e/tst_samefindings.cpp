#include "app/common/tableimport.h"
#include "core/base/hash.h"
#include "core/batch/batch.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

/// What is said of sharing: application number, rule → with whom and how many.
using Shares = std::map<std::pair<std::string, std::string>, std::pair<std::string, std::int64_t>>;

constexpr Instant asOf{std::chrono::milliseconds(1'676'854'800'000)}; // 2023-02-20 09:00 in the pack's time zone

bool isAboutSharing(std::string_view rule)
{
    return rule.ends_with("-once") || rule.ends_with(".once");
}

ImageFacts hashOnly(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    ImageFacts facts;
    facts.format = ImageFormat::Jpeg;
    if (file.open(QIODevice::ReadOnly))
        facts.sha256 = sha256Hex(file.readAll().toStdString());
    return facts;
}

} // namespace

/// The batch checker and the database say the same of the same people, however their numbers are typed.
class TestSameFindings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tableAndDatabaseFindTheSamePeople_data();
    void tableAndDatabaseFindTheSamePeople();
    void tableAndDatabaseFindTheSameFiles();

private:
    [[nodiscard]] std::string write(const QByteArray &rows) const;
    [[nodiscard]] Shares ofTable(const std::string &input) const;
    [[nodiscard]] Shares ofDatabase(const std::string &input) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const RuleBook> m_book;
};

void TestSameFindings::initTestCase()
{
    m_book = *RuleBook::bind(sharedNm2023());
}

std::string TestSameFindings::write(const QByteArray &rows) const
{
    QFile file(m_folder->filePath(u"season.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("application_no,candidate_type,document_type,document_number,phone,portrait,materials\n" + rows);
    return file.fileName().toStdString();
}

Shares TestSameFindings::ofTable(const std::string &input) const
{
    BatchOptions options;
    options.input = input;
    options.asOf = asOf;
    options.filesFolder = m_folder->path().toStdString();
    options.inspector = hashOnly;
    const QString path = m_folder->filePath(u"report.jsonl"_s);
    {
        std::vector<std::unique_ptr<Report>> reports;
        reports.push_back(std::move(*openReport(path.toStdString())));
        if (!checkTable(*m_book, options, reports))
            return {};
    }
    QFile file(path);
    Shares shares;
    if (!file.open(QIODevice::ReadOnly))
        return shares;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QJsonObject finding = QJsonDocument::fromJson(line).object();
        const QJsonObject evidence = finding[u"evidence"_s].toObject();
        const std::string rule = finding[u"rule"_s].toString().toStdString();
        if (isAboutSharing(rule))
            shares[{finding[u"application_no"_s].toString().toStdString(), rule}] = {
                evidence[u"slot"_s].toString().toStdString() + evidence[u"other"_s].toString().toStdString(),
                evidence[u"others"_s].toInteger()};
    }
    return shares;
}

Shares TestSameFindings::ofDatabase(const std::string &input) const
{
    Shares shares;
    const auto store = *Store::open({.folder = m_folder->filePath(u"db"_s).toStdString()});
    const SeasonImportOptions options{
        .actor = {"importer"}, .now = asOf, .random = secureRandom(), .filesFolder = m_folder->path().toStdString()};
    SeasonImport season(*store, *m_book, options);
    TableImport table;
    table.input = input;
    table.filesFolder = options.filesFolder;
    table.inspector = hashOnly;
    const auto counts = importTable(season, *m_book, table);
    if (!counts || counts->wrong > 0)
        return shares;
    const auto page = store->queue({}, {}, 1000);
    for (const QueueEntry &entry : page->entries) {
        const auto findings = store->findings(entry.id, *m_book);
        for (const Finding &finding : *findings) {
            if (!isAboutSharing(finding.rule))
                continue;
            std::string with;
            std::int64_t others = 0;
            for (const Evidence &evidence : finding.evidence) {
                if (evidence.key == "slot" || evidence.key == "other")
                    with += std::get<std::string>(evidence.value);
                else if (evidence.key == "others")
                    others = std::get<std::int64_t>(evidence.value);
            }
            shares[{entry.applicationNo, finding.rule}] = {with, others};
        }
    }
    return shares;
}

void TestSameFindings::tableAndDatabaseFindTheSamePeople_data()
{
    QTest::addColumn<QString>("rows");
    QTest::addColumn<int>("findings");
    const auto two = [](const QString &first, const QString &second) {
        return u"A,应届毕业生,%1,,\nB,应届毕业生,%2,,\n"_s.arg(first, second);
    };
    QTest::newRow("strangers") << two(u",11010519491231002X,13800138000"_s, u",150102200103150011,13800138001"_s) << 0;
    QTest::newRow("lower-case x") << two(u",11010519491231002X,"_s, u",11010519491231002x,"_s) << 2;
    QTest::newRow("full width") << two(u",11010519491231002X,"_s, u",１１０１０５１９４９１２３１００２ｘ,"_s) << 2;
    QTest::newRow("blanks") << two(u",11010519491231002X,"_s, u",110105 19491231　002X,"_s) << 2;
    QTest::newRow("15 and 18 digits") << two(u",11010519491231002X,"_s, u",110105491231002,"_s) << 2;
    QTest::newRow("retired type") << two(u"ID,11010519491231002X,"_s, u"一代身份证,110105491231002,"_s) << 2;
    QTest::newRow("alias of the type") << two(u"ID,11010519491231002X,"_s, u"身份证,11010519491231002X,"_s) << 2;
    QTest::newRow("another type") << two(u"ID,E12345678,"_s, u"护照,E12345678,"_s) << 0;
    QTest::newRow("unknown type") << two(u"ｘ１,12345,"_s, u"X1,12345,"_s) << 2;
    QTest::newRow("phone: country code") << two(u",11010519491231002X,13800138000"_s,
                                                u",150102200103150011,+86 138-0013-8000"_s)
                                         << 2;
    QTest::newRow("phone: full width") << two(u",11010519491231002X,13800138000"_s,
                                              u",150102200103150011,１３８００１３８０００"_s)
                                       << 2;
    // one person with one phone twice is said to be twice, and nothing of the phone
    QTest::newRow("phone of one person") << two(u",11010519491231002X,13800138000"_s,
                                                u",110105491231002,008613800138000"_s)
                                         << 2;
    QTest::newRow("phone, one number under two types")
        << two(u"ID,E12345678,13800138000"_s, u"护照,E12345678,13800138000"_s) << 2;
    QTest::newRow("phone of nobody") << two(u",,13800138000"_s, u",,13800138000"_s) << 2;
    QTest::newRow("three") << two(u",11010519491231002X,13800138000"_s, u",150102200103150011,13800138000"_s) +
                                  u"C,应届毕业生,,11010519491231002x,+8613800138000,,\n"_s
                           << 5;
}

void TestSameFindings::tableAndDatabaseFindTheSamePeople()
{
    QFETCH(QString, rows);
    QFETCH(int, findings);
    m_folder = std::make_unique<QTemporaryDir>();
    const std::string input = write(rows.toUtf8());
    const Shares table = ofTable(input);
    QCOMPARE(int(table.size()), findings);
    QVERIFY(table == ofDatabase(input));
}

void TestSameFindings::tableAndDatabaseFindTheSameFiles()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"a.jpg", "b.jpg", "c.jpg"}) {
        QFile file(m_folder->filePath(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name);
    }
    const std::string input = write("A,应届毕业生,,11010519491231002X,,a.jpg,student_card=b.jpg\n"
                                    "B,应届毕业生,,150102200103150011,,a.jpg,id_card=c.jpg;student_card=b.jpg\n"
                                    "C,应届毕业生,,150102200103150038,,,id_card=c.jpg;student_card=b.jpg\n");
    const Shares table = ofTable(input);
    QVERIFY(table.size() >= 4);
    QVERIFY(table == ofDatabase(input));
}

QTEST_GUILESS_MAIN(TestSameFindings)
#include "tst_samefindings.moc"
