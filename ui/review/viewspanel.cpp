#include "ui/review/viewspanel.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

ViewsPanel::ViewsPanel(const Theme &theme, QWidget *parent)
    : SidePanel(theme, parent),
      m_filter(new QLabel(this)),
      m_name(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_hint(new QLabel(this)),
      m_rows(new QStandardItemModel(this))
{
    setObjectName(u"viewsPanel"_s);
    for (QLabel *label : {m_filter, m_hint}) {
        label->setWordWrap(true);
        setKind(label, "muted"_L1);
    }
    m_name->setObjectName(u"viewName"_s);
    m_name->setMaxLength(SavedViews::nameLength);
    m_name->setMinimumHeight(space::target);
    m_list->setObjectName(u"ownViews"_s);
    m_list->setModel(m_rows);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(3);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    body().addWidget(m_filter);
    body().addWidget(m_name);
    body().addWidget(m_list, 1);
    body().addWidget(m_hint);
    connect(m_name, &QLineEdit::textChanged, this, &ViewsPanel::check);
    connect(m_list, &QListView::doubleClicked, this, [this] { emit openWanted(current()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_toRemove.clear();
        check();
    });
}

void ViewsPanel::start(const QString &filterWords, const QList<SavedView> &views, const QString &open, Begin begin)
{
    setTitle(tr("我的视图"));
    setCancelText(tr("取消  Esc"));
    m_filter->setText(tr("现在的条件：%1").arg(filterWords));
    m_name->setAccessibleName(tr("视图名称"));
    m_name->setPlaceholderText(tr("给现在的条件起个名字"));
    m_list->setAccessibleName(tr("我的视图"));
    m_list->viewport()->setAccessibleName(m_list->accessibleName());
    m_name->clear();
    m_views.clear();
    m_toRemove.clear();
    setRenamed({});
    setViews(views);
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        if (m_rows->item(row)->data(Qt::UserRole).toString() == open)
            m_list->setCurrentIndex(m_rows->index(row, 0));
    }
    if (begin == Begin::Save || views.isEmpty())
        m_name->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void ViewsPanel::setViews(const QList<SavedView> &views)
{
    if (views == m_views && m_rows->rowCount() == views.size())
        return;
    const QString chosen = current();
    m_views = views;
    m_rows->clear();
    for (const SavedView &view : views) {
        const QString files =
            view.files < 0 ? QString() : u"   "_s + QLocale::c().toString(view.files).replace(u',', u' ');
        auto *item = new QStandardItem(view.name + files);
        item->setEditable(false);
        item->setToolTip(item->text());
        item->setData(view.id, Qt::UserRole);
        m_rows->appendRow(item);
        if (view.id == chosen)
            m_list->setCurrentIndex(item->index());
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_rows->index(0, 0));
    check();
}

QString ViewsPanel::current() const
{
    return m_list->currentIndex().data(Qt::UserRole).toString();
}

void ViewsPanel::setRenamed(const QString &id)
{
    m_renamed = id;
    setAcceptText(id.isEmpty() ? tr("保存视图  Enter") : tr("改名  Enter"));
    check();
}

void ViewsPanel::check()
{
    const QString name = m_name->text().simplified();
    const bool replaces = m_renamed.isEmpty() && std::ranges::find(m_views, name, &SavedView::name) != m_views.end();
    setMissing(name.isEmpty() ? tr("请写名称。") : QString());
    if (!m_toRemove.isEmpty())
        m_hint->setText(tr("再按一次 Del 就删除这个视图。"));
    else if (replaces)
        m_hint->setText(tr("已有同名的视图，保存会替换它。"));
    else if (m_views.isEmpty())
        m_hint->setText(tr("还没有保存过视图。视图只有自己看得见。"));
    else
        m_hint->setText(tr("Enter 打开，F2 改名，Del 删除。视图只有自己看得见。"));
}

void ViewsPanel::accept()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty())
        return;
    if (m_renamed.isEmpty()) {
        emit saveWanted(name);
        return;
    }
    emit renameWanted(m_renamed, name);
    m_name->clear();
    setRenamed({});
    m_list->setFocus(Qt::OtherFocusReason);
}

void ViewsPanel::rename()
{
    for (const SavedView &view : m_views) {
        if (view.id != current())
            continue;
        m_name->setText(view.name);
        m_name->selectAll();
        setRenamed(view.id);
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void ViewsPanel::remove()
{
    const QString id = current();
    if (id.isEmpty())
        return;
    if (m_toRemove == id) {
        m_toRemove.clear();
        emit removeWanted(id);
    } else {
        m_toRemove = id;
    }
    check();
}

bool ViewsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return SidePanel::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool press = event->type() == QEvent::KeyPress;
    static constexpr std::array keys{Qt::Key_F2, Qt::Key_Delete, Qt::Key_Return, Qt::Key_Enter};
    if (std::ranges::find(keys, Qt::Key(key->key())) == keys.end())
        return SidePanel::eventFilter(watched, event);
    if (!press) { // no shortcut of the window
        key->accept();
        return false;
    }
    if (key->key() == Qt::Key_F2)
        rename();
    else if (key->key() == Qt::Key_Delete)
        remove();
    else if (!current().isEmpty())
        emit openWanted(current());
    return true;
}

} // namespace zsb
