#include "core/policy/packfiles.h"
#include "tests/support/testpack.h"

#include <QTest>

#include <algorithm>

using namespace zsb;

/// The pack the product ships holds the whole regulation.
class TestPack : public QObject
{
    Q_OBJECT

private slots:
    void theShippedPackLoadsWithoutAnyRemark();
    void everyClauseIsThere();
    void everyQuoteStandsInItsDocument();
    void everyTableIsComplete_data();
    void everyTableIsComplete();
    void theTypesFormTheTreeOfTheNotice();
    void exemptTypesAreReviewedBeforeTheyPay();
    void conversionsAreThoseOfTheNotice();
    void handTypedMajorsAreChosenLater();
    void substitutesForMissingPapersAreListed();
    void guessesNeverRefuse();
    void theCalendarIsThatOf2023();
    void moneyPortraitAndMaterialsHaveTheirLimits();
    void theSiteIsUnchangeable();
    void reasonsAreCompleteAndNineAreUsualPerType();
    void noticesAreVerbatim();
    void everyFieldIsDescribedAndFoundByHeaderWords();
    void lookupsTakeIdsNamesAndAliases();
    void theHashNamesEveryByte();
    void aPackIsFoundByNameOrFolder();
    void aMissingFolderIsNotFound();
    void templatesAreFilledFromEvidence();
};

namespace {

const CandidateType &typeOf(const char *id)
{
    return *nm2023().type(id);
}

int stepIndex(const CandidateType &type, Step step)
{
    return int(std::ranges::find(type.steps, step) - type.steps.begin());
}

} // namespace

void TestPack::theShippedPackLoadsWithoutAnyRemark()
{
    const auto loaded = loadPack(std::string(ZSB_SOURCE_DIR) + "/resources/policies/nm-2023");
    QVERIFY(loaded);
    for (const PackProblem &problem : loaded->problems)
        QFAIL(qPrintable(QString::fromStdString(problem.file + ' ' + problem.key + ": " + problem.message.en)));
    QVERIFY(loaded->pack);
    QCOMPARE(loaded->pack->id, std::string("nm-2023"));
    QCOMPARE(loaded->pack->timeOffset, std::chrono::minutes{480});
}

void TestPack::everyClauseIsThere()
{
    static constexpr std::array ids = {
        "A1.1.1",   "A1.1.2",   "A1.1.3",   "A1.1.4",   "A1.1.5",   "A1.2.1",   "A1.2.2",   "A1.3.1",
        "A1.4.0",   "A1.4.1.0", "A1.4.1.1", "A1.4.1.2", "A1.4.1.3", "A1.4.1.4", "A1.4.1.5", "A1.4.1.6",
        "A1.4.1.7", "A1.4.1.8", "A1.4.2.1", "A1.4.2.2", "A1.4.3.1", "A1.4.3.2", "A1.4.3.3", "A1.4.3.4",
        "A1.4.4.1", "A1.4.4.2", "A1.4.4.3", "A1.4.5.1", "A1.5.1",   "A1.5.2",   "A1.5.3",   "A1.5.4",
        "A1.5.5",   "A1.5.6",   "A1.5.7",   "A1.6.1",   "A1.6.2",   "A1.6.3",   "A1.7.1",   "A1.7.2",
        "A1.7.3",   "A1.7.4",   "A1.8.1",   "A1.8.2",   "A1.9.1",   "A2.1",     "A2.2",     "A2.3",
        "A2.4",     "A2.5",     "A2.6",     "A2.7",     "A2.8",     "A3.1",     "A3.2",     "A3.3"};
    QCOMPARE(nm2023().clauses.size(), ids.size());
    for (const char *id : ids) {
        const Clause *clause = nm2023().clause(id);
        QVERIFY2(clause, id);
        QVERIFY2(!clause->by.empty(), id);
        QVERIFY2(!clause->says.zh.empty() && !clause->says.en.empty(), id);
    }
}

void TestPack::everyQuoteStandsInItsDocument()
{
    for (const Clause &clause : nm2023().clauses) {
        const std::string document = quoteKey(nm2023().sources.at(clause.document));
        QVERIFY2(document.find(quoteKey(clause.quote)) != std::string::npos, clause.id.c_str());
    }
}

void TestPack::everyTableIsComplete_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("rows");
    const auto row = [](const char *table, int rows) { QTest::newRow(table) << QByteArray(table) << rows; };
    row("ethnicity", 58);
    row("political_status", 13);
    row("sex", 4);
    row("foreign_language", 3);
    row("exam_region", 2);
    row("region", 8110);
    row("region_today", 121);
    row("college", 56);
    row("phone_prefix", 80);
    row("postal", 92);
    row("exam_site", 12);
    row("award", 4);
    row("award_level", 7);
    row("payment_state", 6);
}

