#include "app/desktop/serviceseason.h"
#include "core/crypto/totp.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// A trial's sign-in is one key, also for somebody who comes back at once (decision 0008): a service takes a code once.
class TestTrialCode : public QObject
{
    Q_OBJECT

private slots:
    void everyOneIsTakenBeforeTheNextIsDue();
    void afterItsTimeTheClockSaysWhichItIs();

private:
    const TrialPerson m_person{u"trial"_s, u"password"_s, "12345678901234567890"};
    const Instant m_now{std::chrono::milliseconds(1'764'400'000'000)};
};

void TestTrialCode::everyOneIsTakenBeforeTheNextIsDue()
{
    const QTemporaryDir folder;
    const auto takes = [&](std::int64_t lastUsed) {
        return acceptedStep(m_person.totpSecret, nextTrialCode(m_person, folder.path(), m_now), m_now, lastUsed);
    };
    const auto first = takes(0);
    QCOMPARE(first, std::optional(totpStep(m_now)));
    QVERIFY(isTrialCodeDue(folder.path(), m_now));
    const auto second = takes(*first);
    QCOMPARE(second, std::optional(totpStep(m_now) + 1));
    QVERIFY(isTrialCodeDue(folder.path(), m_now));
    QCOMPARE(takes(*second), std::nullopt);
    QVERIFY(!isTrialCodeDue(folder.path(), m_now));
    QVERIFY(isTrialCodeDue(folder.path(), m_now + std::chrono::seconds(30)));
}

void TestTrialCode::afterItsTimeTheClockSaysWhichItIs()
{
    const QTemporaryDir folder;
    static_cast<void>(nextTrialCode(m_person, folder.path(), m_now));
    const Instant later = m_now + std::chrono::hours(1);
    QCOMPARE(nextTrialCode(m_person, folder.path(), later), totpCode(m_person.totpSecret, totpStep(later)));
}

} // namespace zsb

QTEST_GUILESS_MAIN(zsb::TestTrialCode)
#include "tst_trialcode.moc"
