#include "ui/widgets/iconengine.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace zsb {

TintedIconEngine::TintedIconEngine(QByteArray svg, const Colors &colors) : m_svg(std::move(svg)), m_colors(colors) {}

void TintedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    QColor color = m_colors.normal;
    if (mode == QIcon::Disabled)
        color = m_colors.disabled;
    else if (mode == QIcon::Selected)
        color = m_colors.selected;
    QByteArray tinted = m_svg;
    tinted.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(tinted);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, QRectF(rect));
    painter->restore();
}

QPixmap TintedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    return pixmap;
}

QIconEngine *TintedIconEngine::clone() const
{
    return new TintedIconEngine(*this);
}

} // namespace zsb
