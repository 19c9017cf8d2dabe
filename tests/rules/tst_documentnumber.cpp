#include "core/rules/documentnumber.h"
#include "core/rules/shapematcher.h"
#include "tests/support/testpack.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace zsb;

/// GB 11643 and the folding of numbers (A1.1.1, A1.4.3.1).
class TestDocumentNumber : public QObject
{
    Q_OBJECT

private slots:
    void publishedSpecimensPass_data();
    void publishedSpecimensPass();
    void oneWrongDigitAlwaysFails();
    void birthDaysMustExist();
    void theSeventeenthDigitSaysTheSex();
    void numbersFoldWithoutTheHeap();
    void fifteenDigitsAreWidened();
    void shapesMatchWhatTheExpressionMatches_data();
    void shapesMatchWhatTheExpressionMatches();
    void whatIsNoShapeIsLeftToExpressions();
};

void TestDocumentNumber::publishedSpecimensPass_data()
{
    QTest::addColumn<QByteArray>("number");
    for (const char *number : {"11010519491231002X", "810000199408230021", "830000199201300022", "911124198108030024"})
        QTest::newRow(number) << QByteArray(number);
}

void TestDocumentNumber::publishedSpecimensPass()
{
    QFETCH(QByteArray, number);
    const auto parsed = parseResidentNumber(number.toStdString());
    QVERIFY(parsed);
    QVERIFY(parsed->birth);
    QCOMPARE(residentCheckDigit(number.left(17).toStdString()).value(), parsed->check);
}

void TestDocumentNumber::oneWrongDigitAlwaysFails()
{
    std::mt19937 random(7);
    const std::string characters = "0123456789X";
    for (int i = 0; i < 100'000; ++i) {
        std::string number;
        for (int digit = 0; digit < 17; ++digit)
            number += char('0' + random() % 10);
        const char check = residentCheckDigit(number).value();
        std::string changed = number;
        const std::size_t at = random() % 17;
        changed[at] = char('0' + (changed[at] - '0' + 1 + random() % 9) % 10);
        QVERIFY2(residentCheckDigit(changed).value() != check, changed.c_str());
        QVERIFY(characters.find(check) != std::string::npos);
    }
}

void TestDocumentNumber::birthDaysMustExist()
{
    QVERIFY(parseResidentNumber("150102200002290015")->birth);
    QVERIFY(!parseResidentNumber("150102190002290015")->birth);
    QVERIFY(!parseResidentNumber("150102200113010015")->birth);
    QVERIFY(!parseResidentNumber("150102200100010015")->birth);
    QVERIFY(!parseResidentNumber("15010220000229001"));
    QVERIFY(!parseResidentNumber("15010220000229001Y"));
    QVERIFY(!parseResidentNumber(""));
}

void TestDocumentNumber::theSeventeenthDigitSaysTheSex()
{
    QVERIFY(parseResidentNumber("150102200103150019")->male);
    QVERIFY(!parseResidentNumber("150102200103150029")->male);
}

void TestDocumentNumber::numbersFoldWithoutTheHeap()
{
    QCOMPARE(std::string(FoldedCode(" １５０１０２ｘ\u3000").view()), std::string("150102X"));
    QCOMPARE(std::string(FoldedCode("15中").view()), std::string("15?"));
    QCOMPARE(FoldedCode(std::string(1000, '1')).view().size(), std::size_t(64));
    QVERIFY(FoldedCode("").isEmpty());
    QVERIFY(FoldedCode("13800138000").isDigits(11));
    QVERIFY(!FoldedCode("1380013800O").isDigits(11));
}

void TestDocumentNumber::shapesMatchWhatTheExpressionMatches_data()
{
    QTest::addColumn<QByteArray>("expression");
    for (const DocumentType &type : nm2023().documentTypes)
        QTest::newRow(type.code.c_str()) << QByteArray::fromStdString(type.pattern);
    for (const char *expression : {"", "a?", "(|x)1", "[A-C]{2}|\\d", "(a|bc){2}d?", "\\.[./]?", "a{0}b"})
        QTest::newRow(expression) << QByteArray(expression);
}

/// Texts drawn from few characters, and the expression's own specimens changed in one place.
void TestDocumentNumber::shapesMatchWhatTheExpressionMatches()
{
    QFETCH(QByteArray, expression);
    const auto shape = ShapeMatcher::compile(expression.toStdString());
    const QRegularExpression whole(QRegularExpression::anchoredPattern(QString::fromUtf8(expression)));
    std::vector<std::string> texts = {"", "\xE4\xB8\xAD", "1?", "1\n"};
    for (const DocumentType &type : nm2023().documentTypes)
        texts.insert(texts.end(), type.specimens.begin(), type.specimens.end());
    const std::string characters = "0123456789XABCDEGHM-.abcdx?";
    std::mt19937 random(11);
    const auto any = [&] { return characters[random() % characters.size()]; };
    for (std::size_t i = 0; i < 20'000; ++i) {
        std::string text = texts[random() % texts.size()];
        if (i % 2 == 0)
            text = std::string(random() % 5, ' ');
        for (char &c : text)
            c = i % 2 == 0 || random() % 20 == 0 ? any() : c;
        texts.push_back(std::move(text));
    }
    QVERIFY(shape);
    for (const std::string &text : texts)
        QVERIFY2(shape->matches(text) == whole.match(QString::fromStdString(text)).hasMatch(), text.c_str());
}

void TestDocumentNumber::whatIsNoShapeIsLeftToExpressions()
{
    for (const char *expression : {"[A-C-]", "\\d+", "a*", ".", "[^a]", "\\w", "(?:a)", "a{2,3}", "a{65}", "(a|b){6}",
                                   "\xE4\xB8\xAD", "a??", "[a", "(a", "a)", "^a$"})
        QVERIFY2(!ShapeMatcher::compile(expression), expression);
}

void TestDocumentNumber::fifteenDigitsAreWidened()
{
    const std::string wide = widenResidentNumber("110105491231002");
    QCOMPARE(wide, std::string("11010519491231002X"));
    QVERIFY(widenResidentNumber("1101054912310").empty());
    QVERIFY(widenResidentNumber("11010549123100X").empty());
}

QTEST_GUILESS_MAIN(TestDocumentNumber)
#include "tst_documentnumber.moc"
