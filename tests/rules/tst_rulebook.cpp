#include "core/policy/packloader.h"
#include "core/rules/rulebook.h"
#include "tests/support/goodrecord.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;
using namespace zsb::test;

/// The table of rules and the book that joins it to a pack.
class TestRuleBook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void idsAreUniqueAndSorted();
    void everyRuleIsBoundByThePack();
    void aBindingWithoutARuleIsRefused();
    void parametersMustBeThereAndOfTheirKind();
    void everyVariantNeedsAMessageInBothLanguages();
    void aGuessIsNeverAnError();
    void namesInParametersMustExist();
    void goodRecordsOfEveryTypeAreToldNothing_data();
    void goodRecordsOfEveryTypeAreToldNothing();
    void aBindingForOtherTypesIsSilent();
    void eachFieldAndEachFileGivesItsOwnFinding();
    void aPackWithoutADefaultDocumentAsksForOne();
    void aSmallestSizeIsChecked();
    void aFixedSizeIsAskedForAsOneNumber();
    void brokenBytesAreNamed();
    void noBytesBreakAnyRule();
    void verdictsAreTheSameAgain();

private:
    [[nodiscard]] std::shared_ptr<Pack> copy() const { return std::make_shared<Pack>(*m_pack); }

    std::shared_ptr<const Pack> m_pack;
    std::shared_ptr<const RuleBook> m_book;
    Instant m_asOf = parseInstant("2023-02-17T12:00:00+08:00").value();
};

