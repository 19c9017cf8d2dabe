#include "ui/shell/commandpalette.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPixmap>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int iconSide = 18;

bool holdsInOrder(const QString &text, const QString &letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

} // namespace

int paletteScore(const PaletteItem &item, const QString &typed)
{
    if (typed.isEmpty())
        return 1;
    if (item.title.startsWith(typed, Qt::CaseInsensitive))
        return 5;
    if (item.also.startsWith(typed, Qt::CaseInsensitive))
        return 4;
    if (item.title.contains(typed, Qt::CaseInsensitive))
        return 3;
    if (item.also.contains(typed, Qt::CaseInsensitive))
        return 2;
    return holdsInOrder(item.title, typed) ? 1 : 0;
}

CommandPalette::CommandPalette(QList<PaletteItem> items, Search search, QWidget *parent)
    : QDialog(parent),
      m_items(std::move(items)),
      m_search(std::move(search)),
      m_line(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_none(new QLabel(this)),
      m_rows(new QStandardItemModel(this))
{
    setObjectName("commandPalette"_L1);
    setWindowTitle(tr("命令面板"));
    nameWidget(m_line, "paletteLine"_L1, tr("要做什么，或找谁"));
    m_line->setPlaceholderText(tr("要做什么，或找谁：文字、拼音首字母、报名号"));
    m_line->setMinimumHeight(space::decisionHeight);
    m_line->installEventFilter(this);
    nameWidget(m_list, "paletteList"_L1, tr("结果"));
    m_list->viewport()->setAccessibleName(m_list->accessibleName());
    m_list->setModel(m_rows);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(iconSide, iconSide));
    QPixmap nothing(m_list->iconSize());
    nothing.fill(Qt::transparent);
    m_noIcon = QIcon(nothing); // so that all titles begin at the same place
    m_list->setSpacing(1);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setText(tr("没有这样的命令或人。"));
    m_none->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setKind(m_none, "muted"_L1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::small);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none, 1);
    resize(640, 460);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::show);
    connect(m_list, &QListView::activated, this, &CommandPalette::run);
    show({});
    m_line->setFocus();
}

void CommandPalette::append(const PaletteItem &item)
{
    m_shown.append(item);
    auto *row = new QStandardItem(item.icon.isNull() ? m_noIcon : item.icon,
                                  item.hint.isEmpty() ? item.title : item.title + u"    "_s + item.hint);
    row->setEditable(false);
    if (!item.enabled) // may be chosen: then it says why
        row->setForeground(palette().color(QPalette::Disabled, QPalette::Text));
    row->setData(row->text(), Qt::ToolTipRole);
    m_rows->appendRow(row);
}

void CommandPalette::show(const QString &typed)
{
    const QString text = typed.trimmed();
    QList<std::pair<int, const PaletteItem *>> fitting;
    for (const PaletteItem &item : m_items) {
        if (const int score = paletteScore(item, text); score > 0)
            fitting.append({2 * score + (item.enabled ? 1 : 0), &item});
    }
    std::ranges::stable_sort(fitting, std::greater(), &std::pair<int, const PaletteItem *>::first);
    m_rows->clear();
    m_shown.clear();
    for (const auto &[score, item] : fitting.first(std::min<qsizetype>(fitting.size(), mostShown)))
        append(*item);
    if (!text.isEmpty()) {
        for (const PaletteItem &found : m_search(text))
            append(found);
    }
    m_list->setCurrentIndex(m_rows->index(0, 0));
    m_list->setVisible(!m_shown.isEmpty());
    m_none->setVisible(m_shown.isEmpty());
}

/// Once the palette is gone, so that what is done finds the window as it was.
void CommandPalette::run()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    QTimer::singleShot(0, parent(), m_shown.at(row).run);
    accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace zsb
