#pragma once

#include "core/domain/application.h"

#include <QJsonObject>

#include <variant>

namespace zsb {

struct DraftCreated
{
    static constexpr std::string_view kind = "draft-created";
    std::string applicationNo{};
    Origin origin = Origin::Desk;

    bool operator==(const DraftCreated &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("application_no", &DraftCreated::applicationNo),
                          member("origin", &DraftCreated::origin));
    }
};

struct NoticeAccepted
{
    static constexpr std::string_view kind = "notice-accepted";
    std::string how{};

    bool operator==(const NoticeAccepted &) const = default;
    static constexpr auto members() { return std::tuple(member("how", &NoticeAccepted::how)); }
};

/// Brings the order of steps the file keeps (A1.4.0).
struct TypeChosen
{
    static constexpr std::string_view kind = "type-chosen";
    std::string typeId{};
    std::vector<std::string> steps{};

    bool operator==(const TypeChosen &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("type_id", &TypeChosen::typeId), member("steps", &TypeChosen::steps));
    }
};

struct FieldsSet
{
    static constexpr std::string_view kind = "fields-set";
    std::map<Field, std::string> fields{};

    bool operator==(const FieldsSet &) const = default;
    static constexpr auto members() { return std::tuple(member("fields", &FieldsSet::fields)); }
};

struct MaterialAttached
{
    static constexpr std::string_view kind = "material-attached";
    Attachment attachment{};

    bool operator==(const MaterialAttached &) const = default;
    static constexpr auto members() { return std::tuple(member("attachment", &MaterialAttached::attachment)); }
};

struct MaterialRemoved
{
    static constexpr std::string_view kind = "material-removed";
    std::string slot{};
    std::string sha256{};

    bool operator==(const MaterialRemoved &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("slot", &MaterialRemoved::slot), member("sha256", &MaterialRemoved::sha256));
    }
};

struct PortraitAttached
{
    static constexpr std::string_view kind = "portrait-attached";
    Attachment attachment{};

    bool operator==(const PortraitAttached &) const = default;
    static constexpr auto members() { return std::tuple(member("attachment", &PortraitAttached::attachment)); }
};

struct IdentityRecorded
{
    static constexpr std::string_view kind = "identity-recorded";
    Instant collectedAt{};

    bool operator==(const IdentityRecorded &) const = default;
    static constexpr auto members() { return std::tuple(member("collected_at", &IdentityRecorded::collectedAt)); }
};

struct PaymentRecorded
{
    static constexpr std::string_view kind = "payment-recorded";
    PaymentState state = PaymentState::Unpaid;
    std::string orderNo{};
    std::int64_t amountFen = 0;
    std::string source{};

    bool operator==(const PaymentRecorded &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("state", &PaymentRecorded::state), member("order_no", &PaymentRecorded::orderNo),
                          member("amount_fen", &PaymentRecorded::amountFen),
                          member("source", &PaymentRecorded::source));
    }
};

struct FormConfirmed
{
    static constexpr std::string_view kind = "form-confirmed";

    bool operator==(const FormConfirmed &) const = default;
    static constexpr auto members() { return std::tuple(); }
};

struct Submitted
{
    static constexpr std::string_view kind = "submitted";
    int stage = 0;
    std::string stageId{};

    bool operator==(const Submitted &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("stage", &Submitted::stage), member("stage_id", &Submitted::stageId));
    }
};

struct Withdrawn
{
    static constexpr std::string_view kind = "withdrawn";

    bool operator==(const Withdrawn &) const = default;
    static constexpr auto members() { return std::tuple(); }
};

struct Cancelled
{
    static constexpr std::string_view kind = "cancelled";
    std::string reason{};

    bool operator==(const Cancelled &) const = default;
    static constexpr auto members() { return std::tuple(member("reason", &Cancelled::reason)); }
};

struct Claimed
{
    static constexpr std::string_view kind = "claimed";
    Instant until{};

