// The same season in clear and sealed, beside each other in one run: sealedbench COUNT. Lines are `what clear sealed`,
// ms.
#include "tests/bench/benchkit.h"
#include "tests/storage/storefixture.h"
#include "tests/support/bigseason.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

ApplicationId fileAt(int at)
{
    return {"0190a6e2-0000-7000-8000-" + QString::number(at).rightJustified(12, u'0').toStdString()};
}

/// Decided, projected and written like any import: one transaction.
bool fill(StoreFixture &season, int count)
{
    const auto batch = season.store->begin(*season.book, season.now);
    for (int i = 0; batch && i < count; ++i) {
        const BigPerson person(i + 1);
        TestPerson made;
        made.number = person.number;
        made.name = person.name;
        made.document = person.document;
        made.phone = person.phone;
        for (const Command &command : season.season(fileAt(i), made)) {
            if (!(*batch)->execute(command))
                return false;
        }
    }
    return batch && (*batch)->commit();
}

using Work = std::function<bool(StoreFixture &, int)>;

/// Median of many, in ms.
double median(StoreFixture &season, int times, const Work &work)
{
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        const Stopwatch watch;
        if (!work(season, i))
            QTextStream(stderr) << "failed\n";
        taken.push_back(watch.wall());
    }
    std::ranges::sort(taken);
    return taken[taken.size() / 2];
}

void measure(StoreFixture &clear, StoreFixture &sealed, const QString &what, int times, const Work &work)
{
    const double first = median(clear, times, work);
    QTextStream(stdout)
        << u"%1 %2 %3\n"_s.arg(what, -36).arg(first, 10, 'f', 2).arg(median(sealed, times, work), 10, 'f', 2);
}

int measureAll(int count)
{
    StoreFixture clear(nullptr);
    StoreFixture sealed(std::make_shared<const SealedCodec>(*Keyring::make(SuiteId::International, {}, keyRandom())));
    const auto both = [&](const QString &what, int times, const Work &work) {
        measure(clear, sealed, what, times, work);
    };
    const auto somebody = [count](int i) { return BigPerson(1 + (i * 7919) % count); };
    std::string after;
    both(u"fill"_s, 1, [count](StoreFixture &season, int) { return fill(season, count); });
    both(u"open"_s, 9, [](StoreFixture &season, int) {
        season.open();
        return season.store != nullptr;
    });
    both(u"first page of 100"_s, 50,
         [](StoreFixture &season, int) { return season.store->queue({}, {}, 100).has_value(); });
    both(u"next page of 100"_s, 50, [&after](StoreFixture &season, int i) {
        const Result<QueuePage> page = season.store->queue({}, i == 0 ? std::string() : after, 100);
        after = page ? page->next : std::string();
        return page && !page->entries.empty();
    });
    both(u"one file with its findings"_s, 200, [count](StoreFixture &season, int i) {
        const ApplicationId id = fileAt((i * 7919) % count);
        return season.store->state(id) && season.store->findings(id, *season.book);
    });
    both(u"search by the whole name"_s, 100, [&](StoreFixture &season, int i) {
        const auto hits = season.store->search(somebody(i).name, 20);
        return hits && !hits->empty();
    });
    both(u"search by the last six"_s, 100, [&](StoreFixture &season, int i) {
        const auto hits = season.store->search(somebody(i).document.substr(12), 20);
        return hits && !hits->empty();
    });
    both(u"a claim"_s, 30, [](StoreFixture &season, int i) { return season.does(fileAt(i), ClaimFile{}); });
    both(u"everything projected again"_s, 1,
         [](StoreFixture &season, int) { return bool(season.store->rebuild(*season.book)); });
    return 0;
}

} // namespace

} // namespace zsb

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const int files = count == 2 ? QByteArray(arguments[1]).toInt() : 0;
    if (files > 0)
        return zsb::measureAll(files);
    QTextStream(stderr) << "usage: sealedbench COUNT\n";
    return 2;
}
