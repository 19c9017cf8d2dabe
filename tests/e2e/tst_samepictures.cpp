#include "app/common/tableimport.h"
#include "core/batch/batch.h"
#include "core/demo/drawencode.h"
#include "core/demo/drawportrait.h"
#include "core/image/picturefacts.h"
#include "core/storage/measuredpictures.h"
#include "core/storage/picturelooks.h"
#include "tests/support/testpack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

constexpr Instant asOf{std::chrono::milliseconds(1'676'854'800'000)}; // 2023-02-20 09:00 in the pack's time zone

/// Findings about pictures by the application's number, each as JSON: rule, clause, severity, outcome, fields,
/// evidence and both messages.
using Told = std::map<std::string, std::set<QByteArray>>;

bool isAboutPictures(const QString &rule)
{
    return (rule.startsWith("portrait."_L1) || rule.startsWith("materials."_L1) || rule.startsWith("scan."_L1)) &&
           !rule.endsWith(".once"_L1) && !rule.endsWith(".similar"_L1); // those are about others
}

QByteArray verdictOf(const QJsonObject &finding)
{
    QJsonObject verdict;
    for (const auto key : {"rule"_L1, "clause"_L1, "severity"_L1, "outcome"_L1, "fields"_L1, "evidence"_L1,
                           "message_zh"_L1, "message_en"_L1})
        verdict.insert(key, finding.value(key));
    return QJsonDocument(verdict).toJson(QJsonDocument::Compact);
}

QByteArray verdictOf(const Finding &finding)
{
    std::string json = "{";
    appendVerdictJson(json, finding);
    return verdictOf(QJsonDocument::fromJson(QByteArray::fromStdString(json + '}')).object());
}

bool names(const Told &told, const std::string &no, const char *rule)
{
    const auto found = told.find(no);
    return found != told.end() && std::ranges::any_of(found->second, [rule](const QByteArray &verdict) {
               return verdict.contains("\"rule\":\"" + QByteArray(rule) + '"');
           });
}

std::string portrait(const PortraitStyle &style = {})
{
    return *encodeJpeg(drawPortrait(faceOf(7, FaceSex::Female), style), 50'000);
}

/// Lines and blocks, as a form has them.
QImage paper()
{
    QImage page(1240, 1754, QImage::Format_RGB32);
    page.fill(Qt::white);
    for (int y = 100; y < 1700; y += 60) {
        for (int x = 100; x < 1140; ++x) {
            for (int line = 0; line < 3; ++line)
                page.setPixel(x, y + line, qRgb(0, 0, 0));
        }
    }
    return page;
}

std::string scan()
{
    return *encodeJpeg(paper(), 5'000'000);
}

std::string darkScan()
{
    return *encodeJpeg(dimmed(paper(), 0.25), 5'000'000);
}

Command commandOf(const ApplicationState &state, CommandBody body)
{
    return {.id = {uuid7(asOf, secureRandom())},
            .application = state.id,
            .actor = {"reviewer"},
            .role = "school",
            .at = asOf,
            .revision = state.revision,
            .packHash = nm2023().hash,
            .body = std::move(body)};
}

} // namespace

/// A2.1–A2.7, A1.5.2–A1.5.4: a verdict on a picture never depends on where it was computed. `zsb-check check` says of a
/// folder what an import stores of it, and the queue counts that.
class TestSamePictures : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tableAndDatabaseSayTheSame_data();
    void tableAndDatabaseSayTheSame();
    void aDecisionKnowsWhatWasMeasured();
    void anotherPackJudgesTheSameFigures();
    void withoutTheModelNothingIsAnError();
    void importingTwiceMeasuresOnce();
    void theImportTakesTheLooks();
    void aPageIsMeasuredOnceAndItsFindingsSayWhich();
    void aPageThatNobodyMeasuredIsNotJudged();
    void rebuildingFindsTheSame();

private:
    bool writeFile(const QString &name, const std::string &bytes) const;
    [[nodiscard]] std::string writeTable(const QByteArray &rows) const;
    [[nodiscard]] Told ofTable(const std::string &input) const;
    [[nodiscard]] Told ofStore(const RuleBook &book) const;
    [[nodiscard]] bool import(const std::string &input, PictureFacts &pictures, int jobs = 2);
    [[nodiscard]] bool importOne(const std::string &portrait);
    [[nodiscard]] ApplicationState stateOf(const std::string &no) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const RuleBook> m_book = *RuleBook::bind(sharedNm2023());
    std::unique_ptr<Store> m_store;
    std::shared_ptr<SharedModel> m_model = std::make_shared<SharedModel>(); // is dear to load
};

