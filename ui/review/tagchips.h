#pragma once

#include "ui/models/tagwords.h"

#include <QColor>
#include <QRectF>
#include <QWidget>

class QPainter;

namespace zsb {

class Theme;

/// Colours of a tag, readable on each other (4.5:1) and apart from what lies around (3:1); its letter says the same.
struct TagColors
{
    QColor fill;
    QColor ink;
};
[[nodiscard]] TagColors tagColors(int tag, bool dark);

/// A small square with the letter of a tag.
void paintTag(QPainter &painter, const QRectF &box, int tag, const QString &letter, bool dark);

/// The tags of the open file, each with its name; takes no room without any. A click asks for the panel of tags.
class TagChips : public QWidget
{
    Q_OBJECT

public:
    explicit TagChips(const Theme &theme, QWidget *parent = nullptr);

    void setTags(Tags tags, const TagWords &words);
    [[nodiscard]] Tags tags() const { return m_tags; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QString shown(int tag) const; ///< its name, shortened
    [[nodiscard]] int side() const;

    const Theme &m_theme;
    Tags m_tags = 0;
    TagWords m_words;
};

} // namespace zsb
