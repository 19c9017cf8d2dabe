#include "core/crypto/accesstoken.h"
#include "core/crypto/base64url.h"
#include "core/crypto/refreshtoken.h"
#include "tests/crypto/hexbytes.h"

#include <QTest>

using namespace zsb;

Q_DECLARE_METATYPE(zsb::SuiteId)

/// Access tokens prove themselves without a database, refresh tokens work once (SYNC D4).
class TestTokens : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aTokenSaysWhatItWasGiven_data() { suites(); }
    void aTokenSaysWhatItWasGiven();
    void noByteOfATokenMayChange_data() { suites(); }
    void noByteOfATokenMayChange();
    void aTokenLivesFromItsIssueToItsEnd();
    void aTokenIsOfOneDevice();
    void theKeyBeforeStillCounts();
    void aSuiteDoesNotReadTheOther();
    void signedClaimsOfAnotherFormAreRefused_data();
    void signedClaimsOfAnotherFormAreRefused();
    void anOverlongTokenIsNotMade();

    void aRefreshTokenWorksOnce();
    void aCopyEndsTheFamily();
    void aLostAnswerIsGivenAgain();
    void aFamilyEndsTwelveHoursAfterSignIn();
    void anotherDeviceEndsTheFamily();
    void whatIsKeptIsNoToken();