void TestSamePictures::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = *Store::open({.folder = m_folder->filePath(u"db"_s).toStdString()});
}

bool TestSamePictures::writeFile(const QString &name, const std::string &bytes) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size());
}

std::string TestSamePictures::writeTable(const QByteArray &rows) const
{
    const QByteArray table = "application_no,candidate_type,document_number,portrait,materials\n" + rows;
    return writeFile(u"season.csv"_s, table.toStdString()) ? m_folder->filePath(u"season.csv"_s).toStdString() : "";
}

Told TestSamePictures::ofTable(const std::string &input) const
{
    PictureFacts pictures(m_model);
    BatchOptions options;
    options.input = input;
    options.asOf = asOf;
    options.filesFolder = m_folder->path().toStdString();
    options.inspector = [&](const std::string &path) { return pictures.material(path); };
    options.portraits = [&](const std::string &path) { return pictures.portrait(path); };
    const QString path = m_folder->filePath(u"report.jsonl"_s);
    {
        std::vector<std::unique_ptr<Report>> reports;
        reports.push_back(std::move(*openReport(path.toStdString())));
        if (!checkTable(*m_book, options, reports))
            return {};
    }
    Told told;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QJsonObject finding = QJsonDocument::fromJson(line).object();
        if (isAboutPictures(finding[u"rule"_s].toString()))
            told[finding[u"application_no"_s].toString().toStdString()].insert(verdictOf(finding));
    }
    return told;
}

Told TestSamePictures::ofStore(const RuleBook &book) const
{
    Told told;
    const auto page = m_store->queue({}, {}, 1000);
    for (const QueueEntry &entry : page->entries) {
        const std::vector<Finding> findings = *m_store->findings(entry.id, book);
        for (const Finding &finding : findings) {
            if (isAboutPictures(QString::fromStdString(finding.rule)))
                told[entry.applicationNo].insert(verdictOf(finding));
        }
        const auto errors = std::ranges::count(findings, Severity::Error, &Finding::severity);
        if (entry.errors != errors || entry.warnings != int(findings.size()) - errors)
            told["the queue counts otherwise"].insert(QByteArray::fromStdString(entry.applicationNo));
    }
    return told;
}

bool TestSamePictures::import(const std::string &input, PictureFacts &pictures, int jobs)
{
    const SeasonImportOptions options{
        .actor = {"importer"}, .now = asOf, .random = secureRandom(), .filesFolder = m_folder->path().toStdString()};
    SeasonImport season(*m_store, *m_book, options);
    TableImport table;
    table.input = input;
    table.filesFolder = options.filesFolder;
    table.jobs = jobs;
    lookWith(pictures, table);
    const auto counts = importTable(season, *m_book, table);
    return counts && counts->wrong == 0;
}

bool TestSamePictures::importOne(const std::string &portrait)
{
    PictureFacts pictures(m_model);
    return writeFile(u"p.jpg"_s, portrait) && import(writeTable("A,应届毕业生,11010519491231002X,p.jpg,\n"), pictures);
}

ApplicationState TestSamePictures::stateOf(const std::string &no) const
{
    return *m_store->state(*m_store->findByNumber(no));
}

void TestSamePictures::tableAndDatabaseSayTheSame_data()
{
    QTest::addColumn<QByteArray>("portraitBytes");
    QTest::addColumn<QByteArray>("scanBytes");
    QTest::addColumn<QByteArray>("rule"); // that is said, among others; empty: nothing is wrong with the pictures
    const auto bytes = [](const std::string &text) { return QByteArray::fromStdString(text); };
    const std::string good = portrait();
    const std::string page = scan();
    QTest::newRow("both good") << bytes(good) << bytes(page) << QByteArray();
    QTest::newRow("another background") << bytes(portrait({.background = {120, 150, 220}})) << bytes(page)
                                        << QByteArray("portrait.background-white");
    QTest::newRow("no colour") << bytes(portrait({.grey = true})) << bytes(page) << QByteArray("portrait.colour");
    QTest::newRow("nobody on it") << bytes(page) << bytes(page) << QByteArray("portrait.no-face");
    QTest::newRow("portrait cut short") << bytes(good.substr(0, good.size() / 2)) << bytes(page)
                                        << QByteArray("portrait.readable");
    QTest::newRow("scan cut short") << bytes(good) << bytes(page.substr(0, page.size() / 2))
                                    << QByteArray("materials.readable");
    QTest::newRow("scan too dark") << bytes(good) << bytes(darkScan()) << QByteArray("scan.dark");
    QTest::newRow("scan is no picture") << bytes(good) << QByteArray("%PDF-1.4\n") << QByteArray("materials.format");
    QTest::newRow("scan is no file of any kind")
        << bytes(good) << QByteArray("a word") << QByteArray("materials.readable");
}

