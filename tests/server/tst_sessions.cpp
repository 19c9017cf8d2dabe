#include "core/crypto/certificates.h"
#include "core/crypto/key.h"
#include "core/crypto/totp.h"
#include "core/server/administration.h"
#include "core/server/devices.h"
#include "core/server/signinfailures.h"
#include "tests/server/serverfixture.h"

#include <QTest>

#include <array>
#include <thread>

using namespace zsb;
using namespace std::chrono_literals;

namespace {

/// A service with one member of staff.
struct FrontDesk
{
    ServerFixture f;
    NewSecrets secrets;

    FrontDesk()
    {
        const auto administration = Administration::open(f.parts());
        secrets = *(*administration)->addUser("Li.Ming", "李明", {{.role = "school", .colleges = {"10126"}}});
    }
    [[nodiscard]] std::string code() const { return totpCode(secretOf(), totpStep(f.now)); }
    [[nodiscard]] std::string secretOf() const
    {
        const auto store = Store::open(f.season());
        return (*Staff((*store)->database(), (*store)->codec()).byLogin("li.ming"))->totp;
    }
    [[nodiscard]] HttpResponse signIn(const std::string &password, const std::string &totp)
    {
        return f.ask("POST", "/v1/session", {},
                     wireText(SignIn{.user = "LI.MING", .password = password, .totp = totp}));
    }
    [[nodiscard]] Session session()
    {
        const HttpResponse response = signIn(secrets.password, code());
        if (response.status != 200)
            qFatal("%d %s", response.status, response.body.c_str());
        return *readWire<Session>(response.body);
    }
    [[nodiscard]] HttpResponse refresh(const std::string &token)
    {
        return f.ask("POST", "/v1/session/refresh", {}, wireText(RefreshSession{token}));
    }
};

} // namespace

/// Who gets in, and for how long (SYNC.md D4, C3).
class TestSessions : public QObject
{
    Q_OBJECT

private slots:
    void bothFactorsAreNeeded()
    {
        FrontDesk desk;
        QCOMPARE(desk.signIn(desk.secrets.password, "000000").status, 401);
        QCOMPARE(desk.signIn("wrong", desk.code()).status, 401);
        const Session session = desk.session();
        QCOMPARE(session.name, std::string("李明"));
        QCOMPARE(session.scopes.size(), std::size_t(1));
        QCOMPARE(desk.f.ask("GET", "/v1/changes", session.access).status, 200);
    }

    void aCodeCountsOnce()
    {
        FrontDesk desk;
        static_cast<void>(desk.session());
        QCOMPARE(desk.signIn(desk.secrets.password, desk.code()).status, 401);
        desk.f.now += 30s;
        QCOMPARE(desk.signIn(desk.secrets.password, desk.code()).status, 200);
    }

    void fiveFailuresLockTheDoorForAMinute()
    {
        FrontDesk desk;
        for (int i = 0; i < 4; ++i)
            QCOMPARE(desk.signIn("wrong", {}).status, 401);
        QCOMPARE(desk.signIn("wrong", {}).status, 423);
        QCOMPARE(desk.signIn(desk.secrets.password, desk.code()).status, 423);
        desk.f.now += 61s;
        QCOMPARE(desk.signIn(desk.secrets.password, desk.code()).status, 200);
    }

    void locksGrowLongerUpToAnHour()
    {
        const Instant now{};
        QVERIFY(lockAfter(4, now) == now);
        QVERIFY(lockAfter(5, now) == now + 1min);
        QVERIFY(lockAfter(6, now) == now + 2min);
        QVERIFY(lockAfter(11, now) == now + 60min);
        QVERIFY(lockAfter(1000, now) == now + 60min);
    }

    void whoIsNotThereIsToldNothingElse()
    {
        FrontDesk desk;
        const HttpResponse nobody =
            desk.f.ask("POST", "/v1/session", {}, wireText(SignIn{.user = "nobody", .password = "x", .totp = "1"}));
        QCOMPARE(nobody.status, 401);
        QCOMPARE(nobody.body, desk.signIn("wrong", {}).body);
    }

