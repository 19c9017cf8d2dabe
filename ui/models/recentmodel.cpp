#include "ui/models/recentmodel.h"

using namespace Qt::StringLiterals;

namespace zsb {

RecentModel::RecentModel(QObject *parent) : QAbstractListModel(parent) {}

void RecentModel::setRows(QList<RecentRow> rows)
{
    beginResetModel();
    m_rows = rows.first(std::min<qsizetype>(rows.size(), depth));
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const RecentRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case ToneRole:
        return int(row.tone);
    case Qt::ToolTipRole: {
        const QString what = tr("%1：%2 %3。Enter 再打开").arg(row.judgement, row.number, row.name);
        return row.undo.isEmpty() ? what : tr("%1，Del %2").arg(what, row.undo);
    }
    case Qt::AccessibleTextRole:
        return tr("%1，%2 %3").arg(row.judgement, row.number, row.name);
    }
    return {};
}

} // namespace zsb