void TestSamePictures::tableAndDatabaseSayTheSame()
{
    QFETCH(QByteArray, portraitBytes);
    QFETCH(QByteArray, scanBytes);
    QFETCH(QByteArray, rule);
    QVERIFY(writeFile(u"p.jpg"_s, portraitBytes.toStdString()) && writeFile(u"s.jpg"_s, scanBytes.toStdString()));
    const std::string input = writeTable("A,应届毕业生,11010519491231002X,p.jpg,student_card=s.jpg\n");
    const Told table = ofTable(input);
    PictureFacts pictures(m_model);
    QVERIFY(import(input, pictures));
    const Told stored = ofStore(*m_book);
    QVERIFY(table == stored);
    for (const char *isSaid : {"portrait.background-white", "portrait.colour", "portrait.no-face", "portrait.readable",
                               "materials.readable", "materials.format", "scan.dark"})
        QVERIFY(rule.isEmpty() ? !names(stored, "A", isSaid) : rule != isSaid || names(stored, "A", isSaid));
}

/// What was measured is an obstacle like any other: it can be dismissed, and is known under its key.
void TestSamePictures::aDecisionKnowsWhatWasMeasured()
{
    QVERIFY(importOne(portrait({.grey = true})));
    const auto findings = *m_store->findings(stateOf("A").id, *m_book);
    const auto found = std::ranges::find(findings, "portrait.colour", &Finding::rule);
    QVERIFY(found != findings.end());
    QCOMPARE(found->severity, Severity::Error);
    const auto claimed = m_store->execute(commandOf(stateOf("A"), ClaimFile{}), *m_book, asOf);
    QVERIFY(claimed && std::holds_alternative<Executed>(*claimed));
    const int errors = m_store->entry(stateOf("A").id, QueueOrder::Urgency)->errors;
    const ResolveFinding dismissal{findingKey(*found, stateOf("A")), found->rule, Resolution::Dismissed, "looked at"};
    const auto dismissed = m_store->execute(commandOf(stateOf("A"), dismissal), *m_book, asOf);
    QVERIFY(dismissed && std::holds_alternative<Executed>(*dismissed));
    QCOMPARE(m_store->entry(stateOf("A").id, QueueOrder::Urgency)->errors, errors - 1);
}

/// Figures are kept, not verdicts: a pack with other limits judges the same figures, and no picture is looked at.
void TestSamePictures::anotherPackJudgesTheSameFigures()
{
    QVERIFY(importOne(portrait()));
    QVERIFY(!names(ofStore(*m_book), "A", "portrait.background-white"));
    const auto stricter = std::make_shared<Pack>(nm2023());
    stricter->hash = std::string(64, 'f');
    for (PortraitLimit &limit : stricter->portraitLimits) {
        if (limit.id == "portrait.background-white" && limit.when.front().measure == "background.level")
            limit.when.front().below = 256; // nothing is white enough
    }
    const auto book = *RuleBook::bind(stricter);
    QVERIFY(*m_store->isStale(*book));
    QVERIFY(m_store->rebuild(*book));
    QVERIFY(names(ofStore(*book), "A", "portrait.background-white"));
}

/// Without the landmark model its measures are not available, which is said once and refuses nobody.
void TestSamePictures::withoutTheModelNothingIsAnError()
{
    const std::string bytes = portrait();
    PortraitReader reader(nullptr);
    const PortraitReading reading = reader.read(bytes);
    ImageFacts facts = reading.facts;
    facts.measured = measuredText(reading);
    QVERIFY(!facts.measured.empty());
    Record record;
    record.set(Field::Portrait, "p.jpg");
    record.portrait = &facts;
    QStringList said;
    for (const Finding &finding : m_book->checkAll(record, asOf)) {
        if (finding.rule.starts_with("portrait."))
            said.append(QString::fromStdString(finding.rule + ' ' + std::string(severityId(finding.severity))));
    }
    QCOMPARE(said, QStringList{u"portrait.no-landmarks info"_s});
}

void TestSamePictures::importingTwiceMeasuresOnce()
{
    QVERIFY(importOne(portrait({.grey = true})));
    const MeasuredPictures stored = *measuredPictures(*m_store);
    const auto &known = stored.portraits;
    const std::string path = m_folder->filePath(u"p.jpg"_s).toStdString();
    const ImageFacts fresh = PictureFacts(m_model).portrait(path);
    QCOMPARE(known.size(), std::size_t(1));
    QCOMPARE(known.begin()->first, fresh.sha256);
    QCOMPARE(known.begin()->second, fresh.measured);
    PictureFacts told(m_model, {.portraits = {{fresh.sha256, "told"}}});
    QCOMPARE(told.portrait(path).measured, std::string("told")); // not measured again
    const int revision = stateOf("A").revision;
    PictureFacts again(m_model, {stored.portraits, stored.materials});
    QVERIFY(import(m_folder->filePath(u"season.csv"_s).toStdString(), again));
    QCOMPARE(stateOf("A").revision, revision);
}

