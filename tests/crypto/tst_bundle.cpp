#include "core/crypto/bundle.h"
#include "core/crypto/bundleheader.h"
#include "tests/crypto/bytepipe.h"
#include "tests/crypto/hexbytes.h"

#include <QTest>

using namespace zsb;

/// The file that travels by hand (air gap): only its recipients read it, only whole, only from whom they trust.
class TestBundle : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasPackedComesOut_data();
    void whatWasPackedComesOut();
    void everyRecipientOpensItNobodyElse();
    void aPassphraseOpensIt();
    void theContentIsNotInIt();
    void anotherSenderIsNotLookedInto();
    void noByteMayChange();
    void anyEndCutOffIsNoticed();
    void anythingBehindIsNoticed();
    void chunksCannotBeSwappedDroppedOrDoubled();
    void aRecipientCannotPassOffOtherContent();
    void nobodyToOpenItIsAnError();
    void errorsOfReadingAndWritingComeThrough();

private:
    std::string packed(const std::string &content, const BundleLock &lock) const
    {
        std::string bytes;
        const Done written = writeBundle(m_info, m_sender, lock, readFrom(content), writeTo(bytes), keyRandom());
        return written ? bytes : std::string();
    }
    Result<BundleInfo> unpacked(const std::string &bytes, std::string &content, const BoxKey *recipient,
                                std::string_view passphrase = {}) const
    {
        content.clear();
        return readBundle({m_trusted, recipient, passphrase}, readFrom(bytes), writeTo(content));
    }
    /// Where the frames of the content begin, and where the last one ends.
    static std::vector<std::size_t> frames(const std::string &bytes)
    {
        const auto number = [&bytes](std::size_t at) {
            std::size_t value = 0;
            for (std::size_t i = 0; i < 4; ++i)
                value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
            return value;
        };
        std::vector<std::size_t> starts{8 + 4 + number(8) + 64};
        while (starts.back() + 64 < bytes.size())
            starts.push_back(starts.back() + 4 + number(starts.back()));
        return starts;
    }

    BundleInfo m_info{.id = "0190a6e2-0000-7000-8000-000000000001",
                      .kind = "zsb.sync",
                      .sender = {},
                      .made = Instant(std::chrono::milliseconds(1'676'422'800'123))};
    SigningKey m_sender{Key::make(countingRandom()), {}};
    std::vector<std::string> m_trusted;
    BoxKey m_recipient = newBoxKey(countingRandom(3));
    BoxKey m_other = newBoxKey(countingRandom(4));
};

void TestBundle::initTestCase()
{
    m_sender = *(*cryptoSuite(SuiteId::International))->newSigningKey(countingRandom());
    m_info.sender = m_sender.publicKey;
    m_trusted = {m_sender.publicKey};
}

void TestBundle::whatWasPackedComesOut_data()
{
    QTest::addColumn<int>("size");
    const int chunk = int(bundle::chunkSize);
    for (const int size : {0, 1, 100, chunk - 1, chunk, chunk + 1, 3 * chunk, 5 * chunk + 77})
        QTest::addRow("%d bytes", size) << size;
}

void TestBundle::whatWasPackedComesOut()
{
    QFETCH(int, size);
    std::string content;
    for (int i = 0; i < size; ++i)
        content += char(i * 31 >> 3);
    const std::string bytes = packed(content, {{m_recipient.publicKey}, {}});
    std::string out;
    const auto info = unpacked(bytes, out, &m_recipient);
    QVERIFY(info);
    QCOMPARE(*info, m_info);
    QVERIFY(out == content);
}

void TestBundle::everyRecipientOpensItNobodyElse()
{
    const std::string bytes = packed("content", {{m_other.publicKey, m_recipient.publicKey}, {}});
    std::string out;
    QVERIFY(unpacked(bytes, out, &m_recipient));
    QCOMPARE(out, std::string("content"));
    QVERIFY(unpacked(bytes, out, &m_other));
    const BoxKey third = newBoxKey(countingRandom(5));
    QCOMPARE(unpacked(bytes, out, &third).error().code, ErrorCode::Refused);
    QCOMPARE(unpacked(bytes, out, nullptr).error().code, ErrorCode::Refused);
    QCOMPARE(out, std::string());
}

void TestBundle::aPassphraseOpensIt()
{
    const std::string bytes = packed("content", {{}, "四 个 好 词"});
    std::string out;
    QVERIFY(unpacked(bytes, out, nullptr, "四 个 好 词"));
    QCOMPARE(out, std::string("content"));
    QCOMPARE(unpacked(bytes, out, nullptr, "四 个 坏 词").error().code, ErrorCode::Refused);
    QCOMPARE(unpacked(bytes, out, &m_recipient).error().code, ErrorCode::Refused);
}

void TestBundle::theContentIsNotInIt()
{
    const std::string name = "呼和塔娜";
    const std::string bytes = packed(name + name + name, {{m_recipient.publicKey}, {}});
    QVERIFY(!bytes.empty());
    QVERIFY(bytes.find(name) == std::string::npos);
}

