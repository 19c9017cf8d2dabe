#include "ui/models/formmodel.h"

#include <algorithm>

namespace zsb {

namespace {

/// Problems before differences before the rest; the order of the form within each.
int rank(Tone tone)
{
    switch (tone) {
    case Tone::Error:
        return 0;
    case Tone::Warning:
    case Tone::Doubt:
        return 1;
    case Tone::Info:
        return 2;
    case Tone::Neutral:
    case Tone::Ok:
        break;
    }
    return 3;
}

bool isProblem(Tone tone)
{
    return tone == Tone::Error || tone == Tone::Warning;
}

} // namespace

FormModel::FormModel(QObject *parent) : QAbstractTableModel(parent) {}

void FormModel::setRows(QList<FormRow> rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FormRow &a, const FormRow &b) { return rank(a.tone) < rank(b.tone); });
    m_all = std::move(rows);
    select();
}

void FormModel::setShow(Show show)
{
    if (show == m_show)
        return;
    m_show = show;
    select();
}

void FormModel::setStep(int step)
{
    if (step == m_step)
        return;
    m_step = step;
    select();
}

void FormModel::select()
{
    QList<FormRow> shown;
    for (const FormRow &row : std::as_const(m_all)) {
        const bool wanted = (m_show == Show::All || isProblem(row.tone)) && (m_step == 0 || row.step == m_step);
        if (wanted)
            shown.append(row);
    }
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = std::move(shown);
    endResetModel();
}

int FormModel::problemCount() const
{
    return int(std::count_if(m_all.begin(), m_all.end(), [](const FormRow &row) { return isProblem(row.tone); }));
}

int FormModel::rowOf(const QString &fieldId) const
{
    const auto found =
        std::find_if(m_shown.begin(), m_shown.end(), [&](const FormRow &row) { return row.fieldId == fieldId; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int FormModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int FormModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString FormModel::text(const FormRow &row, int column) const
{
    switch (Column(column)) {
    case LabelColumn:
        return row.label;
    case ValueColumn:
        return row.value;
    case RemarkColumn:
        return row.remark;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FormModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FormRow &row = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(row, index.column());
    case ToneRole:
        return QVariant::fromValue(int(row.tone));
    case FieldRole:
        return row.fieldId;
    case DerivedRole:
        return row.derived;
    case WholeValueRole:
        return row.wholeValue;
    }
    return {};
}

QVariant FormModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case LabelColumn:
        return tr("项目");
    case ValueColumn:
        return tr("填报");
    case RemarkColumn:
        return tr("说明");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace zsb