    bool operator==(const Claimed &) const = default;
    static constexpr auto members() { return std::tuple(member("until", &Claimed::until)); }
};

struct Released
{
    static constexpr std::string_view kind = "released";

    bool operator==(const Released &) const = default;
    static constexpr auto members() { return std::tuple(); }
};

struct ItemsSeen
{
    static constexpr std::string_view kind = "items-seen";
    std::string stageId{}; ///< or settleStage
    std::map<std::string, std::string> items{};
    std::int64_t dwellMs = 0;

    bool operator==(const ItemsSeen &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("stage_id", &ItemsSeen::stageId), member("items", &ItemsSeen::items),
                          member("dwell_ms", &ItemsSeen::dwellMs));
    }
};

struct FindingResolved
{
    static constexpr std::string_view kind = "finding-resolved";
    std::string findingKey{};
    std::string rule{};
    Resolution resolution = Resolution::Confirmed;
    std::string note{};

    bool operator==(const FindingResolved &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("finding_key", &FindingResolved::findingKey), member("rule", &FindingResolved::rule),
                          member("resolution", &FindingResolved::resolution), member("note", &FindingResolved::note));
    }
};

/// Everything a proof needs: what was decided, why, on which findings, with what on the screen, and what follows.
struct Decided
{
    static constexpr std::string_view kind = "decided";
    std::string stageId{};
    bool settles = false;
    Judgement judgement = Judgement::Doubt;
    std::vector<ReasonUse> reasons{};
    std::string note{};
    std::vector<FindingAtDecision> findings{};
    std::map<std::string, std::string> seen{};
    Instant heldUntil{};
    ReviewState after{};

    bool operator==(const Decided &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("stage_id", &Decided::stageId), member("settles", &Decided::settles),
                          member("judgement", &Decided::judgement), member("reasons", &Decided::reasons),
                          member("note", &Decided::note), member("findings", &Decided::findings),
                          member("seen", &Decided::seen), member("held_until", &Decided::heldUntil),
                          member("after", &Decided::after));
    }
};

/// Somebody had decided first; docs/workflow.md, "When two decide". `after` counts when it does not concur.
struct DecisionContested
{
    static constexpr std::string_view kind = "decision-contested";
    CommandId against{};
    bool concurs = false;
    std::string stageId{};
    bool settles = false;
    Judgement judgement = Judgement::Doubt;
    std::vector<ReasonUse> reasons{};
    std::string note{};
    std::map<std::string, std::string> seen{};
    ReviewState after{};

    bool operator==(const DecisionContested &) const = default;
    static constexpr auto members()
    {
        return std::tuple(
            member("against", &DecisionContested::against), member("concurs", &DecisionContested::concurs),
            member("stage_id", &DecisionContested::stageId), member("settles", &DecisionContested::settles),
            member("judgement", &DecisionContested::judgement), member("reasons", &DecisionContested::reasons),
            member("note", &DecisionContested::note), member("seen", &DecisionContested::seen),
            member("after", &DecisionContested::after));
    }
};

struct DecisionUndone
{
    static constexpr std::string_view kind = "decision-undone";
    CommandId decision{};

    bool operator==(const DecisionUndone &) const = default;
    static constexpr auto members() { return std::tuple(member("decision", &DecisionUndone::decision)); }
};

struct ConversionRequested
{
    static constexpr std::string_view kind = "conversion-requested";
    std::string conversionId{};
    std::vector<Attachment> attachments{};
    std::string note{};

    bool operator==(const ConversionRequested &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("conversion_id", &ConversionRequested::conversionId),
                          member("attachments", &ConversionRequested::attachments),
                          member("note", &ConversionRequested::note));
    }
};

struct ConversionDecided
{
    static constexpr std::string_view kind = "conversion-decided";
    std::string conversionId{};
    bool accepted = false;
    std::string note{};

    bool operator==(const ConversionDecided &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("conversion_id", &ConversionDecided::conversionId),
                          member("accepted", &ConversionDecided::accepted), member("note", &ConversionDecided::note));
    }
};

