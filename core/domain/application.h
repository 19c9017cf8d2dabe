#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/attachment.h"
#include "core/domain/field.h"
#include "core/domain/finding.h"
#include "core/domain/jsonmembers.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// Where a file stands. Payment is an axis of its own.
enum class Phase : std::uint8_t
{
    Draft,     ///< being filled in
    InReview,  ///< waits for, or is with, the reviewer of its stage
    Doubtful,  ///< 存疑: a supervisor decides
    Disputed,  ///< two stages disagree: a supervisor who decided neither settles it
    Returned,  ///< the named items may be corrected until the deadline
    Refused,   ///< may still convert where the pack offers it
    Approved,  ///< locked
    Cancelled, ///< 作废
};
constexpr auto enumIds(Phase)
{
    return EnumIds<Phase, 8>{{{Phase::Draft, "draft"},
                              {Phase::InReview, "in-review"},
                              {Phase::Doubtful, "doubtful"},
                              {Phase::Disputed, "disputed"},
                              {Phase::Returned, "returned"},
                              {Phase::Refused, "refused"},
                              {Phase::Approved, "approved"},
                              {Phase::Cancelled, "cancelled"}}};
}

/// unpaid → pending → paid → refunding → refunded; unpaid and pending may expire, an expired order may be replaced.
enum class PaymentState : std::uint8_t
{
    Unpaid,
    Pending,
    Paid,
    Refunding,
    Refunded,
    Expired,
};
constexpr auto enumIds(PaymentState)
{
    return EnumIds<PaymentState, 6>{{{PaymentState::Unpaid, "unpaid"},
                                     {PaymentState::Pending, "pending"},
                                     {PaymentState::Paid, "paid"},
                                     {PaymentState::Refunding, "refunding"},
                                     {PaymentState::Refunded, "refunded"},
                                     {PaymentState::Expired, "expired"}}};
}

/// What a reviewer decides of a file.
enum class Judgement : std::uint8_t
{
    Approve,
    Return,
    Refuse,
    Doubt,
};
constexpr auto enumIds(Judgement)
{
    return EnumIds<Judgement, 4>{{{Judgement::Approve, "approve"},
                                  {Judgement::Return, "return"},
                                  {Judgement::Refuse, "refuse"},
                                  {Judgement::Doubt, "doubt"}}};
}

/// What a reviewer says of a finding.
enum class Resolution : std::uint8_t
{
    Confirmed, ///< 认定: the complaint is right; the file cannot be approved as it is
    Dismissed, ///< 排除, with a reason
};
constexpr auto enumIds(Resolution)
{
    return EnumIds<Resolution, 2>{{{Resolution::Confirmed, "confirmed"}, {Resolution::Dismissed, "dismissed"}}};
}

/// How a file came to be. An imported file was filled in and handed in elsewhere: what it lacks are findings for the
/// reviewer, never gates, and its process fields keep the text they were received with.
enum class Origin : std::uint8_t
{
    Desk,   ///< typed by staff
    Online, ///< by the candidate
    Import,
};
constexpr auto enumIds(Origin)
{
    return EnumIds<Origin, 3>{{{Origin::Desk, "desk"}, {Origin::Online, "online"}, {Origin::Import, "import"}}};
}

/// Why a file was returned, refused or doubted: a reason of the pack, and the item it is about.
struct ReasonUse
{
    std::string code{};
    std::string target{}; ///< item key; empty: what the pack names for the code
    std::string note{};

    bool operator==(const ReasonUse &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("code", &ReasonUse::code), member("target", &ReasonUse::target),
                          member("note", &ReasonUse::note));
    }
};

/// Something a correction may change. `alternatives` are the other slots of the same "one of".
struct OpenItem
{
    std::string item{}; ///< item key, or `any`
    std::vector<std::string> alternatives{};
    bool touched = false;

    bool operator==(const OpenItem &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("item", &OpenItem::item), member("alternatives", &OpenItem::alternatives),
                          member("touched", &OpenItem::touched));
    }
};

/// Who works on a file, and until when others keep off.
struct Claim
{
    ActorId actor{};
    Instant until{};

