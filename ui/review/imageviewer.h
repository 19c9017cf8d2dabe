#pragma once

#include "ui/models/tone.h"

#include <QImage>
#include <QList>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QWidget>

namespace zsb {

class Theme;

/// Where on the picture something was found, as it comes with the data.
struct EvidenceMark
{
    QRectF share; ///< of the stored picture, 0–1 both ways, before turning
    QString label;
    Tone tone = Tone::Info;
    QPolygonF outline = {}; ///< the same way, drawn instead of the rectangle when it is no upright one
    QString tip = {};       ///< more to say while the pointer is over it, and to screen readers

    bool operator==(const EvidenceMark &) const = default;
};

/// How a picture is looked at, whatever its size: for a second viewer to do the same.
struct PictureView
{
    double zoom = 1;          ///< 1: fitted
    QPointF middle{0.5, 0.5}; ///< share of the turned picture in the middle of the window
    int quarters = 0;
};

/// Shows one picture: fitted, at its own size or anywhere between, zoomed at the pointer, moved by mouse or arrows,
/// turned by quarters. Knows nothing of files; pixels are handed in, possibly smaller than the stored picture, and
/// detailWanted() asks once for more when zooming needs them. A picture that cannot be shown is a card with the reason.
class ImageViewer : public QWidget
{
    Q_OBJECT

public:
    explicit ImageViewer(const Theme &theme, QWidget *parent = nullptr);

    /// `fullSize` is what the file stores; `description` is for screen readers. Keeps zoom and turn when `same` picture
    /// comes again with more pixels.
    void setImage(const QImage &image, const QSize &fullSize, const QString &description);
    void setDetail(const QImage &image);
    void setPlaceholder(const QString &title, const QString &reason, Tone tone = Tone::Warning);
    void setLoading(const QString &title); ///< keeps the former picture on screen for a moment, then says so

    void fit();
    void actualSize();
    void zoom(double factor); ///< around the pointer when it is inside, else around the middle
    void rotate(int quarters);
    void setView(double scale, int quarters); ///< as scale() and quarters() told; scale 0: fitted

    [[nodiscard]] PictureView view() const;
    void follow(const PictureView &view);

    /// Rectangles over the picture; painted with their label, and told to screen readers.
    void setEvidence(const QList<EvidenceMark> &marks);
    [[nodiscard]] const QList<EvidenceMark> &evidence() const { return m_evidence; }
    /// A transparent picture that is laid over the one shown, and turned and zoomed with it; null: none.
    void setLayer(const QImage &layer);
    void showArea(const QRectF &share); ///< zooms to it, with some of what lies around

    /// A lens that follows the pointer, or the arrow keys.
    void setMagnifier(bool on);
    [[nodiscard]] bool hasMagnifier() const { return m_magnifier; }

    [[nodiscard]] double scale() const; ///< screen pixels (logical) per stored pixel
    [[nodiscard]] int quarters() const { return m_quarters; }
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    [[nodiscard]] bool hasImage() const { return !m_image.isNull(); }
    /// How much of the picture is inside the window, 0–1.
    [[nodiscard]] double visibleShare() const;
    [[nodiscard]] QSize sizeHint() const override { return {480, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 160}; }

signals:
    void viewChanged(); ///< scale, turn or place
    void detailWanted();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QSizeF turnedSize() const; ///< of the stored picture after turning
    [[nodiscard]] double fittingScale() const;
    [[nodiscard]] QRectF target() const;
    void zoomAt(double factor, const QPointF &anchor);
    void clampOffset();
    void changed();
    void paintCard(QPainter &painter) const;
    void paintImage(QPainter &painter) const;
    void paintEvidence(QPainter &painter) const;
    [[nodiscard]] QRectF labelPlace(const QString &words, const QRectF &box, const QList<QRectF> &taken) const;
    void paintMagnifier(QPainter &painter) const;
    [[nodiscard]] QRectF onScreen(const QRectF &share) const;          ///< of a part of the stored picture
    [[nodiscard]] QPolygonF outlineOf(const EvidenceMark &mark) const; ///< on the screen
    [[nodiscard]] QString tipAt(const QPointF &place) const;
    void describe();

    const Theme &m_theme;
    QImage m_image;
    QSize m_fullSize;
    QList<EvidenceMark> m_evidence;
    QImage m_layer;
    QString m_description;
    bool m_magnifier = false;
    QPointF m_lens; ///< middle of the lens
    QString m_title;
    QString m_reason;
    Tone m_tone = Tone::Warning; ///< of the reason
    bool m_loading = false;
    bool m_fitted = true;
    bool m_askedForDetail = false;
    double m_scale = 1;
    int m_quarters = 0;
    QPointF m_offset; ///< of the picture's middle from the window's middle
    QPointF m_dragFrom;
};

} // namespace zsb