void TestPack::everyTableIsComplete()
{
    QFETCH(QByteArray, table);
    QFETCH(int, rows);
    const CodeTable *codes = nm2023().table(table.toStdString());
    QVERIFY(codes);
    QCOMPARE(int(codes->codes().size()), rows);
    QCOMPARE(nm2023().tables.size(), std::size_t(14));
    QCOMPARE(nm2023().documentTypes.size(), std::size_t(9));
    QCOMPARE(nm2023().catalogue.categories().size(), std::size_t(8));
}

/// A1.4.2.1
void TestPack::theTypesFormTheTreeOfTheNotice()
{
    std::vector<std::string> ids;
    for (const CandidateType &type : nm2023().types)
        ids.push_back(type.id);
    QCOMPARE(ids, (std::vector<std::string>{"N1", "N2", "N3", "N4", "X1", "X2", "X3", "X4"}));
    for (const CandidateType &type : nm2023().types)
        QCOMPARE(type.group.front().zh, std::string(type.sitsExam ? "统一参加考试" : "免试考生"));
    QCOMPARE(typeOf("N2").group.back().zh, std::string("普通考生"));
    QCOMPARE(typeOf("X2").group.back().zh, std::string("退役大学生士兵"));
    QCOMPARE(typeOf("X4").group.size(), std::size_t(1));
    QCOMPARE(typeOf("X3").collegeScope, CandidateType::CollegeScope::Outside);
    QCOMPARE(typeOf("X2").collegeScope, CandidateType::CollegeScope::Inside);
}

/// A1.4.0
void TestPack::exemptTypesAreReviewedBeforeTheyPay()
{
    for (const CandidateType &type : nm2023().types) {
        QCOMPARE(type.steps.size(), std::size_t(8));
        QCOMPARE(stepIndex(type, Step::Payment) < stepIndex(type, Step::Review), type.sitsExam);
        QVERIFY(stepIndex(type, Step::Identity) < stepIndex(type, Step::Payment));
    }
}

/// A1.4.1.6, A1.4.1.7, A1.4.3.4
void TestPack::conversionsAreThoseOfTheNotice()
{
    const Conversion *waive = typeOf("X1").conversion("waive-exemption");
    QVERIFY(waive && waive->to == "N1" && waive->trigger == "request" && waive->materials.empty());
    const Conversion *refused = typeOf("X4").conversion("refused-award");
    QVERIFY(refused && refused->to == "N1" && refused->trigger == "refusal");
    const Conversion *award = typeOf("N1").conversion("award-certificate");
    QVERIFY(award && award->to == "X4" && award->trigger == "certificate" && award->window == "type-change");
    QCOMPARE(award->materials.size(), std::size_t(1));
    QVERIFY(!typeOf("N2").conversion("award-certificate"));
}

/// A1.4.3.2, A1.4.3.3
void TestPack::handTypedMajorsAreChosenLater()
{
    for (const CandidateType &type : nm2023().types) {
        const bool isLater = type.id == "X2" || type.id == "X3";
        QCOMPARE(type.majorEntry == CandidateType::MajorEntry::Manual, isLater);
        QCOMPARE(type.majorChoice == CandidateType::MajorChoice::Later, isLater);
        QCOMPARE(type.use(Field::BachelorMajor)->required, !isLater);
        QCOMPARE(type.use(Field::AwardPending) != nullptr, type.sitsExam);
    }
}

/// A1.4.1.4, A1.4.1.8, A1.5.5
void TestPack::substitutesForMissingPapersAreListed()
{
    const auto takes = [](const CandidateType &type, std::string_view slot) {
        return std::ranges::find_if(type.materials, [&](const MaterialUse &use) {
            return std::ranges::find(use.oneOf, slot) != use.oneOf.end();
        });
    };
    const auto student = takes(typeOf("N1"), "student_card");
    QCOMPARE(student->oneOf, (std::vector<std::string>{"student_card", "enrolment_record", "enrolment_statement"}));
    QVERIFY(!takes(typeOf("X1"), "student_card")->required);
    const auto award = takes(typeOf("X4"), "award_certificate");
    QCOMPARE(award->oneOf, (std::vector<std::string>{"award_certificate", "award_statement"}));
    QVERIFY(award->required && !award->guess);
    for (const char *id : {"X1", "X2", "X3"}) {
        QVERIFY(takes(typeOf(id), "application_form")->required);
        QVERIFY(takes(typeOf(id), "discharge_certificate")->required);
    }
    QCOMPARE(nm2023().slot("application_form")->form, std::string("veteran-application"));
}