    bool operator==(const Claim &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("actor", &Claim::actor), required("until", &Claim::until));
    }
};

/// The part of a file that a decision moves and an undo moves back.
struct ReviewState
{
    Phase phase = Phase::Draft;
    int stage = 0;         ///< index of the type's review stages; where a returned file comes back to
    std::string stageId{}; ///< empty before the first submission
    std::optional<Claim> claim{};
    std::vector<OpenItem> openItems{};
    std::optional<Instant> deadline{}; ///< of the correction

    bool operator==(const ReviewState &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("phase", &ReviewState::phase), member("stage", &ReviewState::stage),
                          member("stage_id", &ReviewState::stageId), member("claim", &ReviewState::claim),
                          member("open_items", &ReviewState::openItems), member("deadline", &ReviewState::deadline));
    }
};

/// A finding as it stood when somebody decided.
struct FindingAtDecision
{
    std::string key{}; ///< findingKey()
    std::string rule{};
    bool isError = false;
    std::optional<Resolution> resolution{};

    bool operator==(const FindingAtDecision &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("key", &FindingAtDecision::key), member("rule", &FindingAtDecision::rule),
                          member("is_error", &FindingAtDecision::isError),
                          member("resolution", &FindingAtDecision::resolution));
    }
};

/// One decision, kept for good; an undone one too.
struct Decision
{
    CommandId id{};
    int sequence = 0; ///< of its event
    int round = 0;    ///< of ApplicationState::round
    std::string stageId{};
    bool settles = false; ///< by a supervisor, on a doubtful or disputed file
    Judgement judgement = Judgement::Doubt;
    std::vector<ReasonUse> reasons{};
    std::string note{};
    ActorId actor{};
    std::string role{};
    Instant at{};
    Instant heldUntil{};
    std::string packHash{};
    std::vector<FindingAtDecision> findings{};
    std::map<std::string, std::string> seen{}; ///< item key → content hash on the decider's screen
    bool undone = false;
    ReviewState before{};

    bool operator==(const Decision &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("id", &Decision::id), required("sequence", &Decision::sequence),
                          member("round", &Decision::round), member("stage_id", &Decision::stageId),
                          member("settles", &Decision::settles), required("judgement", &Decision::judgement),
                          member("reasons", &Decision::reasons), member("note", &Decision::note),
                          required("actor", &Decision::actor), member("role", &Decision::role),
                          required("at", &Decision::at), member("held_until", &Decision::heldUntil),
                          member("pack_hash", &Decision::packHash), member("findings", &Decision::findings),
                          member("seen", &Decision::seen), member("undone", &Decision::undone),
                          required("before", &Decision::before));
    }
};

/// A decision that came when somebody else had decided the same file at the same stage on the same content: a second
/// opinion, or the other side of a dispute. It stands beside the first one and moves nothing by itself.
struct Contest
{
    CommandId id{};
    int sequence = 0; ///< of its event
    int round = 0;    ///< of ApplicationState::round
    std::string stageId{};
    bool settles = false;
    Judgement judgement = Judgement::Doubt;
    std::vector<ReasonUse> reasons{};
    std::string note{};
    ActorId actor{};
    std::string role{};
    Instant at{};
    std::map<std::string, std::string> seen{}; ///< item key → content hash on the decider's screen
    CommandId against{};                       ///< the decision that came first
    bool concurs = false;                      ///< the same judgement
    ReviewState before{};

    bool operator==(const Contest &) const = default;
    static constexpr auto members()
    {
        return std::tuple(
            required("id", &Contest::id), required("sequence", &Contest::sequence), required("round", &Contest::round),
            member("stage_id", &Contest::stageId), member("settles", &Contest::settles),
            required("judgement", &Contest::judgement), member("reasons", &Contest::reasons),
            member("note", &Contest::note), required("actor", &Contest::actor), member("role", &Contest::role),
            required("at", &Contest::at), member("seen", &Contest::seen), required("against", &Contest::against),
            member("concurs", &Contest::concurs), required("before", &Contest::before));
    }
};

/// A finding as somebody resolved it; filed under its key.
struct FindingResolution
{
    std::string rule{};
    Resolution resolution = Resolution::Confirmed;
    std::string note{};
    ActorId actor{};
    Instant at{};

