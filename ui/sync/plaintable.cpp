#include "ui/sync/plaintable.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int columnGap = 16; ///< what stands beside each other is told apart without lines

class PlainDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(columnGap, 0);
    }
};

class PlainView : public QTableView
{
public:
    PlainView(const PlainTable &table, QWidget *parent) : QTableView(parent), m_table(table) {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (m_table.count() > 0 || m_table.emptyWords().isEmpty())
            return;
        QPainter painter(viewport());
        painter.setPen(m_table.theme().tokens().muted);
        painter.drawText(viewport()->rect().adjusted(space::large, space::large, -space::large, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_table.emptyWords());
    }

private:
    const PlainTable &m_table;
};

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
    m_hasSigns = std::ranges::any_of(rows, [](const PlainRow &row) { return row.tone != Tone::Neutral; });
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
        return index.column() == 0 && m_hasSigns ? QVariant(m_theme.toneIcon(row.tone)) : QVariant();
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
    auto *view = new PlainView(table, parent);
    nameWidget(view, QLatin1StringView(name), spoken);
    setSpokenDescription(view, table.count() == 0 ? table.emptyWords() : QString());
    QObject::connect(&table, &QAbstractItemModel::modelReset, view, [view, &table] {
        setSpokenDescription(view, table.count() == 0 ? table.emptyWords() : QString());
    });
    view->setModel(&table);
    view->setItemDelegate(new PlainDelegate(view));
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
