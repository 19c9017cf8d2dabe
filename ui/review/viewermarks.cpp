#include "ui/review/imageviewer.h"
#include "ui/widgets/theme.h"

#include <QCursor>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>

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
        parts.append(mark.label);
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

void ImageViewer::paintEvidence(QPainter &painter) const
{
    if (m_image.isNull())
        return;
    for (const EvidenceMark &mark : m_evidence) {
        const QRectF box = onScreen(mark.share);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.tokens().surface, 4));
        painter.drawRect(box);
        painter.setPen(QPen(m_theme.color(mark.tone), 2));
        painter.drawRect(box);
        QRectF label = fontMetrics().boundingRect(mark.label).toRectF();
        label.adjust(0, 0, 2.0 * labelPad, labelPad);
        label.moveBottomLeft(box.topLeft());
        if (label.top() < 0)
            label.moveTopLeft(box.bottomLeft());
        painter.fillRect(label, m_theme.tokens().surface);
        painter.drawText(label, Qt::AlignCenter, mark.label);
    }
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
