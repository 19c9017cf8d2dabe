#include "tests/support/uiaudit.h"
#include "tests/workflow/bench.h"
#include "ui/sync/answerdialog.h"
#include "ui/sync/changedialog.h"
#include "ui/sync/majordialog.h"
#include "ui/sync/syncrows.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb::bench;

namespace zsb {
namespace {

class OnePath : public Prompts
{
public:
    void askForPath(QWidget *, const FileQuestion &, std::function<void(const QString &)> then) override
    {
        then(u"/scans/card.jpg"_s);
    }
    void confirm(QWidget *, const QString &, const QString &, const QString &, std::function<void()>) override {}
};

} // namespace

/// What a desk does for candidates after they have handed in, as its dialogs have it.
class TestTaskDialogs : public QObject
{
    Q_OBJECT

private slots:
    void aMajorIsFoundByCodeOrName();
    void anExemptCandidateSeesNoSubject();
    void aRequestNeedsItsProofAndAReason();
    void aNoNeedsAWord();
    void aProofThatDoesNotComeSaysWhyAndIsAskedForAgain();

private:
    std::shared_ptr<const RuleBook> m_book = bound(makePack());
    QMap<QString, QString> m_nobody;
};

/// A1.4.4.1, A1.4.4.2.
void TestTaskDialogs::aMajorIsFoundByCodeOrName()
{
    const SyncRows rows(m_book->pack(), Language::Chinese, m_nobody);
    ApplicationState state;
    state.typeId = "E";
    const Theme theme;
    MajorDialog dialog(state, rows, theme);
    dialog.show();
    auto *list = dialog.findChild<QTableView *>("majorList"_L1);
    auto *search = dialog.findChild<QLineEdit *>("majorSearch"_L1);
    auto *accept = dialog.findChild<QPushButton *>("majorAccept"_L1);
    QCOMPARE(list->model()->rowCount(), 2); // the catalogue does not know the junior major
    for (const QString &text : {u"1202"_s, u"会计"_s, u"经管 会计"_s}) {
        search->setText(text);
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 1).data().toString(), u"会计学"_s);
        QCOMPARE(list->model()->index(0, 3).data().toString(), u"02 经管类"_s);
    }
    const QSignalSpy chosen(&dialog, &MajorDialog::chosen);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), u"会计学"_s);
    dialog.refuse(u"不在规定时间内"_s);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<QLabel *>("majorSaid"_L1)->text().contains(u"不在规定时间内"_s));
    search->setText(u"nothing"_s);
    QVERIFY(!accept->isEnabled());
    QCOMPARE(audit::unnamedWidgets(dialog), QStringList());
    QCOMPARE(audit::mnemonicClashes(dialog, nullptr), QStringList());
    QCOMPARE(audit::unreachableByTab(dialog), QStringList());
}

/// A1.4.4.3.
void TestTaskDialogs::anExemptCandidateSeesNoSubject()
{
    const SyncRows rows(m_book->pack(), Language::Chinese, m_nobody);
    const Theme theme;
    for (const char *type : {"E", "V"}) {
        ApplicationState state;
        state.typeId = type;
        state.fields[Field::JuniorMajor] = "会计";
        const MajorDialog dialog(state, rows, theme);
        const QAbstractItemModel *model = dialog.findChild<QTableView *>("majorList"_L1)->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->columnCount(), state.typeId == "E" ? 5 : 4);
    }
}

void TestTaskDialogs::aRequestNeedsItsProofAndAReason()
{
    const SyncRows rows(m_book->pack(), Language::Chinese, m_nobody);
    ApplicationState state;
    state.typeId = "E";
    const CandidateType *type = m_book->pack().type("E");
    OnePath path;
    ChangeDialog dialog(state, {&type->conversions.front()}, rows, &path);
    dialog.show();
    const QSignalSpy wanted(&dialog, &ChangeDialog::wanted);
    auto *accept = dialog.findChild<QPushButton *>("changeAccept"_L1);
    QVERIFY(!accept->isEnabled());
    dialog.findChild<QLineEdit *>("changeNote"_L1)->setText(u"证书已发"_s);
    QVERIFY(!accept->isEnabled());
    dialog.findChild<QPushButton *>("changeAdd"_L1)->click();
    QVERIFY(dialog.findChild<QLineEdit *>("changeFiles"_L1)->text().contains(u"card.jpg"_s));
    QVERIFY(accept->isEnabled());
    QCOMPARE(audit::unnamedWidgets(dialog), QStringList());
    QCOMPARE(audit::mnemonicClashes(dialog, nullptr), QStringList());
    QCOMPARE(audit::unreachableByTab(dialog), QStringList());
    accept->click();
    QCOMPARE(wanted.size(), 1);
    const auto wish = wanted.front().front().value<ChangeWish>();
    QCOMPARE(wish.conversion, std::string("certificate"));
    QCOMPARE(wish.note, std::string("证书已发"));
    QCOMPARE(wish.proofs.size(), std::size_t(1));
    QCOMPARE(wish.proofs.front().first, std::string("award"));
    dialog.refuse(u"类型变更申请正在处理"_s);
    QVERIFY(dialog.isVisible());
    QVERIFY(dialog.findChild<QLabel *>("changeSaid"_L1)->text().contains(u"正在处理"_s));
}

