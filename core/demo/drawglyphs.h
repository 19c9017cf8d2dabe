#pragma once

#include <QColor>
#include <QHash>
#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <string_view>

class QPainter;

namespace zsb {

class DrawRandom;

enum class Hand : std::uint8_t
{
    Print,   ///< type
    Bold,    ///< type, heavy
    Written, ///< each character bent, turned and moved a little
};

/// How a line of text stands: height of the characters in the painter's units, colour, where in its box.
struct TextStyle
{
    double size = 4;
    QColor colour = {30, 30, 34};
    Hand hand = Hand::Print;
    Qt::Alignment align = Qt::AlignCenter;
};

/// Text as outlines, each character made once. Outlines do not depend on hinting or on a screen's resolution, so the
/// same text gives the same pixels everywhere the font "Noto Sans CJK SC" is installed.
/// Needs a QGuiApplication (offscreen will do). One per thread.
class GlyphBook
{
public:
    /// Writes into the box, line by line at `\n`, breaking lines that are too long and shrinking what still does not
    /// fit. `random` moves written characters; it is left alone for type.
    void write(QPainter &painter, const QRectF &box, std::string_view text, const TextStyle &style, DrawRandom &random);

    /// One unit high, its foot on y = 0, starting at x = 0.
    struct Glyph
    {
        QPainterPath path;
        double advance = 0;
    };
    [[nodiscard]] const Glyph &glyph(const QString &cluster, Hand hand, int variant = 0);

private:
    using Line = QList<QString>;
    [[nodiscard]] double width(const Line &line, Hand hand);
    [[nodiscard]] QList<Line> broken(const QList<Line> &lines, double limit, Hand hand);
    void writeLine(QPainter &painter, QPointF foot, const Line &line, const TextStyle &style, double size,
                   DrawRandom &random);

    QHash<QString, Glyph> m_glyphs;
};

/// The text cut into what stands for itself: single characters, and whole words of scripts whose letters join.
[[nodiscard]] QList<QString> glyphClusters(const QString &text);

} // namespace zsb
