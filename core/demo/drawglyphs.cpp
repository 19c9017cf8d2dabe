#include "core/demo/drawglyphs.h"

#include "core/demo/drawrandom.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

constexpr int emPx = 100;

QFont fontOf(Hand hand)
{
    QFont font(u"Noto Sans CJK SC"_s);
    font.setPixelSize(emPx);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setBold(hand == Hand::Bold);
    return font;
}

bool joins(QChar c)
{
    return (c.unicode() >= 0x1800 && c.unicode() <= 0x18AF) || c.unicode() == 0x202F || c.unicode() == 0x200D;
}

/// A written character: the type's outline leaning, and bent by two slow waves.
QPainterPath bent(const QPainterPath &type, int variant)
{
    DrawRandom random(std::uint64_t(variant) * 977 + std::uint64_t(type.elementCount()));
    const double phaseX = random.between(0, 6.28);
    const double phaseY = random.between(0, 6.28);
    const double lean = random.between(0.04, 0.16);
    QPainterPath path = type;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        const double x = e.x - lean * e.y + 0.035 * std::sin(5.2 * e.y + phaseX);
        const double y = e.y - 0.07 * e.x + 0.035 * std::sin(4.6 * e.x + phaseY);
        path.setElementPositionAt(i, x, y);
    }
    return path;
}

bool isWordPart(const QString &cluster)
{
    return cluster.size() == 1 && cluster[0].unicode() < 0x80 && cluster[0].isLetterOrNumber();
}

/// Punctuation never begins a line; it hangs out of the full one.
bool hangs(const QString &cluster)
{
    return u"，。、；：）"_s.contains(cluster);
}

/// The line after `line`: what of a number or a word must move down with its next character.
QList<QString> carriedOver(QList<QString> &line, const QString &next)
{
    qsizetype keep = line.size();
    while (isWordPart(next) && keep > 0 && isWordPart(line[keep - 1]))
        --keep;
    if (keep == 0)
        return {};
    QList<QString> carried = line.mid(keep);
    line.resize(keep);
    return carried;
}

} // namespace

QList<QString> glyphClusters(const QString &text)
{
    QList<QString> clusters;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + (text[i].isHighSurrogate() && i + 1 < text.size() ? 2 : 1);
        while (joins(text[i]) && end < text.size() && joins(text[end]))
            ++end;
        clusters.append(text.mid(i, end - i));
        i = end;
    }
    return clusters;
}

const GlyphBook::Glyph &GlyphBook::glyph(const QString &cluster, Hand hand, int variant)
{
    const QString key = QChar(u'0' + ushort(hand)) + QString(QChar(u'0' + ushort(variant))) + cluster;
    if (const auto found = m_glyphs.constFind(key); found != m_glyphs.cend())
        return *found;
    const QFont font = fontOf(hand);
    QPainterPath type;
    type.addText(0, 0, font, cluster);
    Glyph made{QTransform::fromScale(1.0 / emPx, 1.0 / emPx).map(type),
               QFontMetricsF(font).horizontalAdvance(cluster) / emPx};
    if (hand == Hand::Written)
        made.path = bent(made.path, variant);
    return *m_glyphs.insert(key, made);
}

double GlyphBook::width(const Line &line, Hand hand)
{
    double sum = 0;
    for (const QString &cluster : line)
        sum += glyph(cluster, hand).advance;
    return sum;
}

QList<GlyphBook::Line> GlyphBook::broken(const QList<Line> &lines, double limit, Hand hand)
{
    QList<Line> shorter;
    for (const Line &line : lines) {
        shorter.append(Line());
        for (const QString &cluster : line) {
            const bool full = width(shorter.back(), hand) + glyph(cluster, hand).advance > limit;
            if (full && !shorter.back().isEmpty() && !hangs(cluster))
                shorter.append(carriedOver(shorter.back(), cluster));
            shorter.back().append(cluster);
        }
    }
    return shorter;
}

void GlyphBook::writeLine(QPainter &painter, QPointF foot, const Line &line, const TextStyle &style, double size,
                          DrawRandom &random)
{
    const bool written = style.hand == Hand::Written;
    for (const QString &cluster : line) {
        const Glyph &shape = glyph(cluster, style.hand, written ? random.below(3) : 0);
        painter.save();
        painter.translate(foot);
        if (written) {
            painter.translate(0, random.between(-0.05, 0.05) * size);
            painter.rotate(random.between(-3.5, 3.5));
        }
        const double scale = size * (written ? random.between(0.93, 1.07) : 1.0);
        painter.scale(scale, scale);
        painter.fillPath(shape.path, style.colour);
        painter.restore();
        foot.rx() += shape.advance * size;
    }
}

void GlyphBook::write(QPainter &painter, const QRectF &box, std::string_view text, const TextStyle &style,
                      DrawRandom &random)
{
    if (text.empty())
        return;
    QList<Line> lines;
    for (const QString &line : QString::fromUtf8(text.data(), qsizetype(text.size())).split(u'\n'))
        lines.append(glyphClusters(line));
    constexpr double leading = 1.42;
    double size = style.size;
    QList<Line> fitting = broken(lines, box.width() / size, style.hand);
    while (double(fitting.size()) * leading * size > std::max(box.height(), style.size * leading) &&
           size > 0.4 * style.size) {
        size *= 0.92;
        fitting = broken(lines, box.width() / size, style.hand);
    }
    const double height = double(fitting.size()) * leading * size;
    double y = box.top() + (style.align.testFlag(Qt::AlignTop) ? 0 : (box.height() - height) / 2);
    for (const Line &line : fitting) {
        const double slack = box.width() - width(line, style.hand) * size;
        const double x = style.align.testFlag(Qt::AlignLeft)    ? 0
                         : style.align.testFlag(Qt::AlignRight) ? slack
                                                                : slack / 2;
        writeLine(painter, {box.left() + x, y + (leading * 0.5 + 0.38) * size}, line, style, size, random);
        y += leading * size;
    }
}

} // namespace zsb
