#include "app/desktop/season.h"

#include "core/demo/season.h"
#include "ui/exchange/storeimport.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto databaseName = "zsb.db"_L1;
constexpr auto demoMark = "demo"_L1;
constexpr int demoPeople = 60;
constexpr double demoFlaws = 0.4; // the demo is for learning: every kind of flaw once
constexpr std::chrono::minutes demoMorning{24 * 60 + 30};

QString under(const QString &folder, QLatin1StringView name)
{
    return folder + u'/' + name;
}

} // namespace

bool holdsSeason(const QString &folder)
{
    return QFile::exists(under(folder, databaseName));
}

bool isDemoFolder(const QString &folder)
{
    return QFile::exists(under(folder, demoMark));
}

Clock demoClock(const Pack &pack, const Clock &running)
{
    const Window *review = pack.window("review");
    const Instant base = review ? review->from + demoMorning : running();
    return [base, started = running(), running] { return base + (running() - started); };
}

Done prepareSeason(const QString &folder, const RuleBook &book)
{
    Result<std::unique_ptr<Store>> store = Store::open({folder.toStdString(), {}});
    if (!store)
        return within("open season", store.error());
    const Result<bool> stale = (*store)->isStale(book);
    if (!stale)
        return within("open season", stale.error());
    return *stale ? (*store)->rebuild(book) : done();
}

Result<std::unique_ptr<Season>> openSeason(const QString &folder, std::shared_ptr<const RuleBook> book,
                                           const Clock &running)
{
    Result<std::unique_ptr<Store>> store = Store::open({folder.toStdString(), {}});
    if (!store)
        return within("open season", store.error());
    auto season = std::make_unique<Season>();
    season->folder = folder;
    season->demo = isDemoFolder(folder);
    season->clock = season->demo ? demoClock(book->pack(), running) : running;
    season->book = std::move(book);
    season->store = std::move(*store);
    return season;
}

Done makeDemoSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &running,
                    const TaskContext &context)
{
    const QString source = folder + u"/source"_s;
    QFile mark(under(folder, demoMark));
    if (!QDir().mkpath(source) || !mark.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, "demo folder cannot be written"};
    const Clock clock = demoClock(book->pack(), running);
    SeasonOptions options;
    options.count = demoPeople;
    options.flawedShare = demoFlaws;
    options.progress = [&context](int made, int total) { context.progress(made, total); };
    options.stop = context.stop;
    const Result<SeasonMade> made = makeSeason(book->pack(), options, source.toStdString());
    if (!made)
        return within("demo season", made.error());
    StoreImport import(folder, book, clock, Language::Chinese);
    const Result<ImportOutcome> imported = import.import({source + u"/season.csv"_s, source}, context);
    if (!imported)
        return within("demo import", imported.error());
    return done();
}

} // namespace zsb
