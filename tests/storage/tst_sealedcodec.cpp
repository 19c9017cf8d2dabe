#include "core/storage/sealedcodec.h"

#include <QTest>

#include <set>

using namespace zsb;

Q_DECLARE_METATYPE(zsb::SuiteId)

/// The door of the database, sealed (SYNC C4): a value opens in its own place only, an index tells nothing but
/// equality.
class TestSealedCodec : public QObject
{
    Q_OBJECT

private slots:
    void aValueOpensInItsOwnPlaceOnly_data() { suites(); }
    void aValueOpensInItsOwnPlaceOnly();
    void nothingReadableIsStored_data() { suites(); }
    void nothingReadableIsStored();
    void placesDoNotRunTogether();
    void lookUpKeysAreEqualForEqualValuesOfOneColumn();
    void aNameIsSpelledByItsBeginnings();
    void readingsAreFoundWholeOnly();
    void whatWasStoredInClearDoesNotOpen();
    void anotherSeasonsKeysOpenNothing();

private:
    static void suites()
    {
        QTest::addColumn<SuiteId>("suite");
        QTest::newRow("international") << SuiteId::International;
        QTest::newRow("national") << SuiteId::National;
    }
    static Keyring keys(SuiteId suite = SuiteId::International) { return *Keyring::make(suite, {}, keyRandom()); }

    const FieldPlace m_place{"application", "app-1", "state"};
};

void TestSealedCodec::aValueOpensInItsOwnPlaceOnly()
{
    QFETCH(SuiteId, suite);
    const SealedCodec codec(keys(suite));
    const QByteArray stored = codec.encode(m_place, "王五");
    QCOMPARE(codec.decode(m_place, stored).value(), std::string("王五"));
    for (const FieldPlace &other : {FieldPlace{"events", "app-1", "state"}, FieldPlace{"application", "app-2", "state"},
                                    FieldPlace{"application", "app-1", "name"}})
        QCOMPARE(codec.decode(other, stored).error().code, ErrorCode::Invalid);
    QCOMPARE(codec.decode(m_place, codec.encode(m_place, "")).value(), std::string());
}

void TestSealedCodec::nothingReadableIsStored()
{
    QFETCH(SuiteId, suite);
    const SealedCodec codec(keys(suite));
    QVERIFY(!codec.encode(m_place, "150102200103150011").contains("1501"));
    QVERIFY(codec.encode(m_place, "a") != codec.encode(m_place, "a"));
    QVERIFY(codec.conceals());
    QVERIFY(!PlainCodec().conceals());
}

void TestSealedCodec::placesDoNotRunTogether()
{
    const SealedCodec codec(keys());
    const QByteArray stored = codec.encode({"ab", "c", "d"}, "x");
    QVERIFY(!codec.decode({"a", "bc", "d"}, stored));
    QVERIFY(!codec.decode({"ab", "cd", ""}, stored));
}

void TestSealedCodec::lookUpKeysAreEqualForEqualValuesOfOneColumn()
{
    const SealedCodec codec(keys());
    const std::string key = codec.lookupKey("document", "1 150102200103150011");
    QCOMPARE(key.size(), std::size_t(64));
    QCOMPARE(codec.lookupKey("document", "1 150102200103150011"), key);
    QVERIFY(codec.lookupKey("document", "1 150102200103150012") != key);
    QVERIFY(codec.lookupKey("phone", "1 150102200103150011") != key);
    QVERIFY(PlainCodec().lookupKey("document", "1 150102200103150011") != key);
    QVERIFY(SealedCodec(keys()).lookupKey("document", "1 150102200103150011") != key);
    QCOMPARE(codec.lookupKey("document", ""), std::string());
}

void TestSealedCodec::aNameIsSpelledByItsBeginnings()
{
    const SealedCodec codec(keys());
    const QString whole = QString::fromStdString(codec.searchText("name", "阿拉坦"));
    QCOMPARE(whole.toUcs4().size(), 3);
    QVERIFY(whole.startsWith(QString::fromStdString(codec.searchText("name", "阿拉"))));
    QVERIFY(whole.startsWith(QString::fromStdString(codec.searchText("name", "阿"))));
    QVERIFY(!whole.contains(QString::fromStdString(codec.searchText("name", "拉坦"))));
    QVERIFY(!whole.contains(QString::fromStdString(codec.searchText("name", "拉"))));
    for (const char32_t character : whole.toUcs4())
        QVERIFY(character >= 0x10000 && character < 0x100000);
    // the same character elsewhere is spelled otherwise, so that characters cannot be counted
    const auto twice = QString::fromStdString(codec.searchText("name", "丽丽")).toUcs4();
    QVERIFY(twice[0] != twice[1]);
    QCOMPARE(codec.searchText("name", ""), std::string());
}

void TestSealedCodec::readingsAreFoundWholeOnly()
{
    const SealedCodec codec(keys());
    const std::string whole = codec.searchText("py", "liuchangchun");
    QCOMPARE(whole.size(), std::size_t(16));
    QCOMPARE(codec.searchText("py", "liuchangchun"), whole);
    QVERIFY(codec.searchText("pyi", "liuchangchun") != whole);
    QVERIFY(!whole.starts_with(codec.searchText("py", "liu").substr(0, 4)));
}

void TestSealedCodec::whatWasStoredInClearDoesNotOpen()
{
    const SealedCodec codec(keys());
    QCOMPARE(codec.decode(m_place, "in clear").error().code, ErrorCode::Invalid);
    QCOMPARE(codec.decode(m_place, QByteArray(100, 'x')).error().code, ErrorCode::Invalid);
    QCOMPARE(codec.decode(m_place, {}).error().code, ErrorCode::Invalid);
}

void TestSealedCodec::anotherSeasonsKeysOpenNothing()
{
    const QByteArray stored = SealedCodec(keys()).encode(m_place, "x");
    QCOMPARE(SealedCodec(keys()).decode(m_place, stored).error().code, ErrorCode::Invalid);
}

QTEST_GUILESS_MAIN(TestSealedCodec)
#include "tst_sealedcodec.moc"
