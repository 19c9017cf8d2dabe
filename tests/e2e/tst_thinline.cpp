#include "core/protocol/blobs.h"
#include "tests/e2e/officedesktop.h"
#include "tests/e2e/servedseason.h"
#include "ui/sync/linepane.h"
#include "ui/sync/syncpage.h"

#include <QComboBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb::test {

/// docs/decisions/0012 with the real service and the program's own windows: a desktop on a metered line gets previews
/// and the originals of the file that is open.
class TestThinLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aMeteredDesktopThatClaimsGetsNothingLarge();
    void openingAFileBringsItsOriginals();
    void cleanupTestCase();

private:
    [[nodiscard]] std::vector<QueueEntry> mine() const
    {
        return claimedFiles(m_desk->store(), m_desk->desktop().reviewer(), systemClock()()).value();
    }
    [[nodiscard]] ApplicationState state(const ApplicationId &id) const { return m_desk->store().state(id).value(); }
    [[nodiscard]] bool isHere(const std::string &sha256) const { return m_desk->store().blobs().contains(sha256); }
    [[nodiscard]] bool isWhole(const ApplicationId &id) const
    {
        return std::ranges::all_of(picturesOf(state(id)), [this](const auto &sha256) { return isHere(sha256); });
    }

    static constexpr int people = 24;
    static constexpr int batch = 6;

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    StaffSecrets m_first;
    std::unique_ptr<OfficeDesktop> m_desk;
    std::set<std::string> m_previewed;
    std::set<ApplicationId> m_opened; ///< by whomever: the workbench opens the first of its queue
};

void TestThinLine::initTestCase()
{
    forgetSettings(u"zsb-tst-thinline"_s);
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QVERIFY(serveTable(*m_server, freshDatabase(m_server->folder()), m_folder.filePath(u"source"_s), people));
    m_first = addStaff(*m_server, u"first"_s, u"王初审"_s, {u"school"_s});
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"a"_s));
    QVERIFY(m_desk->enrol(*m_server));
    QVERIFY(m_desk->signIn(m_first));
    connect(&m_desk->session(), &SyncSession::previewed, this,
            [this](const std::string &sha256, const std::string &) { m_previewed.insert(sha256); });
    const auto note = [this] { m_opened.insert(m_desk->review().file().state.id); };
    connect(&m_desk->review(), &ReviewController::fileChanged, this, note);
    note();
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->files(), std::int64_t(people), deskPatience);
}

void TestThinLine::aMeteredDesktopThatClaimsGetsNothingLarge()
{
    m_desk->desktop().window().showPage(u"sync"_s);
    m_desk->desktop().syncPage()->showTab(u"files"_s);
    auto *metered = m_desk->part<QComboBox>("lineMetered");
    QVERIFY(metered);
    QTest::keyClick(metered, Qt::Key_Down); // always
    QVERIFY2(m_desk->claim(batch), qPrintable(QString::number(m_desk->mine())));
    const auto hasLight = [this] {
        return std::ranges::all_of(mine(), [this](const QueueEntry &entry) {
            const ApplicationState file = state(entry.id);
            return isHere(file.portrait->sha256) && std::ranges::all_of(file.materials, [this](const auto &slot) {
                       return isHere(slot.second.front().sha256) || m_previewed.contains(slot.second.front().sha256);
                   });
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasLight(), deskPatience);
    const Instant before = m_desk->session().status().lastContact;
    m_desk->session().hurry(); // rows and answers ask for nothing more
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->session().status().lastContact > before, deskPatience);
    int large = 0;
    for (const QueueEntry &entry : mine()) {
        const ApplicationState file = state(entry.id);
        if (m_opened.contains(entry.id))
            continue;
        for (const auto &[slot, attachments] : file.materials) {
            const Attachment &scan = attachments.front();
            if (scan.facts.bytes <= longestPreviewBytes)
                continue;
            QVERIFY2(!isHere(scan.sha256), slot.c_str());
            ++large;
        }
    }
    QVERIFY(large > 0);
}

void TestThinLine::openingAFileBringsItsOriginals()
{
    const auto away = [this](const QueueEntry &entry) { return !isWhole(entry.id); };
    const std::vector<QueueEntry> files = mine();
    const auto file = std::ranges::find_if(files, away);
    QVERIFY(file != files.end());
    QVERIFY(m_desk->open(file->id));
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(file->id), deskPatience);
}

void TestThinLine::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestThinLine)
#include "tst_thinline.moc"
