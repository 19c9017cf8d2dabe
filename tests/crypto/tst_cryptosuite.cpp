#include "core/crypto/cryptosuite.h"
#include "tests/crypto/hexbytes.h"

#include <QTest>

using namespace zsb;

Q_DECLARE_METATYPE(zsb::SuiteId)

/// One promise for both suites (the clauses of encryption at rest), and the published vectors of each algorithm.
class TestCryptoSuite : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSealedOpensAgain_data() { suites(); }
    void whatIsSealedOpensAgain();
    void anyByteChangedKeepsItShut_data() { suites(); }
    void anyByteChangedKeepsItShut();
    void anotherKeyNonceOrContextKeepsItShut_data() { suites(); }
    void anotherKeyNonceOrContextKeepsItShut();
    void aContextCannotSlideIntoTheText_data() { suites(); }
    void aContextCannotSlideIntoTheText();
    void anIndexNeedsItsKey_data() { suites(); }
    void anIndexNeedsItsKey();
    void aSignatureIsOfOneKeyAndOneText_data() { suites(); }
    void aSignatureIsOfOneKeyAndOneText();
    void aKeptSecretKeySignsAgain_data() { suites(); }
    void aKeptSecretKeySignsAgain();
    void brokenInputIsAnErrorNotACrash_data() { suites(); }
    void brokenInputIsAnErrorNotACrash();
    void xChaChaSealsThePublishedVector();
    void blake2bMakesThePublishedHash();
    void ed25519SignsThePublishedVectors();
    void sm3MakesThePublishedHashes();
    void sm2TakesThePublishedSignature();
    void thereIsNoSuiteThree();
    void aKeyHasThirtyTwoBytes();

private:
    static void suites()
    {
        QTest::addColumn<SuiteId>("id");
        QTest::newRow("XChaCha20-Poly1305, BLAKE2b, Ed25519") << SuiteId::International;
        QTest::newRow("SM4-CTR with HMAC-SM3, SM3, SM2") << SuiteId::National;
    }

    static std::shared_ptr<const CryptoSuite> suite(SuiteId id)
    {
        auto found = cryptoSuite(id);
        return found ? *found : nullptr;
    }
    static std::shared_ptr<const CryptoSuite> suite()
    {
        QFETCH(SuiteId, id);
        return suite(id);
    }

    const Key m_key = Key::make(countingRandom());
    const Key m_other = Key::make(countingRandom(2));
    const std::string m_nonce = std::string(CryptoSuite::nonceSize, 'n');
};

void TestCryptoSuite::whatIsSealedOpensAgain()
{
    const auto crypto = suite();
    QVERIFY(crypto);
    for (const std::size_t size : {0, 1, 15, 16, 17, 63, 64, 65, 4096, 200'000}) {
        const std::string plain(size, 'p');
        const auto sealed = crypto->seal(m_key, m_nonce, plain, "context");
        QVERIFY(sealed);
        QCOMPARE(sealed->size(), size + CryptoSuite::tagSize);
        QVERIFY(size < 16 || sealed->find(plain.substr(0, 16)) == std::string::npos);
        QCOMPARE(crypto->open(m_key, m_nonce, *sealed, "context").value(), plain);
    }
}

void TestCryptoSuite::anyByteChangedKeepsItShut()
{
    const auto crypto = suite();
    const std::string sealed = *crypto->seal(m_key, m_nonce, "a short text", "context");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string changed = sealed;
        changed[i] = char(changed[i] ^ 1);
        const auto opened = crypto->open(m_key, m_nonce, changed, "context");
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Invalid);
        QVERIFY(!crypto->open(m_key, m_nonce, sealed.substr(0, i), "context"));
    }
    QVERIFY(!crypto->open(m_key, m_nonce, sealed + '\0', "context"));
}

void TestCryptoSuite::anotherKeyNonceOrContextKeepsItShut()
{
    const auto crypto = suite();
    const std::string sealed = *crypto->seal(m_key, m_nonce, "text", "context");
    const std::string otherNonce(CryptoSuite::nonceSize, 'm');
    QVERIFY(!crypto->open(m_other, m_nonce, sealed, "context"));
    QVERIFY(!crypto->open(m_key, otherNonce, sealed, "context"));
    QVERIFY(!crypto->open(m_key, m_nonce, sealed, "Context"));
    QVERIFY(!crypto->open(m_key, m_nonce, sealed, ""));
    QVERIFY(*crypto->seal(m_key, otherNonce, "text", "context") != sealed);
}

void TestCryptoSuite::aContextCannotSlideIntoTheText()
{
    // the tag knows where the context ends
    const auto crypto = suite();
    const std::string sealed = *crypto->seal(m_key, m_nonce, "ab", "cd");
    QVERIFY(!crypto->open(m_key, m_nonce, sealed.substr(1), std::string("cd") + sealed[0]));
}

void TestCryptoSuite::anIndexNeedsItsKey()
{
    const auto crypto = suite();
    const std::string index = crypto->index(m_key, "150102200103150011");
    QCOMPARE(index.size(), std::size_t(32));
    QCOMPARE(crypto->index(m_key, "150102200103150011"), index);
    QVERIFY(crypto->index(m_other, "150102200103150011") != index);
    QVERIFY(crypto->index(m_key, "150102200103150012") != index);
    QVERIFY(crypto->hash("150102200103150011") != index);
}

