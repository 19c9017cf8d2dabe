#include "ui/models/findingsmodel.h"

#include <algorithm>

namespace zsb {

namespace {

int rank(const FindingRow &row)
{
    const int open = row.verdict == FindingRow::Verdict::Open ? 0 : 10;
    return open + (row.isHint ? 4 : row.blocks ? 0 : row.tone == Tone::Error ? 1 : row.tone == Tone::Warning ? 2 : 3);
}

} // namespace

FindingsModel::FindingsModel(QObject *parent) : QAbstractListModel(parent) {}

void FindingsModel::setRows(QList<FindingRow> rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FindingRow &a, const FindingRow &b) { return rank(a) < rank(b); });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FindingsModel::hintCount() const
{
    return int(std::ranges::count(m_rows, true, &FindingRow::isHint));
}

int FindingsModel::openCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const FindingRow &row) {
        return row.verdict == FindingRow::Verdict::Open && !row.isHint;
    }));
}

int FindingsModel::blockingCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const FindingRow &row) { return row.blocks; }));
}

int FindingsModel::firstOpen(int after) const
{
    for (int row = after + 1; row < count(); ++row) {
        if (m_rows.at(row).verdict == FindingRow::Verdict::Open && !m_rows.at(row).isHint)
            return row;
    }
    return -1;
}

int FindingsModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_rows, key, &FindingRow::key);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QString FindingsModel::spoken(const FindingRow &row) const
{
    QString verdict;
    switch (row.verdict) {
    case FindingRow::Verdict::Open:
        verdict = row.isHint ? tr("提示，不用处理") : row.blocks ? tr("错误，未处理") : tr("提示，未处理");
        break;
    case FindingRow::Verdict::Confirmed:
        verdict = tr("已认定");
        break;
    case FindingRow::Verdict::Dismissed:
        verdict = tr("已排除");
        break;
    }
    return tr("%1：%2（依据 %3）").arg(verdict, row.message, row.clause);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FindingRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.message;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::ToolTipRole:
        return row.quote.isEmpty() ? row.message : tr("%1\n%2：“%3”").arg(row.message, row.clause, row.quote);
    case KeyRole:
        return row.key;
    case ToneRole:
        return int(row.tone);
    case ClauseRole:
        return row.clause;
    case QuoteRole:
        return row.quote;
    case VerdictRole:
        return int(row.verdict);
    case BlocksRole:
        return row.blocks;
    case NoteRole:
        return row.note;
    case HintRole:
        return row.isHint;
    }
    return {};
}

} // namespace zsb
