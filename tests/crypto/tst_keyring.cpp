#include "core/crypto/keyfileholder.h"
#include "core/crypto/keyring.h"
#include "tests/crypto/hexbytes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace zsb;

Q_DECLARE_METATYPE(zsb::SuiteId)

/// Keys of a season: what they seal, how they are kept, changed and forgotten (SYNC C4).
class TestKeyring : public QObject
{
    Q_OBJECT

private slots:
    void aSealedTextSaysBySuiteAndKeyWhatOpensIt_data() { suites(); }
    void aSealedTextSaysBySuiteAndKeyWhatOpensIt();
    void theSameTextIsNeverSealedAlike_data() { suites(); }
    void theSameTextIsNeverSealedAlike();
    void afterRotationOldTextsOpenAndNewOnesUseTheNewKey();
    void rotationMayChangeTheSuite();
    void withoutItsKeyNothingOpens();
    void indexesDifferByPurposeAndSurviveRotation();
    void aWrappedRingIsTheSameRing_data() { suites(); }
    void aWrappedRingIsTheSameRing();
    void aWrappedRingOpensForItsKeyAndOwnerOnly();
    void noByteOfAWrappedRingMayChange();
    void twoRingsShareNothing();

    void aKeyFileIsItsOwnersAlone();
    void aKeyFileThatOthersReadIsRefused();
    void aDeliveredKeyIsReadAndNeverChanged();
    void aDestroyedKeyIsGone();
    void keysAreNotOverwritten();
    void aNameIsNoPath();
    void aMissingKeyIsMadeOnce();

private:
    static void suites()
    {
        QTest::addColumn<SuiteId>("suite");
        QTest::newRow("international") << SuiteId::International;
        QTest::newRow("national") << SuiteId::National;
    }
    static Keyring ring(SuiteId suite = SuiteId::International)
    {
        auto made = Keyring::make(suite, {}, keyRandom());
        return *made;
    }
};

void TestKeyring::aSealedTextSaysBySuiteAndKeyWhatOpensIt()
{
    QFETCH(SuiteId, suite);
    const Keyring keys = ring(suite);
    const std::string sealed = *keys.seal("王五", "place");
    QCOMPARE(sealed.size(), std::string("王五").size() + Keyring::overhead);
    QCOMPARE(int(sealed[0]), int(suite));
    QVERIFY(sealed.starts_with(keys.sealingPrefix()));
    QVERIFY(sealed.find("王五") == std::string::npos);
    QCOMPARE(keys.open(sealed, "place").value(), std::string("王五"));
    QCOMPARE(keys.open(sealed, "another place").error().code, ErrorCode::Invalid);
    QCOMPARE(keys.open("", "place").error().code, ErrorCode::Invalid);
    QCOMPARE(keys.open("a text that nobody has ever sealed, long enough to be one", "place").error().code,
             ErrorCode::NotFound);
    QCOMPARE(keys.open(*keys.seal("", "place"), "place").value(), std::string());
}

void TestKeyring::theSameTextIsNeverSealedAlike()
{
    QFETCH(SuiteId, suite);
    const Keyring keys = ring(suite);
    std::set<std::string> seen;
    for (int i = 0; i < 200; ++i)
        seen.insert(*keys.seal("王五", "place"));
    QCOMPARE(seen.size(), std::size_t(200));
}

void TestKeyring::afterRotationOldTextsOpenAndNewOnesUseTheNewKey()
{
    const Keyring old = ring();
    const std::string before = *old.seal("text", "place");
    const auto rotated = old.rotated(SuiteId::International, {});
    QVERIFY(rotated);
    QCOMPARE(rotated->keys().size(), std::size_t(2));
    QVERIFY(rotated->sealingKey() != old.sealingKey());
    QCOMPARE(rotated->open(before, "place").value(), std::string("text"));
    const std::string after = *rotated->seal("text", "place");
    QVERIFY(!before.starts_with(rotated->sealingPrefix()));
    QVERIFY(after.starts_with(rotated->sealingPrefix()));
    QCOMPARE(old.open(after, "place").error().code, ErrorCode::NotFound);
}

