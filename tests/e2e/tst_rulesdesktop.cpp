#include "core/policy/packfiles.h"
#include "tests/e2e/officedesktop.h"
#include "tests/e2e/servedseason.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb::test {

/// SYNC.md P.8, with the real service over TLS: the rules of a season are changed at the service alone.
class TestRulesDesktop : public QObject
{
    Q_OBJECT

private slots:
    void theRulesOfTheServiceAreTakenUp();

private:
    /// The pack of the product as it was an edition ago.
    [[nodiscard]] QString earlierPack() const
    {
        Result<PackFiles> files = readPackFiles(std::string(ZSB_SOURCE_DIR) + "/resources/policies/nm-2023");
        const std::string folder = m_folder.filePath(u"earlier"_s).toStdString();
        std::string &pack = files->at("pack.json");
        pack.replace(pack.find("\"2023.1\""), 8, "\"2023.0\"");
        return writePackFiles(folder, *files) ? QString::fromStdString(folder) : QString();
    }

    QTemporaryDir m_folder;
};

void TestRulesDesktop::theRulesOfTheServiceAreTakenUp()
{
    forgetSettings(u"zsb-tst-rulesdesktop"_s);
    ServerProcess server(m_folder.filePath(u"server"_s));
    const auto book = serveTable(server, freshDatabase(server.folder()), m_folder.filePath(u"source"_s), 6);
    QVERIFY(book);
    const StaffSecrets staff = addStaff(server, u"desk"_s, u"包主任"_s, {u"school"_s, u"province"_s});
    OfficeDesktop desk(m_folder.filePath(u"desk"_s), systemClock(), {}, earlierPack());
    QVERIFY(desk.enrol(server));
    QVERIFY(desk.signIn(staff));
    QVERIFY(desk.desktop().season()->book->pack().hash != book->pack().hash);
    QTRY_COMPARE_WITH_TIMEOUT(desk.session().status().rules, RulesState::Ready, deskPatience);
    const auto isTold = [&desk] {
        const auto *notice = desk.part<QLabel>("notice");
        return notice && notice->text().contains(u"换用新规则包"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), deskPatience);

    QAction *takeUp = desk.desktop().actions().action("sync.rules");
    QVERIFY(takeUp->isEnabled());
    takeUp->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(desk.part<QPushButton>("signInGo"), deskPatience);
    const QSignalSpy opened(&desk.desktop(), &Desktop::seasonOpened);
    desk.typeSecrets(staff, systemClock()() + std::chrono::seconds(30)); // each code is good once
    desk.part<QPushButton>("signInGo")->click();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, deskPatience);
    QCOMPARE(desk.desktop().season()->book->pack().hash, book->pack().hash);
    QTRY_VERIFY_WITH_TIMEOUT(desk.session().status().mood == SyncMood::UpToDate, deskPatience);
    QCOMPARE(desk.session().status().rules, RulesState::Same);
    QVERIFY(!desk.desktop().actions().action("sync.rules")->isEnabled());

    QVERIFY(desk.claim(1));
    QVERIFY(desk.hasPictures());
    const ApplicationId file =
        desk.store()
            .queue({.claim = ClaimFilter::Mine, .actor = desk.desktop().reviewer(), .now = systemClock()()}, {}, 1)
            ->entries.front()
            .id;
    QVERIFY(desk.approve(file));
    QVERIFY(desk.allSent());
    QVERIFY(desk.reconciles());
}

} // namespace zsb::test

QTEST_MAIN(zsb::test::TestRulesDesktop)
#include "tst_rulesdesktop.moc"
