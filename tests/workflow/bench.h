#pragma once

#include "core/workflow/steps.h"
#include "core/workflow/workflow.h"

#include <QtGlobal>

#include <memory>
#include <string>
#include <vector>

/// An invented season for the workflow's tests: three types in both orders, two roles of reviewers, one rule.
namespace zsb::bench {

using namespace std::chrono_literals;

struct Who
{
    std::string actor;
    std::string role;
};
inline const Who desk{"desk", "registrar"};
inline const Who ann{"ann", "school"};
inline const Who bob{"bob", "school"};
inline const Who cai{"cai", "province"};
inline const Who dan{"dan", "province"};
inline const Who sue{"sue", "supervisor"};
inline const Who tom{"tom", "supervisor"};

/// 2023-02-16 10:00 +08:00, inside every window.
inline constexpr Instant start{std::chrono::sys_days{std::chrono::year{2023} / 2 / 16} + 2h};
inline constexpr std::int64_t fee = 12000;

inline MaterialUse oneOf(std::vector<std::string> slotIds, bool required = true)
{
    MaterialUse use;
    use.oneOf = std::move(slotIds);
    use.required = required;
    return use;
}

inline Conversion conversion(std::string id, std::string to, std::string trigger, std::string window = {})
{
    Conversion one;
    one.id = std::move(id);
    one.to = std::move(to);
    one.trigger = std::move(trigger);
    one.window = std::move(window);
    return one;
}

inline ReviewStage stage(std::string id, std::string role)
{
    ReviewStage one;
    one.id = std::move(id);
    one.role = std::move(role);
    return one;
}

inline CandidateType basicType(std::string id)
{
    CandidateType type;
    type.id = std::move(id);
    type.name = {type.id, type.id};
    for (const Field field : {Field::Name, Field::Phone, Field::ExamSite})
        type.fields.push_back({field, true});
    type.fields.push_back({Field::JuniorMajor, false});
    type.materials = {oneOf({"id_card"}), oneOf({"student_card", "enrolment_record"}), oneOf({"extra"}, false)};
    type.archiveRoute = "college";
    return type;
}

/// Sits the exam: pays first, two stages (like an ordinary graduate).
inline CandidateType examType()
{
    CandidateType type = basicType("E");
    type.fields.push_back({Field::AwardPending, true});
    type.fields.push_back({Field::BachelorMajor, true});
    type.steps = {Step::Notice,   Step::Type,    Step::Information, Step::Materials,
                  Step::Identity, Step::Payment, Step::Review,      Step::Complete};
    type.review = {stage("first", "school"), stage("second", "province")};
    type.conversions = {conversion("certificate", "W", "certificate", "type-change")};
    type.conversions.front().materials = {oneOf({"award"})};
    return type;
}

/// Exempt: approved first, pays then, chooses the major later, one stage (like a veteran).
inline CandidateType veteranType()
{
    CandidateType type = basicType("V");
    type.sitsExam = false;
    type.majorEntry = CandidateType::MajorEntry::Manual;
    type.majorChoice = CandidateType::MajorChoice::Later;
    type.fields.push_back({Field::BachelorMajor, false});
    type.steps = {Step::Notice,   Step::Type,   Step::Information, Step::Materials,
                  Step::Identity, Step::Review, Step::Payment,     Step::Complete};
    type.review = {stage("only", "province")};
    type.conversions = {conversion("waive", "E", "request")};
    return type;
}

/// Exempt by an award; when refused, may sit the exam.
inline CandidateType awardType()
{
    CandidateType type = veteranType();
    type.id = "W";
    type.name = {"W", "W"};
    type.majorChoice = CandidateType::MajorChoice::AtRegistration;
    type.review = {stage("first", "school"), stage("second", "province")};
    type.materials.push_back(oneOf({"award"}));
    type.conversions = {conversion("refused-award", "E", "refusal")};
    return type;
}

inline Reason reason(std::string code, std::string target, bool needsNote = false)
{
    Reason one;
    one.code = std::move(code);
    one.target = std::move(target);
    one.needsNote = needsNote;
    return one;
}

inline Window window(std::string id, int firstDay, int lastDay)
{
    Window one;
    one.id = std::move(id);
    const auto day = [](int number) {
        return std::chrono::sys_days{std::chrono::year{2023} / 1 / 31} + std::chrono::days{number};
    };
    one.from = day(firstDay) - 8h;
    one.to = day(lastDay) + 16h - 1s;
    return one;
}

inline RuleBinding phoneRule()
{
    RuleBinding binding;
    binding.id = "phone";
    binding.rule = "contact.phone-form";
    binding.clause = "A1.4.1.1";
    binding.parameters.set("digits", std::int64_t(11));
    binding.parameters.set("lead", std::string("1"));
    binding.messages[""] = {"手机号", "phone"};
    return binding;
}

inline void addTables(Pack &pack)
{
    for (const Field field : allFields()) {
        FieldInfo info;
        info.field = field;
        pack.fields.push_back(info);
    }
    FieldInfo &site = pack.fields[std::size_t(Field::ExamSite)];
    site.table = "exam_site";
    site.unchangeable = true;
    std::vector<Code> sites(2);
    sites[0].code = "01";
    sites[1].code = "02";
    pack.tables.emplace("exam_site", CodeTable("exam_site", std::move(sites)));
    for (const char *id : {"id_card", "student_card", "enrolment_record", "extra", "award"}) {
        MaterialSlot slot;
        slot.id = id;
        slot.name = {id, id};
        pack.materialSlots.push_back(slot);
    }
    const std::vector<CatalogueRow> rows = {{"500101", "护理", "1011", "护理学类", "护理学", "10"},
                                            {"500102", "会计", "1202", "工商管理类", "会计学", "02"}};
    pack.catalogue =
        Catalogue(Catalogue::Coverage::Partial, {{"10", "医学类", "", ""}, {"02", "经管类", "", ""}}, rows);
}

inline Pack makePack()
{
    Pack pack;
    pack.id = "bench";
    pack.hash = "bench-hash";
    pack.timeOffset = 8h;
    pack.feeFen = fee;
    addTables(pack);
    pack.types = {examType(), veteranType(), awardType()};
    pack.calendar = {window("registration", 15, 19), window("payment", 15, 19), window("collection", 10, 28),
                     window("correction", 15, 28),   window("choice", 15, 28),  window("type-change", 15, 28)};
    pack.calendar[0].dailyFrom = 9 * 60;
    pack.calendar[0].dailyTo = 17 * 60;
    pack.rules = {phoneRule()};
    pack.reasons = {
        reason("101", "portrait"),         reason("201", "material"), reason("202", "material:student_card"),
        reason("301", "field:name,phone"), reason("401", "type"),     reason("501", "step"),
        reason("901", "any", true)};
    ArchiveRoute route;
    route.id = "college";
    route.steps = {"printed", "signed", "stamped", "handed-in"};
    pack.archiveRoutes = {route};
    pack.review.roles = {{"school", {}, false}, {"province", {}, false}, {"supervisor", {}, true}};
    pack.review.siteChangeBySupervisor = true;
    return pack;
}

inline std::shared_ptr<const RuleBook> bound(Pack pack)
{
    auto book = RuleBook::bind(std::make_shared<const Pack>(std::move(pack)));
    if (!book)
        qFatal("%s", book.error().detail.c_str());
    return *book;
}

inline Attachment file(std::string slot, std::string sha256)
{
    Attachment one;
    one.slot = std::move(slot);
    one.sha256 = std::move(sha256);
    one.fileName = one.sha256 + ".jpg";
    one.facts.format = ImageFormat::Jpeg;
    one.facts.sha256 = one.sha256;
    return one;
}

/// One application and its log, with the shortest way to every phase.
class Bench
{
public:
    Bench() : Bench(sharedBook()) {}
    explicit Bench(std::shared_ptr<const RuleBook> book) : m_book(std::move(book)) {}