/// What pictures look like is kept beside the log, for whoever looks for one under two names.
void TestSamePictures::theImportTakesTheLooks()
{
    QVERIFY(importOne(portrait()));
    const ImageFacts fresh = PictureFacts(m_model).portrait(m_folder->filePath(u"p.jpg"_s).toStdString());
    const PictureLooks looks(m_store->database());
    const auto kept = *looks.find(fresh.sha256);
    QVERIFY(kept && !kept->empty());
    QCOMPARE(*kept, fresh.look);
    QVERIFY(looks.missing({}, 10)->empty());
    QVERIFY(stateOf("A").portrait->facts.look.empty());
}

/// A1.5.4: hints stay hints, and two pages of one file are told apart.
void TestSamePictures::aPageIsMeasuredOnceAndItsFindingsSayWhich()
{
    QVERIFY(writeFile(u"p.jpg"_s, portrait()) && writeFile(u"s.jpg"_s, darkScan()));
    const std::string input = writeTable("A,应届毕业生,11010519491231002X,p.jpg,student_card=s.jpg;id_card=s.jpg\n");
    PictureFacts pictures(m_model);
    QVERIFY(import(input, pictures));
    QStringList said;
    const std::vector<Finding> findings = *m_store->findings(stateOf("A").id, *m_book);
    for (const Finding &finding : findings) {
        if (finding.rule != "scan.dark")
            continue;
        QCOMPARE(finding.severity, Severity::Warning);
        QCOMPARE(finding.outcome, Outcome::NeedsReview);
        const auto slot = std::ranges::find(finding.evidence, "slot", &Evidence::key);
        QVERIFY(slot != finding.evidence.end());
        const std::string id = std::get<std::string>(slot->value);
        QVERIFY(finding.messageZh.starts_with(nm2023().slot(id)->name.zh + "："));
        QVERIFY(finding.messageEn.starts_with(nm2023().slot(id)->name.en + ": "));
        said.append(QString::fromStdString(id));
    }
    said.sort();
    QCOMPARE(said, (QStringList{u"id_card"_s, u"student_card"_s}));
    const MeasuredPictures known = *measuredPictures(*m_store);
    const std::string path = m_folder->filePath(u"s.jpg"_s).toStdString();
    const ImageFacts fresh = PictureFacts(m_model).page(path);
    QCOMPARE(known.materials.size(), std::size_t(1));
    QCOMPARE(known.materials.at(fresh.sha256), fresh.measured);
    PictureFacts told(m_model, {.materials = {{fresh.sha256, "told"}}});
    QCOMPARE(told.page(path).measured, std::string("told")); // not measured again
}

/// A season of before: nothing is said of such a page, neither good nor bad; nor is a portrait's text a page's.
void TestSamePictures::aPageThatNobodyMeasuredIsNotJudged()
{
    QVERIFY(writeFile(u"s.jpg"_s, darkScan()));
    const std::string path = m_folder->filePath(u"s.jpg"_s).toStdString();
    ImageFacts facts = PictureFacts(m_model).page(path);
    const auto saysDark = [&] {
        const std::array materials = {MaterialView{"student_card", "s.jpg", &facts}};
        Record record;
        record.set(Field::Materials, "student_card=s.jpg");
        record.materials = materials;
        return std::ranges::count(m_book->checkAll(record, asOf), "scan.dark", &Finding::rule);
    };
    QCOMPARE(saysDark(), 1);
    facts.measured.clear();
    QCOMPARE(saysDark(), 0);
    facts.measured = measuredText(PortraitFigures());
    QCOMPARE(saysDark(), 0);
    PictureFacts left(m_model, {}, PictureFacts::Scans::Left);
    QVERIFY(left.page(path).measured.empty());
}

void TestSamePictures::rebuildingFindsTheSame()
{
    QVERIFY(importOne(portrait({.background = {120, 150, 220}})));
    const std::string before = *m_store->projectionDigest();
    QVERIFY(m_store->rebuild(*m_book));
    QCOMPARE(*m_store->projectionDigest(), before);
}

QTEST_GUILESS_MAIN(TestSamePictures)
#include "tst_samepictures.moc"
