#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "ui/models/tone.h"

#include <QAbstractTableModel>
#include <QList>

#include <functional>

namespace zsb {

/// One file in the queue, as much of it as a list shows.
struct QueueRow
{
    ApplicationId id;
    std::string cursor; ///< where the next page goes on; opaque here
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
    QString heldBy;       ///< name of another person who works on it

    bool operator==(const QueueRow &) const = default;
};

/// The review queue, read page by page behind a cursor (never by offset). A decided file stays in its place with its
/// new state, so that neither the list nor the eye jumps; the next reading of the queue drops it.
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
    };
    /// The rows after a cursor; an empty cursor asks for the beginning. Fewer than `limit` rows: the end.
    using Source = std::function<Result<QList<QueueRow>>(const std::string &cursor, int limit)>;

    static constexpr int pageSize = 200;

    explicit QueueModel(QObject *parent = nullptr);

    /// Reads the first page from a new source; what was shown goes. Errors: those of the source, and nothing is shown.
    Done open(Source source);
    /// Replaces the row with the same id, in its place. False when it is not loaded.
    bool update(const QueueRow &row);
    [[nodiscard]] const QueueRow &at(int row) const { return m_rows.at(row); }
    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] int rowOf(const ApplicationId &id) const; ///< -1 when not loaded
    /// The next row nobody decided here nor holds elsewhere, looking on from `after` and reading pages as needed; -1:
    /// none.
    [[nodiscard]] int nextUndecided(int after);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void readFailed(const QString &code); ///< a later page could not be read

private:
    [[nodiscard]] QString text(const QueueRow &row, int column) const;
    [[nodiscard]] QString spoken(const QueueRow &row) const;

    Source m_source;
    QList<QueueRow> m_rows;
    bool m_atEnd = true;
};

} // namespace zsb
