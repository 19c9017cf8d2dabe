#include "core/storage/chain.h"
#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/review/reviewcontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace zsb {

/// The true path of U1: a season as `zsb-check demo` makes it, imported as the program imports, in the program's own
/// window, decided by keys alone; then the log is read as `zsb-check verify-log` reads it.
class TestDemoReviewer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void twoHundredMixedFilesTakeFourKeysEach();
    void everyDecisionIsInTheStore();
    void everyDecisionIsInTheChainedLog();
    void aFlippedByteIsNamed();

private:
#ifdef ZSB_SANITIZED // the same keys on fewer files
    static constexpr int people = 66;
    static constexpr int files = 60;
#else
    static constexpr int people = 220;
    static constexpr int files = 200;
#endif

    struct Decided
    {
        ApplicationId file;
        Judgement judgement;
    };

    void press(Qt::Key key);
    void decideOne();
    /// What is on the viewer has been decoded and looked at.
    [[nodiscard]] static bool isLooked(ReviewController &review);
    [[nodiscard]] static bool hasOpenError(ReviewController &review);

    QTemporaryDir m_folder;
    NoPrompts m_prompts;
    Clock m_clock;
    std::shared_ptr<const RuleBook> m_book;
    std::unique_ptr<Desktop> m_desktop;
    std::vector<Decided> m_decided;
    int m_keys = 0;
    QString m_said;
};

void TestDemoReviewer::initTestCase()
{
    forgetSettings(u"zsb-tst-demoreviewer"_s);
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    m_book = *book;
    m_clock = demoClock(m_book->pack(), systemClock());
    SeasonOptions season;
    season.count = people;
    season.seed = 7;
    season.flawedShare = 0.2;
    season.jobs = 2;
    const Done imported = importDemoSeason(m_folder.path(), season, m_book, m_clock);
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());

    DesktopOptions options = chineseDesktop();
    options.dataFolder = m_folder.path();
    m_desktop = std::make_unique<Desktop>(*qApp, options, m_prompts, m_clock);
    const QSignalSpy opened(m_desktop.get(), &Desktop::seasonOpened);
    QVERIFY(m_desktop->start());
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
    QCOMPARE(*m_desktop->season()->store->count({}), std::int64_t(people));
    m_desktop->review()->setDwell(std::chrono::milliseconds(0));
    connect(m_desktop->review(), &ReviewController::said, this, [this](const QString &text) { m_said = text; });
    m_desktop->window().showPage(u"review"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->review()->file().isEmpty(), testPatience);
    audit::activate(m_desktop->window());
}

void TestDemoReviewer::press(Qt::Key key)
{
    ++m_keys;
    QTest::keyClick(QApplication::focusWidget(), key);
}

bool TestDemoReviewer::isLooked(ReviewController &review)
{
    const int row = review.picture();
    if (row < 0 || review.finding() >= 0)
        return true;
    const MaterialRow &material = review.materials().at(row);
    const Picture *picture = review.pictures().peek(material.sha256);
    return material.seen || material.sha256.empty() || (picture && picture->failed);
}

bool TestDemoReviewer::hasOpenError(ReviewController &review)
{
    for (int row = 0; row < review.findings().count(); ++row) {
        const FindingRow &finding = review.findings().at(row);
        if (finding.verdict == FindingRow::Verdict::Open && finding.tone == Tone::Error)
            return true;
    }
    return false;
}

