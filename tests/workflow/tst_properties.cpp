#include "bench.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace zsb;
using namespace zsb::bench;

namespace {

#ifdef ZSB_SANITIZED
constexpr int sequences = 2'500; // every phase and kind of command is reached
#else
constexpr int sequences = 10'000;
#endif
constexpr int length = 30;

/// Makes commands that are often sensible and often not.
class Chaos
{
public:
    explicit Chaos(unsigned seed) : m_random(seed) {}

    int below(int limit) { return int(m_random() % unsigned(limit)); }
    template<typename T>
    T oneOf(std::initializer_list<T> values)
    {
        return values.begin()[below(int(values.size()))];
    }
    Who anybody()
    {
        return oneOf<Who>({desk, ann, bob, cai, dan, sue, tom, {"ann", "province"}, {"cai", "supervisor"}});
    }

    /// The next step on the way to a decision, by somebody who may.
    std::pair<CommandBody, Who> likely(const Bench &f)
    {
        switch (f.phase()) {
        case Phase::Draft:
            return {nextOfDraft(f), desk};
        case Phase::InReview:
            return underReview(f, f.state.review.stageId == "first" ? oneOf({ann, bob}) : oneOf({cai, dan, ann}));
        case Phase::Doubtful:
        case Phase::Disputed:
            return underReview(f, oneOf({sue, tom, {"cai", "supervisor"}}));
        case Phase::Returned:
            return {below(2) ? correction(f) : below(2) ? CommandBody(ConfirmForm{}) : Submit{}, desk};
        case Phase::Refused:
            return {below(2) ? CommandBody(RequestConversion{"refused-award", {}, {}}) : payment(f), desk};
        case Phase::Approved:
            return afterwards(f);
        case Phase::Cancelled:
            return {payment(f), desk};
        }
        return {};
    }

