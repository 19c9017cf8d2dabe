#include "tests/sync/scriptedservice.h"
#include "ui/sync/linepane.h"
#include "ui/sync/picturefetcher.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// docs/decisions/0012: what comes over a thin line by itself, what when somebody looks, what when they ask.
class TestPictureFetcher : public QObject
{
    Q_OBJECT

private slots:
    void previewsThenOriginalsOfWhatIsHeld();
    void overAMeteredLineNothingLargeComesByItself();
    void whatIsLookedAtOrAskedForComesOverAnyLine();
    void aLineThatBecomesMeteredDropsWhatOnlyWaits();
    void whatBreaksOffOverAMeteredLineIsNotBegunAgain();
    void whatWasRefusedIsAskedForAgainByAPersonAlone();
    void thePaneSaysWhatItDoesAndWhatWasChosen();
};

namespace {

struct ThinDesk : ScriptedService
{
    explicit ThinDesk(bool isMetered)
        : fetcher(*engine, *store,
                  {.here = [this](const std::string &sha256) { here.insert(sha256); },
                   .previewed = [this](const std::string &sha256, const std::string &) { previewed.insert(sha256); },
                   .refused = [this](const Fetch &what, const std::string &problem) { told[what.sha256] = problem; }})
    {
        run();
        fetcher.setLine({.isMetered = isMetered});
        std::vector<Command> commands = season(file, {.portrait = portrait, .material = scan});
        for (Command &command : commands) {
            if (auto *attach = std::get_if<AttachMaterial>(&command.body))
                attach->attachment.facts.bytes = 3'000'000;
        }
        if (!store->executeAll(commands, *book, now) || !does(file, ClaimFile{}))
            qFatal("no file to fetch pictures of");
    }

    void fetchClaimed(FetchWish wish = FetchWish::Usual) { fetcher.fetchClaimed({"staff-1"}, now, wish); }
    /// Which pictures were asked for, in order.
    std::vector<std::string> carry()
    {
        asked.clear();
        run([this](const HttpRequest &request) -> std::optional<Reply> {
            if (request.method != "GET" || !request.path.starts_with("/v1/blobs/"))
                return std::nullopt;
            const std::string sha256 = request.path.substr(10, 64);
            if (isGone)
                return problemAnswer(ProblemType::NotFound);
            HttpResponse response;
            response.headers["content-type"] = "image/jpeg";
            response.body = sha256 == scan ? "a scan" : "a portrait";
            return response;
        });
        fetcher.tell();
        std::vector<std::string> paths;
        for (const HttpRequest &request : asked) {
            if (request.method == "GET" && request.path.starts_with("/v1/blobs/"))
                paths.push_back(request.path.substr(10));
        }
        return paths;
    }

    /// Every picture that may be under way is.
    std::map<std::string, Exchange> begin()
    {
        std::map<std::string, Exchange> begun;
        while (const auto exchange = engine->next(now)) {
            const HttpRequest &request = exchange->request;
            if (request.path.starts_with("/v1/blobs/"))
                begun[request.path.substr(10)] = *exchange;
            else
                static_cast<void>(engine->answer(exchange->ticket, usual(request), now));
        }
        return begun;
    }

    ApplicationId file{"file-1"};
    std::string scan = sha256Hex("a scan");
    std::string portrait = sha256Hex("a portrait");
    bool isGone = false;
    std::set<std::string> here;
    std::set<std::string> previewed;
    std::map<std::string, std::string> told;
    PictureFetcher fetcher;
};

using Paths = std::vector<std::string>;

} // namespace

void TestPictureFetcher::previewsThenOriginalsOfWhatIsHeld()
{
    ThinDesk desk(false);
    desk.fetchClaimed();
    QCOMPARE(desk.carry(), (Paths{desk.scan + "/preview", desk.portrait, desk.scan}));
    desk.fetchClaimed();
    QCOMPARE(desk.carry(), Paths());
    QCOMPARE(desk.here, (std::set{desk.scan, desk.portrait}));
    QCOMPARE(desk.previewed, std::set{desk.scan});
}

/// A portrait is no larger than a preview: it comes.
void TestPictureFetcher::overAMeteredLineNothingLargeComesByItself()
{
    ThinDesk desk(true);
    desk.fetchClaimed();
    QCOMPARE(desk.carry(), (Paths{desk.scan + "/preview", desk.portrait}));
    desk.fetcher.setLine({.isMetered = false});
    desk.fetchClaimed();
    QCOMPARE(desk.carry(), Paths{desk.scan});
}

void TestPictureFetcher::whatIsLookedAtOrAskedForComesOverAnyLine()
{
    ThinDesk looked(true);
    looked.fetcher.fetch({looked.scan}, FetchWish::Usual);
    QCOMPARE(looked.carry(), Paths{looked.scan});
    ThinDesk asked(true);
    asked.fetchClaimed(FetchWish::Asked);
    QCOMPARE(asked.carry(), (Paths{asked.scan + "/preview", asked.portrait, asked.scan}));
}

