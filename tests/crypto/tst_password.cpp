#include "core/crypto/passphraseholder.h"
#include "core/crypto/password.h"
#include "core/crypto/totp.h"
#include "tests/crypto/hexbytes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace zsb;

/// What people sign in with (SYNC D4): Argon2id lines and one-time codes, against their published vectors.
class TestPassword : public QObject
{
    Q_OBJECT

private slots:
    void theReferenceLineIsRecognised();
    void aPasswordIsKnownByItsLineAlone();
    void everyLineHasItsOwnSalt();
    void aLineNamesItsCostAndIsOutdatedBelowIt();
    void whatIsNoLineIsNobodysPassword();
    void aForgedCostIsNotPaid();
    void theLongestPasswordHas1024Bytes();
    void aPassphraseMakesTheSameKeyAgain();
    void aKeyUnderAPassphraseComesBackForItAlone();
    void aSealedKeyFileIsBoundToItsName();

    void codesAreThoseOfTheRfc_data();
    void codesAreThoseOfTheRfc();
    void aCodeCountsOneStepAroundNow();
    void aCodeCountsOnce();
    void whatIsNoCodeIsNotAccepted();
    void secretsAreSpelledInBase32();

private:
    const PasswordCost m_cheap{64 << 10, 1};
};

void TestPassword::theReferenceLineIsRecognised()
{
    // phc-winner-argon2, src/test.c: argon2id, version 19, 64 MiB, 2 passes
    const std::string line = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    QVERIFY(isPassword("password", line));
    QVERIFY(!isPassword("Password", line));
}

void TestPassword::aPasswordIsKnownByItsLineAlone()
{
    const auto line = hashPassword("正确 horse", m_cheap, keyRandom());
    QVERIFY(line);
    QVERIFY(isPassword("正确 horse", *line));
    QVERIFY(!isPassword("正确 horsf", *line));
    QVERIFY(!isPassword("", *line));
    QVERIFY(line->find("horse") == std::string::npos);
}

void TestPassword::everyLineHasItsOwnSalt()
{
    QVERIFY(*hashPassword("same", m_cheap, keyRandom()) != *hashPassword("same", m_cheap, keyRandom()));
}

void TestPassword::aLineNamesItsCostAndIsOutdatedBelowIt()
{
    const std::string line = *hashPassword("p", m_cheap, keyRandom());
    QVERIFY(line.starts_with("$argon2id$v=19$m=64,t=1,p=1$"));
    QVERIFY(!isOutdated(line, m_cheap));
    QVERIFY(isOutdated(line, {m_cheap.memoryBytes + 1024, 1}));
    QVERIFY(isOutdated(line, {m_cheap.memoryBytes, 2}));
    QVERIFY(!isOutdated(*hashPassword("p", {128 << 10, 2}, keyRandom()), m_cheap));
    QVERIFY(isOutdated("scrypt-16384-8-1$a$b", serviceCost));
}

void TestPassword::whatIsNoLineIsNobodysPassword()
{
    for (const char *line : {"", "$", "$argon2id$", "$argon2id$v=19$m=,t=,p=1$", "$argon2id$v=19$m=64,t=1,p=1$",
                             "$argon2id$v=19$m=64,t=1,p=1$AAAA$BBBB", "$argon2i$v=19$m=64,t=3,p=1$c29tZXNhbHQ$AAAA",
                             "$argon2id$v=19$m=-1,t=1,p=1$c29tZXNhbHQ$AAAA", "plain"}) {
        QVERIFY2(!isPassword("", line), line);
        QVERIFY2(!isPassword(line, line), line);
    }
}

