#include "core/demo/drawcards.h"

#include "core/demo/drawdates.h"

#include <array>
#include <cmath>
#include <span>

namespace zsb {

namespace {

using namespace Qt::StringLiterals;

const QColor type(36, 38, 44);
const TextStyle labelStyle{.size = 4.2, .colour = {70, 74, 84}, .align = Qt::AlignLeft};
const TextStyle valueStyle{.size = 4.6, .colour = type, .align = Qt::AlignLeft};

struct Row
{
    const char *label;
    std::string value;
};

/// Interlaced waves, as security paper has them.
void printWaves(QPainter &painter, const QSizeF &mm, const QColor &colour)
{
    painter.save();
    painter.setClipRect(QRectF(QPointF(0, 0), mm));
    painter.setPen(QPen(colour, 0.16));
    painter.setBrush(Qt::NoBrush);
    for (double y = -6; y < mm.height() + 6; y += 2.2) {
        QPainterPath wave(QPointF(0, y));
        for (double x = 3; x <= mm.width(); x += 3)
            wave.lineTo(x, y + 4 * std::sin(x * 0.09 + y * 0.35));
        painter.drawPath(wave);
    }
    painter.restore();
}

void printFrame(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 0.7));
    painter.drawRect(box);
    painter.setPen(QPen(colour, 0.2));
    painter.drawRect(box.adjusted(1.4, 1.4, -1.4, -1.4));
}

void printLabels(DrawDesk &desk, QPainter &painter, QPointF at, double gap, double indent, double width,
                 std::span<const char *const> labels)
{
    for (const char *label : labels) {
        desk.print(painter, {at.x(), at.y(), indent, gap}, label, labelStyle);
        painter.setPen(QPen(QColor(120, 124, 134), 0.15));
        painter.drawLine(QPointF(at.x() + indent, at.y() + gap * 0.86), QPointF(at.x() + width, at.y() + gap * 0.86));
        at.ry() += gap;
    }
}

void fillRows(DrawDesk &desk, QPainter &painter, QPointF at, double gap, double width,
              std::span<const std::string> values)
{
    DrawRandom unused(0);
    for (const std::string &value : values) {
        desk.write(painter, {at.x(), at.y(), width, gap}, value, valueStyle, unused);
        at.ry() += gap;
    }
}

void paste(QPainter &painter, const QRectF &box, const QImage &portrait)
{
    painter.setPen(QPen(QColor(150, 150, 150), 0.2));
    painter.setBrush(QColor(236, 238, 242));
    painter.drawRect(box);
    if (!portrait.isNull())
        painter.drawImage(box, portrait);
}

constexpr std::array studentLabels = {"姓　名", "性　别", "学　号", "专　业", "班　级", "学　校"};
constexpr std::array dischargeLabels = {"姓　　名", "性　　别", "民　　族", "出生年月",
                                        "入伍时间", "退役时间", "安 置 地"};
constexpr std::array idLabels = {"姓 名", "性 别", "民 族", "出 生", "住 址", "号 码"};

} // namespace

QImage drawStudentCard(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait)
{
    const Sheet sheet{.name = u"student"_s, .mm = {150, 100}, .widthPx = 900, .paper = {246, 249, 252}};
    QImage image = desk.lay(sheet, facts.seed, [&](QPainter &painter) {
        printWaves(painter, sheet.mm, QColor(150, 190, 225, 60));
        printFrame(painter, {5, 5, 140, 90}, QColor(60, 96, 150));
        desk.print(painter, {5, 8, 140, 12}, "学　生　证", {.size = 7, .colour = {36, 66, 120}, .hand = Hand::Bold});
        printLabels(desk, painter, {54, 24}, 10.6, 20, 86, studentLabels);
        desk.print(painter, {11, 76, 36, 6}, "（加盖学校印章有效）", {.size = 3});
    });
    QPainter painter(&image);
    DrawDesk::toMillimetres(painter, sheet, facts.seed);
    DrawRandom random(facts.seed + 11);
    paste(painter, {13, 28, 33, 44}, portrait);
    const std::array values = {facts.name, facts.sex, facts.studentNo, facts.major, facts.className, facts.college};
    fillRows(desk, painter, {76, 24}, 10.6, 64, values);
    desk.stamp(painter, {46 + random.between(-3, 3), 70 + random.between(-3, 3)}, 34, facts.college, random);
    return image;
}

