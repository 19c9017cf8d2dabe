#include "tests/support/patience.h"
#include "tests/support/uiaudit.h"
#include "ui/exchange/importcontroller.h"
#include "ui/exchange/importpage.h"
#include "ui/exchange/storeimport.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <semaphore>

using namespace Qt::StringLiterals;
using namespace zsb;

namespace {

/// Answers what the test wants; a dry run may be held until the test lets it go.
class FakeService : public ImportService
{
public:
    bool keeps() const override { return keeping; }
    Result<ImportPreview> preview(const ImportRequest &request) override
    {
        if (request.file.endsWith(".pdf"_L1))
            return Error{ErrorCode::Invalid, "not a table"};
        return ImportPreview{{{u"姓名"_s, u"姓名"_s, u"某人"_s}, {u"备注"_s, {}, u"无"_s}}, {u"手机号"_s}};
    }
    Result<ImportOutcome> dryRun(const ImportRequest &, const TaskContext &context) override
    {
        context.progress(5, 10);
        if (hold)
            gate.acquire();
        if (context.stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}};
        return outcome;
    }
    Result<ImportOutcome> import(const ImportRequest &, const TaskContext &) override
    {
        ++imports;
        return outcome;
    }

    ImportOutcome outcome{6, 2, 1, 1, {{4, u"证件号码"_s, u"校验码不符"_s, Tone::Error}}, 1};
    bool hold = false;
    bool keeping = true;
    std::binary_semaphore gate{0};
    std::atomic<int> imports = 0;
};

class FakePrompts : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &question, std::function<void(const QString &)> then) override
    {
        then(question.filter.isEmpty() ? u"/files"_s : answer);
    }
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()> then) override
    {
        then();
    }
    QString answer = u"/season.csv"_s;
};

struct Bench
{
    Theme theme;
    std::shared_ptr<FakeService> service = std::make_shared<FakeService>();
    FakePrompts prompts;
    TaskRunner tasks;
    ImportController controller{tasks, service};
    ImportPage page{theme, controller, prompts};

    Bench()
    {
        theme.apply(*qApp, ThemeChoice::Light);
        page.resize(1190, 620);
        audit::activate(page);
    }
    [[nodiscard]] QPushButton *button(QLatin1StringView name) const { return page.findChild<QPushButton *>(name); }
    [[nodiscard]] bool reaches(ImportController::Step step) const
    {
        return QTest::qWaitFor([&] { return controller.step() == step; }, testPatience);
    }
};

} // namespace

class TestImportPage : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsMappedTriedAndCommitted();
    void nothingIsCommittedBeforeADryRun();
    void anotherFileStartsOver();
    void cancellingADryRunKeepsTheMapping();
    void aFileThatIsNoTableSaysSo();
    void aTableOfWrongRowsCannotBeCommitted();
    void aDemoSeasonOnlyTriesOut();
    void aRunningImportOutlivesItsController();
    void aCleanTableSaysSo();
    void everyStepPassesTheAudits();
};

void TestImportPage::aFileIsMappedTriedAndCommitted()
{
    Bench desk;
    const QSignalSpy said(&desk.page, &ImportPage::said);
    QTest::mouseClick(desk.button("importChooseFile"_L1), Qt::LeftButton);
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    auto *columns = desk.page.findChild<QTableWidget *>(u"importColumns"_s);
    QCOMPARE(columns->rowCount(), 2);
    QCOMPARE(columns->item(1, 1)->text(), u"不导入"_s);
    QTest::mouseClick(desk.button("importTryOut"_L1), Qt::LeftButton);
    QVERIFY(desk.reaches(ImportController::Step::Tried));
    auto *problems = desk.page.findChild<QTableWidget *>(u"importProblems"_s);
    QCOMPARE(problems->item(0, 2)->text(), u"校验码不符"_s);
    QTest::mouseClick(desk.button("importCommit"_L1), Qt::LeftButton);
    QVERIFY(desk.reaches(ImportController::Step::Committed));
    QCOMPARE(desk.service->imports, 1);
    QCOMPARE(said.size(), 1);
    const QSignalSpy review(&desk.page, &ImportPage::reviewRequested);
    QTest::mouseClick(desk.button("importCommit"_L1), Qt::LeftButton);
    QCOMPARE(review.size(), 1);
    QCOMPARE(desk.service->imports, 1);
}

void TestImportPage::nothingIsCommittedBeforeADryRun()
{
    Bench desk;
    desk.controller.commit();
    desk.controller.choose({u"/season.csv"_s, {}});
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    desk.controller.commit();
    QVERIFY(!desk.button("importCommit"_L1)->isEnabled());
    QCOMPARE(desk.controller.step(), ImportController::Step::Mapped);
    QCOMPARE(desk.service->imports, 0);
}

