#include "ui/models/historymodel.h"

namespace zsb {

HistoryModel::HistoryModel(QObject *parent) : QAbstractListModel(parent) {}

QString HistoryRow::actor() const
{
    return role.isEmpty() ? who : who + QStringLiteral(" · ") + role;
}

void HistoryModel::setRows(QList<HistoryRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.what;
    case Qt::AccessibleTextRole:
        return tr("%1，%2：%3。%4").arg(row.when, row.actor(), row.what, row.detail);
    case Qt::ToolTipRole:
        return tr("规则包 %1\n校验 %2").arg(row.pack, row.hash);
    case WhenRole:
        return row.when;
    case ActorRole:
        return row.actor();
    case DetailRole:
        return row.detail;
    case PackRole:
        return row.pack;
    case HashRole:
        return row.hash;
    case ToneRole:
        return int(row.tone);
    }
    return {};
}

} // namespace zsb
