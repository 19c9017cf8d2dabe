#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/base/redact.h"
#include "core/base/result.h"

#include <QBuffer>
#include <QTest>

#include <set>

using namespace zsb;

/// Errors are values that tell where they come from; what is shown or logged of a person is masked.
class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void aResultIsAValueOrAnError();
    void contextGoesInFrontOfTheDetail();
    void andThenStopsAtTheFirstError();
    void hashesAreThePublishedOnes();
    void aClosedDeviceIsUnreadable();
    void idsSortByTimeAndNeverRepeat();
    void redactedTextHoldsNothingOfTheValue();
    void masksKeepSixAndFour();
};

void TestValues::aResultIsAValueOrAnError()
{
    const Result<int> good = 7;
    QVERIFY(good.has_value());
    QCOMPARE(*good, 7);
    Result<std::string> text = std::string("a");
    text = Error{ErrorCode::NotFound, "gone"};
    QVERIFY(!text);
    QCOMPARE(text.error().code, ErrorCode::NotFound);
    text = std::string("b");
    QCOMPARE(*text, std::string("b"));
    QVERIFY(done());
}

void TestValues::contextGoesInFrontOfTheDetail()
{
    QCOMPARE(within("pack", Error{ErrorCode::Invalid, "line 3"}), (Error{ErrorCode::Invalid, "pack: line 3"}));
}

void TestValues::andThenStopsAtTheFirstError()
{
    const auto half = [](int n) -> Result<int> {
        return n % 2 == 0 ? Result<int>(n / 2) : Result<int>(Error{ErrorCode::Invalid, "odd"});
    };
    QCOMPARE(*Result<int>(8).and_then(half).and_then(half), 2);
    QCOMPARE(Result<int>(6).and_then(half).and_then(half).error().detail, std::string("odd"));
}

void TestValues::hashesAreThePublishedOnes()
{
    // FIPS 180-4 examples.
    QCOMPARE(sha256Hex("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QByteArray bytes("abc");
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    QCOMPARE(*sha256Hex(buffer), sha256Hex("abc"));
}

void TestValues::aClosedDeviceIsUnreadable()
{
    QBuffer closed;
    QCOMPARE(sha256Hex(closed).error().code, ErrorCode::Unreadable);
}

void TestValues::idsSortByTimeAndNeverRepeat()
{
    const RandomSource random = secureRandom();
    std::set<std::string> seen;
    std::string last;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = uuid7(Instant{std::chrono::milliseconds{1'000'000 + i}}, random);
        QCOMPARE(id.size(), std::size_t(36));
        QCOMPARE(id[14], '7');
        QVERIFY(id[19] == '8' || id[19] == '9' || id[19] == 'a' || id[19] == 'b');
        QVERIFY(last < id);
        QVERIFY(seen.insert(id).second);
        last = id;
    }
}

void TestValues::redactedTextHoldsNothingOfTheValue()
{
    QCOMPARE(redacted("secret"), std::string("<6 bytes>"));
    QCOMPARE(redacted(""), std::string("<empty>"));
}

void TestValues::masksKeepSixAndFour()
{
    QCOMPARE(maskedNumber("11010519491231002X"), std::string("110105********002X"));
    QCOMPARE(maskedNumber("12345"), std::string("*****"));
    QCOMPARE(maskedNumber(""), std::string());
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
