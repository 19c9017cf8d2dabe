#include "app/desktop/singleinstance.h"
#include "tests/support/patience.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/exchange/importcontroller.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;

namespace zsb {

/// Keeps what it was asked, and answers when told to.
class AskedPrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)>) override {}
    void confirm(QWidget *, const QString &, const QString &question, const QString &,
                 std::function<void()> then) override
    {
        text = question;
        answer = std::move(then);
    }

    QString text;
    std::function<void()> answer;
};

/// Two programs never write one folder unnoticed (U19).
class TestAlone : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theSecondStartHandsItsArgumentsOver();
    void anotherFolderIsAnotherProgram();
    void aLockGoesWithItsOwner();
    void whoComesSecondIsToldWho();
    void readingOnlyChangesNothing();
    void aSecondStartComesToTheFront();

private:
    [[nodiscard]] DesktopOptions here() const
    {
        DesktopOptions options = chineseDesktop();
        options.dataFolder = m_folder.path();
        return options;
    }
    QTemporaryDir m_folder;
    AskedPrompts m_prompts;
};

void TestAlone::initTestCase()
{
    forgetSettings(u"zsb-tst-alone"_s);
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    SeasonOptions season;
    season.count = 3;
    const Done imported = importDemoSeason(m_folder.path(), season, *book, demoClock((*book)->pack(), systemClock()));
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
}

void TestAlone::theSecondStartHandsItsArgumentsOver()
{
    const QString folder = m_folder.path();
    SingleInstance first(folder);
    QCOMPARE(first.begin({}, std::chrono::seconds(1)), SingleInstance::Role::First);
    QSignalSpy again(&first, &SingleInstance::startedAgain);
    const QStringList arguments{u"zsb"_s, u"--lang"_s, u"en"_s, u"姓名 空格"_s};
    auto second = std::async(std::launch::async, [&] {
        SingleInstance late(folder);
        return late.begin(arguments, std::chrono::seconds(20));
    });
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(second.wait_for(std::chrono::seconds(0)) == std::future_status::ready, testPatience);
    QCOMPARE(second.get(), SingleInstance::Role::Second);
    QCOMPARE(again.first().first().toStringList(), arguments);
}

void TestAlone::anotherFolderIsAnotherProgram()
{
    const QTemporaryDir other;
    SingleInstance one(m_folder.path());
    SingleInstance two(other.path());
    QCOMPARE(one.begin({}, std::chrono::seconds(1)), SingleInstance::Role::First);
    QCOMPARE(two.begin({}, std::chrono::seconds(1)), SingleInstance::Role::First);
}

void TestAlone::aLockGoesWithItsOwner()
{
    const QTemporaryDir folder;
    {
        FolderLock mine(folder.path().toStdString(), "初审员甲");
        QVERIFY(mine.take());
        FolderLock other(folder.path().toStdString(), "li");
        QVERIFY(!other.take());
        QCOMPARE(other.holder().host, QSysInfo::machineHostName().toStdString());
        QCOMPARE(other.holder().user, std::string("初审员甲"));
    }
    FolderLock next(folder.path().toStdString(), "li");
    QVERIFY(next.take());
}

void TestAlone::whoComesSecondIsToldWho()
{
    FolderLock other(m_folder.path().toStdString(), "li");
    QVERIFY(other.take());
    AskedPrompts prompts;
    Desktop desktop(*qApp, here(), prompts, systemClock());
    QVERIFY(desktop.start());
    QVERIFY(prompts.text.contains(QSysInfo::machineHostName()));
    QVERIFY(!desktop.season()); // not opened before somebody answers
}

void TestAlone::readingOnlyChangesNothing()
{
    FolderLock other(m_folder.path().toStdString(), "li");
    QVERIFY(other.take());
    AskedPrompts prompts;
    Desktop desktop(*qApp, here(), prompts, systemClock());
    const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
    QVERIFY(desktop.start());
    prompts.answer();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, testPatience);
    QVERIFY(!desktop.season()->writer);
    QVERIFY(!desktop.import().keeps());
    ReviewController &review = *desktop.review();
    QTRY_VERIFY_WITH_TIMEOUT(!review.file().isEmpty(), testPatience);
    QVERIFY(review.whyNot(Deed::Return).contains(u"只能看"_s));
    const std::size_t before = desktop.season()->store->history(review.file().state.id)->size();
    review.doubt(u"看不清"_s);
    review.claimBatch();
    QCOMPARE(desktop.season()->store->history(review.file().state.id)->size(), before);
    QCOMPARE(review.decided(), 0);
}

void TestAlone::aSecondStartComesToTheFront()
{
    Desktop desktop(*qApp, here(), m_prompts, systemClock());
    const QSignalSpy opened(&desktop, &Desktop::seasonOpened);
    QVERIFY(desktop.start());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
    desktop.window().showMinimized();
    DesktopOptions english = here();
    english.language = u"en"_s;
    desktop.startAgain(english);
    QVERIFY(desktop.window().isVisible());
    QVERIFY(!desktop.window().isMinimized());
    desktop.setLanguage(u"zh"_s);
}

} // namespace zsb

QTEST_MAIN(zsb::TestAlone)
#include "tst_alone.moc"
