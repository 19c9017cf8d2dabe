#include "tests/support/uiaudit.h"
#include "ui/sync/signindialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace zsb {

/// Whoever signs in after some failures answers the service's question first (SYNC.md D4).
class TestSignInDialog : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsAskedAtFirst();
    void theQuestionComesWithItsField();
    void theAnswerGoesWithTheRest();
    void theKeysGoFromTheAnswerToTheCode();
    void anotherQuestionTakesThePlaceOfTheFirst();
    void whatWasAnsweredStaysWhenThePasswordWasWrong();

private:
    struct Open
    {
        SignInDialog dialog{u"https://zsb.test:8443"_s, u"li"_s, {}};
        std::vector<SignIn> wanted;

        Open()
        {
            connect(&dialog, &SignInDialog::signInWanted, &dialog,
                    [this](const SignIn &who) { wanted.push_back(who); });
            dialog.show();
            audit::activate(dialog);
            edit(u"signInPassword"_s)->setText(u"secret"_s);
            edit(u"signInCode"_s)->setText(u"123456"_s);
        }
        [[nodiscard]] QLineEdit *edit(const QString &name) const { return dialog.findChild<QLineEdit *>(name); }
        [[nodiscard]] QLineEdit *answer() const { return edit(u"signInAnswer"_s); }
        [[nodiscard]] QLabel *label(const QString &name) const { return dialog.findChild<QLabel *>(name); }
        [[nodiscard]] QPushButton *go() const { return dialog.findChild<QPushButton *>("signInGo"_L1); }
    };
};

void TestSignInDialog::nothingIsAskedAtFirst()
{
    const Open open;
    QVERIFY(!open.answer()->isVisible());
    QVERIFY(!open.label(u"signInQuestion"_s)->isVisible());
    QVERIFY(open.go()->isEnabled());
    open.go()->click();
    QVERIFY((open.wanted == std::vector{SignIn{.user = "li", .password = "secret", .totp = "123456"}}));
}

void TestSignInDialog::theQuestionComesWithItsField()
{
    Open open;
    open.dialog.ask({"id-1", "3 + 4"});
    QVERIFY(open.answer()->isVisible());
    QCOMPARE(open.label(u"signInQuestion"_s)->text(), u"3 + 4"_s);
    QVERIFY(open.label(u"signInQuestion"_s)->isVisible());
    QVERIFY(!open.answer()->accessibleName().isEmpty());
    QCOMPARE(open.answer()->accessibleDescription(), u"3 + 4"_s);
    QVERIFY(open.label(u"signInSaid"_s)->text().contains(u"验证题"_s));
    QCOMPARE(open.edit(u"signInUser"_s)->text(), u"li"_s);
    QCOMPARE(open.edit(u"signInPassword"_s)->text(), u"secret"_s);
    QVERIFY(open.edit(u"signInCode"_s)->text().isEmpty()); // good once
    QVERIFY(open.answer()->hasFocus());
    QCoreApplication::processEvents(); // the layout follows
    QCOMPARE(audit::truncatedTexts(open.dialog), QStringList());
    QCOMPARE(audit::unnamedWidgets(open.dialog), QStringList());
    QCOMPARE(audit::mnemonicClashes(open.dialog, nullptr), QStringList());
}

void TestSignInDialog::theAnswerGoesWithTheRest()
{
    Open open;
    open.dialog.ask({"id-1", "3 + 4"});
    open.edit(u"signInCode"_s)->setText(u"654321"_s);
    QVERIFY(!open.go()->isEnabled());
    open.answer()->setText(u" 7 "_s);
    QVERIFY(open.go()->isEnabled());
    open.go()->click();
    QCOMPARE(open.wanted.size(), std::size_t(1));
    QVERIFY((open.wanted.front() ==
             SignIn{.user = "li", .password = "secret", .totp = "654321", .captcha = "id-1", .captchaAnswer = "7"}));
}

void TestSignInDialog::theKeysGoFromTheAnswerToTheCode()
{
    Open open;
    open.dialog.ask({"id-1", "3 + 4"});
    QTest::keyClicks(open.answer(), u"7"_s);
    QTest::keyClick(open.answer(), Qt::Key_Tab);
    QVERIFY(open.edit(u"signInCode"_s)->hasFocus());
    QTest::keyClicks(open.edit(u"signInCode"_s), u"654321"_s);
    QTest::keyClick(open.edit(u"signInCode"_s), Qt::Key_Return);
    QCOMPARE(open.wanted.size(), std::size_t(1));
}

void TestSignInDialog::anotherQuestionTakesThePlaceOfTheFirst()
{
    Open open;
    open.dialog.ask({"id-1", "3 + 4"});
    const QString first = open.label(u"signInSaid"_s)->text();
    open.answer()->setText(u"8"_s);
    open.dialog.ask({"id-2", "5 + 6"});
    QCOMPARE(open.label(u"signInQuestion"_s)->text(), u"5 + 6"_s);
    QCOMPARE(open.answer()->accessibleDescription(), u"5 + 6"_s);
    QVERIFY(open.answer()->text().isEmpty());
    QVERIFY(open.label(u"signInSaid"_s)->text() != first); // says that it was wrong
    open.answer()->setText(u"11"_s);
    open.edit(u"signInCode"_s)->setText(u"654321"_s);
    open.go()->click();
    QCOMPARE(open.wanted.back().captcha, std::string("id-2"));
}

void TestSignInDialog::whatWasAnsweredStaysWhenThePasswordWasWrong()
{
    Open open;
    open.dialog.ask({"id-1", "3 + 4"});
    open.answer()->setText(u"7"_s);
    open.dialog.refuse(u"wrong"_s);
    QCOMPARE(open.answer()->text(), u"7"_s);
    QVERIFY(open.answer()->isVisible());
    QVERIFY(open.edit(u"signInCode"_s)->hasFocus());
}

} // namespace zsb

QTEST_MAIN(zsb::TestSignInDialog)
#include "tst_signindialog.moc"
