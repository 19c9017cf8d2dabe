#include "core/demo/drawcards.h"
#include "core/demo/drawcertificates.h"
#include "core/demo/drawencode.h"
#include "core/demo/drawform.h"
#include "core/demo/drawportrait.h"
#include "core/image/inspect.h"
#include "tests/demo/pixels.h"

#include <QtTest>

#include <set>

using namespace zsb;
using namespace zsb::pixels;

/// Drawn papers: the same seed gives the same bytes, and none could pass for a real one.
class TestDrawPapers : public QObject
{
    Q_OBJECT

private slots:
    void everyPaperIsAReadableSmallJpeg();
    void twoDesksGiveTheSameBytes();
    void aUsedDeskGivesTheSameBytesAsAFreshOne();
    void anotherPersonGetsAnotherPaper();
    void anotherSeedIsAnotherHand();
    void theFormCarriesTwoSeals();
    void aMissingSealIsMissing();
    void theCollegesOpinionMayStayEmpty();
    void theTemplateIsEmpty();
    void thePortraitIsOnTheForm();
    void theIdCardCannotPassForOne();
    void anUnsealedLetterHasNoSeal();
    void everyCertificateNamesItsPerson();
    void longTextStaysInItsBox();
    void anyScriptIsWritten();
    void nothingToSayDrawsNothing();
    void datesAreWrittenOut();
};

static PaperFacts somebody()
{
    return {.seed = 4,
            .name = "阿拉坦·试样",
            .sex = "男",
            .ethnicity = "蒙古族",
            .politicalStatus = "共青团员",
            .idNumber = "11010519491231002X",
            .birthDate = "1999-08-01",
            .phone = "13900000000",
            .homeAddress = "演示盟演示旗演示镇 1 号",
            .mailingAddress = "演示盟演示旗",
            .postalCode = "010000",
            .college = "演示职业技术学院",
            .collegeCode = "99999",
            .major = "演示技术",
            .className = "演示 2001 班",
            .studentNo = "2020000001",
            .graduationDate = "2023-07-01",
            .enlistedMonth = "2019-09",
            .dischargedMonth = "2021-09",
            .settlementPlace = "演示盟演示旗",
            .serviceRecord = "服役期间表现良好。",
            .awardName = "演示技能大赛",
            .awardLevel = "一等奖",
            .paperDate = "2023-02-16"};
}

static QList<QImage> allPapers(DrawDesk &desk, const PaperFacts &facts)
{
    const QImage portrait = drawPortrait(faceOf(facts.seed, FaceSex::Male));
    QList<QImage> papers{drawForm(desk, facts, portrait), drawStudentCard(desk, facts, portrait),
                         drawDischargePaper(desk, facts, portrait), drawIdCard(desk, facts, portrait),
                         drawCertificate(desk, diplomaOf(facts), facts.seed, portrait)};
    for (const Certificate &certificate : {enrolmentProofOf(facts), serviceProofOf(facts), awardCertificateOf(facts),
                                           schoolStatementOf(facts), povertyProofOf(facts)})
        papers.append(drawCertificate(desk, certificate, facts.seed));
    return papers;
}

