#include "ui/models/queuemodel.h"

#include <algorithm>

namespace zsb {

QueueModel::QueueModel(QObject *parent) : QAbstractTableModel(parent) {}

Done QueueModel::open(Source source)
{
    m_source = std::move(source);
    Result<QList<QueueRow>> page = m_source({}, pageSize);
    beginResetModel();
    m_rows = page ? *std::move(page) : QList<QueueRow>();
    m_atEnd = m_rows.size() < pageSize;
    endResetModel();
    if (!page)
        return page.error();
    return done();
}

bool QueueModel::update(const QueueRow &row)
{
    const int place = rowOf(row.id);
    if (place < 0)
        return false;
    if (m_rows.at(place) != row) {
        const std::string cursor = m_rows.at(place).cursor; // where paging goes on must not move
        m_rows[place] = row;
        m_rows[place].cursor = cursor;
        emit dataChanged(index(place, 0), index(place, ColumnCount - 1));
    }
    return true;
}

int QueueModel::rowOf(const ApplicationId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const QueueRow &row) { return row.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int QueueModel::nextUndecided(int after)
{
    for (int row = after + 1;; ++row) {
        if (row >= count()) {
            if (!canFetchMore({}))
                return -1;
            fetchMore({});
            if (row >= count())
                return -1;
        }
        if (!m_rows.at(row).decided && m_rows.at(row).heldBy.isEmpty())
            return row;
    }
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString QueueModel::text(const QueueRow &row, int column) const
{
    switch (Column(column)) {
    case StateColumn:
        return row.state;
    case NumberColumn:
        return row.applicationNo;
    case NameColumn:
        return row.name;
    case IssuesColumn: {
        const int issues = row.errors + row.warnings;
        return issues == 0 ? QString() : QString::number(issues);
    }
    case DeadlineColumn:
        return row.deadline;
    case ColumnCount:
        break;
    }
    return {};
}

QString QueueModel::spoken(const QueueRow &row) const
{
    QString text = tr("%1，%2，%3").arg(row.applicationNo, row.name, row.state);
    if (row.errors + row.warnings > 0)
        text = tr("%1，错误 %2 项，提示 %3 项").arg(text).arg(row.errors).arg(row.warnings);
    return row.deadline.isEmpty() ? text : tr("%1，期限 %2").arg(text, row.deadline);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const QueueRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(row);
    case ToneRole:
        return int(row.tone);
    case ErrorsRole:
        return row.errors;
    case WarningsRole:
        return row.warnings;
    case DecidedRole:
        return row.decided;
    case OverdueRole:
        return row.overdue;
    case HeldByRole:
        return row.heldBy;
    case TypeRole:
        return row.type;
    }
    return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case StateColumn:
        return tr("状态");
    case NumberColumn:
        return tr("报名号");
    case NameColumn:
        return tr("姓名");
    case IssuesColumn:
        return tr("问题");
    case DeadlineColumn:
        return tr("期限");
    case ColumnCount:
        break;
    }
    return {};
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const Result<QList<QueueRow>> page = m_source(m_rows.isEmpty() ? std::string() : m_rows.last().cursor, pageSize);
    if (!page) {
        m_atEnd = true;
        emit readFailed(QString::fromStdString(page.error().detail));
        return;
    }
    m_atEnd = page->size() < pageSize;
    if (page->isEmpty())
        return;
    beginInsertRows({}, count(), count() + int(page->size()) - 1);
    m_rows.append(*page);
    endInsertRows();
}

} // namespace zsb
