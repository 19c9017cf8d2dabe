#include "tests/ui/review/reviewbench.h"

#include "core/domain/event.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// A decision and what the file was before it.
struct Undoable
{
    ApplicationId file;
    CommandId decision;
    ReviewState before;
    Instant heldUntil;
};

/// Somebody who decides, takes back and waits at random, and what has to be so at any time.
class Somebody
{
public:
    explicit Somebody(unsigned seed) : m_random(seed) { m_bench.controller.setView(u"in-review"_s); }

    void act()
    {
        const auto roll = m_random() % 10;
        if (roll < 6)
            decide();
        else if (roll < 8)
            undoNewest();
        else if (roll < 9)
            undoAny();
        else
            m_bench.season.now += m_bench.season.book->pack().review.hold / int(2 + m_random() % 6);
        forgetSent();
    }

    /// Whatever can be taken back was not sent, and what was sent cannot be taken back.
    [[nodiscard]] bool nothingHeldIsSent()
    {
        std::set<std::string> sent;
        const auto outbox = m_bench.season.store->outbox(m_bench.season.now, 10'000);
        for (const StoredEvent &event : *outbox)
            sent.insert(event.command.value);
        const auto isSent = [&](const Undoable &one) { return sent.contains(one.decision.value); };
        return std::ranges::none_of(m_held, isSent);
    }

    /// The last ten stand in the list, newest first, and each that is held offers to be taken back.
    [[nodiscard]] bool theHistoryIsSeen()
    {
        const RecentModel &recent = m_bench.controller.recent();
        int row = 0;
        for (auto one = m_held.rbegin(); one != m_held.rend() && row < RecentModel::depth; ++one, ++row) {
            if (recent.count() <= row || recent.at(row).decision != one->decision || recent.at(row).undo.isEmpty())
                return false;
        }
        return true;
    }

    void undoNewest()
    {
        const std::size_t held = m_held.size();
        const Undoable last = held > 0 ? m_held.back() : Undoable{};
        m_bench.controller.undo();
        if (held == 0)
            return;
        m_held.pop_back();
        verifyIsAsBefore(last);
        ++undone;
    }

    [[nodiscard]] std::size_t held() const { return m_held.size(); }

    int decided = 0;
    int undone = 0;
    QStringList wrong;

private:
    void decide()
    {
        if (m_bench.controller.file().isEmpty() || m_held.size() == RecentModel::depth)
            return;
        const ApplicationId id = m_bench.controller.file().state.id;
        const ReviewState before = m_bench.state(id).review;
        m_bench.lookAtAll();
        switch (m_random() % 4) {
        case 0:
            m_bench.controller.approve();
            break;
        case 1:
            m_bench.choose(1);
            m_bench.controller.returnFile(m_bench.controller.proposedDeadline());
            break;
        case 2:
            m_bench.choose(1);
            m_bench.controller.refuse();
            break;
        default:
            m_bench.controller.doubt(u"请督导看一下"_s);
        }
        const ApplicationState now = m_bench.state(id);
        if (now.review.phase == before.phase && now.review.stageId == before.stageId)
            return; // not allowed, with a word
        m_held.push_back({id, now.decisions.back().id, before, now.decisions.back().heldUntil});
        ++decided;
    }

    /// Only the last decision on a file can be taken back.
    void undoAny()
    {
        if (m_held.empty())
            return;
        const std::size_t row = m_random() % m_held.size();
        const std::size_t at = m_held.size() - 1 - row;
        const Undoable one = m_held[at];
        const auto isLater = [&](const Undoable &other) { return other.file == one.file; };
        if (std::any_of(m_held.begin() + std::ptrdiff_t(at) + 1, m_held.end(), isLater))
            return;
        m_bench.controller.undoRecent(int(row));
        m_held.erase(m_held.begin() + std::ptrdiff_t(at));
        verifyIsAsBefore(one);
        ++undone;
    }

    void verifyIsAsBefore(const Undoable &one)
    {
        const ReviewState now = m_bench.state(one.file).review;
        if (now.phase != one.before.phase || now.stageId != one.before.stageId)
            wrong.append(QString::fromStdString(one.file.value) + u": "_s + m_bench.said);
        if (m_bench.controller.file().state.id != one.file)
            wrong.append(u"the file is not on the screen"_s);
    }

    void forgetSent()
    {
        std::erase_if(m_held, [this](const Undoable &one) { return one.heldUntil <= m_bench.season.now; });
    }

    Bench m_bench{14};
    std::minstd_rand m_random;
    std::vector<Undoable> m_held; ///< newest last
};

} // namespace

/// U18: every decision can be taken back before it is sent, ten deep, whatever was done in between.
class TestReviewUndo : public QObject
{
    Q_OBJECT

private slots:
    void whatIsHeldCanBeTakenBack_data();
    void whatIsHeldCanBeTakenBack();
    void tenDecisionsAreTakenBackInARow();
};

void TestReviewUndo::whatIsHeldCanBeTakenBack_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 8; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TestReviewUndo::whatIsHeldCanBeTakenBack()
{
    QFETCH(const unsigned, seed);
    Somebody somebody(seed);
    for (int step = 0; step < 60; ++step) {
        somebody.act();
        QVERIFY2(somebody.wrong.isEmpty(), qPrintable(somebody.wrong.join(u'\n')));
        QVERIFY2(somebody.nothingHeldIsSent(), qPrintable(QString::number(step)));
        QVERIFY2(somebody.theHistoryIsSeen(), qPrintable(QString::number(step)));
    }
    QVERIFY2(somebody.decided >= 10 && somebody.undone >= 5, qPrintable(QString::number(somebody.decided)));
}

void TestReviewUndo::tenDecisionsAreTakenBackInARow()
{
    Bench bench(12);
    bench.controller.setView(u"in-review"_s);
    std::map<ApplicationId, ReviewState> before;
    for (const ApplicationId &id : bench.season.ids)
        before[id] = bench.state(id).review;
    for (int i = 0; i < RecentModel::depth; ++i)
        bench.controller.doubt(u"请督导看一下"_s);
    QCOMPARE(bench.controller.recent().count(), RecentModel::depth);
    for (int i = 0; i < RecentModel::depth; ++i)
        bench.controller.undo();
    QCOMPARE(bench.controller.recent().count(), 0);
    for (const ApplicationId &id : bench.season.ids) {
        QCOMPARE(bench.state(id).review.phase, before[id].phase);
        QCOMPARE(bench.state(id).review.stageId, before[id].stageId);
    }
}

} // namespace zsb

QTEST_MAIN(zsb::TestReviewUndo)
#include "tst_reviewundo.moc"