QImage drawDischargePaper(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait)
{
    const Sheet sheet{.name = u"discharge"_s, .mm = {160, 115}, .widthPx = 960, .paper = {247, 250, 240}};
    QImage image = desk.lay(sheet, facts.seed, [&](QPainter &painter) {
        printWaves(painter, sheet.mm, QColor(130, 175, 120, 70));
        printFrame(painter, {5, 5, 150, 105}, QColor(150, 40, 36));
        desk.print(painter, {5, 9, 150, 13}, "退 出 现 役 证",
                   {.size = 8, .colour = {160, 28, 28}, .hand = Hand::Bold});
        printLabels(desk, painter, {56, 25}, 8.6, 22, 92, dischargeLabels);
        desk.print(painter, {14, 86, 100, 8}, "该同志服役期满，准予退出现役。", {.size = 4.4, .align = Qt::AlignLeft});
    });
    QPainter painter(&image);
    DrawDesk::toMillimetres(painter, sheet, facts.seed);
    DrawRandom random(facts.seed + 12);
    paste(painter, {14, 29, 33, 44}, portrait);
    const std::array values = {facts.name,
                               facts.sex,
                               facts.ethnicity,
                               chineseDay(facts.birthDate),
                               chineseDay(facts.enlistedMonth),
                               chineseDay(facts.dischargedMonth),
                               facts.settlementPlace};
    fillRows(desk, painter, {80, 25}, 8.6, 68, values);
    desk.write(painter, {14, 76, 60, 6}, "证字第 " + std::to_string(100000 + random.below(900000)) + " 号",
               {.size = 3.4, .colour = type, .align = Qt::AlignLeft}, random);
    desk.write(painter, {96, 97, 50, 8}, chineseDay(facts.dischargedMonth), {.size = 4.4, .colour = type}, random);
    desk.stamp(painter, {122 + random.between(-3, 3), 90 + random.between(-2, 2)}, 36, "演示部队政治工作部", random);
    return image;
}

QImage drawIdCard(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait)
{
    const Sheet sheet{.name = u"id"_s, .mm = {128, 81}, .widthPx = 860, .paper = {250, 248, 242}};
    QImage image = desk.lay(sheet, facts.seed, [&](QPainter &painter) {
        printWaves(painter, sheet.mm, QColor(210, 170, 120, 70));
        printFrame(painter, {4, 4, 120, 73}, QColor(140, 110, 70));
        desk.print(painter, {4, 6, 120, 9}, "演示用身份信息卡（非证件）",
                   {.size = 5.4, .colour = {170, 60, 20}, .hand = Hand::Bold});
        printLabels(desk, painter, {10, 18}, 9, 14, 72, idLabels);
        painter.translate(64, 44);
        painter.rotate(-24);
        desk.print(painter, {-70, -16, 140, 32}, "演 示 样 张",
                   {.size = 22, .colour = {210, 40, 40, 60}, .hand = Hand::Bold});
        painter.rotate(24);
        painter.translate(-64, -44);
    });
    QPainter painter(&image);
    DrawDesk::toMillimetres(painter, sheet, facts.seed);
    paste(painter, {86, 21, 32, 40}, portrait);
    const std::array values = {facts.name,        facts.sex,     facts.ethnicity, chineseDay(facts.birthDate),
                               facts.homeAddress, facts.idNumber};
    fillRows(desk, painter, {25, 18}, 9, 56, values);
    return image;
}

} // namespace zsb
