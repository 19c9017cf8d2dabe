#include "ui/sync/plaintable.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QFont bold()
{
    QFont font;
    font.setBold(true);
    return font;
}

} // namespace

PlainTable::PlainTable(const Theme &theme, QStringList headers, QObject *parent)
    : QAbstractTableModel(parent), m_theme(theme), m_headers(std::move(headers))
{
}

void PlainTable::show(QList<PlainRow> rows)
{
    if (rows == m_rows)
        return;
    const auto sameIds = [&] {
        if (rows.size() != m_rows.size())
            return false;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            if (rows[i].id != m_rows[i].id)
                return false;
        }
        return true;
    };
    if (sameIds()) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(count() - 1, int(m_headers.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString PlainTable::idOf(int row) const
{
    return row >= 0 && row < count() ? m_rows.at(row).id : QString();
}

int PlainTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

int PlainTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant PlainTable::data(const QModelIndex &index, int role) const
{
    const PlainRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return row.cells.value(index.column());
    case Qt::DecorationRole:
        return index.column() == 0 && row.tone != Tone::Neutral ? QVariant(m_theme.toneIcon(row.tone)) : QVariant();
    case Qt::FontRole:
        return row.isUnread ? QVariant(bold()) : QVariant();
    case Qt::AccessibleTextRole:
        return row.isUnread && index.column() == 0 ? QVariant(tr("未读，%1").arg(row.cells.value(0))) : QVariant();
    default:
        return {};
    }
}

QVariant PlainTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_headers.value(section);
    return {};
}

QTableView *makePlainView(PlainTable &table, const char *name, const QString &spoken, int wide, QWidget *parent)
{
    auto *view = new QTableView(parent);
    nameWidget(view, QLatin1StringView(name), spoken);
    view->setModel(&table);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(space::target);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    return view;
}

} // namespace zsb
