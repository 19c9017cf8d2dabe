#include "ui/widgets/look.h"

#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPushButton>
#include <QStyle>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto paneProperty = "zsbPane";

QString withoutMnemonic(QString text)
{
    if (const qsizetype at = text.indexOf("(&"_L1); at >= 0)
        text.remove(at, 4);
    text.remove(u'&');
    while (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace

void setKind(QWidget *widget, QLatin1StringView kind)
{
    widget->setProperty("kind", QString(kind));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void nameWidget(QWidget *widget, QLatin1StringView objectName, const QString &accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(withoutMnemonic(accessibleName));
}

void setSpokenName(QWidget *widget, const QString &name)
{
    if (widget->accessibleName() != name)
        widget->setAccessibleName(name);
}

void setSpokenDescription(QWidget *widget, const QString &description)
{
    if (widget->accessibleDescription() != description)
        widget->setAccessibleDescription(description);
}

QPushButton *makeButton(const QString &text, QLatin1StringView objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    nameWidget(button, objectName, text);
    button->setMinimumHeight(space::target);
    button->setAutoDefault(false);
    return button;
}

QLabel *makeWrapped(const QString &text, QLatin1StringView objectName, int width, int lines, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setFixedWidth(width);
    label->setMinimumHeight(std::max(label->heightForWidth(width), lines * label->fontMetrics().lineSpacing()));
    return label;
}

void showRefusal(QLabel *label, const QString &why)
{
    setKind(label, "error"_L1);
    label->setText(Theme::glyph(Tone::Error) + u' ' + why);
    label->setMinimumHeight(std::max(label->minimumHeight(), label->heightForWidth(label->width())));
    QAccessibleEvent event(label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void markPane(QWidget *pane, int order)
{
    pane->setProperty(paneProperty, order);
}

QWidget *neighbourPane(const QWidget *window, const QWidget *focus, bool forward)
{
    QList<QWidget *> panes;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (widget->property(paneProperty).isValid() && widget->isVisibleTo(window) && widget->isEnabled())
            panes.append(widget);
    }
    if (panes.isEmpty())
        return nullptr;
    std::stable_sort(panes.begin(), panes.end(), [](const QWidget *a, const QWidget *b) {
        return a->property(paneProperty).toInt() < b->property(paneProperty).toInt();
    });
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focus && (panes[i] == focus || panes[i]->isAncestorOf(focus)))
            current = i;
    }
    if (current < 0)
        return forward ? panes.first() : panes.last();
    return panes[(current + (forward ? 1 : panes.size() - 1)) % panes.size()];
}

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QLabel::sizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(m_text) + margins.left() + margins.right() + 2,
            QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_text, m_mode, contentsRect().width());
    if (shown != text())
        setText(shown);
    setToolTip(shown == m_text ? QString() : m_text);
}

} // namespace zsb
