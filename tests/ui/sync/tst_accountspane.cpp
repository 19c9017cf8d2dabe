#include "tests/support/testpack.h"
#include "tests/support/uiaudit.h"
#include "ui/sync/accountspane.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

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

Session sessionAs(const std::string &role)
{
    return {.actor = "staff-1", .name = "院校登记员", .scopes = {{.role = role}}};
}

AccountReport oneFound()
{
    AccountView open{.account = "acc-1",
                     .state = "active",
                     .documentType = "ID",
                     .documentNumber = "1501**********1234",
                     .phone = "139****0000"};
    open.history.push_back({.kind = "reset-in-person", .actor = "staff-1", .role = "county", .note = "忘了密码"});
    AccountView closed = open;
    closed.account = "acc-0";
    closed.state = "closed";
    closed.history = {{.kind = "registered"}, {.kind = "lost", .actor = "staff-1", .evidence = "aa"}};
    return {.wish = AccountWish::Find, .found = {{open, closed}}};
}

} // namespace

/// A1.1.5 as somebody at a desk works it: what is typed is asked, what comes is shown, and who may not is told so.
class TestAccountsPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nobodySignedInAsksNothing();
    void aReviewerIsToldThatItIsNotTheirs();
    void whatIsTypedIsAskedAndWhatCameIsShown();
    void aClosedAccountIsOnlyLookedAt();
    void aReclaimNeedsEvidenceAndAWord();
    void aRefusalIsSaidInWordsAndTheDialogStays();
    void whatWasDoneIsLookedUpAgain();
    void signingOutEmptiesThePage();
    void everyProblemHasWords_data();
    void everyProblemHasWords();

private:
    template<typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (T *found = top->findChild<T *>(QLatin1StringView(name)))
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] QString said() const { return part<QLabel>("accountsSaid")->text(); }
    [[nodiscard]] bool can(const char *id) const { return m_actions->action(id)->isEnabled(); }
    void find();
    void fillDialog() const;
    [[nodiscard]] AccountAsk asked(qsizetype nth) const { return m_wanted->at(nth).at(0).value<AccountAsk>(); }

    const Pack &m_pack = nm2023();
    QMap<QString, QString> m_people{{u"staff-1"_s, u"包主任"_s}};
    OnePath m_prompts;
    Theme m_theme;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ActionRegistry> m_actions;
    AccountsPane *m_pane = nullptr;
    std::unique_ptr<QSignalSpy> m_wanted;
};

void TestAccountsPane::init()
{
    m_wanted.reset();
    m_window.reset();
    m_actions = std::make_unique<ActionRegistry>(m_theme);
    m_actions->setPage("sync");
    m_window = std::make_unique<QMainWindow>();
    m_pane = new AccountsPane([this] { return SyncRows(m_pack, Language::Chinese, m_people); }, *m_actions, m_theme,
                              m_window.get());
    m_pane->setPrompts(&m_prompts);
    m_window->setCentralWidget(m_pane);
    m_wanted = std::make_unique<QSignalSpy>(m_pane, &AccountsPane::wanted);
    m_window->resize(1000, 500);
    audit::activate(*m_window);
}

void TestAccountsPane::find()
{
    m_pane->setSession(sessionAs("county"));
    part<QLineEdit>("accountsNumber")->setText(u" 150102200501011234 "_s);
    QTest::keyClick(part<QLineEdit>("accountsNumber"), Qt::Key_Return);
    m_pane->take(oneFound());
}

void TestAccountsPane::fillDialog() const
{
    part<QLineEdit>("accountNumberAgain")->setText(u"150102200501011234"_s);
    part<QLineEdit>("accountPhone")->setText(u"13900000000"_s);
    part<QLineEdit>("accountPassword")->setText(u"steppe-rain-7"_s);
    part<QLineEdit>("accountPasswordAgain")->setText(u"steppe-rain-7"_s);
}

