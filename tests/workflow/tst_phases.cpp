#include "bench.h"
#include "core/base/hash.h"

#include <QTest>

using namespace zsb;
using namespace zsb::bench;

namespace {

/// A file in one of the phases DIUPRFAC: draft, in review, doubtful, disputed, returned, refused, approved, cancelled.
Bench benchAt(char letter)
{
    Bench f;
    if (letter == 'D')
        f.draft("E");
    if (letter == 'I')
        f.submitted("E"), f.look(ann);
    if (letter == 'U') {
        f.submitted("E");
        f.must(ClaimFile{}, ann);
        f.must(Doubt{{}, "?"}, ann);
        f.look(sue);
    }
    if (letter == 'P')
        f.disputed(), f.look(sue);
    if (letter == 'R') {
        f.submitted("E");
        f.must(ClaimFile{}, ann);
        f.must(ReturnFile{{{"901", "any", "x"}}}, ann);
    }
    if (letter == 'F') {
        f.submitted("E");
        f.must(ClaimFile{}, ann);
        f.must(Refuse{{{"101"}}}, ann);
    }
    if (letter == 'A')
        f.approved("E");
    if (letter == 'C') {
        f.draft("E");
        f.must(Cancel{"x"}, desk);
    }
    return f;
}

struct Row
{
    std::string phases; ///< of DIUPRFAC, where it is accepted
    CommandBody body;
    Who who;
};

std::vector<Row> phaseTable()
{
    return {
        {"", AcceptNotice{}, desk}, // already accepted everywhere
        {"DR", ChooseType{"W"}, desk},
        {"DR", SetFields{{{Field::Name, "另"}}}, desk},
        {"DR", AttachMaterial{file("extra", "n")}, desk},
        {"DR", RemoveMaterial{"id_card", "aa"}, desk},
        {"DR", AttachPortrait{file("", "n")}, desk},
        {"DR", RecordIdentity{start}, desk},
        {"FC", RecordPayment{PaymentState::Refunding, "order-1", fee, {}}, desk},
        {"D", Submit{}, desk}, // returned: nothing corrected yet
        {"DIR", Cancel{"x"}, ann},
        {"IUP", ClaimFile{}, {}},
        {"IUP", ReleaseFile{}, {}},
        {"IUP", MarkSeen{{{"type", sha256Hex("E")}}, 1}, {}},
        {"I", Approve{}, ann},
        {"I", ReturnFile{{{"101"}}, {}, {}}, ann},
        {"I", Refuse{{{"101"}}, {}}, ann},
        {"I", Doubt{{}, "?"}, ann},
        {"UP", Settle{Judgement::Approve, {}, {}, {}}, sue},
        {"UP", Settle{Judgement::Return, {{"101"}}, {}, {}}, sue},
        {"UP", Settle{Judgement::Refuse, {{"101"}}, {}, {}}, sue},
        {"A", RequestConversion{"certificate", {file("award", "e")}, {}}, desk},
        {"", DecideConversion{"certificate", true, {}}, sue}, // nothing was asked for
        {"", ChooseMajor{"护理学"}, desk},                    // chosen at registration
        {"DIR", ChangeExamSite{"02", "x"}, sue},
        {"A", RecordArchiveStep{"printed", {}}, desk},
        {"I", Withdraw{}, desk},
        {"", CreateDraft{}, desk},             // it exists
        {"", ConfirmForm{}, desk},             // confirmed as it is
        {"", ResolveFinding{"none", {}}, ann}, // there is none
        {"", Undo{}, ann},                     // of no decision
    };
}

} // namespace

/// Every command against every phase.
class TestPhases : public QObject
{
    Q_OBJECT

private slots:
    void commandsBelongToTheirPhases();
};

void TestPhases::commandsBelongToTheirPhases()
{
    for (const Row &row : phaseTable()) {
        std::string accepted;
        for (const char letter : std::string("DIUPRFAC")) {
            Bench f = benchAt(letter);
            const Who reviewer = letter == 'I' ? ann : sue;
            if (f.give(row.body, row.who.actor.empty() ? reviewer : row.who).isAccepted())
                accepted += letter;
        }
        const std::string message = std::string(kindOf(row.body)) + " accepted in " + accepted;
        QVERIFY2(accepted == row.phases, message.c_str());
    }
}

QTEST_GUILESS_MAIN(TestPhases)
#include "tst_phases.moc"
