#include "core/protocol/op.h"
#include "core/protocol/wire.h"
#include "core/storage/opqueue.h"
#include "core/storage/syncpeer.h"
#include "tests/support/uiaudit.h"
#include "tests/workflow/bench.h"
#include "ui/sync/majordialog.h"
#include "ui/sync/tasklook.h"
#include "ui/sync/taskwords.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace zsb::bench;

namespace zsb {
namespace {

/// A season with a service, in which files go the way of the bench.
class Office
{
public:
    Office()
    {
        auto opened = Store::open({.folder = m_folder.path().toStdString()});
        if (!opened || !writePeer((*opened)->database(), {.server = "https://127.0.0.1:9"}))
            qFatal("no store");
        store = *std::move(opened);
    }

    std::optional<Refusal> give(const std::string &id, CommandBody body, const Who &who)
    {
        const Result<ApplicationState> state = store->state({id});
        Command command{{"c-" + std::to_string(++m_commands)}, {id}, {who.actor}, who.role, now};
        command.revision = state ? state->revision : 0;
        command.packHash = book->pack().hash;
        command.body = std::move(body);
        last = command.id;
        const Result<Execution> answer = store->execute(command, *book, now);
        if (!answer)
            qFatal("%s", answer.error().detail.c_str());
        const auto *refusal = std::get_if<Refusal>(&*answer);
        return refusal ? std::optional(*refusal) : std::nullopt;
    }
    void must(const std::string &id, CommandBody body, const Who &who)
    {
        if (const auto refusal = give(id, std::move(body), who))
            qFatal("%s", std::string(idOf(refusal->code)).c_str());
    }
    void submitted(const std::string &id, const std::string &type, std::map<Field, std::string> more = {})
    {
        more.merge(std::map<Field, std::string>{
            {Field::Name, "测试"}, {Field::Phone, "13800000000"}, {Field::ExamSite, "01"}});
        must(id, CreateDraft{"BM-" + id, Origin::Desk}, desk);
        must(id, AcceptNotice{"signed"}, desk);
        must(id, ChooseType{type}, desk);
        must(id, SetFields{std::move(more)}, desk);
        must(id, AttachMaterial{file("id_card", "aa")}, desk);
        must(id, AttachMaterial{file("student_card", "bb")}, desk);
        must(id, AttachPortrait{file("", "dd")}, desk);
        must(id, RecordIdentity{now}, desk);
        if (type == "E") {
            must(id, RecordPayment{PaymentState::Pending, "order-" + id, fee, "cashier"}, desk);
            must(id, RecordPayment{PaymentState::Paid, "order-" + id, fee, "cashier"}, desk);
        }
        must(id, ConfirmForm{}, desk);
        must(id, Submit{}, desk);
    }
    void approve(const std::string &id, const Who &who)
    {
        must(id, ClaimFile{}, who);
        const ApplicationState state = store->state({id}).value();
        std::map<std::string, std::string> items{{std::string(portraitItem), itemHash(state, portraitItem)}};
        for (const auto &[slot, files] : state.materials)
            items[materialItem(slot)] = itemHash(state, materialItem(slot));
        must(id, MarkSeen{std::move(items), 5000}, who);
        must(id, Approve{}, who);
    }
    /// The service has answered the last command.
    void answered(OpOutcome outcome, const std::string &refusal = {})
    {
        const OpQueue queue(store->database(), store->codec());
        const auto op = queue.find(last);
        if (!op || !*op)
            qFatal("nothing was queued");
        const OpAnswer answer{.id = last, .outcome = outcome, .refusal = refusal};
        if (!queue.answer(**op, idOf(outcome), 1, wireText(answer), now))
            qFatal("not answered");
    }
    [[nodiscard]] TaskLook look(TaskKind kind, const std::string &text = {}) const
    {
        const auto look = lookAtTasks(*store, book->pack(), {kind, text}, now);
        if (!look)
            qFatal("%s", look.error().detail.c_str());
        return *look;
    }
    [[nodiscard]] QList<PlainRow> rows(const TaskLook &look) const
    {
        static const QMap<QString, QString> nobody;
        return TaskWords::rows(look, SyncRows(book->pack(), Language::Chinese, nobody), [](const Refusal &refusal) {
            return u"words of "_s + QString::fromStdString(std::string(idOf(refusal.code)));
        });
    }

