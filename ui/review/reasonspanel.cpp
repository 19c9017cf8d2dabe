#include "ui/review/reasonspanel.h"

#include "ui/models/reasonsmodel.h"
#include "ui/review/marks.h"
#include "ui/widgets/quietlist.h"
#include "ui/widgets/theme.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int boxSide = 20;
constexpr int pad = 5;

/// A key that chooses; held down it chooses once.
bool isDeed(int key)
{
    return (key >= Qt::Key_1 && key <= Qt::Key_9) || key == Qt::Key_Space;
}
} // namespace

ReasonDelegate::ReasonDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize ReasonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 2 * pad};
}

void ReasonDelegate::paintBox(QPainter &painter, const QRect &box, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    const bool chosen = index.data(ReasonsModel::ChosenRole).toBool();
    painter.setPen(QPen(chosen ? t.accent : t.edge, 1.4));
    painter.setBrush(chosen ? t.accent : t.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (chosen) {
        paintMark(painter, QRectF(box).adjusted(4, 4, -4, -4), Tone::Ok, t.onAccent);
        return;
    }
    painter.setPen(t.muted);
    painter.drawText(box, Qt::AlignCenter, index.data(ReasonsModel::DigitRole).toString());
}

void ReasonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, t.selection);
    else if (index.data(ReasonsModel::ChosenRole).toBool())
        painter->fillRect(option.rect, t.infoSoft);
    const int high = option.fontMetrics.height();
    const QRect box(option.rect.left() + pad, option.rect.top() + pad + 2, boxSide, boxSide);
    paintBox(*painter, box, index);
    QRect line(box.right() + 8, option.rect.top() + pad, option.rect.right() - box.right() - 8 - pad, high);
    painter->setPen(option.state.testFlag(QStyle::State_Selected) ? t.onSelection : t.text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, line.width()));
    line.moveTop(line.bottom() + 1);
    const int targets = index.data(ReasonsModel::TargetCountRole).toInt();
    QString about = index.data(ReasonsModel::TargetRole).toString();
    if (targets > 1)
        about = tr("%1（← → 换，共 %2 项）").arg(about).arg(targets);
    QString second = u"%1 · %2"_s.arg(index.data(ReasonsModel::CodeRole).toString(), about);
    if (index.data(ReasonsModel::SuggestedRole).toBool()) {
        const QString hint = tr("机检提示");
        const int width = option.fontMetrics.horizontalAdvance(hint);
        painter->setPen(t.warning);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, hint);
        line.setRight(line.right() - width - 6);
    }
    painter->setPen(t.muted);
    second += u"  "_s + index.data(ReasonsModel::ClauseRole).toString();
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(second, Qt::ElideRight, line.width()));
    painter->restore();
}

ReasonsPanel::ReasonsPanel(Kind kind, ReasonsModel &model, const Theme &theme, QWidget *parent)
    : SidePanel(theme, parent),
      m_kind(kind),
      m_model(model),
      m_filter(new QLineEdit(this)),
      m_list(new QuietList(this)),
      m_note(new QLineEdit(this)),
      m_deadlineLabel(new QLabel(this)),
      m_deadline(new QDateEdit(this)),
      m_consequence(new QLabel(this)),
      m_confirmLabel(new QLabel(this)),
      m_confirm(new QLineEdit(this)),
      m_preview(new QLabel)
{
    setObjectName(kind == Kind::Return ? u"returnPanel"_s : u"refusePanel"_s);
    m_list->setItemDelegate(new ReasonDelegate(theme, m_list));
    build();
    retranslate();
    connect(m_filter, &QLineEdit::textChanged, &m_model, &ReasonsModel::setFilter);
    connect(&m_model, &ReasonsModel::choiceChanged, this, &ReasonsPanel::check);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { m_model.toggle(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showNote(); });
    connect(m_note, &QLineEdit::textEdited, this, &ReasonsPanel::editNote);
    connect(m_confirm, &QLineEdit::textChanged, this, &ReasonsPanel::check);
    connect(m_deadline, &QDateEdit::dateChanged, this, &ReasonsPanel::previewWanted);
}

