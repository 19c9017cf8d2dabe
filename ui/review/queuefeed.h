#pragma once

#include "core/storage/queue.h"
#include "ui/models/queuemodel.h"
#include "ui/review/storereader.h"

#include <chrono>
#include <functional>
#include <map>
#include <vector>

namespace zsb {

/// Feeds a QueueModel from a season's database without ever waiting for it: first the first page, then where all of
/// them stand, then how many there are of each kind, then what a view scrolls to, and from then on what others do. An
/// answer that a newer question made stale is dropped. GUI thread only.
class QueueFeed : public QObject
{
    Q_OBJECT

public:
    using ToRow = std::function<QueueRow(const QueueEntry &)>;

    /// Of a text, so many hits are listed at most: nobody reads on, and whoever types on finds.
    static constexpr int mostHits = 10'000;
    /// Others are looked after this often, and never for more than a tenth of the time.
    static constexpr std::chrono::milliseconds followInterval{2000};

    /// `lists` answers what somebody waits for, `counts` what may take its time.
    QueueFeed(QueueModel &model, std::shared_ptr<StoreReader> lists, std::shared_ptr<StoreReader> counts, ToRow toRow,
              QObject *parent = nullptr);

    /// Reads the queue of this query; `then` when its first page is in the model or could not be read.
    void open(const QueueQuery &query, std::function<void(const Done &)> then);
    /// What is counted besides, whatever is open: saved views.
    void setAlso(std::vector<QueueQuery> queries);
    /// Their files, as far as counted().
    [[nodiscard]] const std::vector<std::int64_t> &alsoFiles() const { return m_alsoFiles; }
    /// How many files of the open query have each tag, its own tags left aside.
    [[nodiscard]] const TagCounts &tagFiles() const { return m_tagFiles; }
    /// Counts again: counted() follows. Answers of before are kept while the files they count are the same.
    void count();
    /// Makes sure a row has its content: `then` is called with the row it has by then, not at all if it is gone.
    void load(int row, std::function<void(int row)> then);
    /// Looks for what others did: changed() follows when that concerns this queue.
    void follow();

    /// Where somebody who waits may ask as well.
    [[nodiscard]] StoreReader &reader() { return *m_lists; }
    [[nodiscard]] const QueueQuery &query() const { return m_query; }
    [[nodiscard]] bool isReading() const { return m_page.isRunning() || m_list.isRunning(); }
    /// How many files the open query has; as far as known.
    [[nodiscard]] std::int64_t total() const;
    /// How many files each combination of facets has, for the text and the claim of the query.
    [[nodiscard]] const std::vector<FacetCell> &cells() const { return m_cells; }
    [[nodiscard]] bool isCounted() const { return m_isCounted; } ///< false: cells() are not there yet

signals:
    void listed();  ///< rows may have moved
    void counted(); ///< cells() are new
    /// Somebody else did something to these files.
    void changed(const std::vector<std::int64_t> &keys);
    void failed(const zsb::Error &error);

private:
    struct FirstPage
    {
        QueuePage page;
        std::int64_t upTo = 0;
    };
    struct Counts
    {
        std::vector<FacetCell> cells;
        std::vector<std::int64_t> also;
        TagCounts tags{};
    };
    struct News
    {
        QueueChanges changes;
        std::vector<QueueEntry> entries;
    };

    void showPage(const FirstPage &first);
    void list();
    void fill(const std::vector<std::int64_t> &keys);
    void take(const News &news);
    [[nodiscard]] QList<QueueRow> rowsOf(const std::vector<QueueEntry> &entries) const;

    QueueModel &m_model;
    std::shared_ptr<StoreReader> m_lists;
    std::shared_ptr<StoreReader> m_counts;
    ToRow m_toRow;
    QueueQuery m_query;
    std::vector<FacetCell> m_cells;
    std::vector<QueueQuery> m_also;
    std::vector<std::int64_t> m_alsoFiles;
    TagCounts m_tagFiles{};
    std::int64_t m_upTo = 0; ///< place in the log the list is as of
    bool m_isCounted = false;
    bool m_isCut = false; ///< more hits than are listed
    QTimer m_follow;
    LatestTask m_page;
    LatestTask m_list;
    LatestTask m_count;
    LatestTask m_news;
};

} // namespace zsb
