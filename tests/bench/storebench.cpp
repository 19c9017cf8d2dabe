// Measures a big season: storebench make FOLDER COUNT, then storebench measure FOLDER. storebench
// append FOLDER [postgres://…]: events appended a second.
#include "core/storage/chain.h"
#include "core/storage/search.h"
#include "core/storage/store.h"
#include "tests/support/bigseason.h"
#include "tests/support/testpack.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTextStream>
#include <QUuid>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

/// Runs something once cold and many times with other arguments; prints median, 95th percentile and the longest.
void measure(const QString &what, int times, const std::function<bool(int)> &run)
{
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!run(i))
            QTextStream(stderr) << what << u": failed\n"_s;
        taken.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(taken);
    const auto at = [&taken](double share) { return taken[std::size_t(share * double(taken.size() - 1))]; };
    QTextStream(stdout) << u"%1 %2 %3 %4\n"_s.arg(what.leftJustified(46))
                               .arg(at(0.5), 9, 'f', 2)
                               .arg(at(0.95), 9, 'f', 2)
                               .arg(taken.back(), 9, 'f', 2);
}

void measureLists(const Store &store, int count)
{
    const std::vector<std::pair<QString, QueueQuery>> lists = {
        {u"urgency"_s, {}},
        {u"number"_s, {.order = QueueOrder::Number}},
        {u"name"_s, {.order = QueueOrder::Name}},
        {u"urgency, one phase"_s, {.phases = {"in-review"}}},
        {u"urgency, three phases"_s, {.phases = {"in-review", "draft", "returned"}}},
        {u"number, one phase"_s, {.phases = {"in-review"}, .order = QueueOrder::Number}},
        {u"name, three phases"_s, {.phases = {"in-review", "draft", "returned"}, .order = QueueOrder::Name}},
        {u"urgency, type and severity"_s, {.phases = {"in-review"}, .types = {"N1"}, .severities = {"error"}}},
        {u"name, one college"_s, {.colleges = {"学院7"}, .order = QueueOrder::Name}},
        {u"free ones"_s, {.phases = {"in-review"}, .claim = ClaimFilter::Free, .now = bigSeasonStart}}};
    for (const auto &[name, query] : lists) {
        measure(u"first page of 100, "_s + name, 100, [&](int) { return store.queue(query, {}, 100).has_value(); });
        std::string after;
        measure(u"next page of 100, "_s + name, 100, [&](int) {
            const Result<QueuePage> page = store.queue(query, after, 100);
            after = page ? page->next : std::string();
            return page.has_value();
        });
        measure(u"count, "_s + name, 3, [&](int) { return store.count(query).has_value(); });
    }
    for (const int limit : {10'000, -1})
        measure(u"snapshot, %1"_s.arg(limit), 3, [&](int) { return store.snapshot({}, limit).has_value(); });
    measure(u"snapshot, one phase, stage and type"_s, 3, [&](int) {
        return store.snapshot({.phases = {"in-review"}, .stages = {"first"}, .types = {"N1"}}, -1).has_value();
    });
    measure(u"facets, all"_s, 5, [&](int) { return store.facets({}).has_value(); });
    measure(u"facets, one phase and type"_s, 5,
            [&](int) { return store.facets({.phases = {"in-review"}, .types = {"N1"}}).has_value(); });
    measure(u"position in the middle, number"_s, 3, [&](int i) {
        const auto id = store.findByNumber(BigPerson(count / 2 + i).number);
        return id && store.position({.order = QueueOrder::Number}, *id).has_value();
    });
}

void measureSearches(const Store &store, int count)
{
    Spelling spelling;
    const auto somebody = [count](int i) { return BigPerson(1 + (i * 7919) % count); };
    const std::vector<std::pair<QString, std::function<std::string(int)>>> searches = {
        {u"application number, whole"_s, [&](int i) { return somebody(i).number; }},
        {u"application number, first 9"_s, [&](int i) { return somebody(i).number.substr(0, 9); }},
        {u"last six of the document"_s, [&](int i) { return somebody(i).document.substr(12); }},
        {u"pinyin, whole"_s, [&](int i) { return spelling.read(somebody(i)).front().py; }},
        {u"pinyin, first 3 letters"_s, [&](int i) { return spelling.read(somebody(i)).front().py.substr(0, 3); }},
        {u"pinyin, first letter"_s, [&](int i) { return spelling.read(somebody(i)).front().py.substr(0, 1); }},
        {u"initials"_s, [&](int i) { return spelling.read(somebody(i)).front().pyi; }},
        {u"name, 1 character"_s, [&](int i) { return somebody(i).characters.front(); }},
        {u"name, 2 characters"_s, [&](int i) { return somebody(i).characters[0] + somebody(i).characters[1]; }},
        {u"name, whole"_s, [&](int i) { return somebody(i).name; }},
        {u"nobody"_s, [&](int) { return std::string("龘龘"); }}};
    for (const auto &[name, text] : searches) {
        measure(u"search, "_s + name, 200, [&](int i) { return store.search(text(i), 20).has_value(); });
        measure(u"queue of 100 with text, "_s + name, 40,
                [&](int i) { return store.queue({.text = text(i)}, {}, 100).has_value(); });
        measure(u"the same by number"_s, 40, [&](int i) {
            return store.queue({.text = text(i), .order = QueueOrder::Number}, {}, 100).has_value();
        });
    }
}

/// Events a second through whole commands, decided, projected and durable: each command alone, and fifty in one batch.
int measureAppending(const std::string &folder, const std::string &database)
{
    const auto book = *RuleBook::bind(sharedNm2023());
    const auto store = Store::open({.folder = folder, .database = database});
    if (!store)
        return 1;
    int made = 0;
    const auto create = [&] {
        const std::string number = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        return Command{.id = {"cmd-" + number},
                       .application = {"app-" + number},
                       .actor = {"bench"},
                       .role = "school",
                       .at = bigSeasonStart,
                       .packHash = book->pack().hash,
                       .body = CreateDraft{number, Origin::Import}};
    };
    for (const int size : {1, 50}) {
        QElapsedTimer timer;
        timer.start();
        made = 0;
        while (timer.elapsed() < 5000) {
            std::vector<Command> commands;
            for (int i = 0; i < size; ++i)
                commands.push_back(create());
            const auto answers = (*store)->executeAll(commands, *book, bigSeasonStart);
            if (!answers || !std::holds_alternative<Executed>(answers->back()))
                return 1;
            made += size;
        }
        QTextStream(stdout) << u"%1 a transaction: %2 events/s\n"_s.arg(size, 3).arg(made * 1000 / timer.elapsed());
    }
    return 0;
}

int measureAll(const std::string &folder)
{
    const auto store = Store::open({.folder = folder});
    if (!store)
        return 1;
    const int count = int((*store)->count({}).value());
    QTextStream(stdout) << u"%1 files, database %2 MB\n"_s.arg(count).arg(
        QFileInfo(QString::fromStdString(folder) + u"/zsb.db"_s).size() >> 20);
    QTextStream(stdout) << u"%1       p50       p95       max ms\n"_s.arg(QString(), 46);
    measureLists(**store, count);
    measureSearches(**store, count);
    measure(u"verify-log"_s, 1, [&](int) { return verifyLog((*store)->databasePath())->isGood(); });
    return 0;
}

} // namespace

} // namespace zsb

int main(int count, char **arguments)
{
    QStringList given;
    for (int i = 1; i < count; ++i)
        given.append(QString::fromLocal8Bit(arguments[i]));
    if (given.size() == 3 && given[0] == u"make")
        return zsb::makeBigSeason(given[1].toStdString(), given[2].toInt()) ? 0 : 1;
    if (given.size() == 2 && given[0] == u"measure")
        return zsb::measureAll(given[1].toStdString());
    if ((given.size() == 2 || given.size() == 3) && given[0] == u"append")
        return zsb::measureAppending(given[1].toStdString(), given.value(2).toStdString());
    QTextStream(stderr) << u"usage: storebench make FOLDER COUNT | measure FOLDER | append FOLDER [postgres://…]\n"_s;
    return 2;
}
