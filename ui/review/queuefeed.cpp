#include "ui/review/queuefeed.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>

namespace zsb {

namespace {

constexpr int mostChanges = 200; ///< more than that at once: the list is read again

/// Whole lines of a list, with the tags of whoever asks.
Result<std::vector<QueueEntry>> entriesOf(const Store &store, const std::vector<std::int64_t> &keys,
                                          const QueueQuery &query)
{
    Result<std::vector<QueueEntry>> entries = store.entries(keys, query.order);
    if (!entries)
        return entries;
    if (const Done tagged = store.desk(query.actor).readTags(*entries); !tagged)
        return tagged.error();
    return entries;
}

/// Whether the cells of all files answer it.
bool isPlain(const QueueQuery &query)
{
    return query.text.empty() && query.tags == 0 && query.claim == ClaimFilter::Any;
}

/// The files of each query. One look at the cells of all files, which are often those of the open query, answers what
/// neither searches nor asks for tags; those find their few files by an index.
Result<std::vector<std::int64_t>> filesOf(const std::vector<QueueQuery> &queries, const QueueQuery &open,
                                          const std::vector<FacetCell> &openCells, const Store &store,
                                          const std::stop_token &stop)
{
    std::vector<FacetCell> all;
    if (!isPlain(open) && std::ranges::any_of(queries, isPlain)) {
        Result<std::vector<FacetCell>> cells = store.facetCells({});
        if (!cells)
            return cells.error();
        all = *std::move(cells);
    }
    std::vector<std::int64_t> files;
    for (const QueueQuery &query : queries) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "superseded"};
        const Result<std::int64_t> found =
            isPlain(query) ? Result<std::int64_t>(countOf(isPlain(open) ? openCells : all, query)) : store.count(query);
        if (!found)
            return found.error();
        files.push_back(*found);
    }
    return files;
}

} // namespace

QueueFeed::QueueFeed(QueueModel &model, std::shared_ptr<StoreReader> lists, std::shared_ptr<StoreReader> counts,
                     ToRow toRow, QObject *parent)
    : QObject(parent), m_model(model), m_lists(std::move(lists)), m_counts(std::move(counts)), m_toRow(std::move(toRow))
{
    m_follow.setInterval(followInterval);
    connect(&m_follow, &QTimer::timeout, this, &QueueFeed::follow);
    connect(&m_model, &QueueModel::contentWanted, this, &QueueFeed::fill);
}

QList<QueueRow> QueueFeed::rowsOf(const std::vector<QueueEntry> &entries) const
{
    QList<QueueRow> rows;
    for (const QueueEntry &entry : entries)
        rows.append(m_toRow(entry));
    return rows;
}

void QueueFeed::open(const QueueQuery &query, std::function<void(const Done &)> then)
{
    if (query.text != m_query.text || query.claim != m_query.claim ||
        query.tags != m_query.tags) { // counts of other files
        m_cells.clear();
        m_isCounted = false;
    }
    m_query = query;
    m_list.forget();
    m_news.forget();
    const auto read = [query](const Store &store, const std::stop_token &) -> Result<FirstPage> {
        const Result<QueueChanges> place = store.changes(std::numeric_limits<std::int64_t>::max(), 0);
        if (!place)
            return place.error();
        Result<QueuePage> page = store.queue(query, {}, QueueModel::pageSize);
        if (!page)
            return page.error();
        if (const Done tagged = store.desk(query.actor).readTags(page->entries); !tagged)
            return tagged.error();
        return FirstPage{*std::move(page), place->upTo};
    };
    m_page = m_lists->ask(this, read, [this, then = std::move(then)](const Result<FirstPage> &first) {
        showPage(first ? *first : FirstPage{});
        then(first ? done() : Done(first.error()));
        if (first && !m_model.isAll())
            list();
        count();
        m_follow.start();
    });
}

void QueueFeed::showPage(const FirstPage &first)
{
    m_upTo = first.upTo;
    m_isCut = false;
    m_model.show(rowsOf(first.page.entries), first.page.next.empty());
}

void QueueFeed::list()
{
    const int limit = m_query.text.empty() ? -1 : mostHits;
    struct Listed
    {
        QueueSnapshot keys;
        std::int64_t milliseconds = 0;
    };
    const auto read = [query = m_query, limit](const Store &store, const std::stop_token &stop) -> Result<Listed> {
        QElapsedTimer timer;
        timer.start();
        Result<QueueSnapshot> keys = store.snapshot(query, limit, stop);
        if (!keys)
            return keys.error();
        return Listed{*std::move(keys), timer.elapsed()};
    };
    m_list = m_counts->ask(this, read, [this, limit](const Result<Listed> &listed) {
        if (!listed) {
            emit failed(listed.error());
            return;
        }
        m_isCut = limit > 0 && std::ssize(listed->keys) == limit;
        m_model.setList(listed->keys);
        m_follow.setInterval(std::max(followInterval, std::chrono::milliseconds(10 * listed->milliseconds)));
        emit this->listed();
    });
}