void TestKeyring::rotationMayChangeTheSuite()
{
    const Keyring old = ring();
    const std::string before = *old.seal("text", "place");
    const auto rotated = old.rotated(SuiteId::National, {});
    QVERIFY(rotated);
    QCOMPARE(int((*rotated->seal("text", "place"))[0]), 2);
    QCOMPARE(rotated->open(before, "place").value(), std::string("text"));
}

void TestKeyring::withoutItsKeyNothingOpens()
{
    const Keyring old = ring();
    const std::string before = *old.seal("text", "place");
    const auto rotated = old.rotated(SuiteId::International, {});
    const auto forgotten = rotated->without(old.sealingKey());
    QVERIFY(forgotten);
    QCOMPARE(forgotten->open(before, "place").error().code, ErrorCode::NotFound);
    QCOMPARE(forgotten->without(forgotten->sealingKey()).error().code, ErrorCode::Refused);
    QCOMPARE(forgotten->without(old.sealingKey()).error().code, ErrorCode::NotFound);
}

void TestKeyring::indexesDifferByPurposeAndSurviveRotation()
{
    const Keyring keys = ring();
    const std::string index = keys.index("document", "150102200103150011");
    QCOMPARE(index.size(), std::size_t(32));
    QVERIFY(index != keys.index("phone", "150102200103150011"));
    QVERIFY(index != keys.index("document", "150102200103150012"));
    QCOMPARE(keys.rotated(SuiteId::National, {})->index("document", "150102200103150011"), index);
}

void TestKeyring::aWrappedRingIsTheSameRing()
{
    QFETCH(SuiteId, suite);
    const Key wrapping = Key::make(keyRandom());
    const Keyring keys = *ring(suite).rotated(suite, {});
    const std::string sealed = *keys.seal("text", "place");
    const auto again = Keyring::unwrapped(*keys.wrapped(wrapping, "season-1"), wrapping, "season-1", keyRandom());
    QVERIFY(again);
    QCOMPARE(again->keys(), keys.keys());
    QCOMPARE(again->open(sealed, "place").value(), std::string("text"));
    QCOMPARE(again->index("phone", "1"), keys.index("phone", "1"));
}

void TestKeyring::aWrappedRingOpensForItsKeyAndOwnerOnly()
{
    const Key wrapping = Key::make(keyRandom());
    const std::string wrapped = *ring().wrapped(wrapping, "season-1");
    QCOMPARE(Keyring::unwrapped(wrapped, Key::make(keyRandom()), "season-1", keyRandom()).error().code,
             ErrorCode::Invalid);
    QCOMPARE(Keyring::unwrapped(wrapped, wrapping, "season-2", keyRandom()).error().code, ErrorCode::Invalid);
}

void TestKeyring::noByteOfAWrappedRingMayChange()
{
    const Key wrapping = Key::make(keyRandom());
    const std::string wrapped = *ring().wrapped(wrapping, "season-1");
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        std::string changed = wrapped;
        changed[i] = char(changed[i] ^ 0x80);
        QVERIFY(!Keyring::unwrapped(changed, wrapping, "season-1", keyRandom()));
        QVERIFY(!Keyring::unwrapped(wrapped.substr(0, i), wrapping, "season-1", keyRandom()));
    }
}

void TestKeyring::twoRingsShareNothing()
{
    const Keyring first = ring();
    const Keyring second = ring();
    QVERIFY(!second.open(*first.seal("text", "place"), "place"));
    QVERIFY(first.index("phone", "1") != second.index("phone", "1"));
}

