#include "tests/e2e/officedesktop.h"
#include "tests/e2e/servedseason.h"
#include "ui/sync/syncpage.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb::test {

/// One who graduates this year says that a prize has no certificate yet.
[[nodiscard]] bool awaitCertificate(const QString &path, const Pack &pack)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    file.close();
    const std::string_view id = fieldId(Field::AwardPending);
    const qsizetype column = lines.front().split(u',').indexOf(QString::fromUtf8(id.data(), qsizetype(id.size())));
    const QString type = QString::fromStdString(pack.type("N1")->name.zh);
    for (QString &line : lines) {
        QStringList cells = line.split(u',');
        if (column < 0 || line.contains(u'"') || !cells.contains(type))
            continue;
        cells[column] = u"1"_s;
        line = cells.join(u',');
        return file.open(QIODevice::WriteOnly) && file.write(lines.join(u'\n').toUtf8()) > 0;
    }
    return false;
}

/// What a desk does for candidates after they have handed in, with the real service over TLS, worked by what is on the
/// screen.
class TestTasksDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aMajorIsChosenAfterApproval();
    void aTypeIsChangedOnRequest();
    void anAwardThatCameLaterIsAnsweredByAnother();
    void noticesAreReadByKey();
    void cleanupTestCase();

private:
    [[nodiscard]] ApplicationId fileOf(const std::string &type, Phase phase);
    [[nodiscard]] bool approve(const ApplicationId &id);
    [[nodiscard]] bool choose(const ApplicationId &id);
    [[nodiscard]] QString cell(int column) const;
    [[nodiscard]] QTableView *table() const { return m_desk->part<QTableView>("tasksFound"); }
    void trigger(const char *action) { m_desk->desktop().actions().action(action)->trigger(); }
    void pick(const char *kind) const;
    void goToTheOther();
    [[nodiscard]] bool answerSays(const QString &words) const;
    [[nodiscard]] bool proofComesOnceItIsThere(const std::string &sha256);

    static constexpr int people = 60;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<OfficeDesktop> m_desk;
    std::unique_ptr<OfficeDesktop> m_other;
};

