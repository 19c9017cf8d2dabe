#pragma once

#include "core/base/id.h"
#include "ui/models/tagwords.h"
#include "ui/models/tone.h"

#include <QAbstractTableModel>
#include <QList>
#include <QTimer>

#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

namespace zsb {

/// One file in the queue, as much of it as a list shows.
struct QueueRow
{
    ApplicationId id;
    std::int64_t key = 0; ///< names the file in a list, see QueueModel::setList()
    QString applicationNo;
    QString name;
    QString type;
    QString state; ///< words for the state
    Tone tone = Tone::Neutral;
    int errors = 0;   ///< open findings that block
    int warnings = 0; ///< other open findings
    QString deadline; ///< short local date; empty: none
    bool overdue = false;
    bool decided = false; ///< decided on this screen; stays in its place until the queue is read again
    Tags tags = 0;        ///< the reviewer's own
    QString heldBy;       ///< name of another person who works on it

    bool operator==(const QueueRow &) const = default;
};

/// The review queue: the keys of all its files in their order, eight bytes each, and the content of those that were
/// looked at. Reads nothing itself: contentWanted() says what is on screen and not there yet. A decided file stays in
/// its place with its new state, and so does the file on screen, whatever others do to it, so that neither the list nor
/// the eye jumps; the next reading of the queue drops it.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        StateColumn,
        NumberColumn,
        NameColumn,
        IssuesColumn,
        DeadlineColumn,
        ColumnCount,
    };
    enum Role
    {
        ToneRole = Qt::UserRole, ///< Tone
        ErrorsRole,
        WarningsRole,
        DecidedRole,
        OverdueRole,
        HeldByRole,
        TypeRole,
        TagsRole, ///< Tags as int
    };

    static constexpr int pageSize = 200;
    static constexpr std::size_t mostLoaded = 4000; ///< contents kept

    explicit QueueModel(QObject *parent = nullptr);

    /// How tags are called.
    void setTagWords(const TagWords &words);
    [[nodiscard]] const TagWords &tagWords() const { return m_tagWords; }

    /// Another queue: its first files, and whether there are no others. What was shown goes.
    void show(const QList<QueueRow> &rows, bool isAll);
    /// All files of the queue that is shown. Rows that stay keep their place and their selection.
    void setList(const std::vector<std::int64_t> &keys);
    /// The content of files of the list; others are ignored. What was decided here stays decided.
    void put(const QList<QueueRow> &rows);
    /// Whatever of it is on a screen is asked for anew; what was decided here stays.
    void forgetContents();
    /// The file is not of this queue any more; one that is kept stays.
    void remove(std::int64_t key);
    /// The file on screen, which stays; 0: none.
    void setOpen(std::int64_t key) { m_open = key; }
    /// Replaces the row with the same key, in its place. False when it is not in the list.
    bool update(const QueueRow &row);

    [[nodiscard]] std::int64_t openKey() const { return m_open; }
    [[nodiscard]] bool isAll() const { return m_isAll; } ///< false until setList()
    /// The content of a row, an empty one while it is not loaded.
    [[nodiscard]] const QueueRow &at(int row) const;
    [[nodiscard]] bool isLoaded(int row) const { return !at(row).id.isEmpty(); }
    [[nodiscard]] std::int64_t keyAt(int row) const { return m_keys.at(std::size_t(row)); }
    /// The keys of the rows around this one whose content is not there.
    [[nodiscard]] std::vector<std::int64_t> missingAround(int row) const;
    [[nodiscard]] int count() const { return int(m_keys.size()); }
    [[nodiscard]] int rowOf(const ApplicationId &id) const; ///< -1 when not loaded
    [[nodiscard]] int rowOfKey(std::int64_t key) const;     ///< -1 when not in the list
    [[nodiscard]] bool isKept(std::int64_t key) const;      ///< decided here, or on screen
    /// The next row nobody decided here nor holds elsewhere, looking on from `after`, or one that is not loaded; -1:
    /// none.
    [[nodiscard]] int nextUndecided(int after) const;
    [[nodiscard]] std::size_t loaded() const { return m_contents.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// A row was asked for whose content is not there; once for all rows of a repaint.
    void contentWanted(const std::vector<std::int64_t> &keys);

private:
    [[nodiscard]] int rowOfKeyNear(std::int64_t key, int row) const;
    [[nodiscard]] QString text(const QueueRow &row, int column) const;
    [[nodiscard]] QString spoken(const QueueRow &row) const;
    void want(int row) const;
    void askForWanted();
    void trim(const QList<QueueRow> &justPut);
    [[nodiscard]] bool isSameOrder(const std::vector<std::int64_t> &keys) const;
    [[nodiscard]] std::vector<std::int64_t> withKept(std::vector<std::int64_t> keys) const;
    void dropGone(const std::vector<std::int64_t> &keys);
    void removeRuns(const std::vector<bool> &stays);
    void insertRuns(const std::vector<std::int64_t> &keys);

    std::vector<std::int64_t> m_keys;
    std::unordered_map<std::int64_t, QueueRow> m_contents;
    TagWords m_tagWords;
    std::int64_t m_open = 0;
    bool m_isAll = true;
    mutable std::set<int> m_wanted; ///< first rows of blocks
    mutable QTimer m_ask;
};

} // namespace zsb