void TestPack::guessesNeverRefuse()
{
    for (const RuleBinding &rule : nm2023().rules)
        QVERIFY2(!rule.guess || rule.severity != Severity::Error, rule.id.c_str());
    QVERIFY(typeOf("N1").graduationFromGuess && !typeOf("N1").graduationToGuess);
    QVERIFY(nm2023().table("exam_site")->codes().front().guess);
    QVERIFY(nm2023().window("correction")->guess && !nm2023().window("registration")->guess);
}

/// A1.6.2 and the published window
void TestPack::theCalendarIsThatOf2023()
{
    const Window &registration = *nm2023().window("registration");
    QCOMPARE(formatInstant(registration.from, nm2023().timeOffset), std::string("2023-02-15T09:00:00+08:00"));
    QCOMPARE(formatInstant(registration.to, nm2023().timeOffset), std::string("2023-02-19T17:00:00+08:00"));
    QCOMPARE(registration.dailyFrom, 9 * 60);
    QCOMPARE(registration.dailyTo, 17 * 60);
    const Window &collection = *nm2023().window("collection");
    QCOMPARE(formatInstant(collection.from, nm2023().timeOffset), std::string("2022-12-02T00:00:00+08:00"));
    QCOMPARE(formatInstant(collection.to, nm2023().timeOffset), std::string("2023-12-22T23:59:59+08:00"));
    QCOMPARE(collection.dailyTo, 24 * 60);
    QCOMPARE(formatDay(*typeOf("N1").graduationTo), std::string("2023-07-31"));
}

/// A2.2, A1.5.2, A1.5.3
void TestPack::moneyPortraitAndMaterialsHaveTheirLimits()
{
    QCOMPARE(nm2023().feeFen, std::int64_t(12000));
    const PortraitProfile &annex = *nm2023().profile(nm2023().portraitProfile);
    QCOMPARE(annex.formats, (std::vector<std::string>{"jpg", "png"}));
    QCOMPARE(annex.maxBytes, std::int64_t(51200));
    QCOMPARE(annex.strictBytes, std::int64_t(50000));
    QCOMPARE(annex.minWidthPx, 90);
    QCOMPARE(annex.maxWidthPx, 480);
    QCOMPARE(annex.minHeightPx, 100);
    QCOMPARE(annex.maxHeightPx, 720);
    QCOMPARE(nm2023().portraitProfiles.size(), std::size_t(6));
    QCOMPARE(nm2023().materialLimits.formats, std::vector<std::string>{"jpg"});
    QCOMPARE(nm2023().materialLimits.maxBytes, std::int64_t(10485760));
}

/// A1.4.5.1
void TestPack::theSiteIsUnchangeable()
{
    for (const Field field : allFields())
        QCOMPARE(nm2023().field(field).unchangeable, field == Field::ExamSite);
    QVERIFY(!nm2023().review.siteChangeBySupervisor);
}

void TestPack::reasonsAreCompleteAndNineAreUsualPerType()
{
    static constexpr std::array codes = {"101", "102", "103", "104", "105", "106", "107", "201",
                                         "202", "203", "204", "205", "206", "301", "302", "303",
                                         "304", "305", "306", "401", "402", "501", "901"};
    QCOMPARE(nm2023().reasons.size(), codes.size());
    for (const char *code : codes)
        QVERIFY2(nm2023().reason(code), code);
    QVERIFY(nm2023().reason("901")->needsNote);
    QCOMPARE(nm2023().reason("303")->target, std::string("field:college,junior_major"));
    for (const CandidateType &type : nm2023().types)
        QCOMPARE(type.usualReasons.size(), std::size_t(9));
}

/// A1.4.1.1 – A1.4.1.8
void TestPack::noticesAreVerbatim()
{
    const std::string document = quoteKey(nm2023().sources.at("nm-2023-annexes.md"));
    QCOMPARE(nm2023().notices.size(), std::size_t(8));
    for (int i = 0; i < 8; ++i) {
        const Notice &notice = nm2023().notices[std::size_t(i)];
        QCOMPARE(notice.number, i + 1);
        QCOMPARE(notice.clause, "A1.4.1." + std::to_string(i + 1));
        QVERIFY(document.find(quoteKey(std::to_string(i + 1) + '.' + notice.text.zh)) != std::string::npos);
    }
}

