#include "core/demo/drawform.h"

#include "core/demo/drawdates.h"
#include "core/demo/drawtools.h"

#include <array>

namespace zsb {

namespace {

using namespace Qt::StringLiterals;

const QColor ink(28, 34, 92);

struct Label
{
    QRectF box;
    const char *text = "";
};

/// Every printed box of the form, in mm; the frame of each is drawn, so boxes that are written in have no text.
const std::array labels = {
    Label{{20, 32, 28, 10}, "姓　　名"},
    Label{{48, 32, 107, 10}, ""},
    Label{{155, 32, 35, 40}, "照 片"},
    Label{{20, 42, 28, 10}, "出生日期"},
    Label{{48, 42, 36, 10}, ""},
    Label{{84, 42, 16, 10}, "性 别"},
    Label{{100, 42, 14, 10}, ""},
    Label{{114, 42, 16, 10}, "民 族"},
    Label{{130, 42, 25, 10}, ""},
    Label{{20, 52, 28, 10}, "政治面貌"},
    Label{{48, 52, 36, 10}, ""},
    Label{{84, 52, 30, 10}, "联系电话"},
    Label{{114, 52, 41, 10}, ""},
    Label{{20, 62, 28, 10}, "家庭住址"},
    Label{{48, 62, 107, 10}, ""},
    Label{{20, 72, 28, 10}, "身份证号"},
    Label{{20, 82, 28, 10}, "毕业院校"},
    Label{{48, 82, 62, 10}, ""},
    Label{{110, 82, 35, 10}, "毕业院校代码"},
    Label{{145, 82, 45, 10}, ""},
    Label{{20, 92, 28, 10}, "所学专业"},
    Label{{48, 92, 142, 10}, ""},
    Label{{20, 102, 28, 10}, "入伍时间"},
    Label{{48, 102, 57, 10}, "年　　　月"},
    Label{{105, 102, 28, 10}, "退役时间"},
    Label{{133, 102, 57, 10}, "年　　　月"},
    Label{{20, 112, 28, 10}, "退役安置地"},
    Label{{48, 112, 142, 10}, ""},
    Label{{20, 122, 28, 10}, "联系地址"},
    Label{{48, 122, 85, 10}, ""},
    Label{{133, 122, 17, 10}, "邮 编"},
    Label{{150, 122, 40, 10}, ""},
    Label{{20, 132, 28, 36}, "服役期间\n表现及立功\n获奖情况"},
    Label{{48, 132, 142, 36}, ""},
    Label{{20, 168, 28, 44}, "旗县级及以上\n退役军人\n事务部门\n审核意见"},
    Label{{48, 168, 142, 44}, ""},
    Label{{20, 212, 28, 44}, "生源院校\n审核意见\n（应届退役\n大学生士兵\n填报）"},
    Label{{48, 212, 142, 44}, ""},
};

struct Entry
{
    QRectF box;
    std::string PaperFacts::*text = nullptr;
};

const std::array entries = {
    Entry{{50, 32, 100, 10}, &PaperFacts::name},           Entry{{101, 42, 12, 10}, &PaperFacts::sex},
    Entry{{131, 42, 23, 10}, &PaperFacts::ethnicity},      Entry{{49, 52, 34, 10}, &PaperFacts::politicalStatus},
    Entry{{115, 52, 39, 10}, &PaperFacts::phone},          Entry{{50, 62, 103, 10}, &PaperFacts::homeAddress},
    Entry{{49, 82, 60, 10}, &PaperFacts::college},         Entry{{146, 82, 43, 10}, &PaperFacts::collegeCode},
    Entry{{50, 92, 138, 10}, &PaperFacts::major},          Entry{{50, 112, 138, 10}, &PaperFacts::settlementPlace},
    Entry{{50, 122, 81, 10}, &PaperFacts::mailingAddress}, Entry{{151, 122, 38, 10}, &PaperFacts::postalCode},
};

constexpr double digitLeft = 48;
constexpr double digitWidth = 142.0 / 18;

/// The two boxes of opinion: where their lines stand.
constexpr double officeTop = 168;
constexpr double collegeTop = 212;

void printOpinionBox(DrawDesk &desk, QPainter &painter, double top, const char *who, const char *seal)
{
    const TextStyle style{.size = 3.7, .align = Qt::AlignLeft};
    desk.print(painter, {48, top + 26, 60, 7}, who, {.size = 3.7, .align = Qt::AlignRight});
    desk.print(painter, {160, top + 26, 30, 7}, seal, style);
    desk.print(painter, {148, top + 35, 40, 7}, "年　　月　　日", style);
}

void printForm(DrawDesk &desk, QPainter &painter)
{
    desk.print(painter, {20, 14, 170, 14}, "退役大学生士兵免试专升本申请表", {.size = 6.4, .hand = Hand::Bold});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(30, 30, 34), 0.28));
    for (const Label &label : labels)
        painter.drawRect(label.box);
    for (int i = 0; i < 18; ++i)
        painter.drawRect(QRectF(digitLeft + i * digitWidth, 72, digitWidth, 10));
    for (const Label &label : labels)
        desk.print(painter, label.box.adjusted(1, 0, -1, 0), label.text, {.size = 3.7});
    printOpinionBox(desk, painter, officeTop, "审核人签字：", "（单位公章）");
    printOpinionBox(desk, painter, collegeTop, "学院领导小组组长签字：", "（学院公章）");
}