    std::shared_ptr<const RuleBook> book = bound(makePack());
    std::unique_ptr<Store> store;
    CommandId last;
    Instant now = start;

private:
    QTemporaryDir m_folder;
    int m_commands = 0;
};

} // namespace

/// What a desk does for candidates after they have handed in, as the list and its dialogs have it.
class TestCandidateTasks : public QObject
{
    Q_OBJECT

private slots:
    void whoHasToChooseTheMajorIsListedUntilWhen();
    void aChoiceIsShownOnItsWay();
    void aRefusalOfTheServiceIsSaidInWords();
    void aMajorIsFoundByCodeOrName();
    void anExemptCandidateSeesNoSubject();
};

/// A1.4.3.3: approved, of a type that chooses later; nobody else.
void TestCandidateTasks::whoHasToChooseTheMajorIsListedUntilWhen()
{
    Office office;
    office.submitted("a", "V", {{Field::JuniorMajor, "护理"}});
    QVERIFY(office.look(TaskKind::Major).files.empty());
    office.approve("a", cai);
    office.submitted("b", "E", {{Field::AwardPending, "0"}, {Field::BachelorMajor, "护理学"}});
    office.approve("b", ann);
    office.approve("b", cai);
    const TaskLook look = office.look(TaskKind::Major);
    QCOMPARE(look.files.size(), std::size_t(1));
    const PlainRow row = office.rows(look).front();
    QCOMPARE(row.cells, (QStringList{u"BM-a"_s, u"测试"_s, u"V"_s, u"专科：护理"_s, u"2月28日 23:59:59"_s, u"待办"_s}));
    QCOMPARE(row.id, u"a"_s);
    QVERIFY(TaskWords::summary(look).contains(u"1 名"_s));
    QCOMPARE(office.look(TaskKind::Major, "BM-a").files.size(), std::size_t(1));
    QVERIFY(office.look(TaskKind::Major, "BM-b").files.empty());
    office.now = office.book->pack().window("choice")->to + 1ms;
    QVERIFY(office.look(TaskKind::Major).files.empty());
}

void TestCandidateTasks::aChoiceIsShownOnItsWay()
{
    Office office;
    office.submitted("a", "V");
    office.approve("a", cai);
    office.must("a", ChooseMajor{"护理学"}, desk);
    QStringList cells = office.rows(office.look(TaskKind::Major)).front().cells;
    QCOMPARE(cells.at(3), u"已选：护理学"_s);
    QCOMPARE(cells.at(5), u"待发送"_s);
    office.answered(OpOutcome::Accepted);
    cells = office.rows(office.look(TaskKind::Major)).front().cells;
    QVERIFY2(cells.at(5) != u"待发送"_s, qPrintable(cells.at(5)));
}

void TestCandidateTasks::aRefusalOfTheServiceIsSaidInWords()
{
    Office office;
    office.submitted("a", "V");
    office.approve("a", cai);
    office.must("a", ChooseMajor{"护理学"}, desk);
    office.answered(OpOutcome::Refused, "major-not-reachable");
    const PlainRow row = office.rows(office.look(TaskKind::Major)).front();
    QCOMPARE(row.cells.at(5), u"服务器没有接受：words of major-not-reachable"_s);
    QCOMPARE(row.tone, Tone::Warning);
}

/// A1.4.4.1, A1.4.4.2.
void TestCandidateTasks::aMajorIsFoundByCodeOrName()
{
    Office office;
    const QMap<QString, QString> nobody;
    const SyncRows rows(office.book->pack(), Language::Chinese, nobody);
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
void TestCandidateTasks::anExemptCandidateSeesNoSubject()
{
    Office office;
    const QMap<QString, QString> nobody;
    const SyncRows rows(office.book->pack(), Language::Chinese, nobody);
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

} // namespace zsb

QTEST_MAIN(zsb::TestCandidateTasks)
#include "tst_candidatetasks.moc"
