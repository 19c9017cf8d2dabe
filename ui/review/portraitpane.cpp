#include "ui/review/portraitpane.h"

#include "ui/review/marks.h"
#include "ui/review/portraitpaint.h"
#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr double readingGap = 10; ///< between the picture and the words, and between two readings on one line
constexpr double frameHigh = 134; ///< the picture stays as it is however many readings there are
} // namespace

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
}

void PortraitPane::describe()
{
    setSpokenName(this, tr("照片"));
    QStringList all;
    for (const Placed &line : placed())
        all.append(line.text);
    setSpokenDescription(this, all.join(u'，'));
    if (m_measured)
        all.append(tr("方框：头部；两眼之间的线：眼睛；虚线：中线和三分线；底色越深，背景离白色越远"));
    setToolTip(all.join(u'\n'));
    fitHeight();
    update();
}

QRectF PortraitPane::frame() const
{
    return {1, 1, std::min(frameHigh * 0.8, width() * 0.42), frameHigh};
}

double PortraitPane::lineHeight() const
{
    return fontMetrics().height();
}

/// Short readings share a line; one that is wider than the room goes on below, so that its value can be read.
QList<PortraitPane::Placed> PortraitPane::placed() const
{
    QList<Placed> lines;
    for (const PortraitLine &reading : m_readings)
        lines.append({reading.text, reading.tone});
    if (m_isMapShown && m_overlay.columns > 0)
        lines.append({tr("背景离白色"), Tone::Error, Sign::Tint});
    if (m_isMapShown && !m_overlay.spots.empty())
        lines.append({tr("脸上偏亮 %1 处").arg(m_overlay.spots.size()), Tone::Warning, Sign::Ring});
    const double line = lineHeight();
    const double left = frame().right() + readingGap;
    double x = left;
    double y = 1;
    for (Placed &one : lines) {
        const double wide = line + 2 + fontMetrics().horizontalAdvance(one.text);
        if (x > left && x + wide > width()) {
            x = left;
            y += line;
        }
        const bool isWrapped = x + wide > width();
        one.place = QRectF(x, y, isWrapped ? width() - x : wide, isWrapped ? wrappedHeight(one.text) : line);
        if (isWrapped)
            y += one.place.height();
        x = isWrapped ? left : x + wide + readingGap;
    }
    return lines;
}

double PortraitPane::wrappedHeight(const QString &text) const
{
    const QRect room(0, 0, int(width() - frame().right() - readingGap - lineHeight()), 10'000);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height();
}

bool PortraitPane::isWholeShown() const
{
    const QList<Placed> lines = placed();
    return std::ranges::all_of(lines, [this](const Placed &line) {
        const bool isOneLine = fontMetrics().horizontalAdvance(line.text) <= line.place.width() - lineHeight();
        return line.place.bottom() <= height() && (isOneLine || line.place.height() >= wrappedHeight(line.text));
    });
}

void PortraitPane::fitHeight()
{
    const QList<Placed> lines = placed();
    const int needed = lines.isEmpty() ? 0 : int(std::ceil(lines.last().place.bottom())) + 1;
    setFixedHeight(std::max(leastHeight, needed));
}

void PortraitPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

void PortraitPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

void PortraitPane::setMeasured(std::optional<PortraitReading> reading, const PortraitOverlay &overlay)
{
    m_measured = std::move(reading);
    m_overlay = overlay;
    describe();
}

void PortraitPane::setMapShown(bool shown)
{
    m_isMapShown = shown;
    describe();
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

void PortraitPane::paintSign(QPainter &painter, const Placed &line) const
{
    const ThemeTokens &t = m_theme.tokens();
    const double side = lineHeight() - 6;
    const QRectF box(line.place.left(), line.place.top() + 3, side, side);
    QColor color = line.tone == Tone::Neutral ? t.muted : m_theme.color(line.tone);
    if (line.sign == Sign::Tone) {
        paintMark(painter, box, line.tone, color);
        return;
    }
    painter.setPen(QPen(color, 1.5));
    if (line.sign == Sign::Tint)
        color.setAlpha(110);
    painter.setBrush(line.sign == Sign::Tint ? QBrush(color) : QBrush(Qt::NoBrush));
    if (line.sign == Sign::Tint)
        painter.drawRect(box.adjusted(2, 2, -2, -2));
    else
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
}

void PortraitPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    paintPicture(painter);
    const ThemeTokens &t = m_theme.tokens();
    for (const Placed &line : placed()) {
        paintSign(painter, line);
        const bool isGrave = line.sign == Sign::Tone && (line.tone == Tone::Warning || line.tone == Tone::Error);
        painter.setPen(isGrave ? m_theme.color(line.tone) : t.text);
        const QRectF words = line.place.adjusted(lineHeight(), 0, 0, 0);
        const int wrap = words.height() > lineHeight() ? Qt::TextWordWrap : Qt::TextSingleLine;
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | wrap, line.text);
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
