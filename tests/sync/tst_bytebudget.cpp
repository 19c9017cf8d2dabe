#include "core/sync/bytebudget.h"
#include "tests/sync/scriptedservice.h"

#include <QTest>

using namespace std::chrono_literals;

namespace zsb {

/// docs/sync.md, thin lines: so many bytes a second of pictures, each way, and nothing else waits for it.
class TestByteBudget : public QObject
{
    Q_OBJECT

private slots:
    void withoutALimitEverythingGoes();
    void theNextWaitsUntilTheLastIsPaidFor();
    void whatTheLineTookIsNotWaitedForAgain();
    void anotherRateOwesNothing();
    void limitedDownloadsComeOneByOneAndApart();
    void decisionsAndRowsWaitForNoPicture();
    void limitedUploadsGoApart();
};

namespace {

const Instant start{1'000s};

HttpResponse picture(std::size_t bytes)
{
    HttpResponse response;
    response.headers["content-type"] = "image/jpeg";
    response.body = std::string(bytes, 'x');
    return response;
}

bool isPicture(const HttpRequest &request)
{
    return request.path.starts_with("/v1/blobs");
}

int pictures(const ScriptedService &service)
{
    return int(std::ranges::count_if(service.asked, isPicture));
}

} // namespace

void TestByteBudget::withoutALimitEverythingGoes()
{
    ByteBudget budget;
    budget.begin();
    QVERIFY(budget.isOpen(start));
    QCOMPARE(budget.opensAt(), std::optional(Instant{}));
    budget.end(1'000'000'000, start);
    QVERIFY(budget.isOpen(start));
}

void TestByteBudget::theNextWaitsUntilTheLastIsPaidFor()
{
    ByteBudget budget;
    budget.setRate(1000);
    QVERIFY(budget.isOpen(start));
    budget.begin();
    QVERIFY2(!budget.isOpen(start + 1h), "one at a time");
    QCOMPARE(budget.opensAt(), std::optional<Instant>());
    budget.end(5000, start);
    QVERIFY(!budget.isOpen(start + 4999ms));
    QVERIFY(budget.isOpen(start + 5s));
    QCOMPARE(budget.opensAt(), std::optional(start + 5s));
}

void TestByteBudget::whatTheLineTookIsNotWaitedForAgain()
{
    ByteBudget budget;
    budget.setRate(1000);
    budget.begin();
    budget.end(2000, start); // here at start + 2 s: as slow as the limit
    QVERIFY(budget.isOpen(start + 2s));
    budget.begin();
    budget.end(1000, start + 1h); // nothing is saved up in a pause either
    QVERIFY(!budget.isOpen(start + 1h + 999ms));
    QVERIFY(budget.isOpen(start + 1h + 1s));
}

void TestByteBudget::anotherRateOwesNothing()
{
    ByteBudget budget;
    budget.setRate(1);
    budget.begin();
    budget.end(1'000'000, start);
    QVERIFY(!budget.isOpen(start + 1h));
    budget.setRate(1);
    QVERIFY2(!budget.isOpen(start + 1h), "the same rate changes nothing");
    budget.setRate(2);
    QVERIFY(budget.isOpen(start));
    budget.setRate(0);
    QVERIFY(budget.isOpen(start));
}

void TestByteBudget::limitedDownloadsComeOneByOneAndApart()
{
    ScriptedService service;
    service.run();
    service.engine->limitPictures(10'000);
    for (const char *name : {"a", "b", "c", "d", "e"})
        service.engine->fetch({.sha256 = name, .preview = true});
    const auto serve = [](const HttpRequest &request) {
        return isPicture(request) ? std::optional<Reply>(picture(20'000)) : std::nullopt;
    };
    for (int i = 1; i <= 5; ++i) {
        service.run(serve);
        QCOMPARE(pictures(service), i);
        if (i < 5)
            QCOMPARE(service.engine->wakeAt(service.now), service.now + 2s);
        service.now += 1999ms;
        service.run(serve);
        QCOMPARE(pictures(service), i);
        service.now += 1ms;
    }
    service.engine->limitPictures(0);
    for (const char *name : {"f", "g", "h"})
        service.engine->fetch({.sha256 = name, .preview = true});
    service.run(serve);
    QCOMPARE(pictures(service), 8);
}

void TestByteBudget::decisionsAndRowsWaitForNoPicture()
{
    ScriptedService service;
    service.run();
    service.engine->limitPictures(1);
    service.engine->fetch({.sha256 = "a", .preview = true});
    service.run([](const HttpRequest &request) {
        return isPicture(request) ? std::optional<Reply>(picture(1'000'000)) : std::nullopt;
    });
    QVERIFY(service.add({"one"}, {}));
    service.asked.clear();
    QVERIFY(service.engine->hurry());
    service.run();
    QVERIFY(service.times("/v1/ops:batch") > 0);
    QVERIFY(service.times("/v1/changes") > 0);
    QCOMPARE(service.status().ops.waiting(), 0);
}

/// What waits for them is decided with proofs: they go, but not faster than the line is worth.
void TestByteBudget::limitedUploadsGoApart()
{
    ScriptedService service;
    service.run();
    service.engine->limitPictures(100'000);
    for (const char *name : {"one", "two"}) {
        const std::string sha256 = *service.store->blobs().put(std::string(200'000, name[0]));
        QVERIFY(service.add({name}, {.portrait = sha256}));
    }
    const auto take = [](const HttpRequest &request) {
        return isPicture(request) && request.method == "PUT" ? std::optional<Reply>(jsonAnswer("{}", 201))
                                                             : std::nullopt;
    };
    const auto sent = [&] { return std::ranges::count(service.asked, "PUT", &HttpRequest::method); };
    service.run(take);
    QCOMPARE(sent(), 1);
    service.now += 1999ms;
    service.run(take);
    QCOMPARE(sent(), 1);
    service.now += 1ms;
    service.run(take);
    QCOMPARE(sent(), 2);
    service.run(take);
    QCOMPARE(service.status().blobs.files, 0);
}

} // namespace zsb

QTEST_GUILESS_MAIN(zsb::TestByteBudget)
#include "tst_bytebudget.moc"