/// The type has changed; what was filled in stays.
struct Converted
{
    static constexpr std::string_view kind = "converted";
    std::string conversionId{};
    std::string typeId{};
    std::vector<std::string> steps{};
    ReviewState after{};
    std::vector<Attachment> attachments{}; ///< proofs that become materials

    bool operator==(const Converted &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("conversion_id", &Converted::conversionId), member("type_id", &Converted::typeId),
                          member("steps", &Converted::steps), member("after", &Converted::after),
                          member("attachments", &Converted::attachments));
    }
};

struct MajorChosen
{
    static constexpr std::string_view kind = "major-chosen";
    std::string bachelorMajor{};

    bool operator==(const MajorChosen &) const = default;
    static constexpr auto members() { return std::tuple(member("bachelor_major", &MajorChosen::bachelorMajor)); }
};

struct ExamSiteChanged
{
    static constexpr std::string_view kind = "exam-site-changed";
    std::string site{};
    std::string note{};

    bool operator==(const ExamSiteChanged &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("site", &ExamSiteChanged::site), member("note", &ExamSiteChanged::note));
    }
};

struct ArchiveStepRecorded
{
    static constexpr std::string_view kind = "archive-step-recorded";
    std::string step{};
    std::string place{};

    bool operator==(const ArchiveStepRecorded &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("step", &ArchiveStepRecorded::step), member("place", &ArchiveStepRecorded::place));
    }
};

/// The authority's state of the application takes the place of the local one. Never made by decide(): only by the sync
/// of a client, when none of its own commands on the application waits for an answer any more.
struct Adopted
{
    static constexpr std::string_view kind = "adopted";
    int version = 0; ///< of the authority: how many events the application has there
    ApplicationState state{};

    bool operator==(const Adopted &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("version", &Adopted::version), member("state", &Adopted::state));
    }
};

using EventVariant = std::variant<DraftCreated, NoticeAccepted, TypeChosen, FieldsSet, MaterialAttached,
                                  MaterialRemoved, PortraitAttached, IdentityRecorded, PaymentRecorded, FormConfirmed,
                                  Submitted, Withdrawn, Cancelled, Claimed, Released, ItemsSeen, FindingResolved,
                                  Decided, DecisionUndone, ConversionRequested, ConversionDecided, Converted,
                                  MajorChosen, ExamSiteChanged, ArchiveStepRecorded, Adopted, DecisionContested>;

/// One of everything that may happen. What two dozen alternatives are dear to compile for stands in one place.
class EventBody : public EventVariant
{
public:
    using Variant = EventVariant;
    using EventVariant::EventVariant;
    EventBody();
    EventBody(const EventBody &other);
    EventBody(EventBody &&other) noexcept;
    EventBody &operator=(const EventBody &other);
    EventBody &operator=(EventBody &&other) noexcept;
    ~EventBody();
    bool operator==(const EventBody &other) const;
};

/// What happened to one application. Never changed, never removed: the log of events is the audit log.
struct Event
{
    ApplicationId application{};
    int sequence = 0; ///< 1-based, without gaps, per application
    CommandId command{};
    ActorId actor{};
    std::string role{};
    Instant at{}; ///< when it was accepted
    std::string packHash{};
    EventBody body{};

    bool operator==(const Event &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("application", &Event::application), required("sequence", &Event::sequence),
                          required("command", &Event::command), required("actor", &Event::actor),
                          required("role", &Event::role), required("at", &Event::at),
                          required("pack_hash", &Event::packHash), required("body", &Event::body));
    }
};

/// `draft-created`, `decided`, …; ids are forever.
[[nodiscard]] std::string_view kindOf(const EventBody &body);
[[nodiscard]] QJsonObject toJson(const Event &event);
/// Errors: Invalid, with the path of what is wrong; unknown kinds and unknown keys are wrong.
[[nodiscard]] Result<Event> eventFromJson(const QJsonObject &json);

} // namespace zsb
