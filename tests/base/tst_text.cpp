#include "core/base/editdistance.h"
#include "core/base/text.h"

#include <QStringDecoder>
#include <QTest>

using namespace zsb;

/// Names keep every character they are written with, Mongolian joiners included, and compare as people read them.
class TestText : public QObject
{
    Q_OBJECT

private slots:
    void utf8GoesThroughCodePointsUnchanged();
    void brokenUtf8EndsAndIsNoticed();
    void validityAgreesWithQt();
    void aMissingByteIsNoticedWhereverABlockEnds();
    void trimmingNeverHarmsMongolianWords();
    void scriptsAreRecognised();
    void codesFoldFullWidthAndCase();
    void namesCompareWithoutTheirDots();
    void titlesCompareWithoutBracketWidth();
    void editsAreCountedInLettersOfTheText();
};

void TestText::editsAreCountedInLettersOfTheText()
{
    const auto between = [](std::string_view one, std::string_view other) { return editDistance(one, other); };
    QCOMPARE(between("", ""), std::size_t(0));
    QCOMPARE(between("", "abc"), std::size_t(3));
    QCOMPARE(between("abc", ""), std::size_t(3));
    QCOMPARE(between("kitten", "sitting"), std::size_t(3));
    QCOMPARE(between("abc", "bc"), std::size_t(1));
    QCOMPARE(between("码", "玛"), std::size_t(1) + 1); // bytes
    QCOMPARE(editDistance(std::u32string(U"号码"), std::u32string(U"号玛")), std::size_t(1));
}

void TestText::utf8GoesThroughCodePointsUnchanged()
{
    const std::string text = "aé·汉𠮷ᠮ\u202F";
    std::string copy;
    for (std::string_view rest = text; !rest.empty();)
        appendUtf8(copy, takeCodePoint(rest));
    QCOMPARE(copy, text);
    QCOMPARE(codePointCount(text), std::size_t(7));
}

void TestText::brokenUtf8EndsAndIsNoticed()
{
    for (const std::string &broken : {std::string("\x80"), std::string("\xC3"), std::string("\xE4\xB8"),
                                      std::string("\xF0\x9F\x98"), std::string("\xC0\x80"), std::string("\xED\xA0\x80"),
                                      std::string("\xF5\x80\x80\x80"), std::string("a\xFFz")}) {
        QVERIFY(!isValidUtf8(broken));
        QVERIFY(codePointCount(broken) <= broken.size());
    }
    QVERIFY(isValidUtf8("\xEF\xBF\xBD")); // U+FFFD itself is lawful
    QVERIFY(isValidUtf8(""));
}

void TestText::validityAgreesWithQt()
{
    std::uint32_t state = 12345;
    for (int round = 0; round < 20000; ++round) {
        std::string bytes;
        for (int i = 0; i < 6; ++i) {
            state = state * 1664525u + 1013904223u;
            bytes += char(state >> 24);
        }
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString ignored = decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
        const QString flushed = decoder.decode(QByteArrayView());
        Q_UNUSED(ignored)
        Q_UNUSED(flushed)
        if (isValidUtf8(bytes))
            QVERIFY(!decoder.hasError());
    }
}

/// Validity looks at blocks of bytes; a character cut short just before one ends was once taken for a whole one.
void TestText::aMissingByteIsNoticedWhereverABlockEnds()
{
    for (const std::string_view character : {"é", "汉", "𠮷"}) {
        for (const std::string_view next : {"a", "é", "汉"}) {
            for (std::size_t before = 0; before < 140; ++before) {
                std::string text(before, 'a');
                text += character;
                const std::size_t cut = text.size() - 1;
                for (int i = 0; i < 50; ++i)
                    text += next;
                QVERIFY(isValidUtf8(text));
                QVERIFY2(!isValidUtf8(text.erase(cut, 1)), qPrintable(QString::number(before)));
            }
        }
    }
}

void TestText::trimmingNeverHarmsMongolianWords()
{
    QCOMPARE(trimmed(" \u3000\u200B\uFEFF张 三\u3000\t\r\n"), std::string_view("张 三"));
    QCOMPARE(trimmed("ᠮᠣᠩᠭᠣᠯ\u202F"), std::string_view("ᠮᠣᠩᠭᠣᠯ\u202F"));
    QCOMPARE(trimmed("   "), std::string_view());
    QCOMPARE(trimmed(""), std::string_view());
}

void TestText::scriptsAreRecognised()
{
    QVERIFY(isHan(U'汉') && isHan(U'㐂') && isHan(U'𠮷') && isHan(U'〇'));
    QVERIFY(!isHan(U'a') && !isHan(U'·'));
    QVERIFY(isMongolian(0x182E) && isMongolian(0x202F) && isMongolian(0x180B));
    QVERIFY(isMenksoft(0xE234) && isMenksoft(0xE71D));
    QVERIFY(!isMenksoft(0xE233) && !isMenksoft(0xE71E));
    for (const char32_t dot : {U'•', U'⋅', U'‧', U'・', U'．'})
        QVERIFY(isNameDotLookAlike(dot));
    QVERIFY(!isNameDotLookAlike(nameDot));
}

void TestText::codesFoldFullWidthAndCase()
{
    QCOMPARE(foldCode("　１５０１０２ｘ "), std::string("150102X"));
    QCOMPARE(foldCode("abc"), std::string("ABC"));
    QCOMPARE(codeKey("　１５０１０２ 2001－0315　001ｘ "), std::string("15010220010315001X"));
    QCOMPARE(codeKey("军字第 123 号"), std::string("军字第123号"));
    QCOMPARE(codeKey(" - "), std::string());
}

void TestText::namesCompareWithoutTheirDots()
{
    QCOMPARE(nameKey("阿拉坦·其其格"), nameKey("阿拉坦•其其格"));
    QCOMPARE(nameKey("阿拉坦·其其格"), nameKey("阿拉坦．其其格"));
    QCOMPARE(nameKey("阿拉坦·其其格"), nameKey("阿拉坦 其其格"));
    QVERIFY(nameKey("阿拉坦") != nameKey("阿拉塔"));
}

void TestText::titlesCompareWithoutBracketWidth()
{
    QCOMPARE(titleKey("软件工程（移动互联方向）"), titleKey("软件工程(移动互联方向)"));
    QCOMPARE(titleKey(" 旅游 管理"), titleKey("旅游管理"));
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