    void aRefreshTokenIsGoodOnceAndACopyEndsTheFamily()
    {
        FrontDesk desk;
        const Session first = desk.session();
        desk.f.now += 1min;
        const HttpResponse second = desk.refresh(first.refresh);
        QCOMPARE(second.status, 200);
        const Session session = *readWire<Session>(second.body);
        desk.f.now += 1min;
        QCOMPARE(desk.refresh(session.refresh).status, 200); // the one before it is known to have arrived
        QCOMPARE(desk.refresh(first.refresh).status, 401);   // somebody kept a copy
        const HttpResponse third = desk.refresh(session.refresh);
        QCOMPARE(third.status, 401);
    }

    void refreshingEndsTwelveHoursAfterSigningIn()
    {
        FrontDesk desk;
        Session session = desk.session();
        for (int hour = 1; hour < 12; ++hour) {
            desk.f.now += 1h;
            session = *readWire<Session>(desk.refresh(session.refresh).body);
        }
        desk.f.now += 1h + 1s;
        QCOMPARE(desk.refresh(session.refresh).status, 401);
    }

    void disablingSomebodyEndsTheirTokensAtOnce()
    {
        FrontDesk desk;
        const Session session = desk.session();
        QVERIFY((*Administration::open(desk.f.parts()))->disableUser("li.ming"));
        QCOMPARE(desk.f.ask("GET", "/v1/changes", session.access).status, 401);
        QCOMPARE(desk.refresh(session.refresh).status, 401);
        desk.f.now += 30s;
        QCOMPARE(desk.signIn(desk.secrets.password, desk.code()).status, 401);
    }

    void otherDutiesEndTheTokensOfTheOldOnes()
    {
        FrontDesk desk;
        const Session session = desk.session();
        QVERIFY((*Administration::open(desk.f.parts()))->setScopes("li.ming", {{.role = "auditor"}}));
        QCOMPARE(desk.f.ask("GET", "/v1/changes", session.access).status, 401);
        const Session next = *readWire<Session>(desk.refresh(session.refresh).body);
        QCOMPARE(next.scopes.front().role, std::string("auditor"));
    }

    void aRoleNobodyKnowsIsNotGiven()
    {
        ServerFixture f;
        const auto administration = Administration::open(f.parts());
        QVERIFY(!(*administration)->addUser("x", "x", {{.role = "emperor"}}));
        QVERIFY((*administration)->addUser("x", "x", {{.role = "school"}}));
        QCOMPARE((*administration)->addUser("X", "x", {{.role = "school"}}).error().code, ErrorCode::Conflict);
    }

    /// Two services may begin on one database in the same moment.
    void theFirstAdministratorIsMadeOnce()
    {
        ServerFixture f;
        std::array<Result<std::optional<NewSecrets>>, 2> made{Error{}, Error{}};
        {
            std::vector<std::jthread> both;
            for (auto &mine : made) {
                ServerParts parts = f.parts();
                parts.random = keyRandom(); // the one of the fixture is one thread's
                both.emplace_back([&mine, parts] {
                    if (const auto administration = Administration::open(parts))
                        mine = (*administration)->addFirstAdministrator();
                });
            }
        }
        QVERIFY(made[0] && made[1]);
        QVERIFY(made[0]->has_value() != made[1]->has_value());
        QVERIFY(!*(*Administration::open(f.parts()))->addFirstAdministrator());
    }

    /// A service starts beside others that write.
    void withAnAdministratorNobodyIsWaitedFor()
    {
        ServerFixture f;
        QVERIFY(*(*Administration::open(f.parts()))->addFirstAdministrator());
        ServerParts parts = f.parts();
        parts.store.patience = 50ms;
        const auto administration = Administration::open(parts);
        const auto writer = Store::open(f.season());
        const auto writing = Transaction::begin((*writer)->database());
        QVERIFY(writing);
        const Result<std::optional<NewSecrets>> none = (*administration)->addFirstAdministrator();
        QVERIFY2(none, none ? "" : none.error().detail.c_str());
        QVERIFY(!none->has_value());
    }

