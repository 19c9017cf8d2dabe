#include "ui/review/imageviewer.h"
#include "ui/widgets/theme.h"

#include <QCursor>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int labelPad = 4;
constexpr double lensRadius = 110;
constexpr double lensFactor = 2.5;
constexpr double areaShare = 0.6; ///< of the window, for what showArea() shows

/// Where a part of the picture is once it was turned.
QRectF turned(const QRectF &share, int quarters)
{
    switch (quarters) {
    case 1:
        return {1 - share.bottom(), share.left(), share.height(), share.width()};
    case 2:
        return {1 - share.right(), 1 - share.bottom(), share.width(), share.height()};
    case 3:
        return {share.top(), 1 - share.right(), share.height(), share.width()};
    }
    return share;
}

QPointF turned(const QPointF &share, int quarters)
{
    return turned(QRectF(share, QSizeF()), quarters).topLeft();
}

} // namespace

PictureView ImageViewer::view() const
{
    const QRectF box = target();
    const QPointF middle = QRectF(rect()).center() - box.topLeft();
    return {scale() / fittingScale(), {middle.x() / box.width(), middle.y() / box.height()}, m_quarters};
}

void ImageViewer::follow(const PictureView &view)
{
    if (m_image.isNull())
        return;
    m_quarters = view.quarters;
    m_fitted = qFuzzyCompare(view.zoom, 1.0);
    m_scale = fittingScale() * view.zoom;
    const QSizeF size = turnedSize() * m_scale;
    m_offset = {(0.5 - view.middle.x()) * size.width(), (0.5 - view.middle.y()) * size.height()};
    clampOffset();
    changed();
}

QRectF ImageViewer::onScreen(const QRectF &share) const
{
    const QRectF box = target();
    const QRectF part = turned(share, m_quarters);
    return {box.left() + part.left() * box.width(), box.top() + part.top() * box.height(), part.width() * box.width(),
            part.height() * box.height()};
}

void ImageViewer::setEvidence(const QList<EvidenceMark> &marks)
{
    if (marks == m_evidence)
        return;
    m_evidence = marks;
    describe();
    update();
}

void ImageViewer::setLayer(const QImage &layer)
{
    if (layer.isNull() && m_layer.isNull())
        return;
    m_layer = layer;
    update();
}

void ImageViewer::describe()
{
    QStringList parts{m_description};
    for (const EvidenceMark &mark : m_evidence)
        parts.append(mark.tip.isEmpty() ? mark.label : mark.tip);
    setAccessibleDescription(parts.join(u"; "_s));
}

void ImageViewer::showArea(const QRectF &share)
{
    if (m_image.isNull() || share.isEmpty())
        return;
    fit();
    const QRectF part = turned(share, m_quarters);
    const QSizeF fitted = turnedSize() * scale();
    const double zoom = std::min(areaShare * width() / (part.width() * fitted.width()),
                                 areaShare * height() / (part.height() * fitted.height()));
    follow({std::max(1.0, zoom), part.center(), m_quarters});
}

QPolygonF ImageViewer::outlineOf(const EvidenceMark &mark) const
{
    if (mark.outline.isEmpty())
        return QPolygonF(onScreen(mark.share));
    const QRectF box = target();
    QPolygonF outline;
    for (const QPointF &corner : mark.outline) {
        const QPointF at = turned(corner, m_quarters);
        outline.append({box.left() + at.x() * box.width(), box.top() + at.y() * box.height()});
    }
    return outline;
}

/// Above its box, inside the window, below whatever label stands there already.
QRectF ImageViewer::labelPlace(const QString &words, const QRectF &box, const QList<QRectF> &taken) const
{
    QRectF label(0, 0, fontMetrics().horizontalAdvance(words) + 2.0 * labelPad, fontMetrics().height() + labelPad);
    label.moveBottomLeft(box.topLeft());
    if (label.top() < 0)
        label.moveTop(std::max(0.0, box.top()));
    label.moveLeft(std::max(0.0, std::min(label.left(), width() - label.width())));
    const auto isTaken = [&label](const QRectF &other) { return other.intersects(label); };
    for (auto other = std::ranges::find_if(taken, isTaken); other != taken.end();
         other = std::ranges::find_if(taken, isTaken))
        label.moveTop(other->bottom() + 1);
    return label;
}

void ImageViewer::paintEvidence(QPainter &painter) const
{
    if (m_image.isNull())
        return;
    for (const EvidenceMark &mark : m_evidence) {
        const QPolygonF outline = outlineOf(mark);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.tokens().surface, 4));
        painter.drawPolygon(outline);
        painter.setPen(QPen(m_theme.color(mark.tone), 2));
        painter.drawPolygon(outline);
    }
    QList<QRectF> taken;
    for (const EvidenceMark &mark : m_evidence) { // no box is drawn through words
        if (mark.label.isEmpty())
            continue;
        const QRectF box = outlineOf(mark).boundingRect();
        painter.setPen(m_theme.color(mark.tone));
        const QString words = fontMetrics().elidedText(mark.label, Qt::ElideRight, width() - 2 * labelPad);
        const QRectF label = labelPlace(words, box, taken);
        taken.append(label);
        painter.fillRect(label, m_theme.tokens().surface);
        painter.drawText(label, Qt::AlignCenter, words);
    }
}

/// Of what lies under the pointer the smallest: boxes of texts lie inside the page.
QString ImageViewer::tipAt(const QPointF &place) const
{
    QString tip;
    double smallest = 0;
    for (const EvidenceMark &mark : m_evidence) {
        const QPolygonF outline = outlineOf(mark);
        const QRectF box = outline.boundingRect();
        const double area = box.width() * box.height();
        if (mark.tip.isEmpty() || !outline.containsPoint(place, Qt::OddEvenFill) || (!tip.isEmpty() && area > smallest))
            continue;
        tip = mark.tip;
        smallest = area;
    }
    return tip;
}

bool ImageViewer::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), m_image.isNull() ? QString() : tipAt(help->pos()), this);
    return true;
}

void ImageViewer::setMagnifier(bool on)
{
    m_magnifier = on;
    const QPointF pointer = mapFromGlobal(QCursor::pos());
    m_lens = underMouse() ? pointer : QRectF(rect()).center();
    if (on && !m_askedForDetail) {
        m_askedForDetail = true;
        emit detailWanted();
    }
    update();
}

void ImageViewer::paintMagnifier(QPainter &painter) const
{
    if (!m_magnifier || m_image.isNull())
        return;
    QPainterPath lens;
    lens.addEllipse(m_lens, lensRadius, lensRadius);
    painter.save();
    painter.setClipPath(lens);
    painter.fillPath(lens, m_theme.tokens().canvas);
    painter.translate(m_lens);
    painter.scale(lensFactor, lensFactor);
    painter.translate(-m_lens);
    paintImage(painter);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.tokens().accent, 3));
    painter.drawPath(lens);
}

} // namespace zsb
