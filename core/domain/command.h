#pragma once

#include "core/domain/application.h"

#include <QJsonObject>

#include <variant>

namespace zsb {

struct CreateDraft
{
    static constexpr std::string_view kind = "create-draft";
    std::string applicationNo{};
    Origin origin = Origin::Desk;

    bool operator==(const CreateDraft &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("application_no", &CreateDraft::applicationNo),
                          member("origin", &CreateDraft::origin));
    }
};

/// A1.4.1.0: the candidate has read the notice.
struct AcceptNotice
{
    static constexpr std::string_view kind = "accept-notice";
    std::string how{}; ///< ticked online, read out at the desk, signed, …

    bool operator==(const AcceptNotice &) const = default;
    static constexpr auto members() { return std::tuple(member("how", &AcceptNotice::how)); }
};

/// A1.4.2.1.
struct ChooseType
{
    static constexpr std::string_view kind = "choose-type";
    std::string typeId{};

    bool operator==(const ChooseType &) const = default;
    static constexpr auto members() { return std::tuple(required("type_id", &ChooseType::typeId)); }
};

/// Imported drafts may also set process fields, to the text they were received with.
struct SetFields
{
    static constexpr std::string_view kind = "set-fields";
    std::map<Field, std::string> fields{};

    bool operator==(const SetFields &) const = default;
    static constexpr auto members() { return std::tuple(required("fields", &SetFields::fields)); }
};

/// The slot is the attachment's.
struct AttachMaterial
{
    static constexpr std::string_view kind = "attach-material";
    Attachment attachment{};

    bool operator==(const AttachMaterial &) const = default;
    static constexpr auto members() { return std::tuple(required("attachment", &AttachMaterial::attachment)); }
};

struct RemoveMaterial
{
    static constexpr std::string_view kind = "remove-material";
    std::string slot{};
    std::string sha256{};

    bool operator==(const RemoveMaterial &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("slot", &RemoveMaterial::slot), required("sha256", &RemoveMaterial::sha256));
    }
};

/// Takes the place of the portrait there is, which is kept.
struct AttachPortrait
{
    static constexpr std::string_view kind = "attach-portrait";
    Attachment attachment{};

    bool operator==(const AttachPortrait &) const = default;
    static constexpr auto members() { return std::tuple(required("attachment", &AttachPortrait::attachment)); }
};

/// A1.6.3: 已采集.
struct RecordIdentity
{
    static constexpr std::string_view kind = "record-identity";
    Instant collectedAt{};

    bool operator==(const RecordIdentity &) const = default;
    static constexpr auto members() { return std::tuple(required("collected_at", &RecordIdentity::collectedAt)); }
};

/// A1.7.1; the client never takes money, it records what the cashier or a statement says.
struct RecordPayment
{
    static constexpr std::string_view kind = "record-payment";
    PaymentState state = PaymentState::Unpaid;
    std::string orderNo{};
    std::int64_t amountFen = 0;
    std::string source{};

    bool operator==(const RecordPayment &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("state", &RecordPayment::state), member("order_no", &RecordPayment::orderNo),
                          member("amount_fen", &RecordPayment::amountFen), member("source", &RecordPayment::source));
    }
};

/// A1.7.2: 《报名登记表》 and 《诚信考试承诺书》 have been checked.
struct ConfirmForm
{
    static constexpr std::string_view kind = "confirm-form";

    bool operator==(const ConfirmForm &) const = default;
    static constexpr auto members() { return std::tuple(); }
};

/// A1.8.1; also after a correction.
struct Submit
{
    static constexpr std::string_view kind = "submit";

    bool operator==(const Submit &) const = default;
    static constexpr auto members() { return std::tuple(); }
};

/// A1.8.2 修改填报信息: back to the draft while nobody has decided.
struct Withdraw
{
    static constexpr std::string_view kind = "withdraw";

    bool operator==(const Withdraw &) const = default;
    static constexpr auto members() { return std::tuple(); }
};

