#include "ui/models/materialsmodel.h"

#include <algorithm>

namespace zsb {

MaterialsModel::MaterialsModel(QObject *parent) : QAbstractListModel(parent) {}

void MaterialsModel::setRows(QList<MaterialRow> rows)
{
    if (rows == m_rows)
        return;
    const bool onlySeenDiffers =
        std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), [](MaterialRow a, const MaterialRow &b) {
            a.seen = b.seen;
            return a == b;
        });
    if (onlySeenDiffers) {
        m_rows = std::move(rows);
        emit dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void MaterialsModel::setSeen(int row)
{
    if (row < 0 || row >= count() || m_rows.at(row).seen)
        return;
    m_rows[row].seen = true;
    emit dataChanged(index(row), index(row), {SeenRole, Qt::AccessibleTextRole});
}

int MaterialsModel::portraitRow() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const MaterialRow &row) { return row.portrait; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int MaterialsModel::rowOfSlot(const QString &slot) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const MaterialRow &row) { return row.slot == slot; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int MaterialsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QString MaterialsModel::spoken(const MaterialRow &row) const
{
    QString text = row.required ? tr("%1，必交").arg(row.name) : tr("%1，选交").arg(row.name);
    text += row.seen ? tr("，已看") : tr("，未看");
    return row.problem.isEmpty() ? text : tr("%1，%2").arg(text, row.problem);
}

QVariant MaterialsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MaterialRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.note.isEmpty() ? row.name : tr("%1\n%2（%3）").arg(row.name, row.note, row.clause);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case SlotRole:
        return row.slot;
    case RequiredRole:
        return row.required;
    case SeenRole:
        return row.seen;
    case PortraitRole:
        return row.portrait;
    case KeyRole:
        return row.portrait ? QString::number(0) : index.row() < 6 ? QString::number(index.row() + 1) : QString();
    case ProblemRole:
        return row.problem;
    case ChangedRole:
        return row.changed;
    }
    return {};
}

} // namespace zsb
