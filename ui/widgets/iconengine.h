#pragma once

#include <QByteArray>
#include <QColor>
#include <QIconEngine>

namespace zsb {

/// Draws one of our line icons in one colour (another when disabled, another when selected), at any size and scale.
/// The drawing says `currentColor` where it wants the colour.
class TintedIconEngine : public QIconEngine
{
public:
    struct Colors
    {
        QColor normal;
        QColor disabled;
        QColor selected;
    };

    TintedIconEngine(QByteArray svg, const Colors &colors);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    QByteArray m_svg;
    Colors m_colors;
};

} // namespace zsb
