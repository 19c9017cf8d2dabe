#include "ui/review/tagchips.h"

#include "ui/widgets/look.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int gap = 4;
constexpr int mostNames = 2; ///< of more tags the letters alone are shown

// red, orange, olive, green, teal, blue, violet, pink, grey
constexpr std::array<QRgb, tagCount> onLight{0xffb3261e, 0xffa14a00, 0xff6b6000, 0xff1f7a34, 0xff00726b,
                                             0xff0b57d0, 0xff7140c4, 0xffad2d77, 0xff55595e};
constexpr std::array<QRgb, tagCount> onDark{0xffff9d94, 0xffffb570, 0xffe0d060, 0xff7fd699, 0xff62d6cb,
                                            0xff9cc2ff, 0xffc9aaff, 0xffff9fd0, 0xffc4c8cc};

} // namespace

TagColors tagColors(int tag, bool dark)
{
    const auto at = std::size_t(tag - 1);
    return dark ? TagColors{QColor(onDark.at(at)), QColor(0x17, 0x18, 0x1a)}
                : TagColors{QColor(onLight.at(at)), QColor(Qt::white)};
}

void paintTag(QPainter &painter, const QRectF &box, int tag, const QString &letter, bool dark)
{
    const TagColors colors = tagColors(tag, dark);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(box, 3, 3);
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(std::max(9, int(box.height() * 0.72)));
    painter.setFont(font);
    painter.setPen(colors.ink);
    painter.drawText(box, Qt::AlignCenter, letter);
    painter.restore();
}

TagChips::TagChips(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"tagChips"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void TagChips::setTags(Tags tags, const TagWords &words)
{
    if (tags == m_tags && words == m_words)
        return;
    m_tags = tags;
    m_words = words;
    setVisible(tags != 0);
    setSpokenName(this, tags == 0 ? QString() : tr("标签：%1").arg(words.names(tags)));
    setToolTip(accessibleName());
    updateGeometry();
    update();
}

int TagChips::side() const
{
    return fontMetrics().height();
}

QString TagChips::shown(int tag) const
{
    constexpr int widest = 96;
    if (tagsIn(m_tags).size() > mostNames || m_words.given(tag).isEmpty())
        return {};
    return fontMetrics().elidedText(m_words.given(tag), Qt::ElideRight, widest);
}

QSize TagChips::sizeHint() const
{
    int width = 0;
    for (const int tag : tagsIn(m_tags)) {
        const QString name = shown(tag);
        width += side() + gap + (name.isEmpty() ? 0 : fontMetrics().horizontalAdvance(name) + 2 * gap);
    }
    return {width, side() + 2};
}

QSize TagChips::minimumSizeHint() const
{
    return sizeHint();
}

void TagChips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (const int tag : tagsIn(m_tags)) {
        paintTag(painter, QRectF(x, 1, side(), side()), tag, m_words.letter(tag), m_theme.isDark());
        x += side() + gap;
        if (const QString name = shown(tag); !name.isEmpty()) {
            painter.setPen(m_theme.tokens().text);
            const int width = fontMetrics().horizontalAdvance(name);
            painter.drawText(QRect(x, 0, width + gap, height()), Qt::AlignLeft | Qt::AlignVCenter, name);
            x += width + 2 * gap;
        }
    }
}

void TagChips::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit clicked();
    QWidget::mouseReleaseEvent(event);
}

} // namespace zsb
