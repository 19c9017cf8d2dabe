#include "app/check/pictureoverlay.h"

#include "core/image/decode.h"
#include "core/image/heldpicture.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr int columnWidth = 300;
constexpr int columnMargin = 14;
constexpr int textPixels = 13;
constexpr int labelGap = 6;
constexpr QColor legendColour(90, 90, 90);

QRectF boxOf(const Finding &finding)
{
    const auto share = [&](std::string_view key) {
        const auto at = std::ranges::find(finding.evidence, key, &Evidence::key);
        const double *value = at == finding.evidence.end() ? nullptr : std::get_if<double>(&at->value);
        return value ? *value : 0.0;
    };
    return {share("box_left"), share("box_top"), share("box_width"), share("box_height")};
}

QRectF scaled(const QRectF &place, const QSize &size)
{
    return {place.left() * size.width(), place.top() * size.height(), place.width() * size.width(),
            place.height() * size.height()};
}

QFont labelFont()
{
    QFont font;
    font.setPixelSize(textPixels);
    return font;
}

/// Where each label stands in the column: as high as what it is about, and below the one before.
std::vector<QRect> placesOf(const std::vector<OverlayLabel> &labels, const QSize &size)
{
    const QFontMetrics metrics(labelFont());
    std::vector<QRect> places;
    int next = labelGap;
    for (const OverlayLabel &label : labels) {
        const QRect free(size.width() + columnMargin, 0, columnWidth - columnMargin - labelGap, 10'000);
        QRect place = metrics.boundingRect(free, Qt::TextWordWrap, label.text);
        const int beside = int(label.place.center().y() * size.height()) - metrics.height() / 2;
        place.moveTop(label.isLegend ? next : std::max(next, beside));
        next = place.bottom() + labelGap;
        places.push_back(place);
    }
    int bottom = size.height();
    for (QRect &place : places | std::views::reverse) { // back up where there is room
        if (place.bottom() > bottom - labelGap)
            place.moveBottom(bottom - labelGap);
        bottom = place.top();
    }
    const int above = places.empty() ? 0 : std::min(0, places.front().top() - labelGap);
    for (QRect &place : places)
        place.translate(0, -above);
    return places;
}

void drawLabel(QPainter &painter, const OverlayLabel &label, const QRect &place, const QSize &size)
{
    painter.setPen(label.isLegend ? legendColour : label.colour);
    painter.drawText(place.adjusted(0, 0, 2, 2), Qt::TextWordWrap, label.text);
    if (label.isLegend) { // only its mark has the colour: it is no finding
        painter.setPen(label.colour);
        painter.drawText(place.adjusted(0, 0, 2, 2), label.text.left(1));
    }
    if (label.place == QRectF())
        return;
    const QRectF box = scaled(label.place, size);
    if (label.isFramed) {
        painter.setPen(QPen(label.colour, 2));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }
    QColor faint = label.colour;
    faint.setAlpha(150);
    painter.setPen(QPen(faint, 1));
    painter.drawLine(QPointF(box.right(), box.center().y()), QPointF(place.left() - 4, place.top() + textPixels * 0.7));
}

} // namespace

QColor overlayColour(MeasureStanding::Kind kind)
{
    using enum MeasureStanding::Kind;
    return kind == Refused ? QColor(190, 25, 25) : kind == Look ? QColor(170, 100, 0) : QColor(40, 70, 110);
}

OverlayLabel legendLine(const QString &text, const QColor &colour)
{
    return {.text = text, .colour = colour, .place = {}, .isLegend = true};
}

std::vector<OverlayLabel> colourLegend(Language language)
{
    using enum MeasureStanding::Kind;
    const bool isChinese = language == Language::Chinese;
    return {legendLine(isChinese ? u"图例"_s : u"Legend"_s, legendColour),
            legendLine(isChinese ? u"✖ 不合格"_s : u"✖ refused"_s, overlayColour(Refused)),
            legendLine(isChinese ? u"▲ 请查看"_s : u"▲ to be looked at"_s, overlayColour(Look)),
            legendLine(isChinese ? u"✔ 在界限内"_s : u"✔ within the limits"_s, overlayColour(Within))};
}

std::vector<OverlayLabel> findingLabels(const JudgedPicture &judged, Language language)
{
    std::vector<OverlayLabel> labels;
    for (const Finding &finding : judged.findings) {
        const bool fails = finding.outcome == Outcome::Fail && finding.severity == Severity::Error;
        const std::string &message = language == Language::Chinese ? finding.messageZh : finding.messageEn;
        const auto kind = fails ? MeasureStanding::Kind::Refused : MeasureStanding::Kind::Look;
        labels.push_back({.text = (fails ? u"✖ "_s : u"▲ "_s) + QString::fromStdString(message),
                          .colour = overlayColour(kind),
                          .place = boxOf(finding),
                          .isFramed = true});
    }
    return labels;
}

Done writePictureOverlay(std::string_view bytes, const QString &path,
                         const std::function<void(QPainter &, const QSize &)> &draw, std::vector<OverlayLabel> labels)
{
    auto decoded = decodeForScreen(bytes, {.maxSize = portraitRoom.most, .maxMemory = scanRoom.memory});
    if (!decoded)
        return decoded.error();
    const QSize size = decoded->size();
    std::ranges::stable_sort(
        labels, {}, [](const OverlayLabel &label) { return std::pair(label.isLegend, label.place.center().y()); });
    const std::vector<QRect> places = placesOf(labels, size);
    const int height = places.empty() ? size.height() : std::max(size.height(), places.back().bottom() + labelGap);
    QImage image(size.width() + (labels.empty() ? 0 : columnWidth), height, QImage::Format_RGB32);
    image.fill(QColor(250, 250, 250));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(labelFont());
    painter.drawImage(0, 0, *decoded);
    draw(painter, size);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < labels.size(); ++i)
        drawLabel(painter, labels[i], places[i], size);
    painter.end();
    if (!image.save(path, "PNG"))
        return Error{ErrorCode::Unreadable, "overlay: cannot be written"};
    return done();
}

} // namespace zsb
