#include "app/check/portraitoverlay.h"

#include "app/check/pictureoverlay.h"
#include "core/image/portraitoverlay.h"
#include "core/policy/picturelimits.h"

#include <algorithm>

namespace zsb {
namespace {

using namespace Qt::StringLiterals;

constexpr double deepest = 40; ///< ΔE over the limit from which the wash is no deeper
constexpr double faintest = 60;
constexpr double mostAlpha = 110; ///< the wall's own colour has to be seen
constexpr QColor wallColour(220, 50, 0);
constexpr QColor spotColour(210, 0, 170);
constexpr QColor faceColour(130, 0, 200);
constexpr QColor headColour(0, 110, 200);
constexpr QColor eyeColour(0, 150, 90);

QRectF rectOf(const ShareBox &box, const QSize &size)
{
    return {box.left * size.width(), box.top * size.height(), box.width * size.width(), box.height * size.height()};
}

/// Only what is over the limit is coloured.
void drawWall(QPainter &painter, const PortraitOverlay &overlay, double limit, const QSize &size)
{
    QImage wash(overlay.columns, overlay.rows, QImage::Format_ARGB32);
    for (int y = 0; y < overlay.rows; ++y) {
        for (int x = 0; x < overlay.columns; ++x) {
            const double over = overlay.wallAt(x, y) - limit;
            const double alpha = over <= 0 ? 0 : faintest + std::min(over / deepest, 1.0) * (mostAlpha - faintest);
            wash.setPixelColor(x, y, QColor(wallColour.red(), wallColour.green(), wallColour.blue(), int(alpha)));
        }
    }
    painter.drawImage(QRectF(QPointF(), size), wash);
}

void drawSpots(QPainter &painter, const PortraitOverlay &overlay, const QSize &size)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(spotColour, 1.5));
    for (const ShareBox &spot : overlay.spots)
        painter.drawEllipse(rectOf(spot, size).adjusted(-3, -3, 3, 3));
}

void drawOtherFaces(QPainter &painter, const std::vector<ShareBox> &faces, const QSize &size)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(faceColour, 2, Qt::DashLine));
    for (const ShareBox &face : faces)
        painter.drawRect(rectOf(face, size));
}

void drawGuides(QPainter &painter, const PortraitGuides &guides, const QSize &size)
{
    const double width = size.width();
    const double height = size.height();
    painter.setPen(QPen(headColour, 1, Qt::DashLine));
    for (const double row : {guides.crown, guides.chin})
        painter.drawLine(QPointF(0, row * height), QPointF(width, row * height));
    painter.setPen(QPen(eyeColour, 1));
    painter.drawLine(QPointF(guides.leftEye.x * width, guides.leftEye.y * height),
                     QPointF(guides.rightEye.x * width, guides.rightEye.y * height));
    painter.setPen(QPen(QColor(120, 120, 120), 1, Qt::DotLine));
    painter.drawLine(QPointF(0, height / 3), QPointF(width, height / 3));
    painter.drawLine(QPointF(0, height * 2 / 3), QPointF(width, height * 2 / 3));
}

/// What every label is made of.
class LabelWords
{
public:
    LabelWords(const JudgedPortrait &portrait, const Pack &pack, Language language)
        : m_portrait(portrait),
          m_pack(pack),
          m_language(language),
          m_limits(portraitLimitsOf(pack, pack.portraitProfile))
    {
    }

