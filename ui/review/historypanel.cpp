#include "ui/review/historypanel.h"

#include "ui/models/historymodel.h"
#include "ui/review/marks.h"
#include "ui/widgets/quietlist.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int gutter = 26;
constexpr int pad = 6;
} // namespace

HistoryDelegate::HistoryDelegate(const Theme &theme, QListView *view)
    : QStyledItemDelegate(view), m_theme(theme), m_view(view)
{
}

QString HistoryDelegate::footer(const QModelIndex &index) const
{
    return u"%1 · %2"_s.arg(index.data(HistoryModel::PackRole).toString(),
                            index.data(HistoryModel::HashRole).toString().left(12));
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width() - gutter - pad;
    const QFontMetrics &m = option.fontMetrics;
    int height = 2 * pad + 2 * m.height();
    const QString detail = index.data(HistoryModel::DetailRole).toString();
    if (!detail.isEmpty())
        height += m.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, detail).height() + 2;
    if (index == m_view->currentIndex())
        height += m.height();
    return {m_view->viewport()->width(), height};
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    const auto tone = Tone(index.data(HistoryModel::ToneRole).toInt());
    const QFontMetrics &m = option.fontMetrics;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, t.hover);
    const double x = option.rect.left() + gutter / 2.0;
    painter->setPen(QPen(t.line, 2));
    painter->drawLine(QPointF(x, option.rect.top()), QPointF(x, option.rect.bottom()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.surface);
    const QRectF dot(x - 9, option.rect.top() + pad, 18, 18);
    painter->drawEllipse(dot);
    paintMark(*painter, dot.adjusted(1, 1, -1, -1), tone, tone == Tone::Neutral ? t.muted : m_theme.color(tone));
    QRect line(option.rect.left() + gutter, option.rect.top() + pad, option.rect.width() - gutter - pad, m.height());
    painter->setFont(option.font);
    painter->setPen(t.muted);
    const QString who =
        u"%1  %2"_s.arg(index.data(HistoryModel::WhenRole).toString(), index.data(HistoryModel::ActorRole).toString());
    painter->drawText(line, Qt::AlignLeft, m.elidedText(who, Qt::ElideRight, line.width()));
    line.moveTop(line.bottom() + 1);
    QFont strong = option.font;
    strong.setBold(true);
    painter->setFont(strong);
    painter->setPen(tone == Tone::Neutral ? t.text : m_theme.color(tone));
    painter->drawText(line, Qt::AlignLeft, index.data().toString());
    painter->setFont(option.font);
    painter->setPen(t.text);
    const QString detail = index.data(HistoryModel::DetailRole).toString();
    QRect rest(line.left(), line.bottom() + 2, line.width(), option.rect.bottom() - line.bottom() - 2);
    if (!detail.isEmpty()) {
        QRect used;
        painter->drawText(rest, Qt::TextWordWrap, detail, &used);
        rest.setTop(used.bottom() + 1);
    }
    if (index == m_view->currentIndex()) {
        painter->setPen(t.muted);
        painter->drawText(rest, Qt::AlignLeft, m.elidedText(footer(index), Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

HistoryPanel::HistoryPanel(HistoryModel &model, const Theme &theme, QWidget *parent)
    : SidePanel(theme, parent), m_list(new QuietList(this))
{
    setObjectName(u"historyPanel"_s);
    m_list->setObjectName(u"history"_s);
    m_list->setModel(&model);
    m_list->setItemDelegate(new HistoryDelegate(theme, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    body().addWidget(m_list, 1);
    hideAccept();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, m_list,
            [this](const QModelIndex &index) { emit m_list->itemDelegate()->sizeHintChanged(index); });
}

void HistoryPanel::start(const QString &who)
{
    setTitle(tr("历史：%1").arg(who));
    setCancelText(tr("关闭  Esc"));
    m_list->setAccessibleName(tr("历史"));
    m_list->viewport()->setAccessibleName(tr("历史"));
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

bool HistoryPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return) {
            emit cancelled();
            return true;
        }
    }
    return SidePanel::eventFilter(watched, event);
}

} // namespace zsb
