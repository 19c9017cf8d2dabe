#include "ui/review/imageviewer.h"

#include "ui/review/marks.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr double zoomStep = 1.25;
constexpr double smallest = 0.05;
constexpr double largest = 8.0;
constexpr int margin = 8;
constexpr int panStep = 60;
constexpr int lensStep = 24;
} // namespace

ImageViewer::ImageViewer(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"viewer"_s);
    setAccessibleName(tr("材料图片"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ImageViewer::setImage(const QImage &image, const QSize &fullSize, const QString &description)
{
    m_image = image;
    m_fullSize = fullSize.isEmpty() ? image.size() : fullSize;
    m_loading = false;
    m_quarters = 0;
    m_askedForDetail = image.width() >= m_fullSize.width();
    m_description = description;
    m_evidence.clear();
    describe();
    fit();
}

void ImageViewer::setDetail(const QImage &image)
{
    m_image = image;
    update();
}

void ImageViewer::setPlaceholder(const QString &title, const QString &reason, Tone tone)
{
    m_image = {};
    m_fullSize = {};
    m_loading = false;
    m_title = title;
    m_reason = reason;
    m_tone = tone;
    setAccessibleDescription(reason.isEmpty() ? title : tr("%1：%2").arg(title, reason));
    changed();
}

void ImageViewer::setLoading(const QString &title)
{
    setPlaceholder(title, {});
    m_loading = true;
}

QSizeF ImageViewer::turnedSize() const
{
    return m_quarters % 2 == 0 ? QSizeF(m_fullSize) : QSizeF(m_fullSize).transposed();
}

double ImageViewer::fittingScale() const
{
    const QSizeF size = turnedSize();
    if (size.isEmpty())
        return 1;
    const double scale = std::min((width() - 2.0 * margin) / size.width(), (height() - 2.0 * margin) / size.height());
    return std::clamp(scale, 0.001, 1.5); // a small picture grows a little, never to mush
}

double ImageViewer::scale() const
{
    return m_fitted ? fittingScale() : m_scale;
}

QRectF ImageViewer::target() const
{
    const QSizeF size = turnedSize() * scale();
    const QPointF middle = QRectF(rect()).center() + (m_fitted ? QPointF() : m_offset);
    return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
}

double ImageViewer::visibleShare() const
{
    const QRectF all = target();
    if (m_image.isNull() || all.isEmpty())
        return 0;
    const QRectF seen = all & QRectF(rect());
    return seen.width() * seen.height() / (all.width() * all.height());
}

void ImageViewer::changed()
{
    if (!m_askedForDetail && !m_image.isNull() &&
        turnedSize().width() * scale() * devicePixelRatioF() >
            1.3 * (m_quarters % 2 == 0 ? m_image.width() : m_image.height())) {
        m_askedForDetail = true;
        emit detailWanted();
    }
    update();
    emit viewChanged();
}

void ImageViewer::fit()
{
    m_fitted = true;
    m_offset = {};
    changed();
}

void ImageViewer::actualSize()
{
    zoomAt(1.0 / scale(), QRectF(rect()).center());
}

void ImageViewer::zoom(double factor)
{
    const QPointF pointer = mapFromGlobal(QCursor::pos());
    zoomAt(factor, rect().contains(pointer.toPoint()) && underMouse() ? pointer : QRectF(rect()).center());
}

void ImageViewer::zoomAt(double factor, const QPointF &anchor)
{
    if (m_image.isNull())
        return;
    const double before = scale();
    const double after = std::clamp(before * factor, smallest, largest);
    const QPointF middle = QRectF(rect()).center();
    const QPointF offset = m_fitted ? QPointF() : m_offset;
    m_offset = anchor - middle - (anchor - middle - offset) * (after / before);
    m_scale = after;
    m_fitted = false;
    clampOffset();
    changed();
}

void ImageViewer::clampOffset()
{
    const QSizeF size = turnedSize() * scale();
    const double x = std::max(0.0, (size.width() - width()) / 2 + margin);
    const double y = std::max(0.0, (size.height() - height()) / 2 + margin);
    m_offset = {std::clamp(m_offset.x(), -x, x), std::clamp(m_offset.y(), -y, y)};
}

void ImageViewer::rotate(int quarters)
{
    if (m_image.isNull())
        return;
    m_quarters = ((m_quarters + quarters) % 4 + 4) % 4;
    clampOffset();
    changed();
}

void ImageViewer::setView(double scale, int quarters)
{
    if (m_image.isNull())
        return;
    fit();
    rotate(quarters);
    if (scale > 0)
        zoomAt(scale / this->scale(), QRectF(rect()).center());
}

void ImageViewer::paintImage(QPainter &painter) const
{
    const QRectF box = target();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale() < 3);
    painter.translate(box.center());
    painter.rotate(90.0 * m_quarters);
    const QSizeF size = QSizeF(m_fullSize) * scale();
    const QRectF flat(-size.width() / 2, -size.height() / 2, size.width(), size.height());
    painter.drawImage(flat, m_image);
    if (!m_layer.isNull())
        painter.drawImage(flat, m_layer);
    painter.setPen(QPen(m_theme.tokens().line, 1));
    painter.drawRect(flat);
}

void ImageViewer::paintCard(QPainter &painter) const
{
    const ThemeTokens &t = m_theme.tokens();
    const QRectF box = QRectF(rect()).adjusted(24, 24, -24, -24);
    if (!m_reason.isEmpty())
        paintMark(painter, QRectF(box.center().x() - 20, box.center().y() - 64, 40, 40), m_tone, m_theme.color(m_tone));
    QFont strong = font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    painter.setFont(strong);
    painter.setPen(m_loading ? t.muted : t.text);
    painter.drawText(QRectF(box.left(), box.center().y() - 16, box.width(), 28), Qt::AlignCenter, m_title);
    painter.setFont(font());
    painter.setPen(t.muted);
    painter.drawText(QRectF(box.left(), box.center().y() + 16, box.width(), 60),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_reason);
}

void ImageViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &t = m_theme.tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), t.canvas);
    painter.save();
    if (m_image.isNull())
        paintCard(painter);
    else
        paintImage(painter);
    painter.restore();
    paintEvidence(painter);
    paintMagnifier(painter);
    painter.setPen(QPen(hasFocus() ? t.accent : t.line, hasFocus() ? 2 : 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

void ImageViewer::resizeEvent(QResizeEvent *)
{
    clampOffset();
    changed();
}

void ImageViewer::wheelEvent(QWheelEvent *event)
{
    zoomAt(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void ImageViewer::mousePressEvent(QMouseEvent *event)
{
    m_dragFrom = event->position();
    if (event->button() == Qt::LeftButton && hasImage())
        setCursor(Qt::ClosedHandCursor);
}

void ImageViewer::mouseMoveEvent(QMouseEvent *event)
{
    m_lens = event->position();
    if (m_magnifier)
        update();
    if (!(event->buttons() & Qt::LeftButton) || m_fitted || m_image.isNull())
        return;
    m_offset += event->position() - m_dragFrom;
    m_dragFrom = event->position();
    clampOffset();
    changed();
}

void ImageViewer::mouseReleaseEvent(QMouseEvent *)
{
    unsetCursor();
}

void ImageViewer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_fitted)
        zoomAt(1.0 / scale(), event->position());
    else
        fit();
}

void ImageViewer::keyPressEvent(QKeyEvent *event)
{
    QPointF move;
    switch (event->key()) {
    case Qt::Key_Left:
        move = {panStep, 0};
        break;
    case Qt::Key_Right:
        move = {-panStep, 0};
        break;
    case Qt::Key_Up:
        move = {0, panStep};
        break;
    case Qt::Key_Down:
        move = {0, -panStep};
        break;
    }
    if (m_magnifier && !move.isNull() && event->modifiers() == Qt::NoModifier) {
        const QPointF to = m_lens - move / panStep * lensStep;
        m_lens = {std::clamp(to.x(), 0.0, double(width())), std::clamp(to.y(), 0.0, double(height()))};
        update();
        return;
    }
    if (move.isNull() || event->modifiers() != Qt::NoModifier || m_fitted) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_offset += move;
    clampOffset();
    changed();
}

} // namespace zsb