void TestPictureFetcher::aLineThatBecomesMeteredDropsWhatOnlyWaits()
{
    ThinDesk desk(false);
    desk.fetchClaimed();
    desk.fetcher.fetch({desk.portrait}, FetchWish::Usual); // somebody looks at this one
    desk.fetcher.setLine({.isMetered = true});
    QCOMPARE(desk.carry(), (Paths{desk.portrait, desk.scan + "/preview"}));
    desk.fetcher.fetch({desk.scan}, FetchWish::Usual);
    QCOMPARE(desk.carry(), Paths{desk.scan});
}

/// What is no larger than a preview comes all the same; the rest when the line is another one again.
void TestPictureFetcher::whatBreaksOffOverAMeteredLineIsNotBegunAgain()
{
    ThinDesk desk(false);
    desk.fetchClaimed();
    const std::map<std::string, Exchange> begun = desk.begin();
    QVERIFY(begun.contains(desk.portrait) && begun.contains(desk.scan));
    desk.fetcher.setLine({.isMetered = true});
    for (const auto &[path, exchange] : begun)
        QVERIFY(desk.engine->answer(exchange.ticket, TransportFailure{SyncTrouble::Tcp, "cut"}, desk.now));
    desk.fetcher.tell();
    desk.now += std::chrono::minutes(1);
    desk.fetchClaimed();
    Paths light = desk.carry();
    std::ranges::sort(light);
    Paths expected{desk.portrait, desk.scan + "/preview"};
    std::ranges::sort(expected);
    QCOMPARE(light, expected);
    desk.fetcher.setLine({.isMetered = false});
    desk.fetchClaimed();
    QCOMPARE(desk.carry(), Paths{desk.scan});
}

void TestPictureFetcher::whatWasRefusedIsAskedForAgainByAPersonAlone()
{
    ThinDesk desk(false);
    desk.isGone = true;
    desk.fetcher.fetch({desk.scan}, FetchWish::Usual);
    QCOMPARE(desk.carry(), Paths{desk.scan});
    QCOMPARE(desk.told.at(desk.scan), std::string("not-found"));
    desk.fetcher.fetch({desk.scan}, FetchWish::Usual);
    QCOMPARE(desk.carry(), Paths());
    desk.isGone = false;
    desk.fetcher.fetch({desk.scan}, FetchWish::Asked);
    QCOMPARE(desk.told.at(desk.scan), std::string());
    QCOMPARE(desk.carry(), Paths{desk.scan});
    QVERIFY(desk.here.contains(desk.scan));

    ThinDesk again(false);
    again.isGone = true;
    again.fetcher.fetch({again.scan}, FetchWish::Usual);
    QCOMPARE(again.carry(), Paths{again.scan});
    again.isGone = false;
    again.fetcher.forgetRefusals();
    QCOMPARE(again.told.at(again.scan), std::string());
    QCOMPARE(again.carry(), Paths()); // nothing large comes by itself: the line may be metered
    again.fetcher.fetch({again.scan}, FetchWish::Usual);
    QCOMPARE(again.carry(), Paths{again.scan});
}

void TestPictureFetcher::thePaneSaysWhatItDoesAndWhatWasChosen()
{
    QCOMPARE(planOf({}, std::nullopt), LinePlan{});
    QVERIFY(planOf({}, true).isMetered);
    QVERIFY(planOf({.metered = MeteredChoice::Always}, false).isMetered);
    QVERIFY(!planOf({.metered = MeteredChoice::Never}, true).isMetered);
    QCOMPARE(planOf({.kilobytes = 100}, false).bytesPerSecond, std::int64_t(102'400));

    LinePane pane;
    LineSettings chosen;
    connect(&pane, &LinePane::chosen, this, [&chosen](const LineSettings &settings) { chosen = settings; });
    auto *metered = pane.findChild<QComboBox *>(u"lineMetered"_s);
    const auto *words = pane.findChild<QLabel *>(u"lineWords"_s);
    QVERIFY(metered->currentText().contains(u"系统没有说"_s));
    pane.showLine({}, true);
    QVERIFY(metered->currentText().contains(u"现在计费"_s));
    QVERIFY(words->text().contains(u"只先取预览"_s));
    pane.showLine({.metered = MeteredChoice::Never}, true);
    QVERIFY(!words->text().contains(u"只先取预览"_s));
    QTest::keyClick(metered, Qt::Key_Up);
    QCOMPARE(chosen, (LineSettings{.metered = MeteredChoice::Always}));
    pane.findChild<QSpinBox *>(u"lineLimit"_s)->setValue(250);
    QCOMPARE(chosen.kilobytes, 250);
}

} // namespace zsb

QTEST_MAIN(zsb::TestPictureFetcher)
#include "tst_picturefetcher.moc"