void TestTaskDialogs::aNoNeedsAWord()
{
    const SyncRows rows(m_book->pack(), Language::Chinese, m_nobody);
    ApplicationState state;
    state.typeId = "E";
    ConversionRequest request;
    request.conversionId = "certificate";
    request.note = "证书已发";
    request.attachments = {file("award", "e")};
    AnswerDialog dialog(state, request, rows);
    const QSignalSpy wanted(&dialog, &AnswerDialog::proofWanted);
    const QSignalSpy answered(&dialog, &AnswerDialog::answered);
    dialog.open();
    QCOMPARE(wanted.size(), 1);
    dialog.take("e", QImage(300, 200, QImage::Format_RGB32));
    QVERIFY(!dialog.findChild<QLabel *>("answerPicture"_L1)->pixmap().isNull());
    QVERIFY(dialog.findChild<QLabel *>("answerWhat"_L1)->text().contains(u"证书已发"_s));
    auto *decline = dialog.findChild<QPushButton *>("answerDecline"_L1);
    QVERIFY(!decline->isEnabled());
    dialog.findChild<QLineEdit *>("answerNote"_L1)->setText(u"与本人不符"_s);
    QTest::keyClick(dialog.findChild<QLineEdit *>("answerNote"_L1), Qt::Key_Return);
    QCOMPARE(answered.size(), 0);
    decline->click();
    QCOMPARE(answered.size(), 1);
    QCOMPARE(answered.front().at(0).toBool(), false);
    QCOMPARE(answered.front().at(1).toString(), u"与本人不符"_s);
    QCOMPARE(audit::unnamedWidgets(dialog), QStringList());
    QCOMPARE(audit::mnemonicClashes(dialog, nullptr), QStringList());
    QCOMPARE(audit::unreachableByTab(dialog), QStringList());
}

void TestTaskDialogs::aProofThatDoesNotComeSaysWhyAndIsAskedForAgain()
{
    const SyncRows rows(m_book->pack(), Language::Chinese, m_nobody);
    ConversionRequest request;
    request.attachments = {file("award", "e"), file("award", "f")};
    AnswerDialog dialog(ApplicationState{.typeId = "E"}, request, rows);
    const QSignalSpy wanted(&dialog, &AnswerDialog::proofWanted);
    dialog.open();
    const auto *picture = dialog.findChild<QLabel *>("answerPicture"_L1);
    auto *again = dialog.findChild<QPushButton *>("answerAgain"_L1);
    QCOMPARE(picture->text(), u"正在取凭证…"_s);
    QVERIFY(!again->isEnabled());
    dialog.await(u"凭证没有取到：服务器没有这个文件。"_s);
    QVERIFY(picture->text().contains(u"服务器没有这个文件"_s));
    QCOMPARE(audit::unnamedWidgets(dialog), QStringList());
    QCOMPARE(audit::mnemonicClashes(dialog, nullptr), QStringList());
    QCOMPARE(audit::unreachableByTab(dialog), QStringList());
    QCOMPARE(audit::truncatedTexts(dialog), QStringList());
    again->click();
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(picture->text(), u"正在取凭证…"_s);
    dialog.take("e", QImage(300, 200, QImage::Format_RGB32));
    QVERIFY(!picture->pixmap().isNull() && !again->isEnabled());
    dialog.findChild<QComboBox *>("answerProofs"_L1)->setCurrentIndex(1);
    QCOMPARE(wanted.size(), 3);
    QVERIFY2(picture->pixmap().isNull(), "the picture of another proof");
    dialog.take("f", {});
    QVERIFY(picture->text().contains(u"打不开"_s) && again->isEnabled());
}

} // namespace zsb

QTEST_MAIN(zsb::TestTaskDialogs)
#include "tst_taskdialogs.moc"