void TestAccountsPane::nobodySignedInAsksNothing()
{
    part<QLineEdit>("accountsNumber")->setText(u"150102200501011234"_s);
    QTest::keyClick(part<QLineEdit>("accountsNumber"), Qt::Key_Return);
    QCOMPARE(m_wanted->size(), 0);
    QVERIFY(said().contains(u"先登录"_s));
    for (const char *id :
         {"sync.accounts.find", "sync.accounts.assist", "sync.accounts.reset", "sync.accounts.reclaim"})
        QVERIFY2(!can(id), id);
}

void TestAccountsPane::aReviewerIsToldThatItIsNotTheirs()
{
    m_pane->setSession(sessionAs("supervisor"));
    part<QLineEdit>("accountsNumber")->setText(u"150102200501011234"_s);
    QVERIFY(!can("sync.accounts.find"));
    QVERIFY(!can("sync.accounts.assist"));
    QVERIFY(said().contains(u"您的岗位不能办"_s));
}

void TestAccountsPane::whatIsTypedIsAskedAndWhatCameIsShown()
{
    find();
    QCOMPARE(m_wanted->size(), 1);
    QCOMPARE(asked(0).find.documentNumber, std::string("150102200501011234"));
    QCOMPARE(asked(0).find.documentType, m_pack.defaultDocumentType);
    auto *found = part<QTableView>("accountsFound");
    QCOMPARE(found->model()->rowCount(), 2);
    QCOMPARE(found->model()->index(0, 2).data().toString(), u"1501**********1234"_s);
    auto *history = part<QTableView>("accountHistory");
    QCOMPARE(history->model()->rowCount(), 1);
    QCOMPARE(history->model()->index(0, 1).data().toString(), u"现场重设密码"_s);
    QCOMPARE(history->model()->index(0, 2).data().toString(), u"包主任（旗县招生办）"_s);
    QCOMPARE(audit::unnamedWidgets(*m_window), QStringList());
    QCOMPARE(audit::unreachableByTab(*m_window), QStringList());
    part<QLineEdit>("accountsNumber")->clear();
    part<QLineEdit>("accountsPhone")->setText(u"13900000000"_s);
    m_actions->action("sync.accounts.find")->trigger();
    QCOMPARE(asked(1).find.phone, std::string("13900000000"));
    QVERIFY(asked(1).find.documentType.empty());
    m_pane->take({.wish = AccountWish::Find});
    QVERIFY(said().contains(u"没有这样的账号"_s));
    QCOMPARE(found->model()->rowCount(), 0);
}

void TestAccountsPane::aClosedAccountIsOnlyLookedAt()
{
    find();
    QVERIFY(can("sync.accounts.reset"));
    part<QTableView>("accountsFound")->selectRow(1);
    QVERIFY(!can("sync.accounts.reset"));
    QVERIFY(!can("sync.accounts.reclaim"));
    QCOMPARE(part<QTableView>("accountHistory")->model()->rowCount(), 2);
}

void TestAccountsPane::aReclaimNeedsEvidenceAndAWord()
{
    find();
    m_actions->action("sync.accounts.reclaim")->trigger();
    auto *accept = part<QPushButton>("accountAccept");
    QVERIFY(accept && !accept->isEnabled());
    QCOMPARE(audit::unnamedWidgets(*accept->window()), QStringList());
    QCOMPARE(audit::mnemonicClashes(*accept->window(), nullptr), QStringList());
    fillDialog();
    QVERIFY(!accept->isEnabled());
    part<QLineEdit>("accountNote")->setText(u"持证人到场"_s);
    QVERIFY(!accept->isEnabled());
    part<QPushButton>("accountChoose")->click();
    QVERIFY(accept->isEnabled());
    accept->click();
    QCOMPARE(m_wanted->size(), 2);
    const AccountAsk ask = asked(1);
    QCOMPARE(ask.wish, AccountWish::Reclaim);
    QCOMPARE(ask.account, std::string("acc-1"));
    QCOMPARE(ask.person.role, std::string("county"));
    QCOMPARE(ask.person.form.documentNumber, std::string("150102200501011234"));
    QCOMPARE(ask.person.form.documentNumberAgain, ask.person.form.documentNumber);
    QCOMPARE(ask.person.note, std::string("持证人到场"));
    QCOMPARE(m_wanted->at(1).at(1).toString(), u"/scans/card.jpg"_s);
    QVERIFY(!accept->isEnabled()); // not twice
}

