#include "core/demo/drawcertificates.h"

#include "core/demo/drawdates.h"
#include "core/demo/drawtools.h"

namespace zsb {

namespace {

using namespace Qt::StringLiterals;

const QColor type(34, 34, 40);

void printOrnaments(QPainter &painter, const QSizeF &mm)
{
    const QColor gold(178, 132, 52);
    const QRectF page(QPointF(0, 0), mm);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(160, 44, 36), 2.2));
    painter.drawRect(page.adjusted(9, 9, -9, -9));
    painter.setPen(QPen(gold, 0.7));
    painter.drawRect(page.adjusted(12, 12, -12, -12));
    painter.setPen(QPen(gold, 0.35));
    for (double x = 14; x < mm.width() - 14; x += 6) {
        painter.drawEllipse(QPointF(x + 2, 15), 2.4, 1.6);
        painter.drawEllipse(QPointF(x + 2, mm.height() - 15), 2.4, 1.6);
    }
    paintGlow(painter, page.center(), mm.width() * 0.4, mm.height() * 0.4, QColor(236, 206, 140, 60));
}

QImage drawOrnate(DrawDesk &desk, const Certificate &certificate, std::uint64_t seed, const QImage &portrait)
{
    const Sheet sheet{.name = u"ornate"_s, .mm = {240, 170}, .widthPx = 1000, .paper = {253, 250, 240}};
    QImage image = desk.lay(sheet, seed, [&sheet](QPainter &painter) { printOrnaments(painter, sheet.mm); });
    QPainter painter(&image);
    DrawDesk::toMillimetres(painter, sheet, seed);
    DrawRandom random(seed + 21);
    desk.write(painter, {20, 20, 200, 20}, certificate.title, {.size = 13, .colour = {170, 34, 28}, .hand = Hand::Bold},
               random);
    const double left = portrait.isNull() ? 34 : 74;
    if (!portrait.isNull())
        painter.drawImage(QRectF(30, 58, 35, 43), portrait);
    desk.write(painter, {left, 46, 206 - left, 68}, certificate.body,
               {.size = 6.6, .colour = type, .align = Qt::AlignLeft}, random);
    desk.write(painter, {126, 118, 88, 10}, certificate.issuer, {.size = 6, .colour = type}, random);
    desk.write(painter, {126, 130, 88, 10}, chineseDay(certificate.date), {.size = 6, .colour = type}, random);
    if (certificate.sealed)
        desk.stamp(painter, {172 + random.between(-5, 5), 126 + random.between(-3, 3)}, 42, certificate.issuer, random);
    return image;
}

QImage drawLetter(DrawDesk &desk, const Certificate &certificate, std::uint64_t seed)
{
    const Sheet sheet{.name = u"letter"_s, .mm = {210, 270}, .widthPx = 860};
    QImage image = desk.lay(sheet, seed, [](QPainter &painter) {
        painter.setPen(QPen(QColor(190, 40, 36), 0.6));
        painter.drawLine(QPointF(28, 58), QPointF(182, 58));
    });
    QPainter painter(&image);
    DrawDesk::toMillimetres(painter, sheet, seed);
    DrawRandom random(seed + 22);
    desk.write(painter, {20, 34, 170, 18}, certificate.title, {.size = 9, .colour = type, .hand = Hand::Bold}, random);
    desk.write(painter, {28, 72, 154, 90}, certificate.body,
               {.size = 6, .colour = type, .align = Qt::AlignLeft | Qt::AlignTop}, random);
    desk.write(painter, {92, 176, 90, 10}, certificate.issuer, {.size = 6, .colour = type}, random);
    desk.write(painter, {92, 190, 90, 10}, chineseDay(certificate.date), {.size = 6, .colour = type}, random);
    if (certificate.sealed)
        desk.stamp(painter, {142 + random.between(-5, 5), 184 + random.between(-4, 4)}, 42, certificate.issuer, random);
    return image;
}

std::string studies(const PaperFacts &facts)
{
    return facts.college + facts.major + "专业";
}

} // namespace

QImage drawCertificate(DrawDesk &desk, const Certificate &certificate, std::uint64_t seed, const QImage &portrait)
{
    return certificate.ornate ? drawOrnate(desk, certificate, seed, portrait) : drawLetter(desk, certificate, seed);
}

Certificate diplomaOf(const PaperFacts &facts)
{
    return {.title = "毕 业 证 书",
            .body = "　　学生 " + facts.name + "，性别 " + facts.sex + "，" + chineseDay(facts.birthDate) +
                    "生，于本校" + facts.major + "专业三年制专科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
            .issuer = facts.college,
            .date = facts.graduationDate,
            .ornate = true};
}

Certificate enrolmentProofOf(const PaperFacts &facts)
{
    return {.title = "在 校 证 明",
            .body = "　　兹证明 " + facts.name + "（身份证号 " + facts.idNumber + "）系" + studies(facts) +
                    facts.className + "学生，学号 " + facts.studentNo + "，现在校就读。\n　　特此证明。",
            .issuer = facts.college,
            .date = facts.paperDate};
}

Certificate serviceProofOf(const PaperFacts &facts)
{
    return {.title = "服 务 证 明",
            .body = "　　兹证明 " + facts.name + "（身份证号 " + facts.idNumber +
                    "）参加基层服务项目，服务期满，考核合格。\n　　特此证明。",
            .issuer = "演示盟基层服务项目办公室",
            .date = facts.paperDate};
}

Certificate awardCertificateOf(const PaperFacts &facts)
{
    return {.title = "获 奖 证 书",
            .body = facts.name + " 同学：\n　　在" + facts.awardName + "中荣获" + facts.awardLevel +
                    "。\n　　特发此证，以资鼓励。",
            .issuer = "演示大赛组织委员会",
            .date = facts.paperDate,
            .ornate = true};
}

Certificate schoolStatementOf(const PaperFacts &facts)
{
    return {.title = "情 况 说 明",
            .body = "　　我校" + facts.major + "专业学生 " + facts.name + "（身份证号 " + facts.idNumber + "）在" +
                    facts.awardName + "中获" + facts.awardLevel +
                    "，已列入公布的获奖名单，证书尚未发放。\n　　情况属实，特此说明。",
            .issuer = facts.college,
            .date = facts.paperDate};
}

Certificate povertyProofOf(const PaperFacts &facts)
{
    return {.title = "脱贫家庭证明",
            .body = "　　兹证明 " + facts.name + "（身份证号 " + facts.idNumber + "），家庭住址 " + facts.homeAddress +
                    "，其家庭为建档立卡脱贫家庭。\n　　特此证明。",
            .issuer = "演示旗乡村振兴局",
            .date = facts.paperDate};
}

} // namespace zsb
