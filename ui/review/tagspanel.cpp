#include "ui/review/tagspanel.h"

#include "ui/review/tagchips.h"
#include "ui/widgets/look.h"
#include "ui/widgets/quietlist.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPixmap>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QIcon iconOf(int tag, const TagWords &words, bool dark, double ratio)
{
    constexpr int side = 18;
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTag(painter, QRectF(0, 0, side, side), tag, words.letter(tag), dark);
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // a tinted one could not be read
    return icon;
}

} // namespace

TagsPanel::TagsPanel(const Theme &theme, QWidget *parent)
    : SidePanel(theme, parent),
      m_who(new QLabel(this)),
      m_list(new QuietList(this)),
      m_name(new QLineEdit(this)),
      m_hint(new QLabel(this)),
      m_rows(new QStandardItemModel(tagCount, 1, this))
{
    setObjectName(u"tagsPanel"_s);
    build();
    connect(&theme, &Theme::changed, this, [this] {
        for (int tag = 1; tag <= tagCount; ++tag)
            m_rows->item(tag - 1)->setIcon(iconOf(tag, m_words, m_theme.isDark(), devicePixelRatioF()));
    });
}

void TagsPanel::build()
{
    for (QLabel *label : {m_who, m_hint}) {
        label->setWordWrap(true);
        setKind(label, "muted"_L1);
    }
    for (int row = 0; row < tagCount; ++row) {
        auto *item = new QStandardItem;
        item->setEditable(false);
        m_rows->setItem(row, item);
    }
    m_list->setObjectName(u"tagList"_s);
    m_list->setModel(m_rows);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(3);
    m_list->setIconSize(QSize(18, 18));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_name->setObjectName(u"tagName"_s);
    m_name->setMaxLength(nameLength);
    m_name->setMinimumHeight(space::target);
    body().addWidget(m_who);
    body().addWidget(m_list, 1);
    body().addWidget(m_name);
    body().addWidget(m_hint);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { emit toggleWanted(index.row() + 1); });
}

void TagsPanel::start(const QString &who, Tags tags, const TagWords &words)
{
    setTitle(tr("标签"));
    setCancelText(tr("关闭  Esc"));
    setAcceptText(tr("完成  Enter"));
    m_who->setText(who);
    m_hint->setText(tr("数字或空格加上、去掉，F2 改名。标签只有自己看得见，不是审核决定，不会上报或导出。"));
    m_list->setAccessibleName(tr("标签"));
    m_list->viewport()->setAccessibleName(m_list->accessibleName());
    m_name->setAccessibleName(tr("标签名称"));
    m_name->setPlaceholderText(tr("标签名称"));
    m_name->hide();
    m_renamed = 0;
    setTags(tags, words);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_rows->index(0, 0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void TagsPanel::setTags(Tags tags, const TagWords &words)
{
    m_words = words;
    for (int tag = 1; tag <= tagCount; ++tag) {
        const bool on = (tags & tagBit(tag)) != 0;
        QStandardItem *item = m_rows->item(tag - 1);
        item->setIcon(iconOf(tag, words, m_theme.isDark(), devicePixelRatioF()));
        item->setText(u"%1  %2  %3"_s.arg(QString::number(tag), on ? u"✔"_s : u"·"_s, words.name(tag)));
        item->setToolTip(on ? tr("%1，已加上").arg(words.name(tag)) : tr("%1，没有加上").arg(words.name(tag)));
        item->setData(item->toolTip(), Qt::AccessibleTextRole);
    }
}

int TagsPanel::current() const
{
    return m_list->currentIndex().row() + 1;
}

void TagsPanel::rename()
{
    m_renamed = current();
    m_name->setText(m_words.given(m_renamed));
    m_name->selectAll();
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void TagsPanel::accept()
{
    if (m_renamed == 0) {
        emit finished();
        return;
    }
    emit nameWanted(m_renamed, m_name->text().simplified());
    m_renamed = 0;
    m_list->setFocus(Qt::OtherFocusReason);
    m_name->hide();
}

bool TagsPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool press = event->type() == QEvent::KeyPress;
    if (watched != m_list || (!press && event->type() != QEvent::ShortcutOverride))
        return SidePanel::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if ((key->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) != Qt::NoModifier)
        return false;
    const int digit = key->key() - Qt::Key_0;
    const bool isDigit = digit >= 1 && digit <= tagCount;
    if (!isDigit && key->key() != Qt::Key_Space && key->key() != Qt::Key_F2)
        return SidePanel::eventFilter(watched, event);
    if (!press) { // no shortcut of the window
        key->accept();
        return false;
    }
    if (isDigit)
        m_list->setCurrentIndex(m_rows->index(digit - 1, 0));
    if (key->key() == Qt::Key_F2)
        rename();
    else
        emit toggleWanted(current());
    return true;
}

} // namespace zsb