void TestImportPage::anotherFileStartsOver()
{
    Bench desk;
    desk.controller.choose({u"/season.csv"_s, {}});
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    desk.controller.tryOut();
    QVERIFY(desk.reaches(ImportController::Step::Tried));
    QTest::mouseClick(desk.button("importChooseFolder"_L1), Qt::LeftButton);
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    QVERIFY(!desk.controller.outcome());
    QCOMPARE(desk.controller.request(), (ImportRequest{u"/season.csv"_s, u"/files"_s}));
}

void TestImportPage::cancellingADryRunKeepsTheMapping()
{
    Bench desk;
    desk.service->hold = true;
    desk.controller.choose({u"/season.csv"_s, {}});
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    desk.controller.tryOut();
    QVERIFY(desk.button("importCancel"_L1)->isVisible());
    QTest::mouseClick(desk.button("importCancel"_L1), Qt::LeftButton);
    desk.service->gate.release();
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    QVERIFY(!desk.controller.outcome());
}

void TestImportPage::aFileThatIsNoTableSaysSo()
{
    Bench desk;
    desk.prompts.answer = u"/form.pdf"_s;
    const QSignalSpy failed(&desk.controller, &ImportController::failed);
    desk.page.chooseFile();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, testPatience);
    QVERIFY(desk.button("stateCopy"_L1)->isVisible());
    QCOMPARE(desk.controller.step(), ImportController::Step::Choosing);
}

void TestImportPage::aTableOfWrongRowsCannotBeCommitted()
{
    Bench desk;
    desk.service->outcome = {0, 0, 3, 2, {}, 0};
    desk.controller.choose({u"/season.csv"_s, {}});
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    desk.controller.tryOut();
    QVERIFY(desk.reaches(ImportController::Step::Tried));
    QVERIFY(!desk.button("importCommit"_L1)->isEnabled());
}

void TestImportPage::aCleanTableSaysSo()
{
    Bench desk;
    desk.service->outcome = {3, 0, 0, 0, {}, 0};
    desk.controller.choose({u"/season.csv"_s, {}});
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    desk.controller.tryOut();
    QVERIFY(desk.reaches(ImportController::Step::Tried));
    QVERIFY(desk.page.findChild<QWidget *>(u"importNoProblems"_s)->isVisible());
    QVERIFY(!desk.page.findChild<QTableWidget *>(u"importProblems"_s)->isVisible());
}

/// Made-up and real people never mix.
void TestImportPage::aDemoSeasonOnlyTriesOut()
{
    Bench desk;
    desk.service->keeping = false;
    desk.controller.choose({u"/season.csv"_s, {}});
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    desk.controller.tryOut();
    QVERIFY(desk.reaches(ImportController::Step::Tried));
    QVERIFY(!desk.button("importCommit"_L1)->isEnabled());
    desk.controller.commit();
    QCOMPARE(desk.controller.step(), ImportController::Step::Tried);
    StoreImport refusing({.folder = "/nowhere"}, nullptr, {}, StoreImport::Keep::No);
    const auto imported = refusing.import({u"/season.csv"_s, {}}, {});
    QVERIFY(!imported);
    QCOMPARE(imported.error().code, ErrorCode::Refused);
}

void TestImportPage::aRunningImportOutlivesItsController()
{
    TaskRunner tasks;
    auto service = std::make_shared<FakeService>();
    service->hold = true;
    FakeService &held = *service;
    const std::weak_ptr<FakeService> watch = service;
    {
        ImportController controller(tasks, std::move(service));
        controller.choose({u"/season.csv"_s, {}});
        QTRY_COMPARE_WITH_TIMEOUT(controller.step(), ImportController::Step::Mapped, testPatience);
        controller.tryOut();
    }
    QVERIFY(!watch.expired());
    held.gate.release();
    QTRY_VERIFY_WITH_TIMEOUT(watch.expired(), testPatience);
}

void TestImportPage::everyStepPassesTheAudits()
{
    Bench desk;
    const auto audits = [&desk] {
        return audit::unnamedWidgets(desk.page) + audit::smallTargets(desk.page) + audit::unreachableByTab(desk.page) +
               audit::mnemonicClashes(desk.page, nullptr) + audit::truncatedTexts(desk.page);
    };
    ZSB_VERIFY_NONE(audits());
    desk.controller.choose({u"/season.csv"_s, {}});
    QVERIFY(desk.reaches(ImportController::Step::Mapped));
    ZSB_VERIFY_NONE(audits());
    desk.controller.tryOut();
    QVERIFY(desk.reaches(ImportController::Step::Tried));
    ZSB_VERIFY_NONE(audits());
}

QTEST_MAIN(TestImportPage)
#include "tst_importpage.moc"