void TestAccountsPane::aRefusalIsSaidInWordsAndTheDialogStays()
{
    find();
    m_actions->action("sync.accounts.reset")->trigger();
    fillDialog();
    part<QPushButton>("accountAccept")->click();
    m_pane->take({.wish = AccountWish::Reset,
                  .problem = "unprocessable",
                  .details = {{"password", "common"}, {"phone", "taken"}}});
    const QString words = part<QLabel>("accountSaid")->text();
    QVERIFY2(words.contains(u"密码：太常见"_s) && words.contains(u"手机号：已绑定另一个账号"_s), qPrintable(words));
    QVERIFY(part<QPushButton>("accountAccept")->isEnabled());
    part<QPushButton>("accountAccept")->click();
    m_pane->take({.wish = AccountWish::Reset, .problem = "tcp", .inDoubt = true});
    QVERIFY(part<QLabel>("accountSaid")->text().contains(u"不知道是否已办成"_s));
}

void TestAccountsPane::whatWasDoneIsLookedUpAgain()
{
    m_pane->setSession(sessionAs("registrar"));
    m_actions->action("sync.accounts.assist")->trigger();
    part<QLineEdit>("accountNumber")->setText(u"150102200501011234"_s);
    fillDialog();
    part<QPushButton>("accountAccept")->click();
    QCOMPARE(asked(0).wish, AccountWish::Assist);
    QVERIFY(asked(0).account.empty());
    m_pane->take({.wish = AccountWish::Assist, .account = "acc-9"});
    QCOMPARE(m_wanted->size(), 2);
    QCOMPARE(asked(1).wish, AccountWish::Find);
    QCOMPARE(asked(1).find.documentNumber, std::string("150102200501011234"));
    QTRY_VERIFY(!part<QPushButton>("accountAccept"));
}

void TestAccountsPane::signingOutEmptiesThePage()
{
    find();
    m_actions->action("sync.accounts.reset")->trigger();
    fillDialog();
    m_pane->setSession({});
    QCOMPARE(part<QTableView>("accountsFound")->model()->rowCount(), 0);
    QCOMPARE(part<QTableView>("accountHistory")->model()->rowCount(), 0);
    QVERIFY(part<QLineEdit>("accountsNumber")->text().isEmpty());
    QTRY_VERIFY(!part<QLineEdit>("accountPassword"));
    m_pane->take(oneFound()); // an answer that comes late
    QCOMPARE(part<QTableView>("accountsFound")->model()->rowCount(), 0);
}

void TestAccountsPane::everyProblemHasWords_data()
{
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("words");
    QTest::newRow("offline") << u"tcp"_s << u"没有联系上服务器"_s;
    QTest::newRow("signed out") << u"invalid-token"_s << u"请重新登录"_s;
    QTest::newRow("not allowed") << u"forbidden-scope"_s << u"不在您的职责范围内"_s;
    QTest::newRow("gone") << u"not-found"_s << u"请重新查找"_s;
    QTest::newRow("paused") << u"paused"_s << u"同步已暂停"_s;
    QTest::newRow("large") << u"evidence-too-large"_s << u"超过 1 MB"_s;
    QTest::newRow("unknown") << u"something-new"_s << u"something-new"_s;
}

void TestAccountsPane::everyProblemHasWords()
{
    QFETCH(const QString, problem);
    QFETCH(const QString, words);
    const QString said = AccountWords::problem({.problem = problem.toStdString()});
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY(AccountWords::problem({}).isEmpty());
}

} // namespace zsb

QTEST_MAIN(zsb::TestAccountsPane)
#include "tst_accountspane.moc"
