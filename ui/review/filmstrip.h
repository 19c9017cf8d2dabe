#pragma once

#include "ui/widgets/quietlist.h"

#include <QStyledItemDelegate>

namespace zsb {

class MaterialsModel;
class PictureLoader;
class Theme;

/// Draws one picture of the strip: thumbnail, the digit that shows it, its name, and whether it was seen.
class FilmDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FilmDelegate(const Theme &theme, const PictureLoader &pictures, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintThumbnail(QPainter &painter, const QRect &box, const QModelIndex &index) const;
    void paintCaption(QPainter &painter, const QRect &box, const QModelIndex &index) const;

    const Theme &m_theme;
    const PictureLoader &m_pictures;
};

/// The pictures of the file, one row of them; the current one is on screen.
class FilmStrip : public QuietList
{
    Q_OBJECT

public:
    FilmStrip(MaterialsModel &model, const Theme &theme, PictureLoader &pictures, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

signals:
    void pictureChosen(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace zsb
