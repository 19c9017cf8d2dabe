#include "ui/review/queuepane.h"

#include "ui/models/queuemodel.h"
#include "ui/review/marks.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int padX = 8;
constexpr int padY = 5;
constexpr int typingPause = 180; // ms

void fill(QComboBox &box, const QList<FacetChoice> &choices, const QString &chosen)
{
    const QSignalBlocker quiet(&box);
    box.clear();
    for (const FacetChoice &choice : choices) {
        box.addItem(u"%1  %2"_s.arg(choice.name, QLocale::c().toString(choice.files).replace(u',', u' ')), choice.id);
        if (choice.id == chosen)
            box.setCurrentIndex(box.count() - 1);
    }
}

} // namespace

QueueDelegate::QueueDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * option.fontMetrics.height() + 2 * padY + 1};
}

int QueueDelegate::paintIssues(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const int errors = index.data(QueueModel::ErrorsRole).toInt();
    const int issues = errors + index.data(QueueModel::WarningsRole).toInt();
    if (issues == 0)
        return 0;
    const Tone tone = errors > 0 ? Tone::Error : Tone::Warning;
    const QString number = QString::number(issues);
    const int side = line.height() - 4;
    const int width = painter.fontMetrics().horizontalAdvance(number) + side + 12;
    const QRect pill(line.right() - width, line.top(), width, line.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.softColor(tone));
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    paintMark(painter, QRectF(pill.left() + 5, pill.top() + 2, side, side), tone, m_theme.color(tone));
    painter.setPen(m_theme.color(tone));
    painter.drawText(pill.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, number);
    return width + 6;
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool decided = index.data(QueueModel::DecidedRole).toBool();
    const QAbstractItemModel &model = *index.model();
    const auto cell = [&](int column) { return model.index(index.row(), column).data().toString(); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->fillRect(option.rect, t.selection);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, t.hover);
    }
    painter->setPen(t.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const int high = option.fontMetrics.height();
    QRect line(option.rect.left() + padX, option.rect.top() + padY, option.rect.width() - 2 * padX, high);
    painter->setFont(option.font);
    const int used = paintIssues(*painter, line, index);
    QFont name = option.font;
    name.setBold(!decided);
    painter->setFont(name);
    painter->setPen(selected ? t.onSelection : decided ? t.muted : t.text);
    painter->drawText(line.adjusted(0, 0, -used, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(name).elidedText(cell(QueueModel::NameColumn), Qt::ElideRight, line.width() - used));
    line.moveTop(line.bottom() + 1);
    painter->setFont(option.font);
    const auto tone = Tone(index.data(QueueModel::ToneRole).toInt());
    const QColor mark = tone == Tone::Neutral ? t.accent : m_theme.color(tone);
    const int side = high - 5;
    paintMark(*painter, QRectF(line.left() - 1, line.top() + 2.5, side, side), tone, mark);
    const QString state = cell(QueueModel::StateColumn);
    painter->setPen(selected ? t.onSelection : t.muted);
    painter->drawText(line.adjusted(side + 3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      u"%1  %2"_s.arg(state, cell(QueueModel::NumberColumn)));
    if (index.data(QueueModel::OverdueRole).toBool())
        painter->setPen(t.error);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, cell(QueueModel::DeadlineColumn));
    painter->restore();
}

QueuePane::QueuePane(QueueModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_search(new QLineEdit(this)),
      m_views(new QComboBox(this)),
      m_types(new QComboBox(this)),
      m_list(new QListView(this)),
      m_empty(new QLabel(this)),
      m_position(new QLabel(this))
{
    setObjectName(u"queuePane"_s);
    m_list->setItemDelegate(new QueueDelegate(theme, m_list));
    m_search->addAction(theme.icon(u"search"_s), QLineEdit::LeadingPosition);
    build();
    retranslate();
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void QueuePane::build()
{
    m_search->setObjectName(u"queueSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_views->setObjectName(u"queueView"_s);
    m_types->setObjectName(u"queueType"_s);
    for (QComboBox *box : {m_views, m_types})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setObjectName(u"queue"_s);
    m_list->setModel(&m_model);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_position->setObjectName(u"queuePosition"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny + 2);
    layout->addWidget(m_search);
    layout->addWidget(m_views);
    layout->addWidget(m_types);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_position);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { emit searchWanted(m_search->text()); });
    connect(m_views, &QComboBox::activated, this, [this] { emit viewWanted(m_views->currentData().toString()); });
    connect(m_types, &QComboBox::activated, this, [this] { emit typeWanted(m_types->currentData().toString()); });
    const auto showEmpty = [this] {
        m_list->setVisible(m_model.count() > 0);
        m_empty->setVisible(m_model.count() == 0);
    };
    connect(&m_model, &QAbstractItemModel::modelReset, this, showEmpty);
    showEmpty();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_moving)
            emit fileWanted(index.row());
    });
}

void QueuePane::retranslate()
{
    m_search->setPlaceholderText(tr("姓名/拼音/证件后六位/报名号"));
    m_search->setAccessibleName(tr("查找考生"));
    m_search->setToolTip(tr("姓名、拼音首字母、证件号码后六位或报名号。F3"));
    m_views->setAccessibleName(tr("队列"));
    m_types->setAccessibleName(tr("考生类型筛选"));
    m_list->setAccessibleName(tr("待审队列"));
    m_list->viewport()->setAccessibleName(tr("待审队列"));
    m_empty->setText(tr("这里没有文件。\n换一个队列，或清除查找条件。"));
}

void QueuePane::setViews(const QList<FacetChoice> &views, const QString &chosen)
{
    fill(*m_views, views, chosen);
}

void QueuePane::setTypes(const QList<FacetChoice> &types, const QString &chosen)
{
    fill(*m_types, types, chosen);
}

void QueuePane::setPosition(const QString &words)
{
    m_position->setText(words);
}

void QueuePane::setCurrent(int row)
{
    const QScopedValueRollback moving(m_moving, true);
    const QModelIndex index = m_model.index(row, 0);
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void QueuePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueuePane::clearSearch()
{
    m_search->clear();
}

bool QueuePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            m_typing.stop();
            emit searchWanted(m_search->text());
            m_list->setFocus();
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_search->clear();
            m_list->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void QueuePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace zsb
