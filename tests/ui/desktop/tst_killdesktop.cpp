#include "core/storage/chain.h"
#include "tests/support/uiaudit.h"
#include "tests/ui/desktop/demoseason.h"
#include "ui/review/notepanel.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace zsb {

/// U19: the desktop is killed with SIGKILL after every step of deciding: everything it acknowledged is there, decisions
/// in the log and what was being typed in the session.
class TestKillDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatIsTypedIsKeptWithinTwoSeconds();
    void nothingAcknowledgedIsLost_data();
    void nothingAcknowledgedIsLost();

private:
    QTemporaryDir m_folder;
    QString m_typed;             ///< the note that was kept last and not decided
    std::set<QString> m_decided; ///< every file whose decision was acknowledged
};

namespace {

constexpr int people = 24;
constexpr int mostSteps = 10;
const QString noteText = u"stamp"_s; ///< typed letter by letter

/// Says a step and waits until it was heard: whoever listens may kill here.
void acknowledge(const QString &step, const QString &what)
{
    std::fprintf(stdout, "%s %s\n", qPrintable(step), qPrintable(what));
    std::fflush(stdout);
}

class Victim
{
public:
    Victim(QApplication &application, const QString &folder) : m_folder(folder)
    {
        DesktopOptions options = chineseDesktop();
        options.dataFolder = folder;
        m_desktop = std::make_unique<Desktop>(application, options, m_prompts, systemClock());
    }

    int live()
    {
        const QSignalSpy opened(m_desktop.get(), &Desktop::seasonOpened);
        const bool isOpen = m_desktop->start() && QTest::qWaitFor(
                                                      [&] {
                                                          return opened.size() == 1 &&
                                                                 !m_desktop->review()->isReading() &&
                                                                 !m_desktop->review()->file().isEmpty();
                                                      },
                                                      60'000);
        if (!isOpen)
            return 1;
        audit::activate(m_desktop->window());
        m_page = m_desktop->window().findChild<ReviewPage *>();
        m_desktop->window().showPage(u"review"_s);
        recover();
        while (decideOne()) {
        }
        return 1; // it is to be killed before it has nothing to do
    }

private:
    [[nodiscard]] ReviewController &review() const { return *m_desktop->review(); }
    [[nodiscard]] QString file() const { return QString::fromStdString(review().file().state.id.value); }

    void recover()
    {
        if (!m_page->isAnswering())
            return acknowledge(u"recovered"_s, {});
        acknowledge(u"recovered"_s, m_page->findChild<NotePanel *>()->note());
        QTest::keyClick(note(), Qt::Key_Escape);
    }
    [[nodiscard]] QLineEdit *note() const { return m_page->findChild<QLineEdit *>(u"note"_s); }

    bool decideOne()
    {
        review().setView(u"in-review"_s);
        if (!QTest::qWaitFor([this] { return !review().isReading() && !review().file().isEmpty(); }, 60'000))
            return false;
        m_desktop->actions().action("review.doubt")->trigger();
        if (!m_page->isAnswering())
            return false;
        for (const QChar letter : noteText) {
            QTest::keyClick(note(), letter.toLatin1());
            const auto kept = [&] { return SessionJournal::read(m_folder).review.draft.note == note()->text(); };
            if (!QTest::qWaitFor(kept, 60'000))
                return false;
            acknowledge(u"kept"_s, note()->text());
        }
        const QString decided = file();
        const int before = review().decided();
        QTest::keyClick(note(), Qt::Key_Return);
        if (review().decided() != before + 1)
            return false;
        acknowledge(u"decided"_s, decided);
        return true;
    }

    QString m_folder;
    NoPrompts m_prompts;
    std::unique_ptr<Desktop> m_desktop;
    ReviewPage *m_page = nullptr;
};

/// What a victim said before it was killed at once after its step number `last`.
QStringList killedAfter(int last, const QString &folder)
{
    QProcess victim;
    victim.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    victim.start(QCoreApplication::applicationFilePath(), {u"--victim"_s, folder});
    QByteArray said;
    while (said.count('\n') < last + 1) { // and the word about what it recovered
        if (!victim.waitForReadyRead(60'000))
            return {};
        said += victim.readAllStandardOutput();
    }
    victim.kill(); // SIGKILL
    if (!victim.waitForFinished() || victim.exitStatus() != QProcess::CrashExit)
        return {};
    said += victim.readAllStandardOutput();
    said.truncate(said.lastIndexOf('\n'));
    return QString::fromUtf8(said).split(u'\n');
}

} // namespace

int beVictim(QApplication &application, const QString &folder)
{
    return Victim(application, folder).live();
}

void TestKillDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-killdesktop"_s);
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    SeasonOptions season;
    season.count = people;
    const Done imported = importDemoSeason(m_folder.path(), season, *book, demoClock((*book)->pack(), systemClock()));
    QVERIFY2(imported, imported ? "" : imported.error().detail.c_str());
}

void TestKillDesktop::whatIsTypedIsKeptWithinTwoSeconds()
{
    QVERIFY(SessionJournal::pause <= std::chrono::seconds(2)); // from the first key on, not from the last
}

void TestKillDesktop::nothingAcknowledgedIsLost_data()
{
    QTest::addColumn<int>("steps");
    for (int steps = 1; steps <= mostSteps; ++steps)
        QTest::addRow("killed after step %d", steps) << steps;
}

void TestKillDesktop::nothingAcknowledgedIsLost()
{
    QFETCH(const int, steps);
    const QStringList said = killedAfter(steps, m_folder.path());
    QVERIFY2(said.size() >= steps + 1, qPrintable(said.join(u" · "_s)));
    // what the one before had typed stood in its answer again
    QCOMPARE(said.front(), u"recovered "_s + m_typed);
    m_typed.clear();
    for (const QString &line : said.mid(1)) {
        const QString what = line.section(u' ', 1);
        if (line.startsWith("decided"_L1))
            m_decided.insert(what);
        m_typed = line.startsWith("kept"_L1) ? what : QString();
    }
    const auto store = Store::open({.folder = m_folder.path().toStdString(), .codec = {}});
    QVERIFY(store);
    for (const QString &file : m_decided) {
        const Result<ApplicationState> state = (*store)->state(ApplicationId{file.toStdString()});
        QVERIFY(state);
        QCOMPARE(state->review.phase, Phase::Doubtful);
    }
    const Result<LogVerdict> verdict = verifyLog((*store)->databasePath());
    QVERIFY(verdict && verdict->isGood());
    const QString kept = SessionJournal::read(m_folder.path()).review.draft.note;
    QVERIFY2(kept.startsWith(m_typed), qPrintable(kept));
    // A letter more may have been kept than was said; what was decided meanwhile is not offered again.
    m_typed = said.back().startsWith("decided"_L1) ? QString() : kept;
}

} // namespace zsb

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments.at(1) == "--victim"_L1) {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setApplicationName(u"zsb-tst-killdesktop-victim"_s);
        return zsb::beVictim(application, arguments.at(2));
    }
    zsb::TestKillDesktop test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killdesktop.moc"