void TestDemoReviewer::decideOne()
{
    ReviewController &review = *m_desktop->review();
    const ApplicationId id = review.file().state.id;
    const int before = review.decided();
    QTRY_VERIFY_WITH_TIMEOUT(isLooked(review), testPatience);
    if (hasOpenError(review)) {
        press(Qt::Key_F9);
        press(Qt::Key_1);
        press(Qt::Key_Return);
        m_decided.push_back({id, Judgement::Return});
    } else {
        const QAction &approve = *m_desktop->actions().action("review.approve");
        for (int walked = 0; !approve.isEnabled() && walked < 12; ++walked) {
            press(Qt::Key_Space);
            QTRY_VERIFY_WITH_TIMEOUT(isLooked(review), testPatience);
        }
        QVERIFY2(approve.isEnabled(), qPrintable(review.candidate() + review.obstacles()));
        press(Qt::Key_F8);
        m_decided.push_back({id, Judgement::Approve});
    }
    const QWidget *focus = QApplication::focusWidget();
    const QString where = focus ? QString::fromLatin1(focus->metaObject()->className()) : u"no focus"_s;
    QVERIFY2(review.decided() == before + 1,
             qPrintable(QStringList({review.candidate(), review.obstacles(), m_said, where}).join(u" | "_s)));
}

void TestDemoReviewer::twoHundredMixedFilesTakeFourKeysEach()
{
    for (int file = 0; file < files; ++file) {
        decideOne();
        if (QTest::currentTestFailed())
            return;
    }
    const auto returned = std::ranges::count(m_decided, Judgement::Return, &Decided::judgement);
    const double each = double(m_keys) / files;
    qInfo("%d files, %d returned: %.2f keys each", files, int(returned), each);
    QVERIFY2(each <= 4.0, qPrintable(QString::number(each)));
    QVERIFY(returned >= files / 10 && returned <= files / 2); // mixed
}

void TestDemoReviewer::everyDecisionIsInTheStore()
{
    for (const Decided &one : m_decided) {
        const auto state = m_desktop->season()->store->state(one.file);
        QVERIFY(state);
        QCOMPARE(state->decisions.size(), std::size_t(1));
        QCOMPARE(state->decisions.back().judgement, one.judgement);
        QCOMPARE(state->decisions.back().actor, m_desktop->reviewer());
        if (one.judgement == Judgement::Return) {
            QCOMPARE(state->review.phase, Phase::Returned);
            QVERIFY(!state->review.openItems.empty() && state->review.deadline);
        } else {
            QVERIFY(state->review.phase == Phase::Approved || state->review.stage == 1);
        }
    }
}

void TestDemoReviewer::everyDecisionIsInTheChainedLog()
{
    const Store &store = *m_desktop->season()->store;
    const auto log = store.recentDecisions(m_desktop->reviewer(), files * 2);
    QVERIFY(log);
    QCOMPARE(log->size(), std::size_t(files));
    for (std::size_t i = 0; i < log->size(); ++i) // newest first
        QCOMPARE(log->at(i).stored.application, m_decided.at(files - 1 - i).file);
    const auto verdict = verifyLog(store.databasePath());
    QVERIFY(verdict && verdict->isGood());
}

/// One bit in the middle of a decision. Copies of its words outside the log are projections and made again from it.
void TestDemoReviewer::aFlippedByteIsNamed()
{
    const auto log = m_desktop->season()->store->recentDecisions(m_desktop->reviewer(), files);
    const StoredEvent victim = log->at(files / 2).stored;
    const std::string path = m_desktop->season()->store->databasePath();
    m_desktop.reset(); // the last to go writes everything into the one file
    QFile database(QString::fromStdString(path));
    QVERIFY(database.open(QIODevice::ReadWrite));
    const QByteArray whole = database.readAll();
    const QByteArray words = victim.body.left(200);
    int named = 0;
    for (qsizetype at = whole.indexOf(words); at >= 0; at = whole.indexOf(words, at + 1)) {
        const qsizetype place = at + words.size() / 2;
        QVERIFY(database.seek(place) && database.putChar(char(whole.at(place) ^ 1)) && database.flush());
        const auto verdict = verifyLog(path);
        QVERIFY(verdict);
        if (!verdict->isGood() && verdict->firstBad == victim.seq)
            ++named;
        QVERIFY(database.seek(place) && database.putChar(whole.at(place)) && database.flush());
    }
    QCOMPARE(named, 1);
    QVERIFY(verifyLog(path)->isGood());
}

} // namespace zsb

QTEST_MAIN(zsb::TestDemoReviewer)
#include "tst_demoreviewer.moc"
