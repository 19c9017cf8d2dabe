#include "ui/review/formpane.h"

#include "ui/models/formmodel.h"
#include "ui/review/marks.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int rowPadding = 4;
constexpr int markSide = 14;
} // namespace

FormDelegate::FormDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

void FormDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto tone = Tone(index.data(FormModel::ToneRole).toInt());
    const ThemeTokens &t = m_theme.tokens();
    if (index.column() == FormModel::LabelColumn || index.data(FormModel::DerivedRole).toBool())
        option->palette.setColor(QPalette::Text, t.muted);
    if (index.column() == FormModel::RemarkColumn)
        option->palette.setColor(QPalette::Text, tone == Tone::Neutral ? t.muted : m_theme.color(tone));
    if (tone == Tone::Error || tone == Tone::Warning)
        option->backgroundBrush = m_theme.softColor(tone);
}

QSize FormDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 2 * rowPadding));
    return size;
}

void FormDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto tone = Tone(index.data(FormModel::ToneRole).toInt());
    const bool marked = index.column() == FormModel::RemarkColumn && !index.data().toString().isEmpty() &&
                        (tone == Tone::Error || tone == Tone::Warning || tone == Tone::Info);
    if (!marked) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem moved = option;
    painter->save();
    painter->setClipRect(option.rect);
    painter->fillRect(option.rect, m_theme.softColor(tone));
    moved.rect.setLeft(option.rect.left() + markSide + 2);
    QStyledItemDelegate::paint(painter, moved, index);
    const QRectF mark(option.rect.left() + 3, option.rect.top() + (option.rect.height() - markSide) / 2.0, markSide,
                      markSide);
    paintMark(*painter, mark, tone, m_theme.color(tone));
    painter->restore();
}

FormPane::FormPane(FormModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_title(new QLabel(this)),
      m_step(new QToolButton(this)),
      m_problems(new QToolButton(this)),
      m_table(new QTableView(this))
{
    setObjectName(u"formPane"_s);
    m_title->setObjectName(u"paneTitle"_s);
    m_title->setBuddy(m_table);
    m_step->setObjectName(u"stepFilter"_s);
    m_problems->setObjectName(u"onlyProblems"_s);
    m_problems->setCheckable(true);
    for (QToolButton *button : {m_step, m_problems}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(24, 24);
    }
    m_table->setObjectName(u"form"_s);
    m_table->setModel(&model);
    m_table->setItemDelegate(new FormDelegate(theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(FormModel::ValueColumn, QHeaderView::Stretch);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(20); // the style asks for more than a line of text needs
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::tiny);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_step);
    head->addWidget(m_problems);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    connect(&model, &QAbstractItemModel::modelReset, this, &FormPane::refresh);
    connect(m_problems, &QToolButton::toggled, this, &FormPane::onlyProblemsWanted);
    connect(m_step, &QToolButton::clicked, this, &FormPane::allStepsWanted);
    refresh();
}

void FormPane::refresh()
{
    m_title->setText(tr("填报信息"));
    setSpokenName(m_table, tr("填报信息"));
    setSpokenName(m_table->viewport(), tr("填报信息"));
    m_problems->setText(tr("只看问题 %1").arg(m_model.problemCount()));
    m_problems->setChecked(m_model.show() == FormModel::Show::OnlyProblems);
    m_step->setText(tr("%1 ✕").arg(m_stepTitle));
    setSpokenName(m_step, tr("只看 %1，再按显示全部").arg(m_stepTitle));
    m_step->setVisible(!m_stepTitle.isEmpty());
    fitColumns();
}

/// In letters, not in shares of a width that is not known before the first showing; the values take what is left.
void FormPane::fitColumns()
{
    const auto letters = [this](int count) { return count * fontMetrics().horizontalAdvance(u'国') + 8; };
    const int title = m_table->horizontalHeader()->sectionSizeHint(FormModel::RemarkColumn);
    m_table->setColumnWidth(FormModel::LabelColumn, letters(7));
    m_table->setColumnWidth(FormModel::RemarkColumn, m_model.problemCount() > 0 ? letters(10) : title);
    m_table->resizeRowsToContents();
    fitHeight();
}

/// Whole rows only: half a row at the lower edge reads like a fault.
void FormPane::fitHeight()
{
    const int room = height() - m_table->y();
    int used = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    int row = 0;
    while (row < m_model.rowCount() && used + m_table->rowHeight(row) <= room)
        used += m_table->rowHeight(row++);
    m_table->setMaximumHeight(row < m_model.rowCount() && row > 0 ? used : QWIDGETSIZE_MAX);
}

void FormPane::showField(const QString &fieldId)
{
    const int row = m_model.rowOf(fieldId);
    if (row < 0)
        return;
    m_table->selectRow(row);
    m_table->scrollTo(m_model.index(row, 0));
}

void FormPane::setStepTitle(const QString &title)
{
    m_stepTitle = title;
    refresh();
}

void FormPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void FormPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace zsb
