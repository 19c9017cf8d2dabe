#include "core/crypto/checkpoint.h"
#include "core/crypto/merkle.h"
#include "tests/crypto/hexbytes.h"

#include <QTest>

using namespace zsb;

/// The log's tree (RFC 6962) and its signed checkpoints (C2SP): an entry cannot be denied, a history not be rewritten.
class TestMerkle : public QObject
{
    Q_OBJECT

private slots:
    void rootsAreThePublishedOnes();
    void proofsAreThePublishedOnes();
    void everyEntryOfEveryTreeIsProved();
    void everyTreeContinuesEveryEarlierOne();
    void aProofProvesNothingElse();
    void aRewrittenLogIsAFork();
    void whatIsNotThereHasNoProof();

    void theReferenceNoteIsRecognised();
    void aCheckpointIsReadAsItWasSigned();
    void noByteOfACheckpointMayChange();
    void aCheckpointOfAnotherLogIsRefused();
    void othersMaySignBeside();
    void clientsSeeGrowthAndForks();

private:
    /// The leaves of the test vectors of Certificate Transparency.
    static std::vector<std::string> leaves()
    {
        return {"",
                bytesOf("00"),
                bytesOf("10"),
                bytesOf("2021"),
                bytesOf("3031"),
                bytesOf("40414243"),
                bytesOf("5051525354555657"),
                bytesOf("606162636465666768696a6b6c6d6e6f")};
    }
    static MerkleTree treeOf(int count, int odd = -1)
    {
        MerkleTree tree;
        for (int i = 0; i < count; ++i)
            tree.append(merkleLeaf(i == odd ? "odd" : "entry " + std::to_string(i)));
        return tree;
    }
    static std::string hex(const MerkleHash &hash)
    {
        return hexOf({reinterpret_cast<const char *>(hash.data()), hash.size()});
    }
    static SigningKey key(std::uint8_t from = 1)
    {
        return *(*cryptoSuite(SuiteId::International))->newSigningKey(countingRandom(from));
    }
};

