#include "app/desktop/season.h"

#include "core/demo/season.h"
#include "core/storage/logtime.h"
#include "ui/exchange/storeimport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto databaseName = "zsb.db"_L1;
constexpr auto demoMark = "demo"_L1;
constexpr int demoPeople = 60;
constexpr std::uint64_t demoSeed = 9; // two sound files, then one with an error: what the coach teaches
constexpr double demoFlaws = 0.2;     // most files are clean, as in a real season
constexpr std::chrono::milliseconds windowPatience{40}; // nobody presses a key and waits for an import
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

Clock demoClock(const Pack &pack, const Clock &running, std::optional<Instant> latest)
{
    const Window *review = pack.window("review");
    const Instant morning = review ? review->from + demoMorning : running();
    const Instant base = latest ? std::max(morning, *latest) : morning;
    return [base, started = running(), running] { return base + (running() - started); };
}

Done prepareSeason(const SeasonPlace &place, const RuleBook &book, const std::stop_token &stop)
{
    Result<std::unique_ptr<Store>> store = Store::open({.folder = place.folder.toStdString(), .codec = place.codec});
    if (!store)
        return within("open season", store.error());
    const Result<bool> stale = (*store)->isStale(book);
    if (!stale)
        return within("open season", stale.error());
    return *stale ? (*store)->rebuild(book, stop) : done();
}

namespace {

StoreOptions optionsOf(const SeasonPlace &place)
{
    return {.folder = place.folder.toStdString(), .codec = place.codec, .patience = windowPatience};
}

Result<std::unique_ptr<Season>> seasonOf(const QString &folder, std::shared_ptr<const RuleBook> book,
                                         const Clock &running, const Store &store)
{
    auto season = std::make_unique<Season>();
    season->folder = folder;
    season->demo = isDemoFolder(folder);
    season->clock = running;
    if (season->demo) {
        const auto latest = latestEventAt(store.database());
        if (!latest)
            return latest.error();
        season->clock = demoClock(book->pack(), running, *latest);
    }
    season->book = std::move(book);
    return season;
}

} // namespace

Result<std::unique_ptr<Season>> openSeason(const SeasonPlace &place, std::shared_ptr<const RuleBook> book,
                                           const Clock &running)
{
    Result<std::unique_ptr<Store>> store = Store::open(optionsOf(place));
    if (!store)
        return within("open season", store.error());
    auto season = seasonOf(place.folder, std::move(book), running, **store);
    if (!season)
        return within("open season", season.error());
    (*season)->writer = store->get();
    (*season)->store = std::move(*store);
    return season;
}

Result<std::unique_ptr<Season>> readSeason(const SeasonPlace &place, std::shared_ptr<const RuleBook> book,
                                           const Clock &running)
{
    Result<std::unique_ptr<const Store>> store = Store::openReadOnly(optionsOf(place));
    if (!store)
        return within("read season", store.error());
    auto season = seasonOf(place.folder, std::move(book), running, **store);
    if (!season)
        return within("read season", season.error());
    (*season)->store = std::move(*store);
    return season;
}

namespace {

Done fillDemo(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &running,
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
    options.seed = demoSeed;
    options.progress = [&context](int made, int total) { context.progress(made, total); };
    options.stop = context.stop;
    const Result<SeasonMade> made = makeSeason(book->pack(), options, source.toStdString());
    if (!made)
        return within("demo season", made.error());
    // Whoever tries the program out does not wait for its scans: each is measured when it is opened.
    StoreImport import({.folder = folder.toStdString()}, book, clock, StoreImport::Keep::Yes,
                       std::make_shared<SharedModel>(), PictureFacts::Scans::Left);
    const Result<ImportOutcome> imported = import.import({source + u"/season.csv"_s, source}, context);
    if (!imported)
        return within("demo import", imported.error());
    return context.stop.stop_requested() ? Done(Error{ErrorCode::Cancelled, "demo stopped"}) : done();
}

/// Everything in `from` goes to `to`, the database last: with it the folder holds a season. All or nothing.
Done moveSeason(const QString &from, const QString &to)
{
    QStringList names = QDir(from).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    std::ranges::stable_partition(names, [](const QString &name) { return name != databaseName; });
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (QDir().rename(from + u'/' + names[i], to + u'/' + names[i]))
            continue;
        for (const QString &moved : names.first(i))
            QDir().rename(to + u'/' + moved, from + u'/' + moved);
        return Error{ErrorCode::Unreadable, "demo season cannot be moved into its folder"};
    }
    return done();
}

} // namespace

Done makeDemoSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book, const Clock &running,
                    const TaskContext &context)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Unreadable, "demo folder cannot be written"};
    const QTemporaryDir making(folder + u"/making-XXXXXX"_s);
    if (!making.isValid())
        return Error{ErrorCode::Unreadable, "demo folder cannot be written"};
    const Done filled = fillDemo(making.path(), book, running, context);
    return filled ? moveSeason(making.path(), folder) : filled;
}

} // namespace zsb