void TestPassword::aForgedCostIsNotPaid()
{
    QVERIFY(
        !isPassword("p", "$argon2id$v=19$m=1048577,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    QVERIFY(!isPassword("p", "$argon2id$v=19$m=64,t=17,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    QCOMPARE(hashPassword("p", {2ULL << 30U, 1}, keyRandom()).error().code, ErrorCode::Invalid);
    QCOMPARE(hashPassword("p", {1 << 20, 0}, keyRandom()).error().code, ErrorCode::Invalid);
}

void TestPassword::theLongestPasswordHas1024Bytes()
{
    const auto line = hashPassword(std::string(1024, 'p'), m_cheap, keyRandom());
    QVERIFY(line && isPassword(std::string(1024, 'p'), *line));
    QCOMPARE(hashPassword(std::string(1025, 'p'), m_cheap, keyRandom()).error().code, ErrorCode::Invalid);
    QVERIFY(!isPassword(std::string(1025, 'p'), *line));
}

void TestPassword::aPassphraseMakesTheSameKeyAgain()
{
    const std::string salt(16, 's');
    const auto key = keyOfPassphrase("phrase", salt, m_cheap);
    QVERIFY(key);
    QCOMPARE(key->size(), std::size_t(32));
    QCOMPARE(*keyOfPassphrase("phrase", salt, m_cheap), *key);
    QVERIFY(*keyOfPassphrase("phrase", std::string(16, 't'), m_cheap) != *key);
    QCOMPARE(keyOfPassphrase("phrase", "short", m_cheap).error().code, ErrorCode::Invalid);
}

void TestPassword::aKeyUnderAPassphraseComesBackForItAlone()
{
    const QTemporaryDir folder;
    const std::string place = folder.path().toStdString();
    const Key key = Key::make(keyRandom());
    PassphraseHolder holder(place, "四 个 好 词", m_cheap, keyRandom());
    QVERIFY(holder.keep("season-1", key));
    QVERIFY(*holder.load("season-1") == key);
    QCOMPARE(holder.keep("season-1", key).error().code, ErrorCode::Conflict);
    const PassphraseHolder other(place, "四 个 坏 词", m_cheap, keyRandom());
    QCOMPARE(other.load("season-1").error().code, ErrorCode::Refused);
    // what it costs is in the file
    QVERIFY(*PassphraseHolder(place, "四 个 好 词", offlineCost, keyRandom()).load("season-1") == key);
    QVERIFY(holder.destroy("season-1"));
    QCOMPARE(holder.load("season-1").error().code, ErrorCode::NotFound);
    QCOMPARE(holder.keep("../x", key).error().code, ErrorCode::Invalid);
}

void TestPassword::aSealedKeyFileIsBoundToItsName()
{
    const QTemporaryDir folder;
    PassphraseHolder holder(folder.path().toStdString(), "p", m_cheap, keyRandom());
    QVERIFY(holder.keep("a", Key::make(keyRandom())));
    const QString path = folder.filePath(QStringLiteral("a.sealedkey"));
    QVERIFY(QFile::copy(path, folder.filePath(QStringLiteral("b.sealedkey"))));
    QCOMPARE(holder.load("b").error().code, ErrorCode::Refused);
    QFile file(path);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.resize(file.size() - 1));
    QCOMPARE(holder.load("a").error().code, ErrorCode::Invalid);
}

void TestPassword::codesAreThoseOfTheRfc_data()
{
    // RFC 6238, appendix B, SHA-1
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("59") << qint64(59) << QByteArray("94287082");
    QTest::newRow("1111111109") << qint64(1111111109) << QByteArray("07081804");
    QTest::newRow("1111111111") << qint64(1111111111) << QByteArray("14050471");
    QTest::newRow("1234567890") << qint64(1234567890) << QByteArray("89005924");
    QTest::newRow("2000000000") << qint64(2000000000) << QByteArray("69279037");
    QTest::newRow("20000000000") << qint64(20000000000) << QByteArray("65353130");
}

void TestPassword::codesAreThoseOfTheRfc()
{
    QFETCH(qint64, seconds);
    QFETCH(QByteArray, code);
    const std::int64_t step = totpStep(Instant(std::chrono::seconds(seconds)));
    QCOMPARE(totpCode("12345678901234567890", step, 8), code.toStdString());
    QCOMPARE(totpCode("12345678901234567890", step), code.toStdString().substr(2));
}

void TestPassword::aCodeCountsOneStepAroundNow()
{
    const std::string secret = newTotpSecret(countingRandom());
    const Instant now{std::chrono::seconds(30 * 1000)};
    for (const std::int64_t step : {999, 1000, 1001})
        QCOMPARE(acceptedStep(secret, totpCode(secret, step), now, 0), std::optional(step));
    for (const std::int64_t step : {998, 1002})
        QVERIFY(!acceptedStep(secret, totpCode(secret, step), now, 0));
    QVERIFY(!acceptedStep(newTotpSecret(countingRandom(7)), totpCode(secret, 1000), now, 0));
}

void TestPassword::aCodeCountsOnce()
{
    const std::string secret = newTotpSecret(countingRandom());
    const Instant now{std::chrono::seconds(30 * 1000)};
    QVERIFY(acceptedStep(secret, totpCode(secret, 1000), now, 999));
    QVERIFY(!acceptedStep(secret, totpCode(secret, 1000), now, 1000)); // the same again
    QVERIFY(!acceptedStep(secret, totpCode(secret, 999), now, 1000));  // an older one
    QVERIFY(acceptedStep(secret, totpCode(secret, 1001), now, 1000));
}

void TestPassword::whatIsNoCodeIsNotAccepted()
{
    const std::string secret = newTotpSecret(countingRandom());
    const Instant now{std::chrono::seconds(30 * 1000)};
    const std::string code = totpCode(secret, 1000);
    for (const std::string &wrong : {std::string(), code.substr(1), code + '0', ' ' + code, std::string(6, 'x')})
        QVERIFY(!acceptedStep(secret, wrong, now, 0));
}

void TestPassword::secretsAreSpelledInBase32()
{
    // RFC 4648, 10
    QCOMPARE(base32("foobar"), std::string("MZXW6YTBOI"));
    QCOMPARE(base32("fooba"), std::string("MZXW6YTB"));
    QCOMPARE(base32("f"), std::string("MY"));
    QCOMPARE(base32(""), std::string());
    QCOMPARE(totpUri("foobar", "专升本", "a@b"),
             std::string("otpauth://totp/%E4%B8%93%E5%8D%87%E6%9C%AC:a%40b?secret=MZXW6YTBOI&issuer="
                         "%E4%B8%93%E5%8D%87%E6%9C%AC&algorithm=SHA1&digits=6&period=30"));
}

QTEST_GUILESS_MAIN(TestPassword)
#include "tst_password.moc"