/// 作废.
struct Cancel
{
    static constexpr std::string_view kind = "cancel";
    std::string reason{};

    bool operator==(const Cancel &) const = default;
    static constexpr auto members() { return std::tuple(member("reason", &Cancel::reason)); }
};

/// 领取; again to extend.
struct ClaimFile
{
    static constexpr std::string_view kind = "claim";
    int minutes = 0; ///< 0: as long as the pack says

    bool operator==(const ClaimFile &) const = default;
    static constexpr auto members() { return std::tuple(member("minutes", &ClaimFile::minutes)); }
};

/// Also by a supervisor, to break somebody's claim.
struct ReleaseFile
{
    static constexpr std::string_view kind = "release";

    bool operator==(const ReleaseFile &) const = default;
    static constexpr auto members() { return std::tuple(); }
};

/// What was on the screen, with the content it had (item key → itemHash()).
struct MarkSeen
{
    static constexpr std::string_view kind = "mark-seen";
    std::map<std::string, std::string> items{};
    std::int64_t dwellMs = 0;

    bool operator==(const MarkSeen &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("items", &MarkSeen::items), member("dwell_ms", &MarkSeen::dwellMs));
    }
};

struct ResolveFinding
{
    static constexpr std::string_view kind = "resolve-finding";
    std::string findingKey{};
    std::string rule{};
    Resolution resolution = Resolution::Confirmed;
    std::string note{}; ///< needed to dismiss

    bool operator==(const ResolveFinding &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("finding_key", &ResolveFinding::findingKey), member("rule", &ResolveFinding::rule),
                          required("resolution", &ResolveFinding::resolution), member("note", &ResolveFinding::note));
    }
};

struct Approve
{
    static constexpr std::string_view kind = "approve";
    std::string note{};

    bool operator==(const Approve &) const = default;
    static constexpr auto members() { return std::tuple(member("note", &Approve::note)); }
};

/// 退回补正: only what the reasons name opens again.
struct ReturnFile
{
    static constexpr std::string_view kind = "return";
    std::vector<ReasonUse> reasons{};
    std::string note{};
    std::optional<Instant> deadline{}; ///< default: the pack's

    bool operator==(const ReturnFile &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("reasons", &ReturnFile::reasons), member("note", &ReturnFile::note),
                          member("deadline", &ReturnFile::deadline));
    }
};

struct Refuse
{
    static constexpr std::string_view kind = "refuse";
    std::vector<ReasonUse> reasons{};
    std::string note{};

    bool operator==(const Refuse &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("reasons", &Refuse::reasons), member("note", &Refuse::note));
    }
};

/// 存疑; a reason or a note.
struct Doubt
{
    static constexpr std::string_view kind = "doubt";
    std::vector<ReasonUse> reasons{};
    std::string note{};

    bool operator==(const Doubt &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("reasons", &Doubt::reasons), member("note", &Doubt::note));
    }
};

/// A supervisor's word on a doubtful or disputed file; never Doubt.
struct Settle
{
    static constexpr std::string_view kind = "settle";
    Judgement judgement = Judgement::Return;
    std::vector<ReasonUse> reasons{};
    std::string note{};
    std::optional<Instant> deadline{};

    bool operator==(const Settle &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("judgement", &Settle::judgement), member("reasons", &Settle::reasons),
                          member("note", &Settle::note), member("deadline", &Settle::deadline));
    }
};

/// Within the hold, by who decided, while nothing has followed.
struct Undo
{
    static constexpr std::string_view kind = "undo";
    CommandId decision{};

    bool operator==(const Undo &) const = default;
    static constexpr auto members() { return std::tuple(required("decision", &Undo::decision)); }
};

/// A1.4.1.6, A1.4.1.7, A1.4.3.4.
struct RequestConversion
{
    static constexpr std::string_view kind = "request-conversion";
    std::string conversionId{};
    std::vector<Attachment> attachments{};
    std::string note{};

