#include "core/storage/chain.h"
#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/reviewerdialog.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// Four eyes at one computer: the log knows two people apart, and what somebody doubts a supervisor settles. And a log
/// that something else has touched is written no more.
class TestTwoPeople : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theNameStandsInTheLog();
    void nobodyConfirmsHimself();
    void theSecondPersonApproves();
    void aSupervisorSettlesADoubt();
    void aNameWithoutARoleIsNobody();
    void anAlteredLogIsOnlyRead();

private:
    void sitDown(const QString &name, const QStringList &roles);
    void open(const ApplicationId &id);
    /// Looks at everything, as far as it takes.
    void look();
    [[nodiscard]] ApplicationState state() const { return *m_desktop->season()->store->state(m_file); }
    [[nodiscard]] QStringList roles(bool supervising) const;
    void start();

    QTemporaryDir m_folder;
    NoPrompts m_prompts;
    Clock m_clock;
    std::shared_ptr<const RuleBook> m_book;
    std::unique_ptr<Desktop> m_desktop;
    ApplicationId m_file;
};

void TestTwoPeople::initTestCase()
{
    forgetSettings(u"zsb-tst-twopeople"_s);
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    m_book = *book;
    m_clock = demoClock(m_book->pack(), systemClock());
    SeasonOptions season;
    season.count = 6;
    season.seed = 7;
    season.flawedShare = 0;
    const Done imported = importDemoSeason(m_folder.path(), season, m_book, m_clock);
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
    start();
    m_file = m_desktop->review()->file().state.id;
    QVERIFY(!m_file.isEmpty());
}

void TestTwoPeople::start()
{
    m_desktop.reset();
    DesktopOptions options = chineseDesktop();
    options.dataFolder = m_folder.path();
    m_desktop = std::make_unique<Desktop>(*qApp, options, m_prompts, m_clock);
    const QSignalSpy opened(m_desktop.get(), &Desktop::seasonOpened);
    QVERIFY(m_desktop->start());
    // An altered log is found at once on some days: then it was opened for reading, too, before anybody looked.
    QTRY_VERIFY_WITH_TIMEOUT(opened.size() >= 1, 60'000);
    m_desktop->window().showPage(u"review"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->review()->file().isEmpty(), testPatience);
}

QStringList TestTwoPeople::roles(bool supervising) const
{
    QStringList ids;
    for (const Role &role : m_book->pack().review.roles)
        if (role.supervises == supervising)
            ids.append(QString::fromStdString(role.id));
    return ids;
}

void TestTwoPeople::sitDown(const QString &name, const QStringList &roles)
{
    const QSignalSpy opened(m_desktop.get(), &Desktop::seasonOpened);
    m_desktop->setReviewer({name, roles});
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
    m_desktop->review()->setDwell(std::chrono::milliseconds(0));
    m_desktop->window().showPage(u"review"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->review()->file().isEmpty(), testPatience);
    audit::activate(m_desktop->window());
}

void TestTwoPeople::open(const ApplicationId &id)
{
    m_desktop->review()->openFile(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->review()->file().state.id, id, testPatience);
}

void TestTwoPeople::look()
{
    const auto unseen = [this] { return m_desktop->review()->obstacles().contains(u"未看"_s); };
    for (const QDeadlineTimer limit(testPatience); unseen() && !limit.hasExpired();) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::qWait(30); // a picture is looked at when it is there
    }
    QVERIFY2(!unseen(), qPrintable(m_desktop->review()->obstacles()));
}

void TestTwoPeople::theNameStandsInTheLog()
{
    sitDown(u"甲"_s, roles(false));
    open(m_file);
    look();
    QVERIFY2(m_desktop->actions().action("review.approve")->isEnabled(), qPrintable(m_desktop->review()->obstacles()));
    m_desktop->actions().action("review.approve")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(state().decisions.size(), std::size_t(1), testPatience);
    QCOMPARE(state().decisions.front().actor, ActorId{"甲"});
    QCOMPARE(state().review.phase, Phase::InReview); // for the second pair of eyes
}

void TestTwoPeople::nobodyConfirmsHimself()
{
    open(m_file);
    look();
    m_desktop->review()->approve();
    QCOMPARE(state().decisions.size(), std::size_t(1));
    QVERIFY2(m_desktop->review()->obstacles().contains(u"另一个人"_s), qPrintable(m_desktop->review()->obstacles()));
}

void TestTwoPeople::theSecondPersonApproves()
{
    sitDown(u"乙"_s, roles(false));
    open(m_file);
    look();
    m_desktop->actions().action("review.approve")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(state().review.phase, Phase::Approved, testPatience);
    QCOMPARE(state().decisions.back().actor, ActorId{"乙"});
}

void TestTwoPeople::aSupervisorSettlesADoubt()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->review()->file().state.id != m_file, testPatience);
    m_file = m_desktop->review()->file().state.id;
    m_desktop->review()->doubt(u"姓名与学籍不一致"_s);
    QTRY_COMPARE_WITH_TIMEOUT(state().review.phase, Phase::Doubtful, testPatience);
    sitDown(u"丙"_s, roles(true));
    open(m_file);
    look();
    m_desktop->review()->approve();
    QTRY_VERIFY_WITH_TIMEOUT(state().review.phase != Phase::Doubtful, testPatience);
    QCOMPARE(state().decisions.back().actor, ActorId{"丙"});
    QVERIFY(verifyLog(m_desktop->season()->store->databasePath())->isGood());
}

void TestTwoPeople::aNameWithoutARoleIsNobody()
{
    ReviewerDialog dialog({{u"甲"_s, {u"first"_s}}}, {{u"first"_s, u"初审"_s, false}, {u"chief"_s, u"主管"_s, true}});
    auto *name = dialog.findChild<QComboBox *>();
    auto *use = dialog.findChild<QPushButton *>();
    const auto *chief = dialog.findChild<QCheckBox *>(u"chief"_s);
    auto *first = dialog.findChild<QCheckBox *>(u"first"_s);
    QVERIFY(use->isEnabled() && first->isChecked() && !chief->isChecked());
    name->setEditText(u"   "_s);
    QVERIFY(!use->isEnabled());
    name->setEditText(u" 丁 "_s);
    QVERIFY(use->isEnabled() && !chief->isChecked());
    QList<ReviewerEntry> chosen;
    connect(&dialog, &ReviewerDialog::chosen, this, [&](const ReviewerEntry &one) { chosen.append(one); });
    first->setChecked(false);
    QVERIFY(!use->isEnabled());
    first->setChecked(true);
    use->click();
    QCOMPARE(chosen, (QList<ReviewerEntry>{{u"丁"_s, {u"first"_s}}}));
}

void TestTwoPeople::anAlteredLogIsOnlyRead()
{
    const std::string path = m_desktop->season()->store->databasePath();
    const auto log = m_desktop->season()->store->recentDecisions(m_desktop->reviewer(), 10);
    const QByteArray words = log->front().stored.body.left(100);
    m_desktop.reset(); // the last to go writes everything into the one file
    QFile database(QString::fromStdString(path));
    QVERIFY(database.open(QIODevice::ReadWrite));
    QByteArray whole = database.readAll();
    const qsizetype at = whole.indexOf(words);
    QVERIFY(at > 0);
    whole[at + 20] = char(whole[at + 20] ^ 1);
    database.seek(0);
    QCOMPARE(database.write(whole), whole.size());
    database.close();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->season()->writer == nullptr, testPatience);
}

} // namespace zsb

QTEST_MAIN(zsb::TestTwoPeople)
#include "tst_twopeople.moc"
