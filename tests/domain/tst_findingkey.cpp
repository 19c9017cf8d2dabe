#include "core/domain/application.h"

#include <QTest>

using namespace zsb;

/// What was said of one content says nothing of the next, even where the rule measures the same of both.
class TestFindingKey : public QObject
{
    Q_OBJECT

private slots:
    void anotherNumberIsAnotherFinding();
    void anotherScanIsAnotherFinding();
    void anotherPortraitIsAnotherFinding();
    void otherItemsDoNotMatter();
};

namespace {

std::string keyOfPhone(const std::string &phone, const std::string &name = {})
{
    ApplicationState state;
    state.fields[Field::Phone] = phone;
    state.fields[Field::Name] = name;
    Finding finding;
    finding.rule = "phone.kind";
    finding.fields = {Field::Phone};
    return findingKey(finding, state);
}

std::string keyOfScan(const std::string &hash)
{
    ApplicationState state;
    state.materials["id_card"] = {Attachment{.slot = "id_card", .sha256 = hash}};
    Finding finding;
    finding.rule = "materials.size";
    finding.evidence = {{"slot", "id_card"}};
    return findingKey(finding, state);
}

std::string keyOfPortrait(const std::string &hash)
{
    ApplicationState state;
    state.portrait = Attachment{.sha256 = hash};
    Finding finding;
    finding.rule = "portrait.width";
    finding.fields = {Field::Portrait};
    return findingKey(finding, state);
}

} // namespace

void TestFindingKey::anotherNumberIsAnotherFinding()
{
    QCOMPARE(keyOfPhone("17000000001"), keyOfPhone("17000000001"));
    QVERIFY(keyOfPhone("17000000001") != keyOfPhone("17000000002"));
}

void TestFindingKey::anotherScanIsAnotherFinding()
{
    QCOMPARE(keyOfScan("aa"), keyOfScan("aa"));
    QVERIFY(keyOfScan("aa") != keyOfScan("bb"));
}

void TestFindingKey::anotherPortraitIsAnotherFinding()
{
    QCOMPARE(keyOfPortrait("aa"), keyOfPortrait("aa"));
    QVERIFY(keyOfPortrait("aa") != keyOfPortrait("bb"));
}

void TestFindingKey::otherItemsDoNotMatter()
{
    QCOMPARE(keyOfPhone("17000000001", "甲"), keyOfPhone("17000000001", "乙"));
}

QTEST_GUILESS_MAIN(TestFindingKey)
#include "tst_findingkey.moc"
