#include "core/base/calendar.h"

#include <QTest>

using namespace zsb;

/// Dates and instants are read as RFC 3339 writes them, and the day is that of the pack's time zone (A1.6.2).
class TestCalendar : public QObject
{
    Q_OBJECT

private slots:
    void onlyDaysThatExistAreRead_data();
    void onlyDaysThatExistAreRead();
    void instantsKeepTheirOffset_data();
    void instantsKeepTheirOffset();
    void brokenInstantsAreRefused_data();
    void brokenInstantsAreRefused();
    void theCivilDayDependsOnThePlace();
    void monthsAreTheirFirstDay();
};

void TestCalendar::onlyDaysThatExistAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("exists");
    QTest::newRow("leap day") << QByteArray("2000-02-29") << true;
    QTest::newRow("no leap day") << QByteArray("2001-02-29") << false;
    QTest::newRow("century") << QByteArray("1900-02-29") << false;
    QTest::newRow("last of year") << QByteArray("2002-12-31") << true;
    QTest::newRow("month 13") << QByteArray("2002-13-01") << false;
    QTest::newRow("day 0") << QByteArray("2002-01-00") << false;
    QTest::newRow("one digit") << QByteArray("2002-1-01") << false;
    QTest::newRow("trailing") << QByteArray("2002-01-01 ") << false;
    QTest::newRow("empty") << QByteArray("") << false;
}

void TestCalendar::onlyDaysThatExistAreRead()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, exists);
    const auto day = parseDay(text.toStdString());
    QCOMPARE(day.has_value(), exists);
    if (exists)
        QCOMPARE(formatDay(*day), text.toStdString());
}

void TestCalendar::instantsKeepTheirOffset_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("offset");
    QTest::newRow("Beijing") << QByteArray("2000-02-15T09:00:00+08:00") << 480;
    QTest::newRow("UTC") << QByteArray("2000-02-15T01:00:00Z") << 0;
    QTest::newRow("west, over midnight") << QByteArray("2000-02-14T23:30:00-01:30") << -90;
    QTest::newRow("milliseconds") << QByteArray("2000-02-15T09:00:00.005+08:00") << 480;
}

void TestCalendar::instantsKeepTheirOffset()
{
    QFETCH(QByteArray, text);
    QFETCH(int, offset);
    const auto instant = parseInstant(text.toStdString());
    QVERIFY(instant);
    QCOMPARE(formatInstant(*instant, std::chrono::minutes{offset}), text.toStdString());
    QVERIFY(std::chrono::abs(*instant - *parseInstant("2000-02-15T01:00:00Z")) < std::chrono::seconds{1});
}

void TestCalendar::brokenInstantsAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"2000-02-15", "2000-02-15T09:00:00", "2000-02-15 09:00:00Z", "2000-02-15T24:00:00Z", "2000-02-15T09:60:00Z",
          "2000-02-15T09:00:60Z", "2000-02-15T09:00:00.Z", "2000-02-30T09:00:00Z", "2000-02-15T09:00:00+24:00",
          "2000-02-15T09:00:00+08:60", "2000-02-15T09:00:00Zx"})
        QTest::newRow(text) << QByteArray(text);
}

void TestCalendar::brokenInstantsAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseInstant(text.toStdString()));
}

void TestCalendar::theCivilDayDependsOnThePlace()
{
    const Instant evening = *parseInstant("2000-02-14T16:00:00Z");
    QCOMPARE(formatDay(dayAt(evening, std::chrono::minutes{480})), std::string("2000-02-15"));
    QCOMPARE(formatDay(dayAt(evening - std::chrono::milliseconds{1}, std::chrono::minutes{480})),
             std::string("2000-02-14"));
    QCOMPARE(formatDay(dayAt(evening, std::chrono::minutes{0})), std::string("2000-02-14"));
}

void TestCalendar::monthsAreTheirFirstDay()
{
    QCOMPARE(formatDay(*parseMonth("2001-09")), std::string("2001-09-01"));
    QVERIFY(!parseMonth("2001-13"));
    QVERIFY(!parseMonth("2001-9"));
    QVERIFY(!parseMonth("2001-09-01"));
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