private:
    static void suites()
    {
        QTest::addColumn<SuiteId>("suite");
        QTest::newRow("international") << SuiteId::International;
        QTest::newRow("national") << SuiteId::National;
    }
    AccessClaims claims() const
    {
        return {.subject = "staff-7",
                .roles = {"reviewer", "auditor"},
                .scopes = {"region:150100", "type:N1", "引号\"和\\"},
                .deviceThumbprint = "thumb",
                .rightsEpoch = 12,
                .tokenId = "jti-1",
                .issued = m_now,
                .expires = m_now + accessTokenLife};
    }
    TokenCheck check(const std::vector<std::string> &keys) const { return {keys, m_now, "thumb"}; }
    std::string signedText(const std::string &json) const
    {
        const std::string text = "zsb1." + base64Url(json);
        return text + '.' + base64Url(*m_suite->sign(m_key, text));
    }

    const Instant m_now{std::chrono::seconds(1'676'422'800)};
    std::shared_ptr<const CryptoSuite> m_suite;
    SigningKey m_key{Key::make(countingRandom()), {}};
};

void TestTokens::initTestCase()
{
    m_suite = *cryptoSuite(SuiteId::International);
    m_key = *m_suite->newSigningKey(countingRandom());
}

void TestTokens::aTokenSaysWhatItWasGiven()
{
    QFETCH(SuiteId, suite);
    const auto crypto = *cryptoSuite(suite);
    const SigningKey key = *crypto->newSigningKey(countingRandom());
    const auto token = issueToken(*crypto, key, claims());
    QVERIFY(token);
    QVERIFY(token->size() < 700);
    const std::vector<std::string> keys{key.publicKey};
    const auto read = verifyToken(*crypto, *token, check(keys));
    QVERIFY(read);
    QCOMPARE(*read, claims());
    QVERIFY(!verifyToken(*crypto, *token, check({})));
}

void TestTokens::noByteOfATokenMayChange()
{
    QFETCH(SuiteId, suite);
    const auto crypto = *cryptoSuite(suite);
    const SigningKey key = *crypto->newSigningKey(countingRandom());
    const std::string token = *issueToken(*crypto, key, claims());
    const std::vector<std::string> keys{key.publicKey};
    const std::size_t step = suite == SuiteId::National ? 5 : 1; // SM2 takes its time
    for (std::size_t i = 0; i < token.size(); i += step) {
        std::string changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        const auto read = verifyToken(*crypto, changed, check(keys));
        QVERIFY2(!read, changed.c_str());
        QCOMPARE(read.error().code, ErrorCode::Invalid);
        QVERIFY(!verifyToken(*crypto, token.substr(0, i), check(keys)));
    }
    QVERIFY(!verifyToken(*crypto, token + 'A', check(keys)));
    QVERIFY(!verifyToken(*crypto, token + '=', check(keys)));
    QVERIFY(!verifyToken(*crypto, ' ' + token, check(keys)));
}

void TestTokens::aTokenLivesFromItsIssueToItsEnd()
{
    const std::string token = *issueToken(*m_suite, m_key, claims());
    const std::vector<std::string> keys{m_key.publicKey};
    const auto at = [&](Instant now) { return verifyToken(*m_suite, token, {keys, now, "thumb"}); };
    QVERIFY(at(m_now));
    QVERIFY(at(m_now + accessTokenLife - std::chrono::milliseconds(1)));
    QCOMPARE(at(m_now + accessTokenLife).error().code, ErrorCode::Refused);
    QVERIFY(at(m_now - std::chrono::seconds(5))); // the other server's clock
    QCOMPARE(at(m_now - std::chrono::seconds(6)).error().code, ErrorCode::Refused);
}

void TestTokens::aTokenIsOfOneDevice()
{
    const std::string token = *issueToken(*m_suite, m_key, claims());
    const std::vector<std::string> keys{m_key.publicKey};
    QCOMPARE(verifyToken(*m_suite, token, {keys, m_now, "other"}).error().code, ErrorCode::Refused);
    QCOMPARE(verifyToken(*m_suite, token, {keys, m_now, ""}).error().code, ErrorCode::Refused);
}

void TestTokens::theKeyBeforeStillCounts()
{
    const std::string token = *issueToken(*m_suite, m_key, claims());
    const std::vector<std::string> keys{m_suite->newSigningKey(countingRandom(9))->publicKey, m_key.publicKey};
    QVERIFY(verifyToken(*m_suite, token, check(keys)));
}

void TestTokens::aSuiteDoesNotReadTheOther()
{
    const std::string token = *issueToken(*m_suite, m_key, claims());
    const std::vector<std::string> keys{m_key.publicKey};
    QVERIFY(!verifyToken(**cryptoSuite(SuiteId::National), token, check(keys)));
}

void TestTokens::signedClaimsOfAnotherFormAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good =
        R"({"sub":"s","roles":[],"scopes":[],"cnf":"thumb","rights":1,"jti":"j","iat":1676422800,"exp":1676423400})";
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("a blank") << QByteArray(good).replace(":1,", ": 1,");
    QTest::newRow("a key twice") << QByteArray(good).replace("{", R"({"sub":"admin",)");
    QTest::newRow("a key more") << QByteArray(good).replace("}", R"(,"admin":true})");
    QTest::newRow("a key less") << QByteArray(good).replace(R"("roles":[],)", "");
    QTest::newRow("another order") << QByteArray(good).replace(R"("roles":[],"scopes":[])",
                                                               R"("scopes":[],"roles":[])");
    QTest::newRow("a number for a text") << QByteArray(good).replace(R"("jti":"j")", R"("jti":1)");
    QTest::newRow("a text for a number") << QByteArray(good).replace("\"rights\":1", "\"rights\":\"1\"");
    QTest::newRow("a fraction") << QByteArray(good).replace("\"rights\":1", "\"rights\":1.5");
    QTest::newRow("an exponent") << QByteArray(good).replace("\"rights\":1", "\"rights\":1e0");
    QTest::newRow("an escape that need not be") << QByteArray(good).replace("\"s\"", "\"\\u0073\"");
    QTest::newRow("a role that is no text") << QByteArray(good).replace("\"roles\":[]", "\"roles\":[1]");
    QTest::newRow("a time beyond all calendars") << QByteArray(good).replace("1676423400", "9223372036854775807");
    QTest::newRow("a time before them") << QByteArray(good).replace("1676422800", "-1");
    QTest::newRow("something behind") << good + ' ';
    QTest::newRow("broken UTF-8") << QByteArray(good).replace("\"s\"", "\"\xff\"");
}

