#include "ui/review/filmstrip.h"

#include "ui/models/materialsmodel.h"
#include "ui/review/marks.h"
#include "ui/review/pictureloader.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr int cellWidth = 128;
constexpr int thumbHeight = 52;
constexpr int gap = 4;
} // namespace

FilmDelegate::FilmDelegate(const Theme &theme, const PictureLoader &pictures, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_pictures(pictures)
{
}

QSize FilmDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {cellWidth, gap + thumbHeight + 2 + option.fontMetrics.height() + gap};
}

void FilmDelegate::paintThumbnail(QPainter &painter, const QRect &box, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    painter.fillRect(box, t.canvas);
    const auto &row = static_cast<const MaterialsModel *>(index.model())->at(index.row());
    const Picture *picture = row.sha256.empty() ? nullptr : m_pictures.peek(row.sha256);
    if (picture && !picture->failed) {
        const QSize size = picture->image.size().scaled(box.size(), Qt::KeepAspectRatio);
        const QRect place(box.center() - QPoint(size.width() / 2, size.height() / 2), size);
        painter.drawImage(place, picture->image);
    } else if (picture && picture->isAway && row.problem.isEmpty()) {
        const QRectF mark(box.center().x() - 11, box.center().y() - 11, 22, 22);
        paintMark(painter, mark, Tone::Info, t.muted);
    } else if (picture || !row.problem.isEmpty()) {
        const QRectF mark(box.center().x() - 11, box.center().y() - 11, 22, 22);
        paintMark(painter, mark, row.required ? Tone::Error : Tone::Warning, row.required ? t.error : t.warning);
    }
}

void FilmDelegate::paintCaption(QPainter &painter, const QRect &box, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    const bool seen = index.data(MaterialsModel::SeenRole).toBool();
    const bool required = index.data(MaterialsModel::RequiredRole).toBool();
    const int side = painter.fontMetrics().height() - 4;
    const QRect mark(box.right() - side, box.top() + (box.height() - side) / 2, side, side);
    if (seen)
        paintMark(painter, mark, Tone::Ok, t.ok);
    else if (required)
        paintMark(painter, mark, Tone::Neutral, t.warning);
    const QString key = index.data(MaterialsModel::KeyRole).toString();
    QRect text = box.adjusted(0, 0, -side - 2, 0);
    painter.setPen(t.muted);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, key);
    text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(u"0"_s) + 5);
    painter.setPen(t.text);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
}

void FilmDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThemeTokens &t = m_theme.tokens();
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect.adjusted(1, 1, -3, -1);
    painter->setPen(QPen(current ? t.accent : t.line, current ? 2 : 1));
    painter->setBrush(current ? t.infoSoft : t.surface);
    painter->drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter->setFont(option.font);
    const QRect thumb(cell.left() + gap, cell.top() + gap, cell.width() - 2 * gap, thumbHeight);
    paintThumbnail(*painter, thumb, index);
    paintCaption(*painter, QRect(thumb.left(), thumb.bottom() + 1, thumb.width(), option.fontMetrics.height() + 2),
                 index);
    painter->restore();
}

FilmStrip::FilmStrip(MaterialsModel &model, const Theme &theme, PictureLoader &pictures, QWidget *parent)
    : QuietList(parent)
{
    setObjectName(u"filmStrip"_s);
    setAccessibleName(tr("材料与照片"));
    setModel(&model);
    setItemDelegate(new FilmDelegate(theme, pictures, this));
    setFlow(LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setAccessibleName(accessibleName());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&pictures, &PictureLoader::ready, viewport(), qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize FilmStrip::sizeHint() const
{
    return {4 * cellWidth, gap + thumbHeight + 2 + fontMetrics().height() + gap + 2};
}

void FilmStrip::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QuietList::currentChanged(current, previous);
    if (current.isValid())
        emit pictureChosen(current.row());
}

} // namespace zsb
