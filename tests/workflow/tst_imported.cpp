#include "tests/workflow/bench.h"

#include <QTest>

using namespace zsb;
using namespace zsb::bench;

using Why = std::optional<RefusalCode>;

/// Files that were handed in elsewhere, and what their table may still do here.
class TestImported : public QObject
{
    Q_OBJECT

private slots:
    void aTableTakesBackWindowsOrNot();
    void aTableTakesNoDecisionAway();

private:
    static void import(Bench &file)
    {
        file.must(CreateDraft{"BM9", Origin::Import}, table);
        file.must(ChooseType{"E"}, table);
        file.fill();
        file.must(Submit{}, table);
    }
    inline static const Who table{"importer", std::string(importRole)};
};

/// A1.8.2: the window is the candidate's, not the office's that sends a better table.
void TestImported::aTableTakesBackWindowsOrNot()
{
    Bench file;
    import(file);
    file.now = start + std::chrono::hours(24 * 60);
    QCOMPARE(file.refusal(Withdraw{}, desk), Why(RefusalCode::OutsideWindow));
    file.must(Withdraw{}, table);
    QCOMPARE(file.phase(), Phase::Draft);
}

void TestImported::aTableTakesNoDecisionAway()
{
    Bench file;
    import(file);
    file.must(ClaimFile{}, ann);
    QCOMPARE(file.refusal(Withdraw{}, table), Why(RefusalCode::ClaimedByOther));
    file.must(ReleaseFile{}, ann);
    file.approve(ann);
    QCOMPARE(file.phase(), Phase::InReview); // of the second reviewer
    QCOMPARE(file.refusal(Withdraw{}, table), Why(RefusalCode::AlreadyDone));
    QCOMPARE(file.state.decisions.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestImported)
#include "tst_imported.moc"