    std::pair<CommandBody, Who> anything(const Bench &f)
    {
        switch (below(9)) {
        case 0:
            return {nextOfDraft(f), anybody()};
        case 1:
            return {correction(f), desk};
        case 2:
            return underReview(f, anybody());
        case 3:
            return afterwards(f);
        case 4:
            return {payment(f), desk};
        case 5:
            return {undo(f), anybody()};
        case 6:
            return {oneOf<CommandBody>({Withdraw{}, Cancel{"x"}, ReleaseFile{}, ClaimFile{}}), anybody()};
        case 7:
            return {oneOf<CommandBody>({RequestConversion{"waive", {}, {}}, ChangeExamSite{"02", "x"}, Submit{},
                                        RemoveMaterial{"id_card", "aa"}}),
                    anybody()};
        default:
            return {oneOf<CommandBody>({ChooseType{"E"}, ChooseType{"V"}, ChooseType{"W"}, ConfirmForm{},
                                        SetFields{{{Field::Phone, "12"}}}}),
                    desk};
        }
    }

private:
    CommandBody nextOfDraft(const Bench &f)
    {
        const ApplicationState &s = f.state;
        if (s.revision == 0)
            return CreateDraft{"BM1", below(10) ? Origin::Desk : Origin::Import};
        if (!s.consentAt)
            return AcceptNotice{};
        if (s.typeId.empty())
            return ChooseType{oneOf<std::string>({"E", "V", "W"})};
        if (!s.fields.contains(Field::Name))
            return SetFields{fields(f)};
        for (const char *slot : {"id_card", "student_card", "award"}) {
            if (!s.materials.contains(slot) && (s.typeId == "W" || std::string(slot) != "award"))
                return AttachMaterial{content(slot)};
        }
        if (!s.portrait)
            return AttachPortrait{content("")};
        if (!s.identityCollectedAt)
            return RecordIdentity{f.now};
        if (s.typeId == "E" && s.payment.state != PaymentState::Paid)
            return payment(f);
        if (s.typeId == "E" && !s.fields.contains(Field::BachelorMajor))
            return SetFields{fields(f)};
        return s.confirmedAt ? CommandBody(Submit{}) : ConfirmForm{};
    }
    std::map<Field, std::string> fields(const Bench &f)
    {
        auto values = f.goodFields();
        if (below(4) == 0)
            values[Field::Phone] = "12";
        if (f.state.fields.contains(Field::ExamSite) && below(3))
            values.erase(Field::ExamSite);
        return values;
    }
    Attachment content(const std::string &slot) { return file(slot, "content-" + std::to_string(below(6))); }
    CommandBody correction(const Bench &f)
    {
        return oneOf<CommandBody>({SetFields{{{Field::Name, "改" + std::to_string(below(3))}}}, SetFields{fields(f)},
                                   AttachMaterial{content("student_card")}, AttachMaterial{content("enrolment_record")},
                                   AttachPortrait{content("")}, AttachMaterial{content("id_card")}, payment(f)});
    }
    CommandBody payment(const Bench &f)
    {
        switch (f.state.payment.state) {
        case PaymentState::Unpaid:
            return RecordPayment{below(8) ? PaymentState::Pending : anyPayment(), "order", fee, {}};
        case PaymentState::Pending:
            return RecordPayment{below(8) ? PaymentState::Paid : anyPayment(), "order", fee, {}};
        case PaymentState::Paid:
            return RecordPayment{PaymentState::Refunding, "order", fee, {}};
        case PaymentState::Refunding:
            return RecordPayment{PaymentState::Refunded, "order", fee, {}};
        case PaymentState::Refunded:
        case PaymentState::Expired:
            return RecordPayment{anyPayment(), "order", fee, {}};
        }
        return RecordPayment{};
    }
    PaymentState anyPayment() { return enumIds(PaymentState{})[std::size_t(below(6))].first; }
    std::vector<ReasonUse> reasons()
    {
        return oneOf<std::vector<ReasonUse>>({{{"101"}}, {{"202"}}, {{"301"}}, {{"401"}}, {{"901", "any", "x"}}, {}});
    }
    CommandBody undo(const Bench &f) { return f.state.decisions.empty() ? Undo{} : Undo{f.state.decisions.back().id}; }
    std::pair<CommandBody, Who> underReview(const Bench &f, const Who &who)
    {
        const auto &claim = f.state.review.claim;
        if (!claim || claim->until <= f.now)
            return {ClaimFile{}, who};
        const Who holder{claim->actor.value, below(12) ? who.role : "supervisor"};
        switch (below(8)) {
        case 0:
        case 1:
            return {MarkSeen{f.everything(), 1}, holder};
        case 2:
            return {resolution(f), holder};
        case 3:
            return {f.phase() == Phase::InReview ? oneOf<CommandBody>({ReturnFile{reasons()}, Refuse{reasons()}})
                                                 : Settle{Judgement::Return, reasons(), {}, {}},
                    holder};
        case 4:
            return {below(3) ? undo(f) : Doubt{{}, "?"}, holder};
        default:
            return {f.phase() == Phase::InReview
                        ? CommandBody(Approve{})
                        : Settle{oneOf({Judgement::Approve, Judgement::Refuse}), reasons(), {}, {}},
                    holder};
        }
    }
    CommandBody resolution(const Bench &f)
    {
        const auto findings = findingsOf(f.state, f.context());
        const std::string key = findings.empty() ? "none" : findingKey(findings.front(), f.state);
        return ResolveFinding{key, {}, oneOf({Resolution::Confirmed, Resolution::Dismissed}), "x"};
    }
    std::pair<CommandBody, Who> afterwards(const Bench &f)
    {
        switch (below(6)) {
        case 0:
            return {RequestConversion{"certificate", {content("award")}, {}}, desk};
        case 1:
            return {DecideConversion{"certificate", below(2) == 0, "x"}, anybody()};
        case 2:
            return {ChooseMajor{"护理学"}, desk};
        case 3:
            return {RecordArchiveStep{oneOf<std::string>({"printed", "signed", "stamped", "handed-in"}), {}}, desk};
        case 4:
            return {undo(f), anybody()};
        default:
            return {payment(f), desk};
        }
    }