static QList<std::string> bytesOf(const QList<QImage> &papers)
{
    QList<std::string> bytes;
    for (const QImage &paper : papers)
        bytes.append(encodeJpeg(paper, 200'000, scanQuality).value());
    return bytes;
}

/// A1.5.2 and A1.5.3: jpg, far below the limit; a cut one is found out.
void TestDrawPapers::everyPaperIsAReadableSmallJpeg()
{
    DrawDesk desk;
    for (const std::string &bytes : bytesOf(allPapers(desk, somebody()))) {
        const ImageFacts facts = inspectImage(bytes);
        QCOMPARE(facts.format, ImageFormat::Jpeg);
        QVERIFY(facts.isReadable());
        QVERIFY(facts.widthPx >= 800);
        QVERIFY2(facts.bytes < 130'000, qPrintable(QString::number(facts.bytes)));
        QCOMPARE(inspectImage(std::string_view(bytes).substr(0, bytes.size() / 2)).problem, ImageProblem::Truncated);
    }
}

void TestDrawPapers::twoDesksGiveTheSameBytes()
{
    DrawDesk one;
    DrawDesk two;
    QCOMPARE(bytesOf(allPapers(one, somebody())), bytesOf(allPapers(two, somebody())));
}

void TestDrawPapers::aUsedDeskGivesTheSameBytesAsAFreshOne()
{
    DrawDesk used;
    PaperFacts other = somebody();
    other.seed = 9;
    other.name = "另一人";
    (void)allPapers(used, other);
    DrawDesk fresh;
    QCOMPARE(bytesOf(allPapers(used, somebody())), bytesOf(allPapers(fresh, somebody())));
}

void TestDrawPapers::anotherPersonGetsAnotherPaper()
{
    DrawDesk desk;
    PaperFacts other = somebody();
    other.name = "试样乙";
    const QList<QImage> these = allPapers(desk, somebody());
    const QList<QImage> those = allPapers(desk, other);
    for (qsizetype i = 0; i < these.size(); ++i)
        QVERIFY2(these[i] != those[i], qPrintable(QString::number(i)));
}

void TestDrawPapers::anotherSeedIsAnotherHand()
{
    DrawDesk desk;
    PaperFacts again = somebody();
    again.seed += 2; // lies on the desk the same way
    QVERIFY(drawForm(desk, somebody(), {}) != drawForm(desk, again, {}));
}

void TestDrawPapers::theFormCarriesTwoSeals()
{
    DrawDesk desk;
    const QImage form = drawForm(desk, somebody(), {});
    const int height = form.height();
    const QRect office(0, height * 55 / 100, form.width(), height * 17 / 100);
    const QRect college(0, height * 72 / 100, form.width(), height * 17 / 100);
    QVERIFY(count(form.copy(office), isRed) > 1500);
    QVERIFY(count(form.copy(college), isRed) > 1500);
    QCOMPARE(count(form.copy(0, 0, form.width(), height / 2), isRed), 0);
}

/// A3.2, A3.3: each seal can be the one that is missing.
void TestDrawPapers::aMissingSealIsMissing()
{
    DrawDesk desk;
    const int both = count(drawForm(desk, somebody(), {}), isRed);
    const int noOffice = count(drawForm(desk, somebody(), {}, {.officeSeal = false}), isRed);
    const int noCollege = count(drawForm(desk, somebody(), {}, {.collegeSeal = false}), isRed);
    const int none = count(drawForm(desk, somebody(), {}, {.officeSeal = false, .collegeSeal = false}), isRed);
    QVERIFY(noOffice > both / 4 && noOffice < both * 3 / 4);
    QVERIFY(noCollege > both / 4 && noCollege < both * 3 / 4);
    QCOMPARE(none, 0);
}

/// A1.4.1.5: 往届 veterans leave it empty, its seal goes with it.
void TestDrawPapers::theCollegesOpinionMayStayEmpty()
{
    DrawDesk desk;
    const QImage with = drawForm(desk, somebody(), {});
    const QImage without = drawForm(desk, somebody(), {}, {.collegeOpinion = false});
    const QRect box(with.width() * 30 / 100, with.height() * 73 / 100, with.width() * 25 / 100,
                    with.height() * 5 / 100);
    QVERIFY(count(with.copy(box), isDark) > 100);
    QCOMPARE(count(without.copy(box), isDark), 0);
    QVERIFY(count(without, isRed) < count(with, isRed) * 3 / 4);
}

void TestDrawPapers::theTemplateIsEmpty()
{
    DrawDesk desk;
    const QImage blank = drawForm(desk, somebody(), drawPortrait(faceOf(1, FaceSex::Male)), {.filled = false});
    QCOMPARE(count(blank, isBlue), 0);
    QCOMPARE(count(blank, isRed), 0);
    QVERIFY(count(drawForm(desk, somebody(), {}), isBlue) > 2000);
}

void TestDrawPapers::thePortraitIsOnTheForm()
{
    DrawDesk desk;
    const QImage with = drawForm(desk, somebody(), drawPortrait(faceOf(1, FaceSex::Male)));
    const QImage without = drawForm(desk, somebody(), {});
    const QRect place(with.width() * 74 / 100, with.height() * 11 / 100, with.width() * 15 / 100,
                      with.height() * 12 / 100);
    QVERIFY(count(with.copy(place), isDark) > count(without.copy(place), isDark) + 300);
}

/// Whatever the person, 演示 stands across the card in pale red.
void TestDrawPapers::theIdCardCannotPassForOne()
{
    DrawDesk desk;
    const auto isPaleRed = [](QColor c) {
        return c.red() > c.green() + 30 && c.red() > c.blue() + 25 && c.green() > 150;
    };
    QVERIFY(count(drawIdCard(desk, somebody(), {}), isPaleRed) > 20'000);
    QVERIFY(count(drawIdCard(desk, PaperFacts(), {}), isPaleRed) > 20'000);
}

void TestDrawPapers::anUnsealedLetterHasNoSeal()
{
    DrawDesk desk;
    Certificate letter = enrolmentProofOf(somebody());
    const int sealed = count(drawCertificate(desk, letter, 1), isRed);
    letter.sealed = false;
    QVERIFY(count(drawCertificate(desk, letter, 1), isRed) < sealed / 2); // the rule under the title stays
}

void TestDrawPapers::everyCertificateNamesItsPerson()
{
    const PaperFacts facts = somebody();
    std::set<std::string> titles;
    for (const Certificate &c : {diplomaOf(facts), enrolmentProofOf(facts), serviceProofOf(facts),
                                 awardCertificateOf(facts), schoolStatementOf(facts), povertyProofOf(facts)}) {
        QVERIFY(c.body.find(facts.name) != std::string::npos);
        QVERIFY(!c.issuer.empty() && !c.date.empty() && c.sealed);
        titles.insert(c.title);
    }
    QCOMPARE(titles.size(), std::size_t(6));
}

/// A box one line high takes fifty characters by shrinking them: nothing is written outside.
void TestDrawPapers::longTextStaysInItsBox()
{
    QImage image(400, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    GlyphBook book;
    DrawRandom random(1);
    std::string name;
    for (int i = 0; i < 50; ++i)
        name += "额";
    book.write(painter, {100, 35, 200, 30}, name, {.size = 16}, random);
    painter.end();
    const int all = image.width() * image.height() - count(image, isWhite);
    const int inside = 200 * 30 - count(image.copy(100, 35, 200, 30), isWhite);
    QVERIFY(inside > 500);
    QCOMPARE(all, inside);
}

/// Minority names with a dot, extension characters, words in Mongolian script.
void TestDrawPapers::anyScriptIsWritten()
{
    QCOMPARE(glyphClusters(QStringLiteral("阿·X")).size(), 3);
    QCOMPARE(glyphClusters(QString::fromUtf8("\xF0\xA0\xAE\xB7野")).size(), 2);
    QCOMPARE(glyphClusters(QString::fromUtf8("ᠪᠠᠲᠤ")).size(), 1);
    DrawDesk desk;
    PaperFacts facts = somebody();
    const QImage usual = drawForm(desk, facts, {});
    facts.name = "ᠪᠠᠲᠤ 𠮷";
    QVERIFY(drawForm(desk, facts, {}) != usual);
    facts.name = "\xFF\xFE broken";
    QVERIFY(!drawForm(desk, facts, {}).isNull());
}

void TestDrawPapers::nothingToSayDrawsNothing()
{
    DrawDesk desk;
    for (const QImage &paper : allPapers(desk, PaperFacts()))
        QVERIFY(!paper.isNull());
    QVERIFY(!drawForm(desk, somebody(), {}, {.office = {}}).isNull());
}

void TestDrawPapers::datesAreWrittenOut()
{
    const Certificate diploma = diplomaOf(somebody());
    QVERIFY(diploma.body.find("1999年8月1日") != std::string::npos);
}

QTEST_MAIN(TestDrawPapers)
#include "tst_drawpapers.moc"
