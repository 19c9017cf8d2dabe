#pragma once

#include "core/image/portraitoverlay.h"
#include "ui/models/tone.h"

#include <QImage>
#include <QList>
#include <QWidget>

#include <optional>

namespace zsb {

class Theme;

/// One measured thing of the portrait against its limit: `358×441`, `28 KB ≤ 50 KB`. A measurement, never a verdict.
struct PortraitLine
{
    QString text;
    Tone tone = Tone::Neutral;

    bool operator==(const PortraitLine &) const = default;
};

/// The portrait with its guides (middle line, thirds, head, eyes) and what was measured of it (annex 2), as high as
/// that needs; while the map is shown, also what its colours mean. Clicking it, or 0, puts it on the big viewer.
class PortraitPane : public QWidget
{
    Q_OBJECT

public:
    explicit PortraitPane(const Theme &theme, QWidget *parent = nullptr);

    void setPicture(const QImage &image, const QString &reason); ///< a null image shows the reason
    void setReadings(QList<PortraitLine> readings);
    /// What was measured, to be drawn over the picture; none until it is.
    void setMeasured(std::optional<PortraitReading> reading, const PortraitOverlay &overlay);
    void setMapShown(bool shown); ///< the wall's distance from white and highlights too

    [[nodiscard]] QSize sizeHint() const override { return {300, leastHeight}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, leastHeight}; }
    /// Whether every reading is painted in full; else the tool tip has them.
    [[nodiscard]] bool isWholeShown() const;

signals:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int leastHeight = 136;

    enum class Sign
    {
        Tone, ///< of the reading
        Ring, ///< what is ringed on the picture
        Tint, ///< what is tinted on it
    };
    struct Placed
    {
        QString text;
        Tone tone = Tone::Neutral;
        Sign sign = Sign::Tone;
        QRectF place{}; ///< of sign and words
    };

    [[nodiscard]] QRectF frame() const;
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] double wrappedHeight(const QString &text) const;
    [[nodiscard]] QList<Placed> placed() const;
    void paintPicture(QPainter &painter) const;
    void paintSign(QPainter &painter, const Placed &line) const;
    void describe();
    void fitHeight();

    const Theme &m_theme;
    QImage m_image;
    QString m_reason;
    QList<PortraitLine> m_readings;
    std::optional<PortraitReading> m_measured;
    PortraitOverlay m_overlay;
    bool m_isMapShown = false;
};

} // namespace zsb