    std::mt19937 m_random;
};

/// What the tests know on their own about who saw what, so that decide() is not its own witness.
struct Witness
{
    std::set<std::tuple<std::string, std::string, std::string>> looks;            ///< stage, item, hash; by anybody …
    std::set<std::tuple<std::string, std::string, std::string, std::string>> own; ///< … and by whom
};

std::string stageOf(const ApplicationState &state)
{
    const Phase phase = state.review.phase;
    return phase == Phase::Doubtful || phase == Phase::Disputed ? "settle" : state.review.stageId;
}

void witness(Witness &seen, const ApplicationState &before, const Command &command)
{
    const auto *marked = std::get_if<MarkSeen>(&command.body);
    if (!marked)
        return;
    for (const auto &[item, hash] : marked->items) {
        seen.looks.emplace(stageOf(before), item, hash);
        seen.own.emplace(stageOf(before), command.actor.value, item, hash);
    }
}

bool isLegal(Phase from, Phase to)
{
    using enum Phase;
    static const std::set<std::pair<Phase, Phase>> legal = {
        {Draft, InReview},    {Draft, Cancelled},   {InReview, Doubtful}, {InReview, Disputed},  {InReview, Returned},
        {InReview, Refused},  {InReview, Approved}, {InReview, Draft},    {InReview, Cancelled}, {Doubtful, InReview},
        {Doubtful, Returned}, {Doubtful, Refused},  {Doubtful, Approved}, {Disputed, InReview},  {Disputed, Returned},
        {Disputed, Refused},  {Disputed, Approved}, {Returned, InReview}, {Returned, Draft},     {Returned, Cancelled},
        {Returned, Doubtful}, {Returned, Disputed}, {Refused, Draft},     {Refused, InReview},   {Refused, Doubtful},
        {Refused, Disputed},  {Approved, InReview}, {Approved, Doubtful}, {Approved, Disputed}};
    return from == to || legal.contains({from, to});
}

/// Left by an undo alone: those go back to where the decision was made.
bool isOnlyUndone(Phase from, Phase to)
{
    using enum Phase;
    const bool isReview = to == InReview || to == Doubtful || to == Disputed;
    return (from == Approved || from == Refused) && isReview ? true
                                                             : from == Returned && (to == Doubtful || to == Disputed);
}

/// Empty when all is well, else what is not.
std::string broken(const ApplicationState &state)
{
    const ReviewState &review = state.review;
    const bool reviewing =
        review.phase == Phase::InReview || review.phase == Phase::Doubtful || review.phase == Phase::Disputed;
    if (review.claim && !reviewing)
        return "a claim outside review";
    if (!review.openItems.empty() != (review.phase == Phase::Returned))
        return "open items and return do not go together";
    if (reviewing && (review.stageId.empty() || state.typeId.empty()))
        return "in review without a stage";
    if (state.payment.state == PaymentState::Paid && state.payment.amountFen != fee && state.origin != Origin::Import)
        return "paid another amount";
    return {};
}

bool sameContent(const ApplicationState &a, const ApplicationState &b)
{
    auto fields = a.fields;
    auto others = b.fields;
    for (auto *each : {&fields, &others}) {
        std::erase_if(*each, [](const auto &entry) { return isProcessField(entry.first); });
        each->erase(Field::BachelorMajor);
    }
    const bool majors = b.majorChosenAt != a.majorChosenAt ||
                        (a.fields.contains(Field::BachelorMajor) == b.fields.contains(Field::BachelorMajor));
    return fields == others && majors && a.typeId == b.typeId && a.materials == b.materials &&
           a.portrait == b.portrait && a.confirmedAt == b.confirmedAt;
}

/// A1.7.2: approved is never edited, but for an undo within the hold and a change of type by certificate.
std::string editedAfterApproval(const ApplicationState &before, const ApplicationState &after, const Command &command)
{
    if (before.review.phase != Phase::Approved)
        return {};
    const auto *conversion = std::get_if<DecideConversion>(&command.body);
    if (conversion && conversion->accept)
        return after.review.phase == Phase::Approved ? "" : "a certificate undid the approval";
    const bool undone = std::holds_alternative<Undo>(command.body);
    if (undone && before.decisions.back().actor != command.actor)
        return "somebody else undid it";
    if (!undone && after.review.phase != Phase::Approved)
        return "it left Approved";
    return sameContent(before, after) ? "" : "an approved file was edited";
}

std::string wronglyApproved(const Bench &file, const ApplicationState &before, const Command &command,
                            const Witness &seen)
{
    const bool decided = file.state.decisions.size() > before.decisions.size();
    if (!decided || file.state.decisions.back().judgement != Judgement::Approve)
        return {};
    for (const Finding &finding : findingsOf(before, file.context())) {
        const auto resolved = before.resolutions.find(findingKey(finding, before));
        if (finding.severity == Severity::Error &&
            (resolved == before.resolutions.end() || resolved->second.resolution != Resolution::Dismissed))
            return "approved with an open error";
    }
    if (!before.portrait || !before.materials.contains("id_card"))
        return "approved without a required file";
    const std::string stage = stageOf(before);
    for (const std::string item :
         {"portrait", "material:id_card", "material:student_card", "material:enrolment_record"}) {
        const std::string hash = itemHash(before, item);
        const bool own = seen.own.contains({stage, command.actor.value, item, hash});
        const bool kept = stage != "settle" && !before.decisions.empty() && seen.looks.contains({stage, item, hash});
        if (!hash.empty() && !own && !kept)
            return "approved with " + item + " unseen";
    }
    return {};
}

std::string twoStagesByOne(const ApplicationState &state)
{
    std::map<std::string, std::string> stages;
    for (const Decision &decision : state.decisions) {
        const std::string stage = decision.settles ? "settle" : decision.stageId;
        if (decision.undone)
            continue;
        const auto [found, isNew] = stages.emplace(decision.actor.value, stage);
        if (!isNew && found->second != stage)
            return "one person decided at two stages";
    }
    return {};
}

std::string illegalMove(const ApplicationState &before, const ApplicationState &after, const Command &command)
{
    const Phase from = before.review.phase;
    const Phase to = after.review.phase;
    const bool undone = std::holds_alternative<Undo>(command.body);
    if (!isLegal(from, to) || (isOnlyUndone(from, to) && !undone))
        return "from " + std::string(idOf(from)) + " to " + std::string(idOf(to));
    const auto site = [](const ApplicationState &state) {
        const auto found = state.fields.find(Field::ExamSite);
        return found == state.fields.end() ? std::string{} : found->second;
    };
    const bool moved = !site(before).empty() && site(before) != site(after);
    if (moved && before.origin != Origin::Import && !std::holds_alternative<ChangeExamSite>(command.body))
        return "the exam site moved";
    return {};
}

/// The first promise that one accepted command broke.
std::string brokenPromise(const Bench &file, const ApplicationState &before, const Command &command,
                          const Witness &seen)
{
    const std::string kind = std::string(kindOf(command.body)) + ": ";
    for (const std::string &what :
         {broken(file.state), editedAfterApproval(before, file.state, command), twoStagesByOne(file.state),
          wronglyApproved(file, before, command, seen), illegalMove(before, file.state, command)}) {
        if (!what.empty())
            return kind + what;
    }
    return {};
}

struct Tally
{
    int accepted = 0;
    std::set<Phase> phases;
    std::set<std::string_view> kinds;
    std::set<std::string_view> refusals;
};

/// Nothing yet, or a file of one of the types that was just submitted.
Bench beginning(unsigned number)
{
    static const std::vector<Bench> beginnings = [] {
        std::vector<Bench> all(4);
        all[1].submitted("E");
        all[2].submitted("V");
        all[3].submitted("W");
        return all;
    }();
    return beginnings[number % beginnings.size()];
}

std::string runOne(unsigned seed, Tally &tally)
{
    Chaos chaos(seed);
    Bench file = beginning(seed);
    Witness seen;
    for (int step = 0; step < length; ++step) {
        if (chaos.below(6) == 0)
            file.now += chaos.oneOf<std::chrono::milliseconds>({9s, 10s, 2h, 24h});
        auto [body, who] = chaos.below(5) ? chaos.likely(file) : chaos.anything(file);
        const Command command = file.command(std::move(body), who);
        const ApplicationState before = file.state;
        const Ruling ruling = file.give(command);
        if (!ruling.isAccepted()) {
            tally.refusals.insert(idOf(ruling.refusal().code));
            continue;
        }
        witness(seen, before, command);
        ++tally.accepted;
        tally.phases.insert(file.phase());
        tally.kinds.insert(kindOf(command.body));
        if (std::string what = brokenPromise(file, before, command, seen); !what.empty())
            return what;
    }
    return fold(file.events) == file.state ? "" : "replay differs";
}

std::string jsonDiffers(unsigned seed)
{
    Chaos chaos(seed);
    Bench file = beginning(seed);
    for (int step = 0; step < length; ++step) {
        auto [body, who] = chaos.likely(file);
        const Command command = file.command(std::move(body), who);
        if (const auto back = commandFromJson(toJson(command)); !back || *back != command)
            return "a command does not come back";
        (void)file.give(command).isAccepted();
    }
    for (const Event &event : file.events) {
        if (const auto back = eventFromJson(toJson(event)); !back || *back != event)
            return "an event does not come back";
    }
    const auto back = applicationFromJson(toJson(file.state));
    return back && *back == file.state ? "" : "a state does not come back";
}

} // namespace

