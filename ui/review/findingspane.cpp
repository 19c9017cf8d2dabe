#include "ui/review/findingspane.h"

#include "ui/models/findingsmodel.h"
#include "ui/review/marks.h"
#include "ui/widgets/quietlist.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int pad = 6;
constexpr int markSide = 16;
constexpr int mostLines = 3;    ///< of a finding that is not the current one: English words are long
constexpr int quietHeight = 72; ///< when there is nothing to list
} // namespace

FindingDelegate::FindingDelegate(const Theme &theme, QListView *view)
    : QStyledItemDelegate(view), m_theme(theme), m_view(view)
{
}

QString FindingDelegate::detail(const QModelIndex &index) const
{
    QStringList lines;
    const QString quote = index.data(FindingsModel::QuoteRole).toString();
    if (!quote.isEmpty())
        lines.append(tr("依据 %1：“%2”").arg(index.data(FindingsModel::ClauseRole).toString(), quote));
    const QString note = index.data(FindingsModel::NoteRole).toString();
    switch (FindingRow::Verdict(index.data(FindingsModel::VerdictRole).toInt())) {
    case FindingRow::Verdict::Open:
        lines.append(index.data(FindingsModel::HintRole).toBool() ? tr("提示，不用处理 · Enter 看出处")
                                                                  : tr("Enter 看出处，再按认定 · Del 排除"));
        break;
    case FindingRow::Verdict::Confirmed:
        lines.append(note.isEmpty() ? tr("已认定") : tr("已认定：%1").arg(note));
        break;
    case FindingRow::Verdict::Dismissed:
        lines.append(note.isEmpty() ? tr("已排除") : tr("已排除：%1").arg(note));
        break;
    }
    return lines.join(u'\n');
}

/// As much of it as a few lines hold: the limit and what to do stand at the end of most.
QString FindingDelegate::inFewLines(const QString &message, const QFont &font, int width)
{
    QTextLayout layout(message, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool isLast = lines.size() == mostLines - 1;
        const QString text = message.mid(line.textStart(), isLast ? -1 : line.textLength()).trimmed();
        lines.append(isLast ? QFontMetrics(font).elidedText(text, Qt::ElideRight, width) : text);
        if (isLast)
            break;
    }
    layout.endLayout();
    return lines.join(u'\n');
}

FindingDelegate::Layout FindingDelegate::layOut(const QStyleOptionViewItem &option, const QModelIndex &index,
                                                int width) const
{
    Layout l;
    const QFontMetrics &m = option.fontMetrics;
    const QString clause = index.data(FindingsModel::ClauseRole).toString();
    const int clauseWidth = m.horizontalAdvance(clause) + 8;
    const int left = pad + markSide + pad;
    const int messageWidth = width - left - clauseWidth - pad;
    const bool open = index == m_view->currentIndex();
    const QRect wide(0, 0, messageWidth, 1000);
    l.messageText = index.data().toString();
    if (!open)
        l.messageText = inFewLines(l.messageText, option.font, messageWidth);
    const int lines = m.boundingRect(wide, open ? Qt::TextWordWrap : 0, l.messageText).height();
    l.mark = QRect(pad, pad, markSide, markSide);
    l.message = QRect(left, pad - 1, messageWidth, lines + 2);
    l.clause = QRect(width - clauseWidth - pad, pad - 1, clauseWidth, m.height() + 2);
    l.height = l.message.bottom() + pad;
    if (open) {
        l.detailText = detail(index);
        const QRect room(0, 0, width - left - pad, 1000);
        const int high = m.boundingRect(room, Qt::TextWordWrap, l.detailText).height();
        l.detail = QRect(left, l.message.bottom() + 3, room.width(), high + 2);
        l.height = l.detail.bottom() + pad;
    }
    return l;
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width();
    return {width, layOut(option, index, width).height};
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    const Layout l = layOut(option, index, option.rect.width());
    const auto tone = Tone(index.data(FindingsModel::ToneRole).toInt());
    const auto verdict = FindingRow::Verdict(index.data(FindingsModel::VerdictRole).toInt());
    const bool dismissed = verdict == FindingRow::Verdict::Dismissed;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor color = dismissed ? t.muted : m_theme.color(tone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->fillRect(option.rect, m_theme.softColor(dismissed ? Tone::Neutral : tone));
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), color);
    }
    painter->translate(option.rect.topLeft());
    paintMark(*painter, l.mark, dismissed ? Tone::Ok : tone, color);
    QFont font = option.font;
    font.setStrikeOut(dismissed);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(l.message, index == m_view->currentIndex() ? Qt::TextWordWrap : 0, l.messageText);
    painter->setFont(option.font);
    painter->setPen(t.muted);
    painter->drawText(l.clause, Qt::AlignRight | Qt::AlignVCenter, index.data(FindingsModel::ClauseRole).toString());
    painter->setPen(t.text);
    painter->drawText(l.detail, Qt::TextWordWrap, l.detailText);
    painter->restore();
}

FindingsPane::FindingsPane(FindingsModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_model(model), m_title(new QLabel(this)), m_empty(new QLabel(this)), m_list(new QuietList(this))
{
    setObjectName(u"findingsPane"_s);
    m_title->setObjectName(u"paneTitle"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_list->setObjectName(u"findings"_s);
    m_list->setModel(&model);
    m_list->setItemDelegate(new FindingDelegate(theme, m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_title->setBuddy(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    connect(&model, &QAbstractItemModel::modelReset, this, &FindingsPane::showCount);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, m_list,
            [this](const QModelIndex &index) { emit m_list->itemDelegate()->sizeHintChanged(index); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit evidenceWanted(index.row()); });
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    showCount();
}

void FindingsPane::showCount()
{
    m_list->setAccessibleName(tr("机检问题"));
    m_list->viewport()->setAccessibleName(tr("机检问题"));
    m_empty->setText(m_isFileOpen ? tr("机检没有发现问题。请逐项核对材料与照片。") : QString());
    const int all = m_model.count();
    m_title->setText(countWords());
    m_list->setVisible(all > 0);
    m_empty->setVisible(all == 0);
    setMaximumHeight(all == 0 ? quietHeight : QWIDGETSIZE_MAX); // the form gets the room
}

/// Hints are counted apart: nobody resolves them, so that they are never open.
QString FindingsPane::countWords() const
{
    const int hints = m_model.hintCount();
    const int all = m_model.count() - hints;
    if (all == 0)
        return hints == 0 ? tr("机检问题") : tr("机检提示 %n 项", nullptr, hints);
    const QString found = tr("机检问题 %n 项，未处理 %1 项", nullptr, all).arg(m_model.openCount());
    return hints == 0 ? found : tr("%1；提示 %n 项", nullptr, hints).arg(found);
}

void FindingsPane::setFileOpen(bool isOpen)
{
    if (isOpen == std::exchange(m_isFileOpen, isOpen))
        return;
    showCount();
}

int FindingsPane::current() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void FindingsPane::setCurrent(int row)
{
    const QModelIndex index = m_model.index(row);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void FindingsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showCount();
    QWidget::changeEvent(event);
}

} // namespace zsb
