#pragma once

#include "core/demo/drawglyphs.h"
#include "core/demo/drawrandom.h"

#include <QHash>
#include <QImage>
#include <QPainter>
#include <QSizeF>

#include <functional>
#include <string_view>

namespace zsb {

/// A sheet of paper lying on a desk: its size in mm, the picture's width in px, its colour.
struct Sheet
{
    QString name; ///< of the layer all sheets of this kind share
    QSizeF mm;
    int widthPx = 1000;
    QColor paper = {251, 250, 246};
};

/// The ink of a stamp: its colour, and how much of it took (1: all).
struct StampInk
{
    QColor colour = {206, 26, 32};
    double strength = 1;
};

/// What drawing papers needs and keeps between papers: outlines of characters, seals, and the printed layer of each
/// kind of paper, so that a person costs only what is written on it. One per thread. Needs a QGuiApplication for its
/// fonts.
class DrawDesk
{
public:
    using Print = std::function<void(QPainter &painter)>;

    /// A fresh sheet with its printed layer, made by `print` (in mm) the first time. It lies in one of two ways.
    [[nodiscard]] QImage lay(const Sheet &sheet, std::uint64_t seed, const Print &print);
    /// Makes the painter, already open on a sheet laid with the same seed, count in mm of the paper.
    static void toMillimetres(QPainter &painter, const Sheet &sheet, std::uint64_t seed);

    /// Text in the box, in the painter's units.
    void write(QPainter &painter, const QRectF &box, std::string_view text, const TextStyle &style, DrawRandom &random);
    /// Type, for printed layers.
    void print(QPainter &painter, const QRectF &box, std::string_view text, const TextStyle &style);

    /// A round seal: the issuer on the ring, a star in the middle. Turned a little by `random`.
    void stamp(QPainter &painter, QPointF centre, double diameter, std::string_view issuer, DrawRandom &random,
               const StampInk &ink = {});
    /// A square private seal with a name in two columns.
    void stampSquare(QPainter &painter, QPointF centre, double side, std::string_view name, DrawRandom &random);

private:
    [[nodiscard]] const QImage &seal(const QString &issuer, const QColor &ink);
    void paintWatermark(QPainter &painter, const Sheet &sheet);

    GlyphBook m_glyphs;
    QHash<QString, QImage> m_seals;
    QHash<QString, QImage> m_layers;
};

} // namespace zsb