    /// A password takes long to hash, on purpose; other writers need not wait for that.
    void aPasswordIsHashedBeforeAnythingIsLocked()
    {
        ServerFixture f;
        StoreOptions season = f.season();
        season.patience = 50ms;
        const auto other = Store::open(season);
        int drawn = 0;
        bool isFree = true;
        ServerParts parts = f.parts();
        parts.random = [&, random = parts.random](std::span<std::uint8_t> bytes) {
            random(bytes);
            if (bytes.size() != 16) // a password, or its salt
                return;
            ++drawn;
            isFree = isFree && Transaction::begin((*other)->database()).has_value();
        };
        const auto administration = Administration::open(parts);
        QVERIFY(*(*administration)->addFirstAdministrator());
        QVERIFY((*administration)->addUser("ann", "Ann", {{.role = "school"}}));
        QVERIFY((*administration)->resetUser("ann"));
        QCOMPARE(drawn, 6);
        QVERIFY(isFree);
    }

    void withoutAnEnrolledDeviceNobodyGetsIn()
    {
        FrontDesk desk;
        desk.f.config.requireDevice = true;
        desk.f.open();
        QCOMPARE(desk.signIn(desk.secrets.password, desk.code()).status, 403);
    }

    void aCodeEnrolsOneDeviceAndTheTokenIsBoundToIt()
    {
        FrontDesk desk;
        desk.f.authority = std::make_shared<const CertifiedKey>(*makeAuthority("test", desk.f.now, desk.f.random()));
        desk.f.config.requireDevice = true;
        desk.f.open();
        const std::string code = *(*Administration::open(desk.f.parts()))->newEnrolCode();
        const DeviceRequest request = *makeDeviceRequest();
        const std::string forged = wireText(Enrol{.code = code, .device = "desk\n1", .request = request.request});
        QCOMPARE(desk.f.ask("POST", "/v1/enrol", {}, forged).status, 400); // nothing that makes up rows of a list
        const std::string body = wireText(Enrol{.code = code, .device = "desk 1", .request = request.request});
        const HttpResponse response = desk.f.ask("POST", "/v1/enrol", {}, body);
        QCOMPARE(response.status, 201);
        const Enrolled enrolled = *readWire<Enrolled>(response.body);
        QVERIFY(isIssuedBy(enrolled.certificate, enrolled.authority, desk.f.now));
        QCOMPARE(desk.f.ask("POST", "/v1/enrol", {}, body).status, 401);
        desk.f.certificate =
            QByteArray::fromBase64(QByteArray::fromStdString(*certificateThumbprint(enrolled.certificate)),
                                   QByteArray::Base64UrlEncoding)
                .toHex()
                .toStdString();
        const Session session = desk.session();
        QCOMPARE(desk.f.ask("GET", "/v1/changes", session.access).status, 200);
        const std::string device = std::exchange(desk.f.certificate, std::string(64, 'a'));
        QCOMPARE(desk.f.ask("GET", "/v1/changes", session.access).status, 401);
        desk.f.certificate = device;
        QCOMPARE(desk.f.ask("GET", "/v1/changes", session.access).status, 200);
        const std::string again = wireText(RefreshSession{session.refresh});
        QVERIFY((*Administration::open(desk.f.parts()))->revokeDevice(device)); // a stolen computer reads no more
        QCOMPARE(desk.f.ask("GET", "/v1/changes", session.access).status, 401);
        QCOMPARE(desk.f.ask("POST", "/v1/session/refresh", {}, again).status, 401);
    }

    void whoAsksTooFastIsToldToWait()
    {
        ServerFixture f;
        f.config.askingRate = {1, 3};
        f.open();
        const std::string token = f.token("reg", registrarOfAll);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.ask("GET", "/v1/changes", token).status, 200);
        const HttpResponse refused = f.ask("GET", "/v1/changes", token);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("retry-after"), std::string("1"));
        f.now += 1s;
        QCOMPARE(f.ask("GET", "/v1/changes", token).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_sessions.moc"
