#include "core/protocol/blobs.h"
#include "tests/e2e/lineclient.h"
#include "tests/e2e/officedesktop.h"
#include "tests/e2e/servedseason.h"
#include "tests/support/shapedrelay.h"
#include "ui/sync/linepane.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/look.h"

#include <QComboBox>
#include <QDirIterator>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace zsb::test {
namespace {

/// The drawn scans are mostly no larger than a preview. These are as those of a camera: nothing in them is even.
[[nodiscard]] bool makeLarge(const QString &folder)
{
    std::minstd_rand random(7);
    int made = 0;
    for (QDirIterator scans(folder + u"/materials"_s, {u"*-id_card*.jpg"_s}); scans.hasNext(); ++made) {
        const QString path = scans.next();
        QImage scan = QImage(path).convertToFormat(QImage::Format_RGB888);
        for (int y = 0; y < scan.height(); ++y) {
            uchar *line = scan.scanLine(y);
            for (int i = 0; i < 3 * scan.width(); ++i)
                line[i] = uchar(line[i] ^ (random() & 31U));
        }
        if (scan.isNull() || !scan.save(path, "JPG", 90) || QFileInfo(path).size() <= longestPreviewBytes)
            return false;
    }
    return made > 0;
}

/// The scan that was made large; empty: a file without one.
[[nodiscard]] std::string cardOf(const ApplicationState &state)
{
    const auto card = state.materials.find("id_card");
    return card == state.materials.end() ? std::string() : card->second.front().sha256;
}

} // namespace

/// docs/decisions/0012 with the real service and the program's own windows: a desktop on a metered line gets previews
/// and the originals of the file that is open; what is decided on previews counts; what does not come says why.
class TestThinLine : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aMeteredDesktopThatClaimsGetsNothingLarge();
    void openingAFileBringsItsOriginals();
    void whatWasDecidedOnAPreviewWithoutALineIsAccepted();
    void anOriginalTheServiceHasLostSaysWhy();
    void theLimitHoldsOnTheLine();
    void cleanupTestCase();

private:
    [[nodiscard]] std::vector<QueueEntry> mine() const
    {
        return claimedFiles(m_desk->store(), m_desk->desktop().reviewer(), systemClock()()).value();
    }
    [[nodiscard]] ApplicationState state(const ApplicationId &id) const { return m_desk->store().state(id).value(); }
    [[nodiscard]] BlobStore there() const { return BlobStore(m_folder.filePath(u"server/blobs"_s).toStdString()); }
    [[nodiscard]] bool isHere(const std::string &sha256) const { return m_desk->store().blobs().contains(sha256); }
    [[nodiscard]] bool isWhole(const ApplicationId &id) const
    {
        return std::ranges::all_of(picturesOf(state(id)), [this](const auto &sha256) { return isHere(sha256); });
    }
    /// One that is held and has never been open.
    [[nodiscard]] ApplicationId unopened() const;
    [[nodiscard]] bool lookAt(const std::string &scan);
    [[nodiscard]] QString caption() const { return m_desk->part<ElidedLabel>("pictureCaption")->fullText(); }
    [[nodiscard]] bool enterLine(const ShapedRelay &relay, LineAccess &access) const;

    static constexpr int people = 12;
    static constexpr int batch = 6;

    QTemporaryDir m_folder;
    std::shared_ptr<const RuleBook> m_book;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<OfficeDesktop> m_desk;
    std::chrono::seconds m_ahead{}; ///< of the desktop's clock
    std::set<std::string> m_previewed;
    std::set<ApplicationId> m_opened; ///< by whomever: the workbench opens the first of its queue
};

void TestThinLine::initTestCase()
{
    forgetSettings(u"zsb-tst-thinline"_s);
    const QString source = m_folder.filePath(u"source"_s);
    m_book = makeTable(source, people);
    QVERIFY(m_book);
    QVERIFY(makeLarge(source));
    m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"server"_s));
    QCOMPARE(initServer(*m_server, freshDatabase(m_server->folder())).code, 0);
    QCOMPARE(importTable(*m_server, source).code, 0);
    QVERIFY(m_server->start());
    const StaffSecrets first = addStaff(*m_server, u"first"_s, u"王初审"_s, {u"school"_s});
    m_desk = std::make_unique<OfficeDesktop>(m_folder.filePath(u"a"_s),
                                             [this, real = systemClock()] { return real() + m_ahead; });
    QVERIFY(m_desk->enrol(*m_server));
    QVERIFY(m_desk->signIn(first));
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
    QVERIFY(large >= 3); // of those that are opened below each has one
}

ApplicationId TestThinLine::unopened() const
{
    const std::vector<QueueEntry> files = mine();
    const auto file = std::ranges::find_if(files, [this](const QueueEntry &entry) {
        const std::string card = cardOf(state(entry.id));
        return !m_opened.contains(entry.id) && !card.empty() && !isHere(card);
    });
    return file == files.end() ? ApplicationId() : file->id;
}

bool TestThinLine::lookAt(const std::string &scan)
{
    const MaterialsModel &materials = m_desk->review().materials();
    for (int row = 0; row < materials.rowCount(); ++row) {
        if (materials.at(row).sha256 != scan)
            continue;
        m_desk->review().showPicture(row);
        return m_desk->review().shownPicture() == scan;
    }
    return false;
}

void TestThinLine::openingAFileBringsItsOriginals()
{
    const ApplicationId file = unopened();
    QVERIFY(!file.isEmpty());
    QVERIFY(m_desk->open(file));
    QTRY_VERIFY_WITH_TIMEOUT(isWhole(file), deskPatience);
}

