#include "core/protocol/op.h"
#include "core/protocol/wire.h"
#include "core/storage/opqueue.h"
#include "core/storage/syncpeer.h"
#include "tests/workflow/bench.h"
#include "ui/sync/tasklook.h"
#include "ui/sync/taskwords.h"

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

/// What a desk does for candidates after they have handed in, as the list has it.
class TestCandidateTasks : public QObject
{
    Q_OBJECT

private slots:
    void whoHasToChooseTheMajorIsListedUntilWhen();
    void aChoiceIsShownOnItsWay();
    void aRefusalOfTheServiceIsSaidInWords();
    void aRequestIsShownUntilItIsAnswered();
    void aChangeOnRequestIsDoneAtOnce();
    void whatHasToBeShownAnewIsListed();
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

/// A1.4.3.4: both the request and the answer stay in the log.
void TestCandidateTasks::aRequestIsShownUntilItIsAnswered()
{
    Office office;
    office.submitted("a", "E", {{Field::AwardPending, "1"}, {Field::BachelorMajor, "护理学"}});
    office.approve("a", ann);
    office.approve("a", cai);
    QCOMPARE(office.rows(office.look(TaskKind::Change)).front().cells.at(3), u"可变更为：W"_s);
    QVERIFY(office.look(TaskKind::Answer).files.empty());
    office.must("a", RequestConversion{"certificate", {file("award", "e")}, "证书已发"}, desk);
    QVERIFY(office.rows(office.look(TaskKind::Change)).front().cells.at(3).startsWith(u"等待答复"_s));
    const TaskLook waiting = office.look(TaskKind::Answer);
    QCOMPARE(waiting.files.size(), std::size_t(1));
    QVERIFY(TaskWords::summary(waiting).contains(u"1 份"_s));
    QVERIFY(office.give("a", DecideConversion{"certificate", true, {}}, desk)); // not whoever registers
    office.must("a", DecideConversion{"certificate", false, "证书与本人不符"}, sue);
    const QString said = office.rows(office.look(TaskKind::Change)).front().cells.at(3);
    QVERIFY2(said.contains(u"没有同意（证书与本人不符）"_s), qPrintable(said));
    office.must("a", RequestConversion{"certificate", {file("award", "f")}, "换了证书"}, desk);
    office.must("a", DecideConversion{"certificate", true, {}}, sue);
    const PlainRow row = office.rows(office.look(TaskKind::Change)).front();
    QCOMPARE(row.cells.at(2), u"W"_s);
    QVERIFY(row.cells.at(3).startsWith(u"已变更"_s));
    QStringList kinds;
    const std::vector<HistoryEntry> history = office.store->history({"a"}).value();
    for (const HistoryEntry &entry : history)
        kinds.append(QString::fromStdString(entry.stored.kind));
    QCOMPARE(kinds.count(u"conversion-requested"_s), 2);
    QCOMPARE(kinds.count(u"conversion-decided"_s), 2);
}

/// A1.4.1.6.
void TestCandidateTasks::aChangeOnRequestIsDoneAtOnce()
{
    Office office;
    office.submitted("a", "V");
    QCOMPARE(office.look(TaskKind::Change).files.size(), std::size_t(1));
    office.must("a", RequestConversion{"waive", {}, "放弃免试"}, desk);
    const PlainRow row = office.rows(office.look(TaskKind::Change)).front();
    QCOMPARE(row.cells.at(2), u"E"_s);
    QVERIFY(row.cells.at(3).startsWith(u"已变更"_s));
    office.answered(OpOutcome::Refused, "claimed-by-other");
    QVERIFY(office.rows(office.look(TaskKind::Change)).front().cells.at(5).contains(u"claimed-by-other"_s));
}

void TestCandidateTasks::whatHasToBeShownAnewIsListed()
{
    Office office;
    const QMap<QString, QString> nobody;
    const SyncRows rows(office.book->pack(), Language::Chinese, nobody);
    ApplicationState state;
    state.typeId = "E";
    state.fields = {{Field::Name, "测试"}, {Field::Phone, "13800000000"}, {Field::ExamSite, "01"}};
    state.materials["id_card"] = {file("id_card", "aa")};
    QString words = TaskWords::shownAnew(state, office.book->pack().type("E")->conversions.front(), rows);
    QVERIFY2(words.contains(u"申请时要出示：award"_s), qPrintable(words));
    QVERIFY2(words.contains(u"变更后还要补：student_card 或 enrolment_record。"_s), qPrintable(words));
    state.materials["student_card"] = {file("student_card", "bb")};
    words = TaskWords::shownAnew(state, office.book->pack().type("E")->conversions.front(), rows);
    QVERIFY2(words.contains(u"不用补交"_s), qPrintable(words));
    words = TaskWords::shownAnew(state, office.book->pack().type("V")->conversions.front(), rows);
    QVERIFY2(words.contains(u"不需要凭证"_s) && words.contains(u"从头审批"_s), qPrintable(words));
}

} // namespace zsb

QTEST_MAIN(zsb::TestCandidateTasks)
#include "tst_candidatetasks.moc"