    ApplicationState state{};
    std::vector<Event> events{};
    Instant now = start;

    [[nodiscard]] const Pack &pack() const { return m_book->pack(); }
    [[nodiscard]] WorkflowContext context() const { return {*m_book, now, {}}; }
    [[nodiscard]] Phase phase() const { return state.review.phase; }

    [[nodiscard]] Command command(CommandBody body, const Who &who)
    {
        Command one;
        one.id.value = "command-" + std::to_string(++m_commands);
        one.application.value = "application";
        one.actor.value = who.actor;
        one.role = who.role;
        one.at = now;
        one.revision = state.revision;
        one.packHash = pack().hash;
        one.body = std::move(body);
        return one;
    }
    Ruling give(const Command &one)
    {
        Ruling ruling = decide(state, one, context());
        if (ruling.isAccepted()) {
            for (const Event &event : ruling.events()) {
                state = apply(std::move(state), event);
                events.push_back(event);
            }
        }
        return ruling;
    }
    Ruling give(CommandBody body, const Who &who) { return give(command(std::move(body), who)); }
    /// Must be accepted.
    void must(CommandBody body, const Who &who)
    {
        const std::string kind(kindOf(body));
        const Ruling ruling = give(std::move(body), who);
        if (!ruling.isAccepted())
            qFatal("%s by %s refused: %s", kind.c_str(), who.actor.c_str(),
                   std::string(idOf(ruling.refusal().code)).c_str());
    }
    /// Why it is refused; nothing when it is not.
    std::optional<RefusalCode> refusal(CommandBody body, const Who &who)
    {
        const Ruling ruling = give(std::move(body), who);
        return ruling.isAccepted() ? std::nullopt : std::optional(ruling.refusal().code);
    }

