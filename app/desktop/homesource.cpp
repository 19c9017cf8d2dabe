#include "app/desktop/homesource.h"

#include "core/base/calendar.h"
#include "ui/models/phasetone.h"
#include "ui/review/reviewwords.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int recentCount = 10;

struct Reader
{
    const Store &store;
    const Pack &pack;
    ReviewWords words;
    Instant now;

    [[nodiscard]] Done queues(HomeSummary &summary) const;
    [[nodiscard]] bool isUndone(const HistoryEntry &entry) const;
    [[nodiscard]] Done decisions(HomeSummary &summary, const ActorId &actor) const;
    [[nodiscard]] QString clockTime(Instant at) const;
};

Done Reader::queues(HomeSummary &summary) const
{
    const Result<QueueFacets> facets = store.facets({});
    if (!facets)
        return facets.error();
    for (const Phase phase : {Phase::InReview, Phase::Returned, Phase::Doubtful, Phase::Disputed, Phase::Approved,
                              Phase::Refused, Phase::Draft, Phase::Cancelled}) {
        const std::string id(idOf(phase));
        const auto found = facets->phases.find(id);
        const std::int64_t count = found == facets->phases.end() ? 0 : found->second;
        summary.total += count;
        if (phase == Phase::InReview)
            summary.waiting = count;
        const bool always = phase == Phase::InReview || phase == Phase::Returned || phase == Phase::Doubtful ||
                            phase == Phase::Approved || phase == Phase::Refused;
        if (always || count > 0)
            summary.queues.push_back({QString::fromStdString(id), words.phase(phase), toneOf(phase), count});
    }
    return done();
}

QString Reader::clockTime(Instant at) const
{
    return QString::fromStdString(formatInstant(at, pack.timeOffset)).mid(5, 11).replace(u'T', u' ');
}

/// Taken back within its hold: the log keeps it, the day does not count it.
bool Reader::isUndone(const HistoryEntry &entry) const
{
    const Result<ApplicationState> state = store.state(entry.stored.application);
    return state && std::ranges::any_of(state->decisions, [&entry](const Decision &decision) {
               return decision.undone && decision.id == entry.stored.command;
           });
}

Done Reader::decisions(HomeSummary &summary, const ActorId &actor) const
{
    const auto recent = store.recentDecisions(actor, 1000);
    if (!recent)
        return recent.error();
    for (const HistoryEntry &entry : *recent) {
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(entry.body)).object();
        const auto judgement = judgementOf(body);
        if (!judgement || isUndone(entry))
            continue;
        if (dayAt(entry.stored.at, pack.timeOffset) == dayAt(now, pack.timeOffset))
            ++summary.decidedToday;
        if (summary.decisions.size() >= recentCount)
            continue;
        const Result<QueueEntry> file = store.entry(entry.stored.application, QueueOrder::Number);
        if (!file)
            return file.error();
        summary.decisions.push_back({QString::fromStdString(entry.stored.application.value), clockTime(entry.stored.at),
                                     qtext(file->applicationNo), qtext(file->name), words.judgement(*judgement),
                                     toneOf(*judgement), words.roleName(entry.stored.role)});
    }
    return done();
}

} // namespace

HomeSource homeSource(const Season &season, const ActorId &actor, Language language)
{
    return [options = season.store->options(), book = season.book, clock = season.clock, actor,
            language](const std::stop_token &) -> Result<HomeSummary> {
        const Result<std::unique_ptr<const Store>> store = Store::openReadOnly(options);
        if (!store)
            return store.error();
        const Reader reader{**store, book->pack(), ReviewWords(book->pack(), language), clock()};
        HomeSummary summary;
        if (const Done read = reader.queues(summary); !read)
            return read.error();
        if (const Done read = reader.decisions(summary, actor); !read)
            return read.error();
        return summary;
    };
}

} // namespace zsb