void TestRuleBook::initTestCase()
{
    const auto loaded = loadPack(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    QVERIFY(loaded && loaded->pack);
    m_pack = loaded->pack;
    const auto book = RuleBook::bind(m_pack);
    QVERIFY2(book.has_value(), book ? "" : book.error().detail.c_str());
    m_book = *book;
}

void TestRuleBook::idsAreUniqueAndSorted()
{
    std::string_view before;
    for (const Rule *rule : allRules()) {
        QVERIFY2(before < rule->id, std::string(rule->id).c_str());
        QVERIFY(rule->check && !rule->what.empty());
        QCOMPARE(findRule(rule->id), rule);
        before = rule->id;
    }
    QVERIFY(!findRule("no.such-rule"));
    QVERIFY(!findRule(""));
}

void TestRuleBook::everyRuleIsBoundByThePack()
{
    std::set<std::string_view> bound;
    for (const RuleBinding &binding : m_pack->rules)
        bound.insert(binding.rule);
    for (const Rule *rule : allRules())
        QVERIFY2(bound.contains(rule->id), std::string(rule->id).c_str());
}

static std::string refusal(std::shared_ptr<const Pack> pack)
{
    const auto book = RuleBook::bind(std::move(pack));
    if (book)
        return {};
    return book.error().code == ErrorCode::Invalid ? book.error().detail : "wrong code";
}

void TestRuleBook::aBindingWithoutARuleIsRefused()
{
    const auto pack = copy();
    pack->rules.front().rule = "no.such-rule";
    QVERIFY(refusal(pack).find("there is no rule no.such-rule") != std::string::npos);
    const auto twice = copy();
    twice->rules.push_back(twice->rules.front());
    QVERIFY(refusal(twice).find("the id is used twice") != std::string::npos);
}

static RuleBinding &bindingOf(Pack &pack, std::string_view id)
{
    return *std::ranges::find(pack.rules, id, &RuleBinding::id);
}

void TestRuleBook::parametersMustBeThereAndOfTheirKind()
{
    const auto missing = copy();
    bindingOf(*missing, "identity.age").parameters = {};
    QVERIFY(refusal(missing).find("the parameter minAge is missing") != std::string::npos);
    const auto wrong = copy();
    bindingOf(*wrong, "identity.age").parameters.set("minAge", std::string("17"));
    QVERIFY(refusal(wrong).find("of the wrong kind") != std::string::npos);
    const auto extra = copy();
    bindingOf(*extra, "identity.age").parameters.set("average", std::int64_t{20});
    QVERIFY(refusal(extra).find("the rule has no parameter average") != std::string::npos);
}

void TestRuleBook::everyVariantNeedsAMessageInBothLanguages()
{
    const auto silent = copy();
    bindingOf(*silent, "type.known").messages.erase("");
    bindingOf(*silent, "type.known").messages.erase("missing");
    QVERIFY(refusal(silent).find("no message for 'missing'") != std::string::npos);
    const auto half = copy();
    bindingOf(*half, "type.known").messages["missing"].en.clear();
    QVERIFY(refusal(half).find("lacks a language") != std::string::npos);
    const auto never = copy();
    bindingOf(*never, "type.known").messages["blue"] = {"蓝", "blue"};
    QVERIFY(refusal(never).find("never says 'blue'") != std::string::npos);
    const auto none = copy();
    bindingOf(*none, "identity.checksum").messages.clear();
    QVERIFY(refusal(none).find("the message is missing") != std::string::npos);
}

void TestRuleBook::aGuessIsNeverAnError()
{
    const auto pack = copy();
    bindingOf(*pack, "identity.checksum").guess = true;
    QVERIFY(refusal(pack).find("a guess may not be an error") != std::string::npos);
}

void TestRuleBook::namesInParametersMustExist()
{
    const auto field = copy();
    bindingOf(*field, "person.sex").parameters.set("fields", std::vector<std::string>{"shoe_size"});
    QVERIFY(refusal(field).find("no field shoe_size") != std::string::npos);
    const auto table = copy();
    bindingOf(*table, "identity.region").parameters.set("table", std::string("moon"));
    QVERIFY(refusal(table).find("no table moon") != std::string::npos);
    const auto window = copy();
    bindingOf(*window, "process.collection-window").parameters.set("window", std::string("never"));
    QVERIFY(refusal(window).find("no window never") != std::string::npos);
    const auto type = copy();
    bindingOf(*type, "identity.age").types = {"Z9"};
    QVERIFY(refusal(type).find("no candidate type Z9") != std::string::npos);
}

void TestRuleBook::goodRecordsOfEveryTypeAreToldNothing_data()
{
    QTest::addColumn<int>("index");
    QCOMPARE(m_pack->types.size(), std::size_t(8));
    for (std::size_t i = 0; i < m_pack->types.size(); ++i)
        QTest::newRow(m_pack->types[i].id.c_str()) << int(i);
}

void TestRuleBook::goodRecordsOfEveryTypeAreToldNothing()
{
    QFETCH(int, index);
    OwnedRecord owned;
    fillGoodRecord(owned, *m_pack, m_pack->types[std::size_t(index)]);
    const auto findings = m_book->checkAll(owned.record, m_asOf);
    for (const Finding &finding : findings)
        qWarning("%s: %s", finding.rule.c_str(), finding.messageEn.c_str());
    QVERIFY(findings.empty());
}

void TestRuleBook::aBindingForOtherTypesIsSilent()
{
    const auto pack = copy();
    bindingOf(*pack, "type.exam-region").types = {"X3"};
    const auto book = RuleBook::bind(pack);
    QVERIFY(book);
    OwnedRecord owned;
    owned.set(Field::CandidateType, "N1");
    owned.set(Field::ExamRegion, "区外");
    QCOMPARE((*book)->check("type.exam-region", owned.record, m_asOf)->outcome, Outcome::NotApplicable);
    QCOMPARE(m_book->check("type.exam-region", owned.record, m_asOf)->outcome, Outcome::Fail);
    QVERIFY(!m_book->check("no.such-binding", owned.record, m_asOf));
}

void TestRuleBook::eachFieldAndEachFileGivesItsOwnFinding()
{
    OwnedRecord owned;
    owned.set(Field::EnlistmentMonth, "2019/09");
    owned.set(Field::DischargeMonth, "2021/09");
    owned.set(Field::Materials, "-");
    ImageFacts png = goodPicture(1);
    png.format = ImageFormat::Png;
    owned.addMaterial("id_card", png);
    png.sha256 = madeUpHash(2);
    owned.addMaterial("diploma", png);
    std::vector<std::vector<Field>> fields;
    std::vector<std::string> slotIds;
    for (const Finding &finding : m_book->checkAll(owned.record, m_asOf)) {
        if (finding.rule == "form.format")
            fields.push_back(finding.fields);
        if (finding.rule == "materials.format")
            slotIds.push_back(std::get<std::string>(finding.evidence.front().value));
    }
    QCOMPARE(fields, (std::vector<std::vector<Field>>{{Field::EnlistmentMonth}, {Field::DischargeMonth}}));
    QCOMPARE(slotIds, (std::vector<std::string>{"id_card", "diploma"}));
}

void TestRuleBook::aPackWithoutADefaultDocumentAsksForOne()
{
    const auto pack = copy();
    pack->defaultDocumentType.clear();
    const auto book = RuleBook::bind(pack);
    QVERIFY(book);
    OwnedRecord owned;
    owned.set(Field::DocumentType, "");
    const auto verdict = (*book)->check("identity.document-type", owned.record, m_asOf);
    QCOMPARE(verdict->outcome, Outcome::Fail);
    QCOMPARE(verdict->variant, std::string_view("missing"));
}

void TestRuleBook::aSmallestSizeIsChecked()
{
    const auto pack = copy();
    pack->portraitProfile = "chsi"; // 20 480 to 40 960 bytes
    const auto book = RuleBook::bind(pack);
    QVERIFY(book);
    for (const auto &[bytes, outcome] : {std::pair{20'480, Outcome::Pass},
                                         {20'479, Outcome::Fail},
                                         {40'960, Outcome::Pass},
                                         {40'961, Outcome::Fail}}) {
        OwnedRecord owned;
        owned.set(Field::Portrait, "a.jpg");
        ImageFacts facts = goodPicture(0);
        facts.bytes = bytes;
        owned.setPortrait(facts);
        QCOMPARE((*book)->check("portrait.file-size", owned.record, m_asOf)->outcome, outcome);
    }
}

/// "Between 480 and 480" is one number, and is asked for as one.
void TestRuleBook::aFixedSizeIsAskedForAsOneNumber()
{
    const auto pack = copy();
    pack->portraitProfile = "chsi"; // 480 x 640
    const auto book = RuleBook::bind(pack);
    QVERIFY(book);
    OwnedRecord owned;
    owned.set(Field::Portrait, "a.jpg");
    ImageFacts facts = goodPicture(0);
    facts.widthPx = 480;
    facts.heightPx = 640;
    owned.setPortrait(facts);
    for (const char *rule : {"portrait.width", "portrait.height"})
        QCOMPARE((*book)->check(rule, owned.record, m_asOf)->outcome, Outcome::Pass);
    facts.widthPx = 479;
    facts.heightPx = 641;
    owned.setPortrait(facts);
    for (const char *rule : {"portrait.width", "portrait.height"})
        QCOMPARE((*book)->check(rule, owned.record, m_asOf)->variant, std::string_view("exact"));
    int told = 0;
    for (const Finding &finding : (*book)->checkAll(owned.record, m_asOf)) {
        if (finding.rule == "portrait.width" || finding.rule == "portrait.height") {
            QVERIFY2(finding.messageZh.find("应为 ") != std::string::npos, finding.messageZh.c_str());
            QVERIFY2(finding.messageZh.find("之间") == std::string::npos, finding.messageZh.c_str());
            ++told;
        }
    }
    QCOMPARE(told, 2);
}

void TestRuleBook::brokenBytesAreNamed()
{
    OwnedRecord owned;
    owned.set(Field::Name, "\xC3\x28");
    const auto verdict = m_book->check("form.format", owned.record, m_asOf);
    QCOMPARE(verdict->outcome, Outcome::Fail);
    QCOMPARE(verdict->variant, std::string_view("text"));
    QCOMPARE(m_book->check("person.name-characters", owned.record, m_asOf)->variant, std::string_view("forbidden"));
}

static std::string randomText(std::mt19937 &random)
{
    static const std::vector<std::string> seeds = {
        "N1", "X3", "11010519491231002X",       "2023-02-15", "１３８", "河套学院（专科）", "paid",
        "1",  "0",  "2023-02-15T09:00:00+08:00"};
    if (random() % 4 == 0)
        return seeds[random() % seeds.size()];
    std::string text;
    for (std::size_t length = random() % 70; length > 0; --length)
        text += char(random() % 256);
    return text;
}

void TestRuleBook::noBytesBreakAnyRule()
{
    std::mt19937 random(23);
    std::size_t findings = 0;
    for (int i = 0; i < 20'000; ++i) {
        OwnedRecord owned;
        for (const Field field : allFields()) {
            if (random() % 8 != 0)
                owned.set(field, randomText(random));
        }
        owned.set(Field::CandidateType, m_pack->types[random() % 8].id);
        for (std::size_t count = random() % 3; count > 0; --count) {
            ImageFacts facts = goodPicture(int(random() % 3));
            facts.format = ImageFormat(random() % 9);
            facts.problem = ImageProblem(random() % 6);
            facts.bytes = std::int64_t(random()) - 1'000;
            owned.addMaterial(randomText(random), facts);
            owned.setPortrait(facts);
        }
        findings += m_book->checkAll(owned.record, m_asOf).size();
    }
    QVERIFY(findings > 20'000);
}

void TestRuleBook::verdictsAreTheSameAgain()
{
    OwnedRecord owned;
    fillGoodRecord(owned, *m_pack, m_pack->types.front());
    owned.set(Field::Phone, "17000000000");
    owned.set(Field::Name, "阿•测试");
    const auto first = m_book->checkAll(owned.record, m_asOf);
    QCOMPARE(first.size(), std::size_t(2));
    QVERIFY(first == m_book->checkAll(owned.record, m_asOf));
}

QTEST_GUILESS_MAIN(TestRuleBook)
#include "tst_rulebook.moc"