void ReasonsPanel::build()
{
    m_list->setObjectName(u"reasons"_s);
    m_list->setModel(&m_model);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_filter->setObjectName(u"reasonFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_note->setObjectName(u"reasonNote"_s);
    m_note->setMaxLength(ReasonRow::longestNote);
    m_deadline->setObjectName(u"deadline"_s);
    m_deadline->setCalendarPopup(true);
    m_deadlineLabel->setBuddy(m_deadline);
    m_confirm->setObjectName(u"confirmNumber"_s);
    m_confirm->setMaxLength(4);
    m_confirm->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhPreferNumbers);
    m_confirmLabel->setBuddy(m_confirm);
    m_consequence->setObjectName(u"consequence"_s);
    m_consequence->setWordWrap(true);
    m_preview->setObjectName(u"noticePreview"_s);
    m_preview->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_preview->setMargin(space::small);
    auto *paper = new QScrollArea(this);
    paper->setObjectName(u"paper"_s);
    paper->setAccessibleName(tr("通知单预览"));
    paper->setWidgetResizable(true);
    paper->setWidget(m_preview);
    paper->setFocusPolicy(Qt::TabFocus);
    paper->setMinimumHeight(84);
    auto *when = new QHBoxLayout;
    when->addWidget(m_deadlineLabel);
    when->addWidget(m_deadline, 1);
    auto *confirm = new QHBoxLayout;
    confirm->addWidget(m_confirmLabel);
    confirm->addWidget(m_confirm, 1);
    body().addWidget(m_filter);
    body().addWidget(m_list, 3);
    body().addWidget(m_note);
    body().addLayout(when);
    body().addWidget(m_consequence);
    body().addLayout(confirm);
    body().addWidget(paper, 2);
    const bool returning = m_kind == Kind::Return;
    m_deadlineLabel->setVisible(returning);
    m_deadline->setVisible(returning);
    m_confirmLabel->setVisible(!returning);
    m_confirm->setVisible(!returning);
}

void ReasonsPanel::retranslate()
{
    const bool returning = m_kind == Kind::Return;
    setTitle(returning ? tr("退回补正：%1").arg(m_case.who) : tr("不通过：%1").arg(m_case.who));
    setAcceptText(returning ? tr("退回  Enter") : tr("不通过  Enter"));
    setCancelText(tr("取消  Esc"));
    m_filter->setPlaceholderText(tr("直接按 1–9 选，或输入编号、拼音首字母、文字查找"));
    m_filter->setAccessibleName(tr("查找原因"));
    m_list->setAccessibleName(tr("原因"));
    m_list->viewport()->setAccessibleName(tr("原因"));
    m_note->setPlaceholderText(tr("补充说明（写给考生，不超过 200 字）"));
    m_note->setAccessibleName(tr("补充说明"));
    m_deadlineLabel->setText(tr("补正期限(&D)"));
    m_deadline->setAccessibleName(tr("补正期限"));
    m_deadline->setDisplayFormat(tr("yyyy年M月d日"));
    m_confirmLabel->setText(tr("输入报名号后四位确认(&N)"));
    m_confirm->setAccessibleName(tr("报名号后四位"));
    m_preview->setAccessibleName(tr("通知单预览"));
    m_deadline->setToolTip(m_case.latest.isValid() ? tr("补正到 %1为止").arg(m_case.latest.toString(tr("yyyy年M月d日")))
                                                   : QString());
    check();
}

