#include "ui/review/notepanel.h"

#include "ui/widgets/look.h"
#include "ui/widgets/quietlist.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

NotePanel::NotePanel(const Theme &theme, QWidget *parent)
    : SidePanel(theme, parent),
      m_about(new QLabel(this)),
      m_usual(new QuietList(this)),
      m_sentences(new QStandardItemModel(this)),
      m_note(new QLineEdit(this))
{
    setObjectName(u"notePanel"_s);
    m_about->setWordWrap(true);
    setKind(m_about, "muted"_L1);
    m_usual->setObjectName(u"usualNotes"_s);
    m_usual->setModel(m_sentences);
    m_usual->setUniformItemSizes(true);
    m_usual->setSpacing(3);
    m_usual->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_usual->installEventFilter(this);
    m_note->setObjectName(u"note"_s);
    m_note->setMaxLength(200);
    body().addWidget(m_about);
    body().addWidget(m_usual, 1);
    body().addWidget(m_note);
    connect(m_usual, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_note->setText(index.data(Qt::UserRole).toString());
        m_note->setFocus();
    });
    connect(m_note, &QLineEdit::textChanged, this, &NotePanel::check);
    connect(m_note, &QLineEdit::textChanged, this, &NotePanel::edited);
}

void NotePanel::start(const QString &title, const QString &about, const QString &action, const QStringList &usual,
                      Needed needed)
{
    m_needed = needed;
    setTitle(title);
    setAcceptText(tr("%1  Enter").arg(action));
    setCancelText(tr("取消  Esc"));
    m_about->setText(about);
    m_sentences->clear();
    for (int i = 0; i < usual.size(); ++i) {
        auto *item = new QStandardItem(u"%1   %2"_s.arg(i + 1).arg(usual.at(i)));
        item->setEditable(false);
        item->setData(usual.at(i), Qt::UserRole);
        m_sentences->appendRow(item);
    }
    m_usual->setAccessibleName(tr("常用说明，按数字直接采用"));
    m_usual->viewport()->setAccessibleName(m_usual->accessibleName());
    m_note->setAccessibleName(tr("说明"));
    m_note->setPlaceholderText(needed == Needed::Note ? tr("按数字采用常用说明，或在此输入") : tr("说明（可不填）"));
    m_note->clear();
    check();
    m_usual->setCurrentIndex({});
    m_usual->setFocus(Qt::OtherFocusReason);
}

QString NotePanel::note() const
{
    return m_note->text().trimmed();
}

void NotePanel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setFocus(Qt::OtherFocusReason);
}

void NotePanel::check()
{
    setMissing(m_needed == Needed::Note && note().isEmpty() ? tr("请写明理由。") : QString());
}

void NotePanel::accept()
{
    if (isComplete())
        emit given(note());
}

void NotePanel::goToMissing()
{
    m_note->setFocus(Qt::OtherFocusReason);
}

bool NotePanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool press = event->type() == QEvent::KeyPress;
    if (watched != m_usual || (!press && event->type() != QEvent::ShortcutOverride))
        return SidePanel::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (!press) {
        if (!key->text().isEmpty())
            key->accept();
        return false;
    }
    const int which = key->key() - Qt::Key_1;
    if (which >= 0 && which < m_sentences->rowCount()) {
        if (key->isAutoRepeat())
            return true; // one key is the whole answer: only one that is pressed
        m_note->setText(m_sentences->item(which)->data(Qt::UserRole).toString());
        accept();
        return true;
    }
    const bool plain = (key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (plain && !key->text().isEmpty() && key->text().front().isPrint() && !key->text().front().isSpace()) {
        m_note->setFocus(Qt::OtherFocusReason); // whoever writes at once means the note
        m_note->insert(key->text());
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Escape) {
        if (key->key() != Qt::Key_Escape && !key->isAutoRepeat() && note().isEmpty() &&
            m_usual->currentIndex().isValid())
            m_note->setText(m_usual->currentIndex().data(Qt::UserRole).toString());
        keyPressEvent(key);
        return true;
    }
    return false;
}

} // namespace zsb
