#include "ui/review/queuepane.h"

#include "ui/models/queuemodel.h"
#include "ui/review/marks.h"
#include "ui/review/tagchips.h"
#include "ui/widgets/theme.h"

#include <QAction>
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
    const auto textOf = [](const FacetChoice &choice) {
        return choice.files < 0 ? choice.name
                                : u"%1  %2"_s.arg(choice.name, QLocale::c().toString(choice.files).replace(u',', u' '));
    };
    const QSignalBlocker quiet(&box);
    while (box.count() > choices.size())
        box.removeItem(box.count() - 1);
    int current = -1;
    for (int i = 0; i < choices.size(); ++i) { // what did not change is not said again
        const FacetChoice &choice = choices.at(i);
        if (i >= box.count())
            box.addItem(textOf(choice), choice.id);
        else if (box.itemText(i) != textOf(choice) || box.itemData(i) != choice.id) {
            box.setItemText(i, textOf(choice));
            box.setItemData(i, choice.id);
        }
        if (choice.id == chosen)
            current = i;
    }
    if (current != box.currentIndex())
        box.setCurrentIndex(current);
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

/// From the right, as many as there is room for beside a name; the tool tip and screen readers tell all.
int QueueDelegate::paintTags(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    constexpr int gap = 2;
    const auto *model = qobject_cast<const QueueModel *>(index.model());
    std::vector<int> tags = tagsIn(Tags(index.data(QueueModel::TagsRole).toInt()));
    if (tags.empty() || !model)
        return 0;
    const int side = line.height() - 4;
    const auto room = std::max<std::size_t>(1, std::size_t(line.width() / 2 / (side + gap)));
    tags.resize(std::min(tags.size(), room));
    int x = line.right() + 1 - int(tags.size()) * (side + gap);
    const int used = line.right() + 1 - x + 4;
    for (const int tag : tags) {
        paintTag(painter, QRectF(x, line.top() + 2, side, side), tag, model->tagWords().letter(tag), m_theme.isDark());
        x += side + gap;
    }
    return used;
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
    int used = paintIssues(*painter, line, index);
    used += paintTags(*painter, line.adjusted(0, 0, -used, 0), index);
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
      m_number(new QLineEdit(this)),
      m_views(new QComboBox(this)),
      m_types(new QComboBox(this)),
      m_tags(new QComboBox(this)),
      m_list(new LongList(this)),
      m_empty(new QLabel(this)),
      m_position(new QLabel(this))
{
    setObjectName(u"queuePane"_s);
    m_list->setItemDelegate(new QueueDelegate(theme, m_list));
    QAction *icon = m_search->addAction(theme.icon(u"search"_s), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, icon, [icon, &theme] { icon->setIcon(theme.icon(u"search"_s)); });
    build();
    retranslate();
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void QueuePane::build()
{
    m_search->setObjectName(u"queueSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_number->setObjectName(u"queueNumber"_s);
    m_number->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers);
    m_number->installEventFilter(this);
    m_number->hide();
    m_list->installEventFilter(this);
    m_views->setObjectName(u"queueView"_s);
    m_types->setObjectName(u"queueType"_s);
    m_tags->setObjectName(u"queueTag"_s);
    m_tags->hide();
    for (QComboBox *box : {m_views, m_types, m_tags})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_list->setObjectName(u"queue"_s);
    m_list->setModel(&m_model);
    m_list->setMouseTracking(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_position->setObjectName(u"queuePosition"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny + 2);
    layout->addWidget(m_search);
    layout->addWidget(m_number);
    layout->addWidget(m_views);
    layout->addWidget(m_types);
    layout->addWidget(m_tags);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_position);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] { emit searchWanted(m_search->text()); });
    connect(m_views, &QComboBox::activated, this, [this] { emit viewWanted(m_views->currentData().toString()); });
    connect(m_types, &QComboBox::activated, this, [this] { emit typeWanted(m_types->currentData().toString()); });
    connect(m_tags, &QComboBox::activated, this, [this] { emit tagWanted(m_tags->currentData().toString()); });
    const auto showEmpty = [this] {
        m_list->setVisible(m_model.count() > 0);
        m_empty->setVisible(m_model.count() == 0);
    };
    connect(&m_model, &QAbstractItemModel::modelReset, this, showEmpty);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, showEmpty);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, showEmpty);
    showEmpty();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_moving)
            emit fileWanted(index.row());
    });
}

void QueuePane::retranslate()
{
    m_search->setPlaceholderText(m_sealed ? tr("姓名/全拼/首字母/证件后六位/报名号")
                                          : tr("姓名/拼音/证件后六位/报名号"));
    m_search->setAccessibleName(tr("查找考生"));
    m_search->setToolTip(m_sealed ? tr("数据加密存放：姓名从姓写起，全拼或首字母写全，证件号码后六位或报名号。F3")
                                  : tr("姓名、拼音首字母、证件号码后六位或报名号。F3"));
    m_number->setPlaceholderText(tr("报名号，回车跳到那一份"));
    m_number->setAccessibleName(tr("跳到编号"));
    m_views->setAccessibleName(tr("队列"));
    m_types->setAccessibleName(tr("考生类型筛选"));
    m_tags->setAccessibleName(tr("标签筛选"));
    m_list->setAccessibleName(tr("待审队列"));
    m_list->viewport()->setAccessibleName(tr("待审队列"));
    m_empty->setText(m_sealed ? tr("这里没有文件。\n换一个队列，或清除查找条件。\n"
                                   "加密的数据按从姓写起的姓名、写全的拼音或首字母查找。")
                              : tr("这里没有文件。\n换一个队列，或清除查找条件。"));
}

void QueuePane::setSealed(bool sealed)
{
    m_sealed = sealed;
    retranslate();
}

void QueuePane::setViews(const QList<FacetChoice> &views, const QString &chosen)
{
    fill(*m_views, views, chosen);
}

void QueuePane::setTypes(const QList<FacetChoice> &types, const QString &chosen)
{
    fill(*m_types, types, chosen);
}

void QueuePane::setTags(const QList<FacetChoice> &tags, const QString &chosen)
{
    fill(*m_tags, tags, chosen);
    m_tags->setVisible(!tags.isEmpty());
}

void QueuePane::setPosition(const QString &words)
{
    if (words != m_position->text())
        m_position->setText(words);
}

void QueuePane::setCurrent(int row)
{
    const QScopedValueRollback moving(m_moving, true);
    const QModelIndex index = m_model.index(row, 0);
    if (index == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

void QueuePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void QueuePane::showSearch(const QString &text)
{
    const QSignalBlocker quiet(m_search);
    m_search->setText(text);
    m_typing.stop();
}

void QueuePane::askNumber()
{
    m_number->show();
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void QueuePane::closeNumber()
{
    m_number->clear();
    m_number->hide();
}

bool QueuePane::handleSearchKey(int key)
{
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
    return false;
}

bool QueuePane::handleNumberKey(int key)
{
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_number->text().trimmed().isEmpty()) {
        emit numberWanted(m_number->text());
        return true;
    }
    if (key == Qt::Key_Escape) {
        closeNumber();
        m_list->setFocus();
        return true;
    }
    return false;
}

bool QueuePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == m_number && m_number->text().isEmpty())
        closeNumber();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_search)
        return handleSearchKey(key);
    if (watched == m_number)
        return handleNumberKey(key);
    if (watched == m_list && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
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