void ReasonsPanel::start(const Case &file)
{
    m_case = file;
    m_filter->clear();
    m_confirm->clear();
    m_note->clear();
    const QSignalBlocker quiet(m_deadline);
    m_deadline->clearMaximumDate();
    if (file.latest.isValid())
        m_deadline->setMaximumDate(file.latest);
    m_deadline->setDate(file.deadline);
    m_consequence->setText(file.consequence);
    m_consequence->setVisible(!file.consequence.isEmpty());
    retranslate();
    m_list->setCurrentIndex(m_model.index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

QDate ReasonsPanel::deadline() const
{
    return m_deadline->date();
}

void ReasonsPanel::setDeadline(const QDate &deadline)
{
    m_deadline->setDate(deadline);
}

void ReasonsPanel::setPreview(const QString &notice)
{
    m_preview->setText(notice);
}

void ReasonsPanel::check()
{
    showNote();
    if (m_model.chosen().isEmpty())
        setMissing(tr("至少选一项原因。"));
    else if (!m_model.isComplete())
        setMissing(tr("所选原因要写补充说明。"));
    else if (m_kind == Kind::Refuse && m_confirm->text() != m_case.lastFour)
        setMissing(tr("请输入报名号后四位。"));
    else
        setMissing({});
    emit previewWanted();
}

void ReasonsPanel::showNote()
{
    const QModelIndex current = m_list->currentIndex();
    const bool noted = current.isValid() && current.data(ReasonsModel::ChosenRole).toBool();
    m_note->setVisible(noted); // only a chosen reason has a remark: until then the list may have its place
    const QString note = noted ? m_model.at(current.row()).note : QString();
    if (m_note->text() != note)
        m_note->setText(note);
}

void ReasonsPanel::editNote()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid())
        m_model.setNote(current.data(ReasonsModel::CodeRole).toString(), m_note->text());
}

void ReasonsPanel::accept()
{
    if (isComplete())
        emit sent();
}

/// Enter, and something is missing: the next key goes there.
void ReasonsPanel::goToMissing()
{
    if (m_model.chosen().isEmpty()) {
        m_list->setFocus(Qt::OtherFocusReason);
    } else if (!m_model.isComplete()) {
        m_filter->clear();
        m_list->setCurrentIndex(m_model.index(m_model.firstIncomplete()));
        m_note->setFocus(Qt::OtherFocusReason);
    } else {
        m_confirm->setFocus(Qt::OtherFocusReason);
        m_confirm->selectAll();
    }
}

/// Keys of the list: digits choose, the arrows aside turn what a reason is about, letters go on with the filter, so
/// that no hand leaves the list and no input method stands in the way (U11).
bool ReasonsPanel::handleListKey(int key, const QString &text)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        if (m_model.toggleDigit(key - Qt::Key_0) && m_filter->text().isEmpty())
            m_list->setCurrentIndex(m_model.index(key - Qt::Key_1));
        return true;
    }
    if (key == Qt::Key_Space) {
        m_model.toggle(m_list->currentIndex().row());
        return true;
    }
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        m_model.turnTarget(m_list->currentIndex().row(), key == Qt::Key_Right ? 1 : -1);
        return true;
    }
    if (key == Qt::Key_Backspace) {
        m_filter->backspace();
        return true;
    }
    if (text.size() == 1 && text.front().isLetter() && text.front().unicode() < 0x80) {
        m_filter->setText(m_filter->text() + text);
        m_list->setCurrentIndex(m_model.index(0));
        return true;
    }
    return false;
}

bool ReasonsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        auto *press = static_cast<QKeyEvent *>(event);
        const bool plain = (press->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
        if (plain && event->type() == QEvent::KeyPress && (press->isAutoRepeat() && isDeed(press->key())))
            return true;
        if (plain && event->type() == QEvent::KeyPress && handleListKey(press->key(), press->text()))
            return true;
        if (plain && event->type() == QEvent::KeyPress &&
            (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter || press->key() == Qt::Key_Escape)) {
            keyPressEvent(press); // before the list takes Enter as activation
            return true;
        }
        if (plain && event->type() == QEvent::ShortcutOverride && !press->text().isEmpty()) {
            press->accept();
            return true;
        }
    }
    return SidePanel::eventFilter(watched, event);
}

void ReasonsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SidePanel::changeEvent(event);
}

} // namespace zsb