    bool operator==(const FindingResolution &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("rule", &FindingResolution::rule),
                          required("resolution", &FindingResolution::resolution),
                          member("note", &FindingResolution::note), required("actor", &FindingResolution::actor),
                          required("at", &FindingResolution::at));
    }
};

/// That somebody had an item on the screen, with which content.
struct Seen
{
    std::string hash{};
    ActorId actor{};
    Instant at{};

    bool operator==(const Seen &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("hash", &Seen::hash), required("actor", &Seen::actor), required("at", &Seen::at));
    }
};

struct Payment
{
    PaymentState state = PaymentState::Unpaid;
    std::string orderNo{};
    std::int64_t amountFen = 0;
    std::string source{}; ///< gateway, statement, desk, …
    std::optional<Instant> at{};

    bool operator==(const Payment &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("state", &Payment::state), member("order_no", &Payment::orderNo),
                          member("amount_fen", &Payment::amountFen), member("source", &Payment::source),
                          member("at", &Payment::at));
    }
};

enum class RequestState : std::uint8_t
{
    Pending,
    Accepted,
    Declined,
};
constexpr auto enumIds(RequestState)
{
    return EnumIds<RequestState, 3>{{{RequestState::Pending, "pending"},
                                     {RequestState::Accepted, "accepted"},
                                     {RequestState::Declined, "declined"}}};
}

/// A wish to change the candidate's type (A1.4.1.6, A1.4.1.7, A1.4.3.4).
struct ConversionRequest
{
    std::string conversionId{};
    RequestState state = RequestState::Pending;
    std::vector<Attachment> attachments{};
    std::string note{};
    ActorId actor{};
    Instant at{};
    ActorId decidedBy{};
    std::string decisionNote{};
    std::optional<Instant> decidedAt{};

    bool operator==(const ConversionRequest &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("conversion_id", &ConversionRequest::conversionId),
                          required("state", &ConversionRequest::state),
                          member("attachments", &ConversionRequest::attachments),
                          member("note", &ConversionRequest::note), required("actor", &ConversionRequest::actor),
                          required("at", &ConversionRequest::at), member("decided_by", &ConversionRequest::decidedBy),
                          member("decision_note", &ConversionRequest::decisionNote),
                          member("decided_at", &ConversionRequest::decidedAt));
    }
};

/// A step of the signed paper's way (A1.7.4).
struct ArchiveStep
{
    std::string step{};
    std::string place{};
    ActorId actor{};
    Instant at{};

    bool operator==(const ArchiveStep &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("step", &ArchiveStep::step), member("place", &ArchiveStep::place),
                          required("actor", &ArchiveStep::actor), required("at", &ArchiveStep::at));
    }
};

/// One person's application to one exam: the fold of its events (core/domain/event.h), nothing else. A value; knows no
/// pack. Item keys are `field:NAME`, `material:SLOT`, `portrait`, `type`, `step:STEP`.
struct ApplicationState
{
    ApplicationId id{};
    int revision = 0; ///< number of events; 0: there is no such application
    std::string applicationNo{};
    Origin origin = Origin::Desk;
    std::string typeId{};
    std::vector<std::string> steps{};                           ///< the order this file was created under (A1.4.0)
    std::map<Field, std::string> fields{};                      ///< a key that is there is known, even when empty
    std::map<std::string, std::vector<Attachment>> materials{}; ///< by slot, in the order they came
    std::optional<Attachment> portrait{};
    std::vector<Attachment> earlierPortraits{};

    std::optional<Instant> consentAt{};
    std::string consentHow{};
    std::optional<Instant> identityCollectedAt{};
    std::optional<Instant> confirmedAt{}; ///< of the form as it is; any change takes it back
    std::optional<Instant> submittedAt{};
    std::string cancelReason{};
    int round = 0; ///< how often it was submitted
    Payment payment{};

    ReviewState review{};
    std::vector<Decision> decisions{};
    int keptFrom = 0; ///< decisions before this index were about another type and keep no verdict
    std::map<std::string, FindingResolution> resolutions{};
    std::map<std::string, std::map<std::string, Seen>> seen{}; ///< stage id → item key