void QueueFeed::setAlso(std::vector<QueueQuery> queries)
{
    if (queries != m_also)
        m_alsoFiles.clear();
    m_also = std::move(queries);
}

void QueueFeed::count()
{
    const auto read = [query = m_query, also = m_also](const Store &store,
                                                       const std::stop_token &stop) -> Result<Counts> {
        Result<std::vector<FacetCell>> cells = store.facetCells(query);
        if (!cells)
            return cells.error();
        Result<std::vector<std::int64_t>> files = filesOf(also, query, *cells, store, stop);
        if (!files)
            return files.error();
        const Result<TagCounts> tags = store.tagCounts(query);
        if (!tags)
            return tags.error();
        return Counts{*std::move(cells), *std::move(files), *tags};
    };
    m_count = m_counts->ask(this, read, [this](Result<Counts> counts) {
        if (!counts) {
            emit failed(counts.error());
            return;
        }
        m_cells = std::move(counts->cells);
        m_alsoFiles = std::move(counts->also);
        m_tagFiles = counts->tags;
        m_isCounted = true;
        emit counted();
    });
}

std::int64_t QueueFeed::total() const
{
    return m_model.isAll() && !m_isCut ? m_model.count()
                                       : std::max<std::int64_t>(m_model.count(), countOf(m_cells, m_query));
}

void QueueFeed::load(int row, std::function<void(int row)> then)
{
    const std::int64_t key = m_model.keyAt(row);
    if (m_model.isLoaded(row)) {
        then(row);
        return;
    }
    const auto read = [keys = m_model.missingAround(row), query = m_query](
                          const Store &store, const std::stop_token &) { return entriesOf(store, keys, query); };
    m_lists->ask(this, read, [this, key, then = std::move(then)](const Result<std::vector<QueueEntry>> &entries) {
        if (!entries) {
            emit failed(entries.error());
            return;
        }
        m_model.put(rowsOf(*entries));
        if (const int here = m_model.rowOfKey(key); here >= 0 && m_model.isLoaded(here))
            then(here);
    });
}

void QueueFeed::fill(const std::vector<std::int64_t> &keys)
{
    const auto read = [keys, query = m_query](const Store &store, const std::stop_token &) {
        return entriesOf(store, keys, query);
    };
    m_lists->ask(this, read, [this](const Result<std::vector<QueueEntry>> &entries) {
        if (entries)
            m_model.put(rowsOf(*entries));
        else
            emit failed(entries.error());
    });
}

void QueueFeed::follow()
{
    if (isReading() || m_news.isRunning() || !m_model.isAll())
        return;
    const auto read = [upTo = m_upTo, query = m_query](const Store &store, const std::stop_token &) -> Result<News> {
        Result<QueueChanges> changes = store.changes(upTo, mostChanges);
        if (!changes)
            return changes.error();
        News news{*std::move(changes), {}};
        if (news.changes.rows.empty() || news.changes.tooMany)
            return news;
        Result<std::vector<QueueEntry>> entries = entriesOf(store, news.changes.rows, query);
        if (!entries)
            return entries.error();
        news.entries = *std::move(entries);
        return news;
    };
    m_news = m_counts->ask(this, read, [this](const Result<News> &news) {
        if (news)
            take(*news);
    });
}

/// What left the queue goes, what is still in it is shown anew, and for what came the list is read again.
void QueueFeed::take(const News &news)
{
    m_upTo = news.changes.upTo;
    if (news.changes.rows.empty())
        return;
    bool isNew = news.changes.tooMany || (!m_query.text.empty() && !news.entries.empty());
    QList<QueueRow> stay;
    for (const QueueEntry &entry : news.entries) {
        const bool wanted = matches(entry, m_query);
        const bool isListed = m_model.rowOfKey(entry.row) >= 0;
        isNew = isNew || (wanted && !isListed);
        if (isListed && (wanted || m_model.isKept(entry.row)))
            stay.append(m_toRow(entry));
        else if (isListed && m_query.text.empty())
            m_model.remove(entry.row);
    }
    for (const QueueRow &row : stay)
        m_model.put({row});
    if (news.changes.tooMany)
        m_model.forgetContents(); // whichever of them it was
    if (isNew)
        list();
    emit changed(news.changes.rows);
    emit listed();
    count();
}

} // namespace zsb
