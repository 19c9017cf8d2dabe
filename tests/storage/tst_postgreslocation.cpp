#include "core/storage/database.h"
#include "core/storage/postgreslocation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// How a database on a server is named: everything but a password. No server is needed here.
class TestPostgresLocation : public QObject
{
    Q_OBJECT

private slots:
    void everyPartIsTakenOver();
    void aSocketFolderStandsInForTheHost();
    void partsMayBeLeftOut();
    void aFileIsNoSuchLocation();
    void whatIsNotOneIsInvalid_data();
    void whatIsNotOneIsInvalid();
    void anErrorRepeatsNothingOfTheLocation();
};

void TestPostgresLocation::everyPartIsTakenOver()
{
    const Result<PostgresLocation> found =
        postgresLocation("postgres://zsb%40school@db.example:5433/season%202023?schema=nm2023&sslmode=verify-full");
    QVERIFY(found);
    QCOMPARE(found->user, u"zsb@school"_s);
    QCOMPARE(found->host, u"db.example"_s);
    QCOMPARE(found->port, 5433);
    QCOMPARE(found->database, u"season 2023"_s);
    QCOMPARE(found->schema, u"nm2023"_s);
    QCOMPARE(found->options, u"sslmode='verify-full'"_s);
    QCOMPARE(postgresLocation("postgresql://[::1]/x")->host, u"::1"_s);
}

void TestPostgresLocation::aSocketFolderStandsInForTheHost()
{
    QCOMPARE(postgresLocation("postgres://zsb@/season?host=/run/postgresql")->host, u"/run/postgresql"_s);
    QCOMPARE(postgresLocation("postgres://zsb@%2Frun%2Fpostgresql/season")->host, u"/run/postgresql"_s);
}

void TestPostgresLocation::partsMayBeLeftOut()
{
    const Result<PostgresLocation> found = postgresLocation("postgres:///season");
    QVERIFY(found);
    QCOMPARE(*found, (PostgresLocation{.database = u"season"_s}));
}

void TestPostgresLocation::aFileIsNoSuchLocation()
{
    QVERIFY(!isPostgres("/data/zsb.db"));
    QVERIFY(!isPostgres("postgres"));
    QVERIFY(isPostgres("postgres://x/y"));
    QVERIFY(isPostgres("postgresql://x/y"));
}

void TestPostgresLocation::whatIsNotOneIsInvalid_data()
{
    QTest::addColumn<std::string>("location");
    for (const char *location :
         {"postgres://zsb:secret@host/season", "postgres://zsb:@host/season", "postgres://host", "postgres://host/",
          "postgres://host:port/season", "postgres://host/season?password=secret", "postgres://host/season?schema=A",
          "postgres://host/season?schema=pg_x", "postgres://host/season?schema=x;y", "postgres://host/season?host=a;b",
          "postgres://host/season?options=-c%20fsync%3Doff", "mysql://host/season"})
        QTest::newRow(location) << std::string(location);
}

void TestPostgresLocation::whatIsNotOneIsInvalid()
{
    QFETCH(std::string, location);
    QCOMPARE(postgresLocation(location).error().code, ErrorCode::Invalid);
    if (isPostgres(location))
        QCOMPARE(Database::open(location, Database::Access::ReadWrite).error().code, ErrorCode::Invalid);
}

void TestPostgresLocation::anErrorRepeatsNothingOfTheLocation()
{
    const Result<PostgresLocation> refused = postgresLocation("postgres://zsb:secret@host/season?password=secret");
    QVERIFY(refused.error().detail.find("secret") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestPostgresLocation)
#include "tst_postgreslocation.moc"
