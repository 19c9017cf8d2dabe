#include "tests/e2e/officedesktop.h"
#include "ui/sync/syncpage.h"

#include <QDir>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb::test {

/// What a desk does for candidates after they have handed in, with the real service over TLS, worked by what is on the
/// screen.
class TestTasksDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aMajorIsChosenAfterApproval();
    void cleanupTestCase();

private:
    [[nodiscard]] ApplicationId fileOf(const std::string &type, Phase phase);
    [[nodiscard]] bool approve(const ApplicationId &id);
    [[nodiscard]] bool choose(const ApplicationId &id);
    [[nodiscard]] QString cell(int column) const;
    [[nodiscard]] QTableView *table() const { return m_desk->part<QTableView>("tasksFound"); }
    void trigger(const char *action) { m_desk->desktop().actions().action(action)->trigger(); }

    static constexpr int people = 60;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<OfficeDesktop> m_desk;
};

void TestTasksDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-tasksdesktop"_s);
    const auto book = openRuleBook(defaultPack());
    QVERIFY(book);
    SeasonOptions season;
    season.count = people;
    season.seed = 7;
    season.flawedShare = 0;
    const QString source = m_folder.filePath(u"source"_s);
    QVERIFY(QDir().mkpath(source));
    QVERIFY(makeSeason((*book)->pack(), season, source.toStdString()));
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QCOMPARE(m_server->run({u"init"_s}).code, 0);
    QCOMPARE(m_server->run({u"import"_s, source + u"/season.csv"_s, u"--files"_s, source}).code, 0);
    QVERIFY(m_server->start());
    const StaffSecrets staff = addStaff(*m_server, u"desk"_s, u"包主任"_s, {u"county"_s, u"province"_s});
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"desk"_s));
    QVERIFY(m_desk->enrol(*m_server));
    QVERIFY(m_desk->signIn(staff));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->files(), std::int64_t(people), deskPatience);
}

ApplicationId TestTasksDesktop::fileOf(const std::string &type, Phase phase)
{
    const auto page = m_desk->store().queue({.phases = {std::string(idOf(phase))}, .types = {type}}, {}, 1);
    return page && !page->entries.empty() ? page->entries.front().id : ApplicationId();
}

bool TestTasksDesktop::approve(const ApplicationId &id)
{
    if (!m_desk->open(id))
        return false;
    const auto isHere = [&] {
        const auto pictures = picturesOf(m_desk->store().state(id).value());
        return std::ranges::all_of(pictures,
                                   [&](const std::string &sha256) { return m_desk->store().blobs().contains(sha256); });
    };
    return QTest::qWaitFor(isHere, deskPatience) && m_desk->approve(id);
}

/// Selects the file in the list, once it is there.
bool TestTasksDesktop::choose(const ApplicationId &id)
{
    trigger("sync.tasks");
    auto *search = m_desk->part<QLineEdit>("tasksText");
    if (!search)
        return false;
    const QString number = QString::fromStdString(m_desk->store().state(id)->applicationNo);
    search->setText(number);
    return QTest::qWaitFor([&] { return table()->model()->rowCount() == 1 && cell(0) == number; }, deskPatience);
}

QString TestTasksDesktop::cell(int column) const
{
    return table()->model()->index(0, column).data().toString();
}

/// A1.4.3.3: chosen at the desk out of what the junior major may intend, accepted by the service.
void TestTasksDesktop::aMajorIsChosenAfterApproval()
{
    const ApplicationId file = fileOf("X2", Phase::InReview);
    QVERIFY(!file.isEmpty());
    QVERIFY2(approve(file), qPrintable(m_desk->review().obstacles()));
    QVERIFY(choose(file));
    QCOMPARE(cell(5), u"待办"_s);
    trigger("sync.tasks.major");
    auto *list = m_desk->part<QTableView>("majorList");
    QVERIFY(list);
    QVERIFY(list->model()->rowCount() > 0);
    list->selectRow(list->model()->rowCount() - 1);
    const QString major = list->model()->index(list->currentIndex().row(), 1).data().toString();
    m_desk->part<QPushButton>("majorAccept")->click();
    QTRY_COMPARE_WITH_TIMEOUT(cell(3), u"已选：%1"_s.arg(major), deskPatience);
    QVERIFY(m_desk->allSent());
    QTRY_COMPARE_WITH_TIMEOUT(cell(5), SyncWords::outcome("accepted"), deskPatience);
    QVERIFY(m_desk->reconciles());
    QVERIFY(m_desk->store().state(file)->majorChosenAt);
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);
}

void TestTasksDesktop::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestTasksDesktop)
#include "tst_tasksdesktop.moc"
