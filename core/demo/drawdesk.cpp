#include "core/demo/drawdesk.h"

#include "core/demo/drawtools.h"

#include <cmath>
#include <numbers>

namespace zsb {

using namespace Qt::StringLiterals;

namespace {

constexpr double marginPx = 14;

QSize pixels(const Sheet &sheet)
{
    const double perMm = (sheet.widthPx - 2 * marginPx) / sheet.mm.width();
    return {sheet.widthPx, int(sheet.mm.height() * perMm + 2 * marginPx)};
}

QTransform paperTransform(const Sheet &sheet, std::uint64_t seed)
{
    const QSize size = pixels(sheet);
    const double perMm = (sheet.widthPx - 2 * marginPx) / sheet.mm.width();
    QTransform transform;
    transform.translate(size.width() / 2.0, size.height() / 2.0);
    transform.rotate(seed % 2 == 0 ? -0.35 : 0.3);
    transform.scale(perMm, perMm);
    transform.translate(-sheet.mm.width() / 2, -sheet.mm.height() / 2);
    return transform;
}

/// The desk, the shadow of the sheet on it, the sheet, and light that falls off to one side.
void paintPaper(QPainter &painter, const Sheet &sheet)
{
    const QRectF paper(QPointF(0, 0), sheet.mm);
    painter.setPen(Qt::NoPen);
    for (const double spread : {1.6, 1.0, 0.5}) {
        painter.setBrush(QColor(30, 22, 16, 50));
        painter.drawRect(paper.adjusted(-spread, -spread, spread, spread));
    }
    QLinearGradient light(paper.topLeft(), paper.bottomRight());
    light.setColorAt(0, sheet.paper);
    light.setColorAt(0.6, sheet.paper.darker(102));
    light.setColorAt(1, sheet.paper.darker(109));
    painter.fillRect(paper, light);
}

QPainterPath star(double radius)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        const double r = i % 2 == 0 ? radius : radius * 0.382;
        const QPointF point(r * std::cos(angle), r * std::sin(angle));
        i == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

/// Where the ink did not take.
void wear(QImage &seal, std::uint64_t seed)
{
    DrawRandom random(seed);
    QPainter painter(&seal);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 240; ++i) {
        painter.setBrush(QColor(0, 0, 0, int(random.between(40, 190))));
        const double r = random.between(0.4, 1.7);
        painter.drawEllipse(QPointF{random.between(0, seal.width()), random.between(0, seal.height())}, r, r);
    }
    for (int i = 0; i < 3; ++i) {
        const QPointF centre{random.between(0, seal.width()), random.between(0, seal.height())};
        paintGlow(painter, centre, 70, 50, QColor(0, 0, 0, 110));
    }
}

} // namespace

QImage DrawDesk::lay(const Sheet &sheet, std::uint64_t seed, const Print &print)
{
    const QString key = sheet.name + QString::number(sheet.widthPx) + (seed % 2 == 0 ? u"/0"_s : u"/1"_s);
    if (const auto found = m_layers.constFind(key); found != m_layers.cend())
        return *found;
    QImage layer(pixels(sheet), QImage::Format_RGB32);
    layer.fill(QColor(126, 104, 84));
    QPainter painter(&layer);
    toMillimetres(painter, sheet, seed);
    paintPaper(painter, sheet);
    print(painter);
    paintWatermark(painter, sheet);
    painter.end();
    return *m_layers.insert(key, layer);
}

void DrawDesk::toMillimetres(QPainter &painter, const Sheet &sheet, std::uint64_t seed)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setTransform(paperTransform(sheet, seed));
}

void DrawDesk::write(QPainter &painter, const QRectF &box, std::string_view text, const TextStyle &style,
                     DrawRandom &random)
{
    m_glyphs.write(painter, box, text, style, random);
}

void DrawDesk::print(QPainter &painter, const QRectF &box, std::string_view text, const TextStyle &style)
{
    DrawRandom unused(0);
    m_glyphs.write(painter, box, text, style, unused);
}

void DrawDesk::stamp(QPainter &painter, QPointF centre, double diameter, std::string_view issuer, DrawRandom &random,
                     const StampInk &ink)
{
    const QImage &image = seal(QString::fromUtf8(issuer.data(), qsizetype(issuer.size())), ink.colour);
    painter.save();
    painter.translate(centre);
    painter.rotate(random.between(-14, 14));
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.setOpacity(random.between(0.8, 0.95) * ink.strength);
    painter.drawImage(QRectF(-diameter / 2, -diameter / 2, diameter, diameter), image);
    painter.restore();
}

void DrawDesk::stampSquare(QPainter &painter, QPointF centre, double side, std::string_view name, DrawRandom &random)
{
    const TextStyle style{.size = side * 0.4, .colour = StampInk().colour, .hand = Hand::Bold};
    const QString characters = QString::fromUtf8(name.data(), qsizetype(name.size()));
    painter.save();
    painter.translate(centre);
    painter.rotate(random.between(-8, 8));
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(style.colour, side * 0.06));
    painter.drawRect(QRectF(-side / 2, -side / 2, side, side));
    for (int i = 0; i < std::min<int>(4, int(characters.size())); ++i) {
        const QRectF box(i < 2 ? 0 : -side * 0.46, i % 2 == 0 ? -side * 0.46 : 0, side * 0.46, side * 0.46);
        write(painter, box, characters.mid(i, 1).toStdString(), style, random);
    }
    painter.restore();
}

const QImage &DrawDesk::seal(const QString &issuer, const QColor &ink)
{
    const QString key = issuer + ink.name();
    if (const auto found = m_seals.constFind(key); found != m_seals.cend())
        return *found;
    constexpr int px = 220;
    QImage image(px, px, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(px / 2.0, px / 2.0);
    painter.setPen(QPen(ink, 5));
    painter.drawEllipse(QPointF(0, 0), 104, 104);
    painter.setPen(Qt::NoPen);
    painter.fillPath(star(32), ink);
    const QList<QString> clusters = glyphClusters(issuer);
    const double step = std::min(24.0, 290.0 / std::max(1.0, double(clusters.size())));
    const double size = std::min(27.0, step * 1.5);
    double angle = -step * double(clusters.size() - 1) / 2;
    for (const QString &cluster : clusters) {
        const GlyphBook::Glyph &glyph = m_glyphs.glyph(cluster, Hand::Bold);
        painter.save();
        painter.rotate(angle);
        painter.translate(-glyph.advance * size * 0.45, -70);
        painter.scale(size * 0.9, size * 1.12);
        painter.fillPath(glyph.path, ink);
        painter.restore();
        angle += step;
    }
    painter.end();
    wear(image, std::uint64_t(issuer.size()) * 31 + (issuer.isEmpty() ? 0U : issuer.front().unicode()));
    return *m_seals.insert(key, image);
}

void DrawDesk::paintWatermark(QPainter &painter, const Sheet &sheet)
{
    painter.save();
    painter.setClipRect(QRectF(QPointF(0, 0), sheet.mm));
    const double step = std::max(40.0, sheet.mm.width() / 3.2);
    for (double y = step * 0.3; y < sheet.mm.height() + step; y += step) {
        for (double x = step * 0.2; x < sheet.mm.width() + step; x += step) {
            painter.save();
            painter.translate(x, y);
            painter.rotate(-28);
            print(painter, {-step / 2, -4, step, 8}, "演示 DEMO",
                  {.size = step / 9, .colour = {110, 120, 140, 34}, .hand = Hand::Bold});
            painter.restore();
        }
    }
    painter.restore();
}

} // namespace zsb