void TestBundle::anotherSenderIsNotLookedInto()
{
    const std::string bytes = packed("content", {{m_recipient.publicKey}, {}});
    std::string out;
    const std::vector<std::string> others{
        (*cryptoSuite(SuiteId::International))->newSigningKey(countingRandom(9))->publicKey};
    QCOMPARE(readBundle({others, &m_recipient, {}}, readFrom(bytes), writeTo(out)).error().code, ErrorCode::Refused);
    QCOMPARE(readBundle({{}, &m_recipient, {}}, readFrom(bytes), writeTo(out)).error().code, ErrorCode::Refused);
    QCOMPARE(out, std::string());
}

void TestBundle::noByteMayChange()
{
    const std::string bytes = packed("a content of some length", {{m_recipient.publicKey}, {}});
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = char(changed[i] ^ 0x10);
        QVERIFY2(!unpacked(changed, out, &m_recipient), std::to_string(i).c_str());
    }
}

void TestBundle::anyEndCutOffIsNoticed()
{
    const std::string bytes = packed("a content of some length", {{m_recipient.publicKey}, {}});
    std::string out;
    for (std::size_t size = 0; size < bytes.size(); ++size)
        QCOMPARE(unpacked(bytes.substr(0, size), out, &m_recipient).error().code, ErrorCode::Invalid);
}

void TestBundle::anythingBehindIsNoticed()
{
    const std::string bytes = packed("content", {{m_recipient.publicKey}, {}});
    std::string out;
    QCOMPARE(unpacked(bytes + '\0', out, &m_recipient).error().code, ErrorCode::Invalid);
    QCOMPARE(unpacked(bytes + bytes, out, &m_recipient).error().code, ErrorCode::Invalid);
}

void TestBundle::chunksCannotBeSwappedDroppedOrDoubled()
{
    const std::string bytes = packed(std::string(4 * bundle::chunkSize, 'c'), {{m_recipient.publicKey}, {}});
    const std::vector<std::size_t> at = frames(bytes);
    QCOMPARE(at.size(), std::size_t(6)); // four full, an empty last one, the end
    const auto frame = [&](std::size_t i) { return bytes.substr(at[i], at[i + 1] - at[i]); };
    const std::string head = bytes.substr(0, at[0]);
    const std::string tail = bytes.substr(at[2]);
    std::string out;
    QVERIFY(unpacked(head + frame(0) + frame(1) + tail, out, &m_recipient));
    QVERIFY(!unpacked(head + frame(1) + frame(0) + tail, out, &m_recipient));
    QVERIFY(!unpacked(head + frame(0) + tail, out, &m_recipient));
    QVERIFY(!unpacked(head + frame(0) + frame(0) + frame(1) + tail, out, &m_recipient));
    QVERIFY(!unpacked(head + bytes.substr(at[5]), out, &m_recipient)); // no chunk at all
}

void TestBundle::aRecipientCannotPassOffOtherContent()
{
    // one who has the content key writes another end of the story: the sender's word for the whole is missing
    const std::string bytes = packed("pay nobody", {{m_recipient.publicKey}, {}});
    const std::string other = packed("pay me", {{m_recipient.publicKey}, {}});
    std::string out;
    QVERIFY(!unpacked(bytes.substr(0, frames(bytes)[0]) + other.substr(frames(other)[0]), out, &m_recipient));
    QVERIFY(!unpacked(bytes.substr(0, bytes.size() - 64) + other.substr(other.size() - 64), out, &m_recipient));
}

void TestBundle::nobodyToOpenItIsAnError()
{
    std::string bytes;
    const auto write = [&](const BundleLock &lock) {
        return writeBundle(m_info, m_sender, lock, readFrom("c"), writeTo(bytes), keyRandom());
    };
    QCOMPARE(write({}).error().code, ErrorCode::Invalid);
    QCOMPARE(write({{"no key"}, {}}).error().code, ErrorCode::Invalid);
    QCOMPARE(write({std::vector<std::string>(257, m_recipient.publicKey), {}}).error().code, ErrorCode::Invalid);
    QVERIFY(bytes.empty());
}

void TestBundle::errorsOfReadingAndWritingComeThrough()
{
    const BundleLock lock{{m_recipient.publicKey}, {}};
    std::string out;
    const ReadBytes failingRead = [](std::span<char>) { return Error{ErrorCode::Unreadable, "disk"}; };
    const WriteBytes failingWrite = [](std::string_view) -> Done { return Error{ErrorCode::Unreadable, "full"}; };
    QCOMPARE(writeBundle(m_info, m_sender, lock, failingRead, writeTo(out), keyRandom()).error().detail,
             std::string("disk"));
    QCOMPARE(writeBundle(m_info, m_sender, lock, readFrom("c"), failingWrite, keyRandom()).error().detail,
             std::string("full"));
    const std::string bytes = packed("content", lock);
    QCOMPARE(readBundle({m_trusted, &m_recipient, {}}, failingRead, writeTo(out)).error().detail, std::string("disk"));
    QCOMPARE(readBundle({m_trusted, &m_recipient, {}}, readFrom(bytes), failingWrite).error().detail,
             std::string("full"));
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