/// Promises that no sequence of commands may break.
class TestProperties : public QObject
{
    Q_OBJECT

private slots:
    void noSequenceBreaksAPromise();
    void everythingComesBackFromJson();
    void refusedCommandsChangeNothing();
};

void TestProperties::noSequenceBreaksAPromise()
{
    Tally tally;
    for (unsigned seed = 0; seed < sequences; ++seed) {
        const std::string what = runOne(seed, tally);
        QVERIFY2(what.empty(), ("seed " + std::to_string(seed) + ": " + what).c_str());
    }
    qInfo("%d sequences, %d commands accepted, %zu kinds, %zu refusals", sequences, tally.accepted, tally.kinds.size(),
          tally.refusals.size());
    // The walk must get everywhere, or it proves nothing.
    QCOMPARE(tally.phases.size(), enumIds(Phase{}).size());
    QVERIFY(tally.kinds.size() >= std::variant_size_v<CommandBody::Variant> - 1);
    QVERIFY(tally.accepted > sequences * 5);
}

void TestProperties::everythingComesBackFromJson()
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        const std::string what = jsonDiffers(seed);
        QVERIFY2(what.empty(), ("seed " + std::to_string(seed) + ": " + what).c_str());
    }
}

void TestProperties::refusedCommandsChangeNothing()
{
    Bench file;
    file.approved("E");
    const ApplicationState before = file.state;
    QVERIFY(file.refusal(SetFields{{{Field::Name, "x"}}}, desk));
    QVERIFY(file.state == before);
}

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
