#pragma once

#include "app/check/picturereport.h"
#include "core/base/result.h"

#include <QColor>
#include <QPainter>

#include <functional>
#include <vector>

namespace zsb {

/// Words beside the picture, with a thin line to the place on it that they are about.
struct OverlayLabel
{
    QString text;
    QColor colour;
    QRectF place; ///< in shares of the picture; empty: the file as a whole
    bool isFramed = false;
    bool isLegend = false; ///< says what a colour or a line means: below all others
};

/// The colours of what fails, is to be looked at, and is as it should be.
[[nodiscard]] QColor overlayColour(MeasureStanding::Kind kind);
/// What those colours mean.
[[nodiscard]] std::vector<OverlayLabel> colourLegend(Language language);
/// A line of a legend.
[[nodiscard]] OverlayLabel legendLine(const QString &text, const QColor &colour);

/// The places findings point at, framed, with what they say.
[[nodiscard]] std::vector<OverlayLabel> findingLabels(const JudgedPicture &judged, Language language);

/// The picture as stored, what `draw` adds to it, and the labels in a column to its right. Any thread; text needs a
/// QGuiApplication. Errors: Unreadable (the overlay cannot be written), and those of decodeForScreen().
[[nodiscard]] Done writePictureOverlay(std::string_view bytes, const QString &path,
                                       const std::function<void(QPainter &, const QSize &)> &draw,
                                       std::vector<OverlayLabel> labels);

} // namespace zsb
