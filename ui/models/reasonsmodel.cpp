#include "ui/models/reasonsmodel.h"

#include <algorithm>

namespace zsb {

ReasonsModel::ReasonsModel(QObject *parent) : QAbstractListModel(parent) {}

void ReasonsModel::setReasons(QList<ReasonRow> reasons)
{
    beginResetModel();
    m_reasons = std::move(reasons);
    m_chosen = QList<bool>(m_reasons.size(), false);
    m_filter.clear();
    m_shown.clear();
    for (int i = 0; i < m_reasons.size(); ++i)
        m_shown.append(i);
    endResetModel();
    emit choiceChanged();
}

bool ReasonsModel::matches(const ReasonRow &row) const
{
    return m_filter.isEmpty() || row.code.startsWith(m_filter) || row.pinyin.contains(m_filter, Qt::CaseInsensitive) ||
           row.about().text.contains(m_filter, Qt::CaseInsensitive);
}

void ReasonsModel::setFilter(const QString &text)
{
    if (text == m_filter)
        return;
    beginResetModel();
    m_filter = text;
    m_shown.clear();
    for (int i = 0; i < m_reasons.size(); ++i) {
        if (matches(m_reasons.at(i)))
            m_shown.append(i);
    }
    endResetModel();
}

void ReasonsModel::toggleReason(int reason)
{
    m_chosen[reason] = !m_chosen.at(reason);
    const auto shown = m_shown.indexOf(reason);
    if (shown >= 0)
        emit dataChanged(index(int(shown)), index(int(shown)), {ChosenRole, Qt::CheckStateRole});
    emit choiceChanged();
}

void ReasonsModel::toggle(int row)
{
    if (row >= 0 && row < m_shown.size())
        toggleReason(m_shown.at(row));
}

bool ReasonsModel::toggleDigit(int digit)
{
    if (digit < 1 || digit > std::min<qsizetype>(9, m_reasons.size()))
        return false;
    toggleReason(digit - 1);
    return true;
}

void ReasonsModel::turnTarget(int row, int by)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const int reason = m_shown.at(row);
    const int count = int(m_reasons.at(reason).targets.size());
    if (count > 1)
        setTarget(reason, (m_reasons.at(reason).target + by + count) % count);
}

void ReasonsModel::setTarget(int reason, int target)
{
    ReasonRow &row = m_reasons[reason];
    const bool isUntouched = row.note == row.about().found;
    row.target = target;
    if (isUntouched)
        row.note = row.about().found;
    if (const auto shown = m_shown.indexOf(reason); shown >= 0)
        emit dataChanged(index(int(shown)), index(int(shown)));
    emit choiceChanged();
}

void ReasonsModel::setNote(const QString &code, const QString &note)
{
    for (ReasonRow &reason : m_reasons) {
        if (reason.code == code && reason.note != note) {
            reason.note = note;
            emit choiceChanged();
        }
    }
}

void ReasonsModel::choose(const QString &code, const QString &items, const QString &note)
{
    for (int reason = 0; reason < m_reasons.size(); ++reason) {
        const ReasonRow &row = m_reasons.at(reason);
        if (row.code != code)
            continue;
        if (!m_chosen.at(reason))
            toggleReason(reason);
        for (int target = 0; target < row.targets.size(); ++target) {
            if (row.targets.at(target).items == items)
                setTarget(reason, target);
        }
    }
    setNote(code, note);
}

QList<ReasonRow> ReasonsModel::chosen() const
{
    QList<ReasonRow> rows;
    for (int i = 0; i < m_reasons.size(); ++i) {
        if (m_chosen.at(i))
            rows.append(m_reasons.at(i));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ReasonRow &a, const ReasonRow &b) { return a.code < b.code; });
    return rows;
}

bool ReasonsModel::isComplete() const
{
    const QList<ReasonRow> rows = chosen();
    return !rows.isEmpty() && std::none_of(rows.begin(), rows.end(), [](const ReasonRow &row) {
        return row.needsNote && row.note.trimmed().isEmpty();
    });
}

int ReasonsModel::firstIncomplete() const
{
    for (int row = 0; row < m_shown.size(); ++row) {
        const int reason = m_shown.at(row);
        const ReasonRow &one = m_reasons.at(reason);
        if (m_chosen.at(reason) && one.needsNote && one.note.trimmed().isEmpty())
            return row;
    }
    return -1;
}

const ReasonRow &ReasonsModel::at(int row) const
{
    return m_reasons.at(m_shown.at(row));
}

int ReasonsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString ReasonsModel::spoken(const ReasonRow &row, bool isChosen)
{
    const ReasonTarget about = row.about();
    const QString words =
        isChosen ? tr("已选：%1 %2").arg(row.code, about.text) : tr("%1 %2").arg(row.code, about.text);
    return row.targets.size() > 1 ? tr("%1，%2").arg(words, about.name) : words;
}

QVariant ReasonsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int reason = m_shown.at(index.row());
    const ReasonRow &row = m_reasons.at(reason);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.about().text;
    case Qt::AccessibleTextRole:
        return spoken(row, m_chosen.at(reason));
    case Qt::CheckStateRole:
        return m_chosen.at(reason) ? Qt::Checked : Qt::Unchecked;
    case CodeRole:
        return row.code;
    case ClauseRole:
        return row.clause;
    case DigitRole:
        return reason < 9 ? QString::number(reason + 1) : QString();
    case ChosenRole:
        return m_chosen.at(reason);
    case TargetRole:
        return row.about().name;
    case TargetCountRole:
        return int(row.targets.size());
    case NeedsNoteRole:
        return row.needsNote;
    case SuggestedRole:
        return row.suggested;
    }
    return {};
}

} // namespace zsb