    std::vector<ConversionRequest> conversions{};
    std::optional<Instant> majorChosenAt{}; ///< later, by types that choose after approval (A1.4.3.3)
    std::vector<ArchiveStep> archive{};
    std::vector<Contest> contested{}; ///< decisions that came second, in the order they came

    bool operator==(const ApplicationState &) const = default;
    static constexpr auto members()
    {
        return std::tuple(
            required("id", &ApplicationState::id), required("revision", &ApplicationState::revision),
            member("application_no", &ApplicationState::applicationNo), member("origin", &ApplicationState::origin),
            member("type_id", &ApplicationState::typeId), member("steps", &ApplicationState::steps),
            member("fields", &ApplicationState::fields), member("materials", &ApplicationState::materials),
            member("portrait", &ApplicationState::portrait),
            member("earlier_portraits", &ApplicationState::earlierPortraits),
            member("consent_at", &ApplicationState::consentAt), member("consent_how", &ApplicationState::consentHow),
            member("identity_collected_at", &ApplicationState::identityCollectedAt),
            member("confirmed_at", &ApplicationState::confirmedAt),
            member("submitted_at", &ApplicationState::submittedAt),
            member("cancel_reason", &ApplicationState::cancelReason), member("round", &ApplicationState::round),
            member("payment", &ApplicationState::payment), required("review", &ApplicationState::review),
            member("decisions", &ApplicationState::decisions), member("kept_from", &ApplicationState::keptFrom),
            member("resolutions", &ApplicationState::resolutions), member("seen", &ApplicationState::seen),
            member("conversions", &ApplicationState::conversions),
            member("major_chosen_at", &ApplicationState::majorChosenAt), member("archive", &ApplicationState::archive),
            member("contested", &ApplicationState::contested));
    }
};

/// Under which `seen` a supervisor's looking is filed.
inline constexpr std::string_view settleStage = "settle";

[[nodiscard]] std::string fieldItem(Field field);              ///< `field:sex`
[[nodiscard]] std::string materialItem(std::string_view slot); ///< `material:student-card`
inline constexpr std::string_view portraitItem = "portrait";
inline constexpr std::string_view typeItem = "type";
inline constexpr std::string_view anyItem = "any";

/// Hash of what an item holds now; empty for keys that mean nothing. Equal hash = same content, the verdict stands.
[[nodiscard]] std::string itemHash(const ApplicationState &state, std::string_view item);

/// What a decision on a finding is remembered under: the rule, its evidence, and the content of every item it is about,
/// so that a confirmed or dismissed finding comes back when any of them changes: a number dismissed as virtual says
/// nothing of the next virtual number. Hex digest; holds no readable personal data.
[[nodiscard]] std::string findingKey(const Finding &finding, const ApplicationState &state);
/// Whether correcting the open item means, or may mean, changing this one.
[[nodiscard]] bool opens(const OpenItem &open, std::string_view item);
/// Whether a returned file may change this item.
[[nodiscard]] bool isOpen(const ReviewState &review, std::string_view item);
/// The last decision that stands; null when there is none.
[[nodiscard]] const Decision *lastDecision(const ApplicationState &state);
/// The disputes nobody has settled, oldest first; second opinions are none.
[[nodiscard]] std::vector<const Contest *> openContests(const ApplicationState &state);
/// SHA-256 over everything a reviewer judges: type, form, materials and portrait. Who works on the file, what was
/// looked at, said or paid is not in it.
[[nodiscard]] std::string contentHash(const ApplicationState &state);
/// Whether a verdict on the item as it is now stands at this stage, from before the correction (UX: only changed items
/// open again).
[[nodiscard]] bool isVerdictKept(const ApplicationState &state, std::string_view stageId, std::string_view item);
/// A paid file that came to nothing gets its money back.
[[nodiscard]] bool refundDue(const ApplicationState &state);

[[nodiscard]] QJsonObject toJson(const ApplicationState &state);
/// Errors: Invalid, with the path of what is wrong.
[[nodiscard]] Result<ApplicationState> applicationFromJson(const QJsonObject &json);

} // namespace zsb