    void start0(Origin origin = Origin::Desk) { must(CreateDraft{"BM0001", origin}, desk); }
    void consent() { must(AcceptNotice{"signed"}, desk); }
    [[nodiscard]] std::map<Field, std::string> goodFields() const
    {
        std::map<Field, std::string> fields = {
            {Field::Name, "测试"}, {Field::Phone, "13800000000"}, {Field::ExamSite, "01"}};
        if (state.typeId == "E") {
            fields[Field::AwardPending] = "1";
            fields[Field::BachelorMajor] = "护理学";
        }
        return fields;
    }
    void fill()
    {
        must(SetFields{goodFields()}, desk);
        must(AttachMaterial{file("id_card", "aa")}, desk);
        must(AttachMaterial{file("student_card", "bb")}, desk);
        if (state.typeId == "W")
            must(AttachMaterial{file("award", "cc")}, desk);
        must(AttachPortrait{file("", "dd")}, desk);
        must(RecordIdentity{now}, desk);
    }
    void pay()
    {
        must(RecordPayment{PaymentState::Pending, "order-1", fee, "cashier"}, desk);
        must(RecordPayment{PaymentState::Paid, "order-1", fee, "cashier"}, desk);
    }
    void draft(const std::string &typeId)
    {
        start0();
        consent();
        must(ChooseType{typeId}, desk);
        fill();
        if (typeId == "E")
            pay();
        must(ConfirmForm{}, desk);
    }
    void submitted(const std::string &typeId)
    {
        draft(typeId);
        must(Submit{}, desk);
    }
    [[nodiscard]] std::map<std::string, std::string> everything() const
    {
        std::map<std::string, std::string> items;
        for (const auto &[slot, files] : state.materials)
            items[materialItem(slot)] = itemHash(state, materialItem(slot));
        if (state.portrait)
            items[std::string(portraitItem)] = itemHash(state, portraitItem);
        return items;
    }
    void look(const Who &who)
    {
        must(ClaimFile{}, who);
        must(MarkSeen{everything(), 5000}, who);
    }
    void approve(const Who &who)
    {
        look(who);
        must(Approve{}, who);
    }
    void approved(const std::string &typeId)
    {
        submitted(typeId);
        if (typeId != "V")
            approve(ann);
        approve(cai);
    }
    /// First approved, second refused.
    void disputed()
    {
        submitted("E");
        approve(ann);
        must(ClaimFile{}, cai);
        must(Refuse{{{"101"}}}, cai);
    }

private:
    static std::shared_ptr<const RuleBook> sharedBook()
    {
        static const auto book = bound(makePack());
        return book;
    }

    std::shared_ptr<const RuleBook> m_book;
    int m_commands = 0;
};

} // namespace zsb::bench