/// A1.4.3.1
void TestPack::everyFieldIsDescribedAndFoundByHeaderWords()
{
    const auto means = [](Field field, std::string_view word) {
        const FieldInfo &info = nm2023().field(field);
        return info.label.zh == word || std::ranges::find(info.synonyms, word) != info.synonyms.end();
    };
    for (const Field field : allFields())
        QVERIFY(nm2023().field(field).field == field && !nm2023().field(field).label.en.empty());
    QVERIFY(means(Field::ApplicationNo, "KSH"));
    QVERIFY(means(Field::StudentNo, "XH"));
    QVERIFY(means(Field::Name, "XM"));
    QVERIFY(means(Field::DocumentNumber, "SFZH"));
    QVERIFY(means(Field::PoliticalStatus, "ZZMM"));
    QVERIFY(means(Field::Ethnicity, "MZ"));
    QVERIFY(means(Field::JuniorMajorCode, "ZYDM"));
    QVERIFY(means(Field::JuniorMajor, "ZYMC"));
    QVERIFY(means(Field::GraduationDate, "YJBYRQ"));
    QVERIFY(means(Field::ClassName, "BH"));
    QVERIFY(nm2023().field(Field::Name).maxLength >= 50);
}

void TestPack::lookupsTakeIdsNamesAndAliases()
{
    QCOMPARE(nm2023().type("N3"), nm2023().type("高职扩招考生(2022年底毕业)"));
    QCOMPARE(nm2023().type("N1"), nm2023().type("应届生"));
    QVERIFY(!nm2023().type("") && !nm2023().type("博士"));
    QCOMPARE(nm2023().documentType("身份证"), nm2023().documentType("ID"));
    QVERIFY(!nm2023().documentType("") && !nm2023().documentType("驾驶证"));
    QCOMPARE(nm2023().slot("学生证"), nm2023().slot("student_card"));
    QVERIFY(!nm2023().slot("") && !nm2023().window("x") && !nm2023().profile("x") && !nm2023().clause("x"));
    QVERIFY(!nm2023().reason("x") && !nm2023().binding("x") && !nm2023().table("x"));
    QVERIFY(nm2023().form("integrity-pledge") && !nm2023().form("x"));
    QVERIFY(nm2023().role("school") && !nm2023().role("x"));
    for (const CandidateType &type : nm2023().types)
        QVERIFY(nm2023().archiveRoute(type.archiveRoute));
    QCOMPARE(nm2023().text("step.review").zh, std::string("资格审批"));
    QCOMPARE(nm2023().text("no.such.key").en, std::string("no.such.key"));
}

void TestPack::theHashNamesEveryByte()
{
    const PackFiles files = *readPackFiles(std::string(ZSB_SOURCE_DIR) + "/tests/packs/hb-demo");
    const std::string hash = packHash(files);
    QCOMPARE(hash, hbDemo().hash);
    for (const auto &[path, bytes] : files) {
        PackFiles changed = files;
        changed[path].back() = char(changed[path].back() ^ 1);
        QVERIFY2(packHash(changed) != hash, path.c_str());
    }
    QVERIFY(packHash({{"a", "x"}, {"b", "y"}}) != packHash({{"a", std::string("xb\0y", 4)}}));
}

void TestPack::aPackIsFoundByNameOrFolder()
{
    const std::string policies = std::string(ZSB_SOURCE_DIR) + "/resources/policies";
    QCOMPARE(*findPack("nm-2023", {"/nowhere", policies}), policies + "/nm-2023");
    QCOMPARE(*findPack(policies + "/nm-2023", {}), policies + "/nm-2023");
    QCOMPARE(findPack("nm-1999", {policies}).error().code, ErrorCode::NotFound);
    QCOMPARE(findPack("", {policies}).error().code, ErrorCode::Invalid); // the folder of all packs
    for (const std::string &name : {policies, policies + "/nm-2023/pack.json"}) {
        const Error error = findPack(name, {}).error();
        QCOMPARE(error.code, ErrorCode::Invalid);
        QVERIFY2(error.detail.starts_with(name + ": ") && error.detail.find("请指明") != std::string::npos &&
                     error.detail.find("name the") != std::string::npos,
                 error.detail.c_str());
    }
}

void TestPack::aMissingFolderIsNotFound()
{
    QCOMPARE(loadPack("/no/such/folder").error().code, ErrorCode::NotFound);
    QCOMPARE(loadPack("").error().code, ErrorCode::NotFound);
}

void TestPack::templatesAreFilledFromEvidence()
{
    const std::vector<Evidence> evidence = {
        {"bytes", std::int64_t(51201)}, {"ratio", 0.5}, {"slot", std::string("学生证")}};
    QCOMPARE(fillTemplate("{slot}: {bytes} × {ratio}", evidence), std::string("学生证: 51201 × 0.5"));
    QCOMPARE(fillTemplate("{unknown} {", evidence), std::string("{unknown} {"));
    QCOMPARE(fillTemplate("", evidence), std::string());
}

QTEST_GUILESS_MAIN(TestPack)
#include "tst_pack.moc"
