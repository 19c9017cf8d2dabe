#include "ui/sync/noticereader.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

namespace zsb {

/// docs/sync.md, notices: read is what somebody stayed at, and it is told in few requests.
class TestNoticeReader : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPassedIsNotRead();
    void whatIsReadSoonAfterIsToldTogether();
    void whoeverLeavesTellsWhatWasReadAndNothingElse();
    void whatTheOneBeforeReadIsForgotten();

private:
    using Seqs = std::vector<std::int64_t>;
    using Requests = std::vector<Seqs>;

    /// What was told since the last question, request by request.
    [[nodiscard]] Requests told() { return std::exchange(m_told, {}); }
    void hear(const NoticeReader &reader)
    {
        m_told.clear();
        connect(&reader, &NoticeReader::read, this, [this](const Seqs &seqs) { m_told.push_back(seqs); });
    }

    Requests m_told;
};

void TestNoticeReader::whatIsPassedIsNotRead()
{
    NoticeReader reader(50ms, 1ms);
    hear(reader);
    for (std::int64_t seq = 1; seq <= 40; ++seq)
        reader.lookAt(seq);
    QTRY_COMPARE(m_told.size(), std::size_t(1));
    QCOMPARE(told(), Requests{Seqs{40}});
    reader.lookAt(41);
    reader.lookAt(std::nullopt);
    reader.lookAt(42);
    QTRY_COMPARE(m_told.size(), std::size_t(1));
    QCOMPARE(told(), Requests{Seqs{42}});
}

void TestNoticeReader::whatIsReadSoonAfterIsToldTogether()
{
    NoticeReader reader(0ms, 1h);
    hear(reader);
    for (std::int64_t seq = 1; seq <= 3; ++seq) {
        reader.lookAt(seq);
        reader.lookAt(seq); // the list came anew meanwhile
        QTest::qWait(10);   // longer than somebody has to stay
    }
    QCOMPARE(told(), Requests{Seqs{1}});
    reader.leave();
    QCOMPARE(told(), (Requests{Seqs{2, 3}}));
    NoticeReader soon(0ms, 30ms);
    hear(soon);
    for (std::int64_t seq = 1; seq <= 2; ++seq) {
        soon.lookAt(seq);
        QTRY_VERIFY(seq == 2 || !m_told.empty());
    }
    QTRY_COMPARE(m_told, (Requests{Seqs{1}, Seqs{2}}));
}

void TestNoticeReader::whoeverLeavesTellsWhatWasReadAndNothingElse()
{
    NoticeReader reader(1h, 1h);
    hear(reader);
    reader.lookAt(1);
    reader.leave();
    QVERIFY(told().empty());
}

void TestNoticeReader::whatTheOneBeforeReadIsForgotten()
{
    NoticeReader reader(0ms, 1h);
    hear(reader);
    reader.lookAt(1);
    QTRY_COMPARE(m_told.size(), std::size_t(1));
    reader.lookAt(2);
    QTest::qWait(10); // longer than somebody has to stay
    reader.forget();
    reader.leave();
    QCOMPARE(told(), Requests{Seqs{1}});
}

} // namespace zsb

QTEST_GUILESS_MAIN(zsb::TestNoticeReader)
#include "tst_noticereader.moc"
