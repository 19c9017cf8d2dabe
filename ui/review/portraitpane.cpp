#include "ui/review/portraitpane.h"

#include "ui/review/marks.h"
#include "ui/review/portraitpaint.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace zsb {

PortraitPane::PortraitPane(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"portraitPane"_s);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    describe();
}

void PortraitPane::setPicture(const QImage &image, const QString &reason)
{
    m_image = image;
    m_reason = reason;
    update();
}

void PortraitPane::setReadings(QList<PortraitLine> readings)
{
    if (readings == m_readings)
        return;
    m_readings = std::move(readings);
    describe();
    update();
}

void PortraitPane::describe()
{
    setSpokenName(this, tr("照片"));
    QStringList all;
    for (const PortraitLine &reading : std::as_const(m_readings))
        all.append(reading.text);
    setSpokenDescription(this, all.join(u'，'));
}

QRectF PortraitPane::frame() const
{
    const double high = height() - 2.0;
    return {1, 1, std::min(high * 0.8, width() * 0.42), high};
}

void PortraitPane::setMeasured(std::optional<PortraitReading> reading, const PortraitOverlay &overlay)
{
    m_measured = std::move(reading);
    m_overlay = overlay;
    update();
}

void PortraitPane::setMapShown(bool shown)
{
    m_isMapShown = shown;
    update();
}

void PortraitPane::paintPicture(QPainter &painter) const
{
    const ThemeTokens &t = m_theme.tokens();
    const QRectF box = frame();
    painter.fillRect(box, t.canvas);
    if (m_image.isNull() && !m_reason.isEmpty()) {
        paintMark(painter, QRectF(box.center().x() - 14, box.center().y() - 34, 28, 28), Tone::Warning, t.warning);
        painter.setPen(t.muted);
        painter.drawText(box.adjusted(4, box.height() / 2, -4, -4), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         m_reason);
    } else if (!m_image.isNull()) {
        const QSizeF size = QSizeF(m_image.size()).scaled(box.size(), Qt::KeepAspectRatio);
        const QRectF place(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2, size.width(),
                           size.height());
        painter.drawImage(place, m_image);
        if (m_isMapShown)
            paintPortraitMap(painter, place, m_overlay, m_theme);
        paintPortraitGuides(painter, place, m_measured ? &*m_measured : nullptr, m_theme);
    }
    painter.setPen(QPen(hasFocus() ? t.accent : t.line, hasFocus() ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

void PortraitPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintPicture(painter);
    const ThemeTokens &t = m_theme.tokens();
    const int line = fontMetrics().height() + 4;
    double top = 2;
    const double left = frame().right() + 10;
    for (const PortraitLine &reading : m_readings) {
        if (top + line > height())
            break;
        const QColor color = reading.tone == Tone::Neutral ? t.muted : m_theme.color(reading.tone);
        paintMark(painter, QRectF(left, top + 3, line - 8, line - 8), reading.tone, color);
        painter.setPen(reading.tone == Tone::Warning || reading.tone == Tone::Error ? color : t.text);
        const QRectF words(left + line, top, width() - left - line, line);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(reading.text, Qt::ElideRight, int(words.width())));
        top += line;
    }
}

void PortraitPane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit activated();
}

void PortraitPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit activated();
    else
        QWidget::keyPressEvent(event);
}

} // namespace zsb
