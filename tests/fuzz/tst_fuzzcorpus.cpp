#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb::test;

/// Everything the fuzzers start from and everything they once found, in every ordinary test run and every compiler.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:
    void everyKeptInputEndsQuietly_data();
    void everyKeptInputEndsQuietly();
    void everyInputCutShortEndsQuietly_data() { everyKeptInputEndsQuietly_data(); }
    void everyInputCutShortEndsQuietly();
    void theSeedsAreThoseOfTheGenerator();

private:
    static QString corpus(const FuzzTarget &target)
    {
        return QStringLiteral(ZSB_SOURCE_DIR "/tests/fuzz/corpus/") + QString::fromLatin1(target.name);
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestFuzzCorpus::everyKeptInputEndsQuietly_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("path");
    for (std::size_t i = 0; i < fuzzTargets().size(); ++i) {
        const QDir folder(corpus(fuzzTargets()[i]));
        for (const QString &name : folder.entryList(QDir::Files, QDir::Name))
            QTest::addRow("%s/%s", fuzzTargets()[i].name, qPrintable(name)) << int(i) << folder.filePath(name);
    }
}

void TestFuzzCorpus::everyKeptInputEndsQuietly()
{
    QFETCH(int, target);
    QFETCH(QString, path);
    const QByteArray bytes = bytesOf(path);
    QVERIFY2(bytes.size() < 16 * 1024, "a kept input is small");
    fuzzTargets()[std::size_t(target)].run({bytes.data(), std::size_t(bytes.size())});
}

void TestFuzzCorpus::everyInputCutShortEndsQuietly()
{
    QFETCH(int, target);
    QFETCH(QString, path);
    const QByteArray bytes = bytesOf(path);
    const qsizetype step = std::max<qsizetype>(1, bytes.size() / 12);
    for (qsizetype size = 0; size < bytes.size(); size += step)
        fuzzTargets()[std::size_t(target)].run({bytes.data(), std::size_t(size)});
}

void TestFuzzCorpus::theSeedsAreThoseOfTheGenerator()
{
    for (const FuzzTarget &target : fuzzTargets()) {
        for (const auto &[name, bytes] : target.seeds()) {
            const QString path = corpus(target) + u"/seed-"_s + QString::fromStdString(name);
            QVERIFY2(bytesOf(path).toStdString() == bytes,
                     qPrintable(path + u": run build/release/tests/writeseeds tests/fuzz/corpus"_s));
        }
    }
}

QTEST_GUILESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