void TestMerkle::rootsAreThePublishedOnes()
{
    const std::vector<std::string> roots = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    MerkleTree tree;
    QCOMPARE(hex(tree.root()), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    for (std::size_t i = 0; i < roots.size(); ++i) {
        tree.append(merkleLeaf(leaves()[i]));
        QCOMPARE(hex(tree.root()), roots[i]);
    }
    for (std::size_t i = 0; i < roots.size(); ++i)
        QCOMPARE(hex(tree.root(i + 1)), roots[i]);
}

void TestMerkle::proofsAreThePublishedOnes()
{
    MerkleTree tree;
    for (const std::string &leaf : leaves())
        tree.append(merkleLeaf(leaf));
    // the first leaf of eight
    const auto inclusion = tree.inclusionProof(0, 8);
    QCOMPARE(inclusion.size(), std::size_t(3));
    QCOMPARE(hex(inclusion[0]), std::string("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"));
    QCOMPARE(hex(inclusion[1]), std::string("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"));
    QCOMPARE(hex(inclusion[2]), std::string("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    // from one to eight: the same three
    QCOMPARE(tree.consistencyProof(1, 8), inclusion);
    // from six to eight
    const auto consistency = tree.consistencyProof(6, 8);
    QCOMPARE(consistency.size(), std::size_t(3));
    QCOMPARE(hex(consistency[0]), std::string("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"));
    QCOMPARE(hex(consistency[1]), std::string("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"));
    QCOMPARE(hex(consistency[2]), std::string("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
}

void TestMerkle::everyEntryOfEveryTreeIsProved()
{
    const MerkleTree tree = treeOf(70);
    for (std::uint64_t count = 1; count <= 70; ++count) {
        for (std::uint64_t index = 0; index < count; ++index) {
            const MerkleHash leaf = merkleLeaf("entry " + std::to_string(index));
            QVERIFY(isIncluded(leaf, index, count, tree.root(count), tree.inclusionProof(index, count)));
        }
    }
}

void TestMerkle::everyTreeContinuesEveryEarlierOne()
{
    const MerkleTree tree = treeOf(70);
    for (std::uint64_t count = 1; count <= 70; ++count) {
        for (std::uint64_t before = 0; before <= count; ++before)
            QVERIFY(
                isConsistent(before, tree.root(before), count, tree.root(count), tree.consistencyProof(before, count)));
    }
}

void TestMerkle::aProofProvesNothingElse()
{
    const MerkleTree tree = treeOf(21);
    const MerkleHash leaf = merkleLeaf("entry 13");
    const auto proof = tree.inclusionProof(13, 21);
    QVERIFY(isIncluded(leaf, 13, 21, tree.root(), proof));
    QVERIFY(!isIncluded(merkleLeaf("entry 12"), 13, 21, tree.root(), proof));
    for (std::uint64_t index = 0; index < 30; ++index)
        QCOMPARE(isIncluded(leaf, index, 21, tree.root(), proof), index == 13);
    for (std::size_t i = 0; i < proof.size(); ++i) {
        auto changed = proof;
        changed[i][7] ^= 1;
        QVERIFY(!isIncluded(leaf, 13, 21, tree.root(), changed));
        auto shorter = proof;
        shorter.erase(shorter.begin() + std::ptrdiff_t(i));
        QVERIFY(!isIncluded(leaf, 13, 21, tree.root(), shorter));
    }
    auto longer = proof;
    longer.push_back(leaf);
    QVERIFY(!isIncluded(leaf, 13, 21, tree.root(), longer));
    auto grown = tree.consistencyProof(9, 21);
    QVERIFY(!isConsistent(10, tree.root(9), 21, tree.root(), grown));
    QVERIFY(!isConsistent(9, tree.root(9), 15, tree.root(), grown));
    grown.push_back(leaf);
    QVERIFY(!isConsistent(9, tree.root(9), 21, tree.root(), grown));
    QVERIFY(!isConsistent(9, tree.root(9), 21, tree.root(), {}));
    QVERIFY(!isConsistent(22, tree.root(), 21, tree.root(), {}));
}

void TestMerkle::aRewrittenLogIsAFork()
{
    const MerkleTree seen = treeOf(9);
    const MerkleTree rewritten = treeOf(21, 4);
    QVERIFY(!isConsistent(9, seen.root(), 21, rewritten.root(), rewritten.consistencyProof(9, 21)));
    QVERIFY(!isConsistent(21, treeOf(21).root(), 21, rewritten.root(), {}));
}

void TestMerkle::whatIsNotThereHasNoProof()
{
    const MerkleTree tree = treeOf(3);
    QVERIFY(tree.inclusionProof(3, 3).empty());
    QVERIFY(tree.inclusionProof(0, 4).empty());
    QVERIFY(tree.consistencyProof(0, 3).empty());
    QVERIFY(tree.consistencyProof(3, 3).empty());
    QVERIFY(tree.consistencyProof(1, 4).empty());
    QVERIFY(!isIncluded(merkleLeaf(""), 0, 0, tree.root(0), {}));
}

void TestMerkle::theReferenceNoteIsRecognised()
{
    // the example of golang.org/x/mod/sumdb/note
    const std::string text =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const std::string note = text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
                                    "KvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    const std::string publicKey =
        QByteArray::fromBase64("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW").toStdString().substr(1);
    QCOMPARE(noteText(note, "PeterNeumann", publicKey).value(), text);
    QVERIFY(!noteText(note, "PeterNewmann", publicKey));
}

void TestMerkle::aCheckpointIsReadAsItWasSigned()
{
    const Checkpoint checkpoint{"zsb/test/epoch-1", 21, treeOf(21).root()};
    const auto note = signCheckpoint(checkpoint, key());
    QVERIFY(note);
    QVERIFY(note->starts_with("zsb/test/epoch-1\n21\n"));
    QCOMPARE(readCheckpoint(*note, "zsb/test/epoch-1", key().publicKey).value(), checkpoint);
    QVERIFY(!signCheckpoint({"with blank", 0, {}}, key()));
    QVERIFY(!signCheckpoint({"", 0, {}}, key()));
}

void TestMerkle::noByteOfACheckpointMayChange()
{
    const std::string note = *signCheckpoint({"zsb/test", 21, treeOf(21).root()}, key());
    for (std::size_t i = 0; i < note.size(); ++i) {
        std::string changed = note;
        changed[i] = char(changed[i] ^ 1);
        QVERIFY(!readCheckpoint(changed, "zsb/test", key().publicKey));
        QVERIFY(!readCheckpoint(note.substr(0, i), "zsb/test", key().publicKey));
    }
}

void TestMerkle::aCheckpointOfAnotherLogIsRefused()
{
    const std::string note = *signCheckpoint({"zsb/test", 21, treeOf(21).root()}, key());
    QVERIFY(!readCheckpoint(note, "zsb/other", key().publicKey));
    QVERIFY(!readCheckpoint(note, "zsb/test", key(9).publicKey));
    // signed by the right key, but not a checkpoint
    for (const char *text : {"zsb/test\n", "zsb/test\n21\n", "zsb/test\n21\nAAAA\n", "zsb/test\n-1\nAAAA\n",
                             "zsb/test\n021\n3q2+7w==\n", "zsb/other\n21\n3q2+7w==\n"})
        QVERIFY2(!readCheckpoint(*signNote(text, "zsb/test", key()), "zsb/test", key().publicKey), text);
}

void TestMerkle::othersMaySignBeside()
{
    const std::string note = *signCheckpoint({"zsb/test", 21, treeOf(21).root()}, key());
    const std::string witness = *signNote(note.substr(0, note.find("\n\n") + 1), "witness", key(9));
    const std::string both = note + witness.substr(witness.find("\n\n") + 2);
    QVERIFY(readCheckpoint(both, "zsb/test", key().publicKey));
    QVERIFY(noteText(both, "witness", key(9).publicKey));
}

void TestMerkle::clientsSeeGrowthAndForks()
{
    const MerkleTree tree = treeOf(21);
    const auto at = [&tree](std::uint64_t size) { return Checkpoint{"zsb/test", size, tree.root(size)}; };
    QCOMPARE(continuityOf(at(9), at(9), {}), LogContinuity::Same);
    QCOMPARE(continuityOf(at(9), at(21), tree.consistencyProof(9, 21)), LogContinuity::Grown);
    QCOMPARE(continuityOf(at(21), at(9), tree.consistencyProof(9, 21)), LogContinuity::Older);
    QCOMPARE(continuityOf(at(9), at(21), {}), LogContinuity::Fork);
    QCOMPARE(continuityOf(at(9), {"zsb/test", 9, tree.root(10)}, {}), LogContinuity::Fork);
    QCOMPARE(continuityOf(at(9), {"zsb/other", 9, tree.root(9)}, {}), LogContinuity::Fork);
    QCOMPARE(continuityOf({"zsb/test", 0, tree.root(0)}, at(9), {}), LogContinuity::Grown);
}

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_merkle.moc"