/// It cannot be approved, but refused; the service takes that as any other decision.
void TestThinLine::whatWasDecidedOnAPreviewWithoutALineIsAccepted()
{
    const ApplicationId file = unopened();
    QVERIFY(!file.isEmpty());
    const std::string scan = cardOf(state(file));
    m_server->kill();
    QVERIFY(m_desk->open(file));
    QVERIFY(lookAt(scan));
    QTRY_VERIFY_WITH_TIMEOUT(caption().contains(u"预览，原图未下载"_s), deskPatience);
    QVERIFY(!m_desk->desktop().actions().action("review.approve")->isEnabled());
    QVERIFY(m_desk->review().whyNotApproved().contains(u"看预览不算看过"_s));
    QVERIFY(m_desk->refuse(file));
    QVERIFY(!isHere(scan));
    m_ahead += std::chrono::seconds(m_book->pack().review.hold) + std::chrono::seconds(1); // nobody takes it back
    QVERIFY(m_server->start({u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_server->port())}));
    QVERIFY(m_desk->allSent());
    const auto look = lookAtSync(m_desk->store(), m_desk->desktop().reviewer(), systemClock()());
    QVERIFY(look);
    const auto sent = std::ranges::find_if(look->ops, [&file](const LookOp &one) {
        return one.file.id == file && std::holds_alternative<Refuse>(one.op.command.body);
    });
    QVERIFY(sent != look->ops.end());
    QCOMPARE(sent->op.outcome, std::string("accepted"));
    QCOMPARE(m_desk->phase(file), Phase::Refused);
    QVERIFY(m_desk->reconciles());
}

void TestThinLine::anOriginalTheServiceHasLostSaysWhy()
{
    const ApplicationId file = unopened();
    QVERIFY(!file.isEmpty());
    const std::string scan = cardOf(state(file));
    QVERIFY(QFile::remove(QString::fromStdString(there().path(scan))));
    QVERIFY(m_desk->open(file));
    QVERIFY(lookAt(scan));
    QTRY_VERIFY_WITH_TIMEOUT(caption().contains(u"预览，原图没有取到：服务器没有这个文件"_s), deskPatience);
    QVERIFY(m_desk->review().whyNotApproved().contains(u"原图没有取到：服务器没有这个文件"_s));
}

/// Somebody else, on a device of their own.
bool TestThinLine::enterLine(const ShapedRelay &relay, LineAccess &access) const
{
    ServerClient device(m_server->folder());
    device.goTo(m_server->port());
    if (!device.enrol(valueBehind(m_server->run({u"enrol"_s}).out, u"device code, once within a day"_s)))
        return false;
    const auto added = m_server->run(
        {u"admin"_s, u"user"_s, u"add"_s, u"second"_s, u"--role"_s, u"school"_s, u"--role"_s, u"province"_s});
    const auto session = device.signIn(added.out, systemClock()());
    if (!session)
        return false;
    access = {"https://localhost:" + std::to_string(relay.port()), device.enrolled(), device.privateKey(), *session};
    return true;
}

/// Counted between the client and the service, with all that goes beside. The client's clock goes on only when there is
/// nothing to wait for but time: what the line itself takes counts nothing.
void TestThinLine::theLimitHoldsOnTheLine()
{
    constexpr std::int64_t limit = 100'000;
    ShapedRelay relay(m_server->port(), {.bytesPerSecond = 100'000'000, .roundTripMs = 0, .lossShare = 0});
    QVERIFY(relay.listen());
    LineAccess access;
    QVERIFY(enterLine(relay, access));
    const auto store = Store::open({.folder = m_folder.filePath(u"b"_s).toStdString()});
    QVERIFY(store);
    Instant now = systemClock()();
    const auto client = LineClient::open(**store, *m_book, access, {}, NetworkSettings().idle, [&now] { return now; });
    QVERIFY(client);
    client->pump();
    QTRY_VERIFY_WITH_TIMEOUT(client->isAtRest() && client->underWay() == 0, deskPatience);

    client->engine().limitPictures(limit);
    std::size_t pictures = 0;
    const auto files = (*store)->queue({}, {}, people);
    QVERIFY(files);
    for (const QueueEntry &entry : files->entries) {
        const std::string card = cardOf((*store)->state(entry.id).value());
        if (card.empty() || !there().contains(card))
            continue;
        client->engine().fetch({card});
        ++pictures;
    }
    QVERIFY(pictures >= 4);
    const qint64 before = relay.counts().back;
    const Instant began = now;
    qint64 paidFor = 0; // the last one is not yet when it is here
    int rounds = 0;
    for (std::size_t arrived = 0; arrived < pictures;) {
        QVERIFY(++rounds < 100);
        paidFor = relay.counts().back - before;
        client->pump();
        QTRY_COMPARE_WITH_TIMEOUT(client->underWay(), 0, deskPatience);
        for (const Fetched &one : client->engine().takeFetched()) {
            QCOMPARE(one.problem, std::string());
            ++arrived;
        }
        if (arrived < pictures)
            now = std::max(now, client->engine().wakeAt(now));
    }
    const double seconds = std::chrono::duration<double>(now - began).count();
    const double rate = double(paidFor) / seconds;
    qInfo("%.0f kB in %.1f s of the client's, %.0f kB a second", double(paidFor) / 1000, seconds, rate / 1000);
    QVERIFY2(std::abs(rate / double(limit) - 1) < 0.2, qPrintable(QString::number(rate)));
}

void TestThinLine::cleanupTestCase()
{
    m_desk.reset();
    m_server.reset();
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestThinLine)
#include "tst_thinline.moc"