void TestTokens::signedClaimsOfAnotherFormAreRefused()
{
    QFETCH(QByteArray, json);
    const std::vector<std::string> keys{m_key.publicKey};
    QVERIFY(verifyToken(
        *m_suite,
        signedText(
            R"({"sub":"s","roles":[],"scopes":[],"cnf":"thumb","rights":1,"jti":"j","iat":1676422800,"exp":1676423400})"),
        check(keys)));
    QCOMPARE(verifyToken(*m_suite, signedText(json.toStdString()), check(keys)).error().code, ErrorCode::Invalid);
}

void TestTokens::anOverlongTokenIsNotMade()
{
    AccessClaims much = claims();
    much.scopes.assign(400, "region:150100");
    QCOMPARE(issueToken(*m_suite, m_key, much).error().code, ErrorCode::Invalid);
}

void TestTokens::aRefreshTokenWorksOnce()
{
    NewRefreshToken first = firstRefreshToken("staff-7", "thumb", m_now, keyRandom());
    QCOMPARE(first.token.size(), std::size_t(43));
    QCOMPARE(first.record.hash, refreshHash(first.token));
    QCOMPARE(judgeRefresh(&first.record, "thumb", m_now), RefreshRuling::Accept);
    const NewRefreshToken next = nextRefreshToken(first.record, keyRandom());
    QVERIFY(next.token != first.token);
    QCOMPARE(next.record.family, first.record.family);
    QCOMPARE(next.record.familyExpires, first.record.familyExpires);
    QCOMPARE(judgeRefresh(nullptr, "thumb", m_now), RefreshRuling::Reject);
}

void TestTokens::aCopyEndsTheFamily()
{
    RefreshRecord record = firstRefreshToken("staff-7", "thumb", m_now, keyRandom()).record;
    record.used = m_now;
    QCOMPARE(judgeRefresh(&record, "thumb", m_now + refreshRetry + std::chrono::milliseconds(1)),
             RefreshRuling::RevokeFamily);
    record.successorUsed = true; // both are in somebody's hands
    QCOMPARE(judgeRefresh(&record, "thumb", m_now), RefreshRuling::RevokeFamily);
    record.revoked = true;
    QCOMPARE(judgeRefresh(&record, "thumb", m_now), RefreshRuling::Reject);
}

void TestTokens::aLostAnswerIsGivenAgain()
{
    RefreshRecord record = firstRefreshToken("staff-7", "thumb", m_now, keyRandom()).record;
    record.used = m_now;
    QCOMPARE(judgeRefresh(&record, "thumb", m_now + refreshRetry), RefreshRuling::AcceptAgain);
}

void TestTokens::aFamilyEndsTwelveHoursAfterSignIn()
{
    const RefreshRecord record = firstRefreshToken("staff-7", "thumb", m_now, keyRandom()).record;
    QCOMPARE(judgeRefresh(&record, "thumb", m_now + refreshTokenLife - std::chrono::milliseconds(1)),
             RefreshRuling::Accept);
    QCOMPARE(judgeRefresh(&record, "thumb", m_now + refreshTokenLife), RefreshRuling::Reject);
}

void TestTokens::anotherDeviceEndsTheFamily()
{
    const RefreshRecord record = firstRefreshToken("staff-7", "thumb", m_now, keyRandom()).record;
    QCOMPARE(judgeRefresh(&record, "other", m_now), RefreshRuling::RevokeFamily);
}

void TestTokens::whatIsKeptIsNoToken()
{
    const NewRefreshToken made = firstRefreshToken("staff-7", "thumb", m_now, keyRandom());
    QVERIFY(made.record.hash.find(made.token) == std::string::npos);
    QVERIFY(refreshHash(made.record.hash) != made.record.hash);
}

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"
