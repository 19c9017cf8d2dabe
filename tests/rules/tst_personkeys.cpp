#include "core/rules/personkeys.h"
#include "tests/support/testpack.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb;

/// One person, one registration (A1.1.1), one phone, one person (A1.4.1.1): however the numbers are typed.
class TestPersonKeys : public QObject
{
    Q_OBJECT

private slots:
    void theSamePersonHasOneKey_data();
    void theSamePersonHasOneKey();
    void othersHaveOtherKeys();
    void withoutANumberThereIsNoKey();
    void theSamePhoneHasOneKey_data();
    void theSamePhoneHasOneKey();
    void whatIsNoCountryCodeStays();
};

void TestPersonKeys::theSamePersonHasOneKey_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("number");
    QTest::newRow("as it is") << u"居民身份证"_s << u"11010519491231002X"_s;
    QTest::newRow("code of the type") << u"ID"_s << u"11010519491231002X"_s;
    QTest::newRow("no type") << u" "_s << u"11010519491231002X"_s;
    QTest::newRow("lower case") << u"身份证"_s << u"11010519491231002x"_s;
    QTest::newRow("full width") << u""_s << u"１１０１０５１９４９１２３１００２Ｘ"_s;
    QTest::newRow("blanks") << u""_s << u" 110105 19491231　002X"_s;
    QTest::newRow("hyphens") << u""_s << u"110105-19491231-002X"_s;
    QTest::newRow("15 digits") << u""_s << u"110105491231002"_s;
    QTest::newRow("15 digits of the retired type") << u"一代身份证"_s << u"110105491231002"_s;
    QTest::newRow("18 digits of the retired type") << u"ID15"_s << u"11010519491231002X"_s;
}

void TestPersonKeys::theSamePersonHasOneKey()
{
    QFETCH(QString, type);
    QFETCH(QString, number);
    QCOMPARE(personKey(nm2023(), type.toStdString(), number.toStdString()), std::string("ID/11010519491231002X"));
}

void TestPersonKeys::othersHaveOtherKeys()
{
    QCOMPARE(personKey(nm2023(), "护照", "E12345678"), std::string("PASSPORT_CN/E12345678"));
    QCOMPARE(personKey(nm2023(), "No such type", "e123"), std::string("NOSUCHTYPE/E123"));
    QVERIFY(personKey(nm2023(), {}, "110105194912310011") != personKey(nm2023(), {}, "11010519491231002X"));
    // fifteen digits of another kind are what they are
    QCOMPARE(personKey(nm2023(), "护照", "110105491231002"), std::string("PASSPORT_CN/110105491231002"));
    QCOMPARE(personKey(hbDemo(), "CARD", "110105491231002"), std::string("CARD/110105491231002"));
}

void TestPersonKeys::withoutANumberThereIsNoKey()
{
    QCOMPARE(personKey(nm2023(), "ID", ""), std::string());
    QCOMPARE(personKey(nm2023(), "ID", " 　"), std::string());
    QCOMPARE(phoneKey(""), std::string());
    QCOMPARE(phoneKey(" - "), std::string());
}

void TestPersonKeys::theSamePhoneHasOneKey_data()
{
    QTest::addColumn<QString>("phone");
    for (const char16_t *phone : {u"13800138000", u" 138 0013 8000", u"138-0013-8000", u"１３８００１３８０００",
                                  u"+8613800138000", u"+86 138 0013 8000", u"0086-13800138000", u"8613800138000"})
        QTest::newRow(QString::fromUtf16(phone).toUtf8().constData()) << QString::fromUtf16(phone);
}

void TestPersonKeys::theSamePhoneHasOneKey()
{
    QFETCH(QString, phone);
    QCOMPARE(phoneKey(phone.toStdString()), std::string("13800138000"));
}

void TestPersonKeys::whatIsNoCountryCodeStays()
{
    QCOMPARE(phoneKey("861380013800"), std::string("861380013800"));
    QCOMPARE(phoneKey("+85291234567"), std::string("+85291234567"));
    QCOMPARE(phoneKey("86123456789"), std::string("86123456789"));
}

QTEST_GUILESS_MAIN(TestPersonKeys)
#include "tst_personkeys.moc"