void TestKeyring::aKeyFileIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    KeyFileHolder holder(folder.filePath(u"keys"_s).toStdString(), keyRandom());
    const Key key = Key::make(keyRandom());
    QVERIFY(holder.keep("season-1", key));
    QVERIFY(*holder.load("season-1") == key);
    const QString path = folder.filePath(u"keys/season-1.key"_s);
    QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser), QFile::ReadOwner);
    QCOMPARE(QFile::permissions(folder.filePath(u"keys"_s)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QCOMPARE(holder.load("season-2").error().code, ErrorCode::NotFound);
}

void TestKeyring::aKeyFileThatOthersReadIsRefused()
{
    const QTemporaryDir folder;
    KeyFileHolder holder(folder.path().toStdString(), keyRandom());
    QVERIFY(holder.keep("k", Key::make(keyRandom())));
    QVERIFY(QFile::setPermissions(folder.filePath(u"k.key"_s), QFile::ReadOwner | QFile::ReadGroup));
    QCOMPARE(holder.load("k").error().code, ErrorCode::Refused);
}

/// docs/server.md, "Keys sealed to the machine": root's files of 0440, where the group stands for an access list.
void TestKeyring::aDeliveredKeyIsReadAndNeverChanged()
{
    const QTemporaryDir folder;
    const Key key = Key::make(keyRandom());
    QVERIFY(KeyFileHolder(folder.path().toStdString(), keyRandom()).keep("k", key));
    const QString path = folder.filePath(u"k.key"_s);
    KeyFileHolder holder(folder.path().toStdString(), keyRandom(), KeyFileHolder::Folder::Delivered);
    for (const auto more : {QFile::Permissions(), QFile::Permissions(QFile::ReadGroup)}) {
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | more));
        QVERIFY(*holder.load("k") == key);
    }
    for (const auto more : {QFile::WriteGroup, QFile::ReadOther, QFile::WriteOther}) {
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | more));
        QCOMPARE(holder.load("k").error().code, ErrorCode::Refused);
    }
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup));
    QCOMPARE(holder.keep("other", key).error().code, ErrorCode::Refused);
    QCOMPARE(holder.destroy("k").error().code, ErrorCode::Refused);
    QVERIFY(*holder.load("k") == key);
    QCOMPARE(holder.load("other").error().code, ErrorCode::NotFound);
}

void TestKeyring::aDestroyedKeyIsGone()
{
    const QTemporaryDir folder;
    KeyFileHolder holder(folder.path().toStdString(), keyRandom());
    QVERIFY(holder.keep("k", Key::make(keyRandom())));
    QVERIFY(holder.destroy("k"));
    QCOMPARE(holder.load("k").error().code, ErrorCode::NotFound);
    QCOMPARE(holder.destroy("k").error().code, ErrorCode::NotFound);
}

void TestKeyring::keysAreNotOverwritten()
{
    const QTemporaryDir folder;
    KeyFileHolder holder(folder.path().toStdString(), keyRandom());
    const Key key = Key::make(keyRandom());
    QVERIFY(holder.keep("k", key));
    QCOMPARE(holder.keep("k", Key::make(keyRandom())).error().code, ErrorCode::Conflict);
    QVERIFY(*holder.load("k") == key);
}

void TestKeyring::aNameIsNoPath()
{
    for (const char *name : {"", ".", "..", "../k", "a/b", "a\\b", ".hidden", "王", "a b"})
        QVERIFY2(!isKeyName(name), name);
    QVERIFY(isKeyName("season-0190a6e2.v1_x"));
    const QTemporaryDir folder;
    KeyFileHolder holder(folder.path().toStdString(), keyRandom());
    QCOMPARE(holder.keep("../k", Key::make(keyRandom())).error().code, ErrorCode::Invalid);
    QCOMPARE(holder.load("../k").error().code, ErrorCode::Invalid);
    QCOMPARE(holder.destroy("../k").error().code, ErrorCode::Invalid);
}

void TestKeyring::aMissingKeyIsMadeOnce()
{
    const QTemporaryDir folder;
    KeyFileHolder holder(folder.path().toStdString(), keyRandom());
    const auto made = loadOrMake(holder, "k", keyRandom());
    QVERIFY(made);
    QVERIFY(*loadOrMake(holder, "k", keyRandom()) == *made);
}

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