void TestCryptoSuite::aSignatureIsOfOneKeyAndOneText()
{
    const auto crypto = suite();
    const auto key = crypto->newSigningKey(countingRandom());
    const auto other = crypto->newSigningKey(countingRandom(9));
    QVERIFY(key && other);
    const std::string signature = *crypto->sign(*key, "message");
    QCOMPARE(signature.size(), std::size_t(64));
    QVERIFY(crypto->verify(key->publicKey, "message", signature));
    QVERIFY(!crypto->verify(key->publicKey, "massage", signature));
    QVERIFY(!crypto->verify(other->publicKey, "message", signature));
    for (std::size_t i = 0; i < signature.size(); i += 7) {
        std::string changed = signature;
        changed[i] = char(changed[i] ^ 4);
        QVERIFY(!crypto->verify(key->publicKey, "message", changed));
    }
}

void TestCryptoSuite::aKeptSecretKeySignsAgain()
{
    const auto crypto = suite();
    const auto key = crypto->newSigningKey(countingRandom());
    const auto again = crypto->signingKey(key->secret);
    QVERIFY(again);
    QCOMPARE(again->publicKey, key->publicKey);
    QVERIFY(crypto->verify(key->publicKey, "message", *crypto->sign(*again, "message")));
}

void TestCryptoSuite::brokenInputIsAnErrorNotACrash()
{
    const auto crypto = suite();
    QCOMPARE(crypto->seal(m_key, "short", "text", {}).error().code, ErrorCode::Invalid);
    QCOMPARE(crypto->open(m_key, "short", std::string(40, 's'), {}).error().code, ErrorCode::Invalid);
    QVERIFY(!crypto->sign({m_key, "no public key"}, "text"));
    for (const std::size_t size : {0, 1, 32, 64, 65, 66})
        QVERIFY(!crypto->verify(std::string(size, '\x04'), "text", std::string(size, '\0')));
}

void TestCryptoSuite::xChaChaSealsThePublishedVector()
{
    // draft-irtf-cfrg-xchacha-03, A.3.1
    const std::string plain = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
                              "future, sunscreen would be it.";
    const auto key = Key::of(bytesOf("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
    const auto sealed = suite(SuiteId::International)
                            ->seal(*key, bytesOf("404142434445464748494a4b4c4d4e4f5051525354555657"), plain,
                                   bytesOf("50515253c0c1c2c3c4c5c6c7"));
    QCOMPARE(hexOf(*sealed), std::string("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                                         "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                                         "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                                         "21f9664c97637da9768812f615c68b13b52e"
                                         "c0875924c1c7987947deafd8780acf49"));
}

void TestCryptoSuite::blake2bMakesThePublishedHash()
{
    // BLAKE2b-256 of "abc"
    QCOMPARE(hexOf(suite(SuiteId::International)->hash("abc")),
             std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
}

void TestCryptoSuite::ed25519SignsThePublishedVectors()
{
    // RFC 8032, 7.1, tests 1 and 2
    const auto crypto = suite(SuiteId::International);
    const auto first =
        crypto->signingKey(*Key::of(bytesOf("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")));
    QCOMPARE(hexOf(first->publicKey), std::string("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    QCOMPARE(hexOf(*crypto->sign(*first, "")),
             std::string("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                         "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
    const auto second =
        crypto->signingKey(*Key::of(bytesOf("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")));
    QCOMPARE(hexOf(*crypto->sign(*second, "\x72")),
             std::string("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e"
                         "458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
}

void TestCryptoSuite::sm3MakesThePublishedHashes()
{
    // GB/T 32905-2016, A.1 and A.2
    const auto crypto = suite(SuiteId::National);
    QCOMPARE(hexOf(crypto->hash("abc")),
             std::string("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    std::string repeated;
    for (int i = 0; i < 16; ++i)
        repeated += "abcd";
    QCOMPARE(hexOf(crypto->hash(repeated)),
             std::string("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
}

void TestCryptoSuite::sm2TakesThePublishedSignature()
{
    // GB/T 32918.5-2017, A.2: the recommended curve, "message digest", 1234567812345678
    const auto crypto = suite(SuiteId::National);
    const auto key =
        crypto->signingKey(*Key::of(bytesOf("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")));
    QCOMPARE(hexOf(key->publicKey), std::string("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                                                "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"));
    QVERIFY(crypto->verify(key->publicKey, "message digest",
                           bytesOf("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                                   "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa")));
}

void TestCryptoSuite::thereIsNoSuiteThree()
{
    QCOMPARE(cryptoSuite(SuiteId(3)).error().code, ErrorCode::Invalid);
}

void TestCryptoSuite::aKeyHasThirtyTwoBytes()
{
    QVERIFY(!Key::of(std::string(31, 'k')));
    QVERIFY(Key::of(std::string(32, 'k')));
    QVERIFY(!Key::of(std::string(33, 'k')));
    QVERIFY(m_key == Key::make(countingRandom()));
    QVERIFY(!(m_key == m_other));
}

QTEST_GUILESS_MAIN(TestCryptoSuite)
#include "tst_cryptosuite.moc"