    bool operator==(const RequestConversion &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("conversion_id", &RequestConversion::conversionId),
                          member("attachments", &RequestConversion::attachments),
                          member("note", &RequestConversion::note));
    }
};

struct DecideConversion
{
    static constexpr std::string_view kind = "decide-conversion";
    std::string conversionId{};
    bool accept = false;
    std::string note{};

    bool operator==(const DecideConversion &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("conversion_id", &DecideConversion::conversionId),
                          required("accept", &DecideConversion::accept), member("note", &DecideConversion::note));
    }
};

/// A1.4.3.3: later, by types that do not choose at registration.
struct ChooseMajor
{
    static constexpr std::string_view kind = "choose-major";
    std::string bachelorMajor{};

    bool operator==(const ChooseMajor &) const = default;
    static constexpr auto members() { return std::tuple(required("bachelor_major", &ChooseMajor::bachelorMajor)); }
};

/// A1.4.5.1: only where the pack lets a supervisor.
struct ChangeExamSite
{
    static constexpr std::string_view kind = "change-exam-site";
    std::string site{};
    std::string note{};

    bool operator==(const ChangeExamSite &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("site", &ChangeExamSite::site), member("note", &ChangeExamSite::note));
    }
};

/// A1.7.4.
struct RecordArchiveStep
{
    static constexpr std::string_view kind = "record-archive-step";
    std::string step{};
    std::string place{};

    bool operator==(const RecordArchiveStep &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("step", &RecordArchiveStep::step), member("place", &RecordArchiveStep::place));
    }
};

using CommandVariant =
    std::variant<CreateDraft, AcceptNotice, ChooseType, SetFields, AttachMaterial, RemoveMaterial, AttachPortrait,
                 RecordIdentity, RecordPayment, ConfirmForm, Submit, Withdraw, Cancel, ClaimFile, ReleaseFile, MarkSeen,
                 ResolveFinding, Approve, ReturnFile, Refuse, Doubt, Settle, Undo, RequestConversion, DecideConversion,
                 ChooseMajor, ChangeExamSite, RecordArchiveStep>;

/// One of everything that may be wished. What two dozen alternatives are dear to compile for stands in one place.
class CommandBody : public CommandVariant
{
public:
    using Variant = CommandVariant;
    using CommandVariant::CommandVariant;
    CommandBody();
    CommandBody(const CommandBody &other);
    CommandBody(CommandBody &&other) noexcept;
    CommandBody &operator=(const CommandBody &other);
    CommandBody &operator=(CommandBody &&other) noexcept;
    ~CommandBody();
    bool operator==(const CommandBody &other) const;
};

/// The role under which a season handed in elsewhere is read in, and read in again when its table changes.
inline constexpr std::string_view importRole = "import";

/// A wish to change one application, by somebody, on the revision they saw, under the pack they saw it with. Immutable;
/// stored, sent and decided anywhere with the same outcome. `at` is what the device says; no decision depends on it.
struct Command
{
    CommandId id{};
    ApplicationId application{};
    ActorId actor{};
    std::string role{}; ///< as which the actor acts: a role of the pack, `candidate`, …
    Instant at{};
    int revision = 0; ///< of the application this was decided on
    std::string packHash{};
    CommandBody body{};

    bool operator==(const Command &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("id", &Command::id), required("application", &Command::application),
                          required("actor", &Command::actor), required("role", &Command::role),
                          required("at", &Command::at), required("revision", &Command::revision),
                          required("pack_hash", &Command::packHash), required("body", &Command::body));
    }
};

/// `create-draft`, `set-fields`, …; ids are forever.
[[nodiscard]] std::string_view kindOf(const CommandBody &body);
[[nodiscard]] QJsonObject toJson(const Command &command);
/// Errors: Invalid, with the path of what is wrong; unknown kinds and unknown keys are wrong.
[[nodiscard]] Result<Command> commandFromJson(const QJsonObject &json);

} // namespace zsb