void fillMonth(DrawDesk &desk, QPainter &painter, double left, std::string_view month, DrawRandom &random)
{
    const TextStyle style{.size = 4.2, .colour = ink, .hand = Hand::Written};
    desk.write(painter, {left + 3, 102, 18, 10}, yearOf(month), style, random);
    desk.write(painter, {left + 24.5, 102, 9, 10}, monthOf(month), style, random);
}

void fillIn(DrawDesk &desk, QPainter &painter, const PaperFacts &facts, DrawRandom &random)
{
    const TextStyle style{.size = 4.4, .colour = ink, .hand = Hand::Written};
    for (const Entry &entry : entries)
        desk.write(painter, entry.box, facts.*entry.text, style, random);
    desk.write(painter, {49, 42, 34, 10}, chineseDay(facts.birthDate),
               {.size = 3.9, .colour = ink, .hand = Hand::Written}, random);
    for (std::size_t i = 0; i < std::min<std::size_t>(18, facts.idNumber.size()); ++i)
        desk.write(painter, {digitLeft + double(i) * digitWidth, 72, digitWidth, 10},
                   std::string_view(facts.idNumber).substr(i, 1), style, random);
    fillMonth(desk, painter, 48, facts.enlistedMonth, random);
    fillMonth(desk, painter, 133, facts.dischargedMonth, random);
    desk.write(painter, {52, 135, 134, 30}, facts.serviceRecord,
               {.size = 4.4, .colour = ink, .hand = Hand::Written, .align = Qt::AlignLeft | Qt::AlignTop}, random);
}

void signName(QPainter &painter, QPointF at, DrawRandom &random)
{
    painter.setBrush(Qt::NoBrush);
    for (int stroke = 0; stroke < 3; ++stroke) {
        QList<QPointF> points{at + QPointF(stroke * 6.5, random.between(-2, 2))};
        for (int i = 0; i < 6; ++i)
            points.append(points.back() +
                          QPointF{random.between(-1.6, 4.2), random.between(-4.5, 4.5) * (i % 2 == 0 ? 1 : -0.9)});
        painter.setPen(
            QPen(QColor(20, 22, 40, 220), random.between(0.35, 0.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(curveThrough(points));
    }
}

/// Opinion, signature and date of one box.
void giveOpinion(DrawDesk &desk, QPainter &painter, double top, const char *opinion, QPointF signature,
                 const PaperFacts &facts, DrawRandom &random)
{
    const TextStyle style{.size = 5, .colour = QColor(24, 24, 30), .hand = Hand::Written, .align = Qt::AlignLeft};
    desk.write(painter, {58, top + 6, 100, 10}, opinion, style, random);
    signName(painter, signature, random);
    const TextStyle digits{.size = 3.8, .colour = QColor(24, 24, 30), .hand = Hand::Written};
    desk.write(painter, {136, top + 35, 12, 7}, yearOf(facts.paperDate), digits, random);
    desk.write(painter, {152, top + 35, 7, 7}, monthOf(facts.paperDate), digits, random);
    desk.write(painter, {163, top + 35, 8, 7}, dayOf(facts.paperDate), digits, random);
}

void putSeal(DrawDesk &desk, QPainter &painter, QPointF at, const std::string &issuer, const FormStyle &style,
             DrawRandom &random)
{
    if (style.privateSeals)
        desk.stampSquare(painter, at, 17, "试样之印", random);
    else
        desk.stamp(painter, at, 40, issuer, random, style.sealInk);
}

void markInRed(QPainter &painter, DrawRandom &random)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(214, 30, 40), 0.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawEllipse(QPointF(166 + random.between(-4, 4), 190), 15, 14);
    painter.drawPolyline(QPolygonF({{60, 180}, {66, 190}, {82, 170}}));
    painter.drawLine(QPointF(50, 90), QPointF(105, 90 + random.between(-1, 1)));
}

} // namespace

QImage drawForm(DrawDesk &desk, const PaperFacts &facts, const QImage &portrait, const FormStyle &style)
{
    const Sheet sheet{.name = u"form"_s, .mm = {210, 297}, .widthPx = style.widthPx};
    QImage image = desk.lay(sheet, facts.seed, [&desk](QPainter &painter) { printForm(desk, painter); });
    if (!style.filled)
        return image;
    QPainter painter(&image);
    DrawDesk::toMillimetres(painter, sheet, facts.seed);
    DrawRandom random(facts.seed);
    if (!portrait.isNull())
        painter.drawImage(QRectF(156, 32.5, 33, 39), portrait);
    fillIn(desk, painter, facts, random);
    if (style.officeSigned)
        giveOpinion(desk, painter, officeTop, "情况属实，同意。", {112, officeTop + 28}, facts, random);
    if (style.officeSeal)
        putSeal(desk, painter, {166 + random.between(-5, 5), officeTop + 24 + random.between(-3, 3)}, style.office,
                style, random);
    if (style.collegeOpinion)
        giveOpinion(desk, painter, collegeTop, "同意推荐。", {112, collegeTop + 28}, facts, random);
    if (style.collegeOpinion && style.collegeSeal)
        putSeal(desk, painter, {166 + random.between(-5, 5), collegeTop + 22 + random.between(-3, 2)}, facts.college,
                style, random);
    if (style.redPen)
        markInRed(painter, random);
    return image;
}

} // namespace zsb