void TestTasksDesktop::initTestCase()
{
    forgetSettings(u"zsb-tst-tasksdesktop"_s);
    const QString source = m_folder.filePath(u"source"_s);
    const auto book = makeTable(source, people);
    QVERIFY(book);
    QVERIFY(awaitCertificate(source + u"/season.csv"_s, book->pack()));
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QCOMPARE(initServer(*m_server, freshDatabase(m_server->folder())).code, 0);
    QCOMPARE(importTable(*m_server, source).code, 0);
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

void TestTasksDesktop::pick(const char *kind) const
{
    m_desk->desktop().window().showPage(u"sync"_s);
    m_desk->desktop().syncPage()->showTab(u"tasks"_s);
    auto *kinds = m_desk->part<QComboBox>("tasksKind");
    kinds->setCurrentIndex(kinds->findText(QString::fromUtf8(kind)));
}

/// What is on a screen is looked for in every window that shows.
void TestTasksDesktop::goToTheOther()
{
    m_desk->desktop().window().hide();
    std::swap(m_desk, m_other);
    m_desk->desktop().window().show();
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

/// A1.4.1.6: done at once, and the service agrees.
void TestTasksDesktop::aTypeIsChangedOnRequest()
{
    const ApplicationId file = fileOf("X1", Phase::InReview);
    QVERIFY(!file.isEmpty());
    pick("变更考生类型");
    QVERIFY(choose(file));
    trigger("sync.tasks.change");
    auto *note = m_desk->part<QLineEdit>("changeNote");
    QVERIFY(note);
    QVERIFY(m_desk->part<QLabel>("changeNeeds")->text().contains(u"不需要凭证"_s));
    note->setText(u"本人放弃免试资格"_s);
    m_desk->part<QPushButton>("changeAccept")->click();
    QTRY_VERIFY_WITH_TIMEOUT(cell(3).startsWith(u"已变更"_s), deskPatience);
    QVERIFY(m_desk->allSent());
    QTRY_COMPARE_WITH_TIMEOUT(cell(5), SyncWords::outcome("accepted"), deskPatience);
    QCOMPARE(m_desk->store().state(file)->typeId, std::string("N1"));
    QVERIFY(m_desk->reconciles());
}

bool TestTasksDesktop::answerSays(const QString &words) const
{
    const auto *said = m_desk->part<QLabel>("answerPicture");
    return said && QTest::qWaitFor([&] { return said->text().contains(words); }, deskPatience);
}

/// The service has lost it, then there is no service; each is said, and asking again is one button.
bool TestTasksDesktop::proofComesOnceItIsThere(const std::string &sha256)
{
    const BlobStore there(m_folder.filePath(u"server/blobs"_s).toStdString());
    const QString path = QString::fromStdString(there.path(sha256));
    if (!QFile::rename(path, path + u".away"_s))
        return false;
    trigger("sync.tasks.answer");
    if (!answerSays(u"服务器没有这个文件"_s))
        return false;
    m_server->kill();
    m_desk->part<QPushButton>("answerAgain")->click();
    if (!answerSays(SyncWords::trouble(SyncTrouble::Tcp)) || !QFile::rename(path + u".away"_s, path))
        return false;
    if (!m_server->start({u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_server->port())}))
        return false;
    m_desk->part<QPushButton>("answerAgain")->click();
    const auto *picture = m_desk->part<QLabel>("answerPicture");
    return QTest::qWaitFor([&] { return !picture->pixmap().isNull(); }, deskPatience);
}

/// A1.4.3.4: asked with the certificate, not to be answered by whoever asked, answered by a supervisor elsewhere.
void TestTasksDesktop::anAwardThatCameLaterIsAnsweredByAnother()
{
    const auto page = m_desk->store().queue({.phases = {"in-review"}, .types = {"N1"}}, {}, people);
    QVERIFY(page);
    const auto pending = std::ranges::find_if(page->entries, [this](const QueueEntry &entry) {
        const ApplicationState state = m_desk->store().state(entry.id).value();
        const auto flag = state.fields.find(Field::AwardPending);
        return flag != state.fields.end() && flag->second == "1";
    });
    QVERIFY(pending != page->entries.end());
    const ApplicationId file = pending->id;
    const StaffSecrets staff = addStaff(*m_server, u"boss"_s, u"赵督导"_s, {u"school"_s, u"supervisor"_s});
    m_desk->desktop().window().hide();
    m_other = std::move(m_desk);
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"boss"_s));
    QVERIFY(m_desk->enrol(*m_server));
    QVERIFY(m_desk->signIn(staff));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->files(), std::int64_t(people), deskPatience);
    QVERIFY2(approve(file), qPrintable(m_desk->review().obstacles()));
    QVERIFY(m_desk->allSent());
    goToTheOther();
    QVERIFY(m_desk->allSent());
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->store().state(file)->decisions.empty(), deskPatience);
    QVERIFY2(approve(file), qPrintable(m_desk->review().obstacles()));
    const QString scan = m_folder.filePath(u"award.jpg"_s);
    QVERIFY(QImage(600, 800, QImage::Format_RGB32).save(scan, "JPG"));
    m_desk->choosePath(scan);
    pick("变更考生类型");
    QVERIFY(choose(file));
    trigger("sync.tasks.change");
    m_desk->part<QLineEdit>("changeNote")->setText(u"获奖证书已经发放"_s);
    m_desk->part<QPushButton>("changeAdd")->click();
    m_desk->part<QPushButton>("changeAccept")->click();
    QTRY_VERIFY_WITH_TIMEOUT(cell(3).startsWith(u"等待答复"_s), deskPatience);
    trigger("sync.tasks.answer"); // four eyes
    QVERIFY(m_desk->part<QPushButton>("answerAccept"));
    m_desk->part<QPushButton>("answerAccept")->click();
    QVERIFY(!m_desk->part<QLabel>("answerSaid")->text().isEmpty());
    m_desk->part<QPushButton>("answerCancel")->click();
    QVERIFY(m_desk->allSent());

    goToTheOther();
    QVERIFY(m_desk->allSent());
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk->store().state(file)->conversions.empty(), deskPatience);
    pick("答复变更申请");
    QVERIFY(choose(file));
    QVERIFY(proofComesOnceItIsThere(m_desk->store().state(file)->conversions.back().attachments.front().sha256));
    m_desk->part<QPushButton>("answerAccept")->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->store().state(file)->typeId, std::string("X4"), deskPatience);
    QVERIFY(m_desk->allSent());
    QVERIFY(m_desk->reconciles());
    QTRY_COMPARE_WITH_TIMEOUT(cell(5), SyncWords::outcome("accepted"), deskPatience);
    QCOMPARE(m_server->run({u"verify-log"_s}).code, 0);
}

/// A1.4.1.0: the eight of the pack, each as a whole, and those of the service.
void TestTasksDesktop::noticesAreReadByKey()
{
    trigger("sync.notices");
    auto *notices = m_desk->part<QTableView>("noticesOfPack");
    QVERIFY(notices);
    QCOMPARE(notices->model()->rowCount(), 8);
    QCOMPARE(notices->model()->index(7, 1).data().toString(), u"A1.4.1.8"_s);
    notices->setFocus();
    QTest::keyClick(notices, Qt::Key_Down);
    QCOMPARE(m_desk->part<QLabel>("noticeWhole")->text(), notices->model()->index(1, 2).data().toString());
    QCOMPARE(audit::unnamedWidgets(m_desk->desktop().window()), QStringList());
    QCOMPARE(audit::truncatedTexts(m_desk->desktop().window()), QStringList());
    const auto *said = m_desk->part<QLabel>("noticesSaid");
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"服务器没有给您的通知"_s), deskPatience);
}

void TestTasksDesktop::cleanupTestCase()
{
    m_other.reset();
    m_desk.reset();
    m_server.reset();
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestTasksDesktop)
#include "tst_tasksdesktop.moc"