    /// Then the finding says it.
    [[nodiscard]] bool isInFinding(std::string_view measure) const
    {
        const Evidence named{"measure", std::string(measure)};
        return std::ranges::any_of(m_portrait.findings, [&](const Finding &finding) {
            return std::ranges::find(finding.evidence, named) != finding.evidence.end();
        });
    }
    [[nodiscard]] OverlayLabel figure(const PortraitLabel &label) const
    {
        using Kind = MeasureStanding::Kind;
        const MeasureStanding standing = standingOf(
            label.measure, m_limits, [this](std::string_view id) { return m_portrait.value(id); }, m_pack, m_language);
        const QString name = QString::fromStdString(measureName(m_pack, label.measure, m_language));
        QString text = u"%1 %2"_s.arg(name).arg(label.value);
        if (standing.kind != Kind::Free)
            text = (standing.kind == Kind::Within ? u"✔ "_s
                    : standing.kind == Kind::Look ? u"▲ "_s
                                                  : u"✖ "_s) +
                   text + say(u"（界限 %1）"_s, u" (limits %1)"_s).arg(QString::fromStdString(standing.limits));
        return {.text = text, .colour = overlayColour(standing.kind), .place = {label.at.x, label.at.y, 0, 0}};
    }
    [[nodiscard]] OverlayLabel wall(const PortraitOverlay &overlay, double limit) const
    {
        const int most = overlay.wall.empty() ? 0 : *std::ranges::max_element(overlay.wall);
        const QString text =
            say(u"背景与白色相差 ΔE 最大 %1；超过 %2 处着色"_s, u"wall to white: ΔE up to %1; coloured above %2"_s);
        return {.text = text.arg(most).arg(limit, 0, 'f', 1),
                .colour = overlayColour(wallStanding()),
                .place = {0.98, 0.01, 0, 0}};
    }
    [[nodiscard]] std::vector<OverlayLabel> thirds() const
    {
        const QColor grey(110, 110, 110);
        return {{.text = say(u"三分之一"_s, u"one third"_s), .colour = grey, .place = {1, 1.0 / 3, 0, 0}},
                {.text = say(u"三分之二"_s, u"two thirds"_s), .colour = grey, .place = {1, 2.0 / 3, 0, 0}}};
    }
    /// Of the colours, and of what is drawn.
    [[nodiscard]] std::vector<OverlayLabel> legend(const PortraitOverlay &overlay, bool isWallDrawn) const
    {
        std::vector<OverlayLabel> lines = colourLegend(m_language);
        if (isWallDrawn)
            lines.push_back(legendLine(say(u"■ 背景离白色超过界限"_s, u"■ wall too far from white"_s), wallColour));
        if (!overlay.spots.empty())
            lines.push_back(legendLine(say(u"○ 脸上偏亮"_s, u"○ bright spot on the face"_s), spotColour));
        if (!m_portrait.reading.otherFaces.empty())
            lines.push_back(legendLine(say(u"┅ 另一张脸"_s, u"┅ another face"_s), faceColour));
        if (!m_portrait.reading.guides)
            return lines;
        lines.push_back(legendLine(say(u"┅ 头顶和下巴"_s, u"┅ crown and chin"_s), headColour));
        lines.push_back(legendLine(say(u"━ 两眼连线"_s, u"━ from eye to eye"_s), eyeColour));
        return lines;
    }

private:
    /// The gravest that is found of the wall.
    [[nodiscard]] MeasureStanding::Kind wallStanding() const
    {
        auto gravest = MeasureStanding::Kind::Within;
        for (const Finding &finding : m_portrait.findings) {
            const auto first = std::ranges::find(finding.evidence, "measure", &Evidence::key);
            const auto *id = first == finding.evidence.end() ? nullptr : std::get_if<std::string>(&first->value);
            if (!id || !id->starts_with("background."))
                continue;
            const bool fails = finding.outcome == Outcome::Fail && finding.severity == Severity::Error;
            gravest = std::max(gravest, fails ? MeasureStanding::Kind::Refused : MeasureStanding::Kind::Look);
        }
        return gravest;
    }
    [[nodiscard]] QString say(const QString &zh, const QString &en) const
    {
        return m_language == Language::Chinese ? zh : en;
    }

    const JudgedPortrait &m_portrait;
    const Pack &m_pack;
    Language m_language;
    std::vector<PictureLimit> m_limits;
};

} // namespace

Done writePortraitOverlay(const JudgedPortrait &portrait, std::string_view bytes, const QString &path, const Pack &pack,
                          Language language)
{
    const PortraitReading &reading = portrait.reading;
    const PortraitOverlay overlay = portraitOverlay(bytes, reading);
    const auto limit = wallLimitOf(pack, pack.portraitProfile);
    const LabelWords words(portrait, pack, language);
    std::vector<OverlayLabel> labels = findingLabels(portrait, language);
    const bool isWallDrawn = limit && overlay.columns > 0;
    if (isWallDrawn)
        labels.push_back(words.wall(overlay, *limit));
    for (const PortraitLabel &label : portraitLabels(reading, overlay)) {
        if (!words.isInFinding(label.measure))
            labels.push_back(words.figure(label));
    }
    if (reading.guides)
        std::ranges::move(words.thirds(), std::back_inserter(labels));
    std::ranges::move(words.legend(overlay, isWallDrawn), std::back_inserter(labels));
    const auto draw = [&](QPainter &painter, const QSize &size) {
        if (isWallDrawn)
            drawWall(painter, overlay, *limit, size);
        drawSpots(painter, overlay, size);
        drawOtherFaces(painter, reading.otherFaces, size);
        if (reading.guides)
            drawGuides(painter, *reading.guides, size);
    };
    return writePictureOverlay(bytes, path, draw, std::move(labels));
}

} // namespace zsb
