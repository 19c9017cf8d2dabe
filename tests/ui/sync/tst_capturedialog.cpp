#include "tests/support/qrreader.h"
#include "ui/sync/capturedialog.h"
#include "ui/sync/qrcode.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace zsb {

/// 手机采集 at the desk (A1.6.1–A1.6.3): the code of a one-time link, and what the candidate's phone has done.
class TestCaptureDialog : public QObject
{
    Q_OBJECT

private slots:
    void theCodeIsWholeAndQuietAround();
    void itAsksForALinkAndShowsIt();
    void itFollowsThePhoneUntilItIsCollected();
    void anotherFilesNewsChangeNothing();
    void whoMayNotIsToldAndMayTryAgain();
    void aLinkWithoutTriesIsOver();
    void anExpiredLinkIsNotShownAnyMore();
    void aLookThatFailsLeavesTheCode();

private:
    [[nodiscard]] static CaptureReport link()
    {
        return {.file = {"app-1"},
                .isLink = true,
                .state = {.path = "/c/abc", .application = {"app-1"}, .expires = Instant(1h), .triesLeft = 20}};
    }
    [[nodiscard]] static CaptureReport watched()
    {
        CaptureReport report = link();
        report.isLink = false;
        report.state.path.clear();
        return report;
    }
    /// A dialog that has got its link.
    struct Open
    {
        CaptureDialog dialog{u"https://zsb.test:8443"_s, {"app-1"}, [](Instant) { return u"9:15"_s; }};

        Open()
        {
            dialog.show();
            dialog.take(link());
        }
        [[nodiscard]] QString said() const { return dialog.findChild<QLabel *>(u"captureSaid"_s)->text(); }
        [[nodiscard]] QPushButton *button(const QString &name) const { return dialog.findChild<QPushButton *>(name); }
    };
};

void TestCaptureDialog::theCodeIsWholeAndQuietAround()
{
    const QImage code = qrCode(u"https://zsb.test:8443/c/abc"_s, 3);
    QCOMPARE(code.width() % 3, 0);
    const int modules = code.width() / 3 - 8;
    QCOMPARE((modules - 21) % 4, 0); // ISO/IEC 18004: 21 modules, four more with each version
    const auto isDark = [&code](int x, int y) { return qGray(code.pixel((x + 4) * 3 + 1, (y + 4) * 3 + 1)) < 128; };
    for (const QPoint corner : {QPoint(0, 0), QPoint(modules - 7, 0), QPoint(0, modules - 7)}) {
        for (int y = 0; y < 7; ++y) {
            for (int x = 0; x < 7; ++x) { // a finder pattern: a ring, a gap, a block
                const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
                QCOMPARE(isDark(corner.x() + x, corner.y() + y), ring != 2);
            }
        }
    }
    for (int i = -4; i < modules + 4; ++i)
        QVERIFY(!isDark(i, -1) && !isDark(-1, i) && !isDark(i, modules) && !isDark(modules, i));
    QVERIFY(qrCode(QString(5000, u'x'), 3).isNull());
}

void TestCaptureDialog::itAsksForALinkAndShowsIt()
{
    CaptureDialog dialog(u"https://zsb.test:8443"_s, {"app-1"}, [](Instant) { return u"9:15"_s; });
    const QSignalSpy wanted(&dialog, &CaptureDialog::linkWanted);
    dialog.show();
    QCOMPARE(wanted.size(), 1);
    auto *copy = dialog.findChild<QPushButton *>(u"captureCopy"_s);
    QVERIFY(!copy->isEnabled());
    dialog.take(link());
    QCOMPARE(test::readQr(dialog.grab().toImage()), u"https://zsb.test:8443/c/abc"_s);
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"https://zsb.test:8443/c/abc"_s);
    const QString until = dialog.findChild<QLabel *>(u"captureUntil"_s)->text();
    QVERIFY2(until.contains(u"9:15"_s) && until.contains(u"20"_s), qPrintable(until));
}

void TestCaptureDialog::itFollowsThePhoneUntilItIsCollected()
{
    Open open;
    const QSignalSpy asked(&open.dialog, &CaptureDialog::watchWanted);
    QTRY_VERIFY_WITH_TIMEOUT(asked.size() >= 1, 10'000);
    QVERIFY(open.said().contains(u"等待扫码"_s));
    CaptureReport report = watched();
    report.state.opened = Instant(1min);
    open.dialog.take(report);
    QVERIFY(open.said().contains(u"已打开"_s));
    const QSignalSpy collected(&open.dialog, &CaptureDialog::collected);
    report.state.collected = Instant(2min);
    open.dialog.take(report);
    open.dialog.take(report);
    QCOMPARE(collected.size(), 1);
    QVERIFY(open.said().contains(u"已采集"_s));
    QVERIFY(!open.button(u"captureCopy"_s)->isEnabled() && !open.button(u"captureAgain"_s)->isEnabled());
}

void TestCaptureDialog::anotherFilesNewsChangeNothing()
{
    Open open;
    CaptureReport report = watched();
    report.file = {"app-2"};
    report.state.collected = Instant(2min);
    open.dialog.take(report);
    open.dialog.take({.file = {"app-2"}, .isLink = true, .problem = "forbidden-scope"});
    QVERIFY(open.said().contains(u"等待扫码"_s));
}

void TestCaptureDialog::whoMayNotIsToldAndMayTryAgain()
{
    Open open;
    const QSignalSpy wanted(&open.dialog, &CaptureDialog::linkWanted);
    open.dialog.take({.file = {"app-1"}, .isLink = true, .problem = "forbidden-scope"});
    QVERIFY(open.said().contains(u"岗位"_s));
    open.button(u"captureAgain"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(open.dialog.findChild<QLabel *>(u"captureCode"_s)->pixmap().isNull());
}

void TestCaptureDialog::aLinkWithoutTriesIsOver()
{
    Open open;
    CaptureReport report = watched();
    report.state.triesLeft = 0;
    open.dialog.take(report);
    QVERIFY(open.said().contains(u"次数已用完"_s));
    QVERIFY(open.button(u"captureAgain"_s)->isEnabled());
}

void TestCaptureDialog::anExpiredLinkIsNotShownAnyMore()
{
    Open open;
    auto *end = open.dialog.findChild<QTimer *>(u"captureEnd"_s);
    QVERIFY(end && end->isActive());
    QCOMPARE(end->intervalAsDuration(), std::chrono::milliseconds(std::chrono::minutes(CaptureDialog::minutes)));
    end->start(0);
    QTRY_VERIFY_WITH_TIMEOUT(open.said().contains(u"已过期"_s), 10'000);
    QVERIFY(open.dialog.findChild<QLabel *>(u"captureCode"_s)->pixmap().isNull());
    QVERIFY(!open.button(u"captureCopy"_s)->isEnabled() && open.button(u"captureAgain"_s)->isEnabled());
}

void TestCaptureDialog::aLookThatFailsLeavesTheCode()
{
    Open open;
    open.dialog.take({.file = {"app-1"}, .problem = "offline"});
    QVERIFY(!open.said().contains(u"没有给出链接"_s));
    QVERIFY(!open.dialog.findChild<QLabel *>(u"captureCode"_s)->pixmap().isNull());
    open.dialog.take(watched());
    QVERIFY(open.said().contains(u"等待扫码"_s));
}

} // namespace zsb

QTEST_MAIN(zsb::TestCaptureDialog)
#include "tst_capturedialog.moc"
