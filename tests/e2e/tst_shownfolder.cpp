#include "app/common/packsearch.h"
#include "app/desktop/madeupseason.h"
#include "app/desktop/season.h"
#include "core/storage/store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// --screenshots and --walk show the season in --data-dir, not the demo season; what is no season is refused with the
/// reason, and what they only show they leave alone.
class TestShownFolder : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void picturesAreOfTheFolderAndNothingIsWrittenThere();
    void aSeasonThatIsNoDemoIsNotWalkedThrough();
    void aWalkIsToldItsFolder();
    void aDemoSeasonIsWalkedThroughWhereItLies();
    void aFolderOfOtherThingsIsRefused_data();
    void aFolderOfOtherThingsIsRefused();

private:
    struct Ran
    {
        int status = -1;
        QString said;
        QString complained;
    };
    [[nodiscard]] Ran run(const QString &task, const QString &data) const;
    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    /// Everything below a folder but what SQLite keeps beside an open database.
    [[nodiscard]] static QMap<QString, QByteArray> contents(const QString &folder);
    [[nodiscard]] qsizetype pictures() const { return QDir(at(u"out"_s)).entryList({u"*.png"_s}).size(); }

    QTemporaryDir m_folder;
    std::shared_ptr<const RuleBook> m_book;
};

TestShownFolder::Ran TestShownFolder::run(const QString &task, const QString &data) const
{
    QDir(at(u"out"_s)).removeRecursively();
    QProcess process;
    QStringList arguments{
        task,         at(u"out"_s), u"--lang"_s, u"zh"_s,
        u"--theme"_s, u"light"_s,   u"--pack"_s, QStringLiteral(ZSB_SOURCE_DIR "/resources/policies/nm-2023")};
    if (!data.isEmpty())
        arguments << u"--data-dir"_s << data;
    process.start(QStringLiteral(ZSB_PROGRAM), arguments);
    if (!process.waitForFinished(-1))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QMap<QString, QByteArray> TestShownFolder::contents(const QString &folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(u"-wal"_s) || file.fileName().endsWith(u"-shm"_s) ||
            !file.open(QIODevice::ReadOnly))
            continue;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(&file);
        all.insert(file.fileName(), hash.result());
    }
    return all;
}

void TestShownFolder::initTestCase()
{
    m_book = *openRuleBook(ZSB_SOURCE_DIR "/resources/policies/nm-2023");
    const Clock morning = demoClock(m_book->pack(), systemClock());
    for (const QString &name : {u"office"_s, u"play"_s})
        QVERIFY(makePortraitSeason(at(name), m_book, morning));
    QFile mark(at(u"play/demo"_s));
    QVERIFY(mark.open(QIODevice::WriteOnly));
}

void TestShownFolder::picturesAreOfTheFolderAndNothingIsWrittenThere()
{
    const QMap<QString, QByteArray> before = contents(at(u"office"_s));
    const Ran ran = run(u"--screenshots"_s, at(u"office"_s));
    QVERIFY2(ran.status == 0, qPrintable(ran.complained));
    QVERIFY2(ran.said.contains(QDir::toNativeSeparators(at(u"office"_s)) + u": 6 files"_s), qPrintable(ran.said));
    for (const QString &name : {u"review-first"_s, u"review"_s, u"portrait"_s, u"palette"_s, u"home"_s})
        QVERIFY2(QFile::exists(at(u"out/"_s + name + u"-zh-light-1.0.png"_s)), qPrintable(name));
    QVERIFY(contents(at(u"office"_s)) == before);
}

void TestShownFolder::aSeasonThatIsNoDemoIsNotWalkedThrough()
{
    const QMap<QString, QByteArray> before = contents(at(u"office"_s));
    const Ran ran = run(u"--walk"_s, at(u"office"_s));
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.complained.contains(u"demo seasons only"_s), qPrintable(ran.complained));
    QCOMPARE(pictures(), 0);
    QVERIFY(contents(at(u"office"_s)) == before);
}

/// Else it would go on in whatever season its user had open last.
void TestShownFolder::aWalkIsToldItsFolder()
{
    const Ran ran = run(u"--walk"_s, {});
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.complained.contains(u"--data-dir"_s), qPrintable(ran.complained));
    QCOMPARE(pictures(), 0);
}

void TestShownFolder::aDemoSeasonIsWalkedThroughWhereItLies()
{
    const Ran ran = run(u"--walk"_s, at(u"play"_s));
    QVERIFY2(ran.status == 0, qPrintable(ran.complained));
    QVERIFY(!holdsSeason(at(u"play/demo"_s)));
    const auto store = Store::openReadOnly({.folder = at(u"play"_s).toStdString()});
    QVERIFY(store);
    std::size_t decided = 0;
    const auto page = (*store)->queue({}, {}, 10);
    QVERIFY(page);
    for (const QueueEntry &entry : page->entries)
        decided += (*store)->state(entry.id)->decisions.size();
    QCOMPARE(decided, std::size_t(3));
}

void TestShownFolder::aFolderOfOtherThingsIsRefused_data()
{
    QTest::addColumn<QString>("task");
    QTest::newRow("pictures") << u"--screenshots"_s;
    QTest::newRow("walk") << u"--walk"_s;
}

void TestShownFolder::aFolderOfOtherThingsIsRefused()
{
    QFETCH(const QString, task);
    QVERIFY(QDir().mkpath(at(u"other"_s)));
    QFile file(at(u"other/letter.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Ran ran = run(task, at(u"other"_s));
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.complained.contains(u"no season in "_s + at(u"other"_s)), qPrintable(ran.complained));
    QCOMPARE(pictures(), 0);
    QCOMPARE(QDir(at(u"other"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"letter.txt"_s});
}

} // namespace zsb

QTEST_MAIN(zsb::TestShownFolder)
#include "tst_shownfolder.moc"
