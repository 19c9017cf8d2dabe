#include "core/workflow/deciding.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::string_view registration = "registration";

Guard needKnownSlot(const Deciding &deciding, const std::string &slot)
{
    if (!deciding.pack.slot(slot) || deciding.pack.slot(slot)->id != slot)
        return refuse(RefusalCode::UnknownSlot, {{"slot", slot}});
    if (!deciding.isImporting() && deciding.type && !useOfSlot(*deciding.type, slot))
        return refuse(RefusalCode::SlotNotAsked, {{"slot", slot}});
    return std::nullopt;
}

/// An import may name a file that is not there: that is a finding.
Guard needContent(const Deciding &deciding, const Attachment &file)
{
    if (file.sha256.empty() && !deciding.isImporting())
        return refuse(RefusalCode::FileMissing, {{"slot", file.slot}});
    return std::nullopt;
}

bool holds(const ApplicationState &state, const std::string &slot, const std::string &sha256)
{
    const auto files = state.materials.find(slot);
    return files != state.materials.end() &&
           std::ranges::find(files->second, sha256, &Attachment::sha256) != files->second.end();
}

/// A type that chooses the major later does not take it with the form, even where the pack lists the field.
bool isAsked(const CandidateType &type, Field field)
{
    if (field == Field::ApplicationNo || field == Field::CandidateType || isProcessField(field))
        return false;
    if (field == Field::BachelorMajor && type.majorChoice == CandidateType::MajorChoice::Later)
        return false;
    return type.use(field) != nullptr;
}

/// A1.4.5.1: chosen once. What its table does not know was no choice, and another spelling is the same one.
Guard needChangeable(const Deciding &deciding, Field field, const std::string &text)
{
    const FieldInfo &spec = deciding.pack.field(field);
    const auto chosen = deciding.state.fields.find(field);
    if (!spec.unchangeable || chosen == deciding.state.fields.end() || chosen->second.empty() || chosen->second == text)
        return std::nullopt;
    if (const CodeTable *table = deciding.pack.table(spec.table)) {
        const Code *known = table->find(chosen->second);
        if (!known || known == table->find(text))
            return std::nullopt;
    }
    return refuse(RefusalCode::FieldUnchangeable, {{"field", std::string(fieldId(field))}});
}

Guard needSettable(const Deciding &deciding, Field field, const std::string &text)
{
    if (deciding.isImporting() && field != Field::ApplicationNo)
        return needChangeable(deciding, field, text);
    if (!isAsked(*deciding.type, field))
        return refuse(RefusalCode::FieldNotAsked, {{"field", std::string(fieldId(field))}});
    return firstOf([&] { return needChangeable(deciding, field, text); },
                   [&] { return needEditable(deciding, fieldItem(field), registration); });
}

Guard needTypeUnlessImporting(const Deciding &deciding)
{
    return deciding.isImporting() ? Guard() : needType(deciding);
}

/// A file under review may be taken back or cancelled by its own side unless somebody works on what was decided.
Guard needUndecided(const Deciding &deciding)
{
    const Decision *last = lastDecision(deciding.state);
    if (!last || last->round != deciding.state.round)
        return std::nullopt;
    return needNoOtherClaim(deciding);
}

/// Nobody has decided in this round and nobody else holds the file.
Guard needUntouched(const Deciding &deciding)
{
    const Decision *last = lastDecision(deciding.state);
    if (last && last->round == deciding.state.round)
        return refuse(RefusalCode::AlreadyDone);
    return needNoOtherClaim(deciding);
}

} // namespace

Ruling rule(const Deciding &deciding, const CreateDraft &body)
{
    if (body.origin != Origin::Import) {
        if (Guard guard = needWindow(deciding, registration))
            return *guard;
    }
    return accept(deciding, {DraftCreated{body.applicationNo, body.origin}});
}

Ruling rule(const Deciding &deciding, const AcceptNotice &body)
{
    const auto inTime = [&] { return deciding.isImporting() ? Guard() : needWindow(deciding, registration); };
    if (Guard guard = firstOf([&] { return needPhase(deciding, {Phase::Draft}); }, inTime))
        return *guard;
    if (deciding.state.consentAt)
        return refuse(RefusalCode::AlreadyDone);
    return accept(deciding, {NoticeAccepted{body.how}});
}

Ruling rule(const Deciding &deciding, const ChooseType &body)
{
    if (Guard guard = needEditable(deciding, typeItem, registration))
        return *guard;
    const CandidateType *type = deciding.pack.type(body.typeId);
    if (!type || type->id != body.typeId)
        return refuse(RefusalCode::UnknownType, {{"type", body.typeId}});
    if (deciding.phase() == Phase::Draft && deciding.state.typeId == body.typeId)
        return refuse(RefusalCode::AlreadyDone);
    return accept(deciding, {TypeChosen{type->id, stepIds(*type)}});
}

Ruling rule(const Deciding &deciding, const SetFields &body)
{
    if (Guard guard = firstOf(
            [&] {
                return needPhase(deciding, {Phase::Draft, Phase::Returned});
            },
            [&] { return needConsent(deciding); }, [&] { return needTypeUnlessImporting(deciding); }))
        return *guard;
    if (body.fields.empty())
        return refuse(RefusalCode::NothingGiven);
    for (const auto &[field, text] : body.fields) {
        if (Guard guard = needSettable(deciding, field, text))
            return *guard;
    }
    return accept(deciding, {FieldsSet{body.fields}});
}

Ruling rule(const Deciding &deciding, const AttachMaterial &body)
{
    const Attachment &file = body.attachment;
    if (Guard guard =
            firstOf([&] { return needEditable(deciding, materialItem(file.slot), registration); },
                    [&] { return needTypeUnlessImporting(deciding); },
                    [&] { return needKnownSlot(deciding, file.slot); }, [&] { return needContent(deciding, file); }))
        return *guard;
    if (!file.sha256.empty() && holds(deciding.state, file.slot, file.sha256))
        return refuse(RefusalCode::AlreadyDone);
    return accept(deciding, {MaterialAttached{file}});
}

Ruling rule(const Deciding &deciding, const RemoveMaterial &body)
{
    if (Guard guard = needEditable(deciding, materialItem(body.slot), registration))
        return *guard;
    if (!holds(deciding.state, body.slot, body.sha256))
        return refuse(RefusalCode::NoSuchMaterial, {{"slot", body.slot}});
    return accept(deciding, {MaterialRemoved{body.slot, body.sha256}});
}

Ruling rule(const Deciding &deciding, const AttachPortrait &body)
{
    if (Guard guard = firstOf([&] { return needEditable(deciding, portraitItem, "collection"); },
                              [&] { return needTypeUnlessImporting(deciding); },
                              [&] { return needContent(deciding, body.attachment); }))
        return *guard;
    const auto &portrait = deciding.state.portrait;
    if (portrait && portrait->sha256 == body.attachment.sha256)
        return refuse(RefusalCode::AlreadyDone);
    Attachment file = body.attachment;
    file.slot.clear();
    return accept(deciding, {PortraitAttached{std::move(file)}});
}

Ruling rule(const Deciding &deciding, const RecordIdentity &body)
{
    if (Guard guard = firstOf([&] { return needEditable(deciding, "step:identity", "collection"); },
                              [&] { return needTypeUnlessImporting(deciding); }))
        return *guard;
    return accept(deciding, {IdentityRecorded{body.collectedAt}});
}

/// Within a round nobody has decided in, or while nobody is working on it (A1.8.2). A table that has changed is the
/// truth of whoever handed it in, windows or not; but it never takes away what somebody here has decided or works on.
Ruling rule(const Deciding &deciding, const Withdraw &)
{
    const bool byTable = deciding.isImport() && deciding.command.role == importRole;
    const auto inTime = [&] { return byTable ? Guard() : needWindow(deciding, "correction"); };
    const auto untouched = [&] { return byTable ? needUntouched(deciding) : needUndecided(deciding); };
    if (Guard guard = firstOf([&] { return needPhase(deciding, {Phase::InReview}); }, inTime, untouched))
        return *guard;
    return accept(deciding, {Withdrawn{}});
}

Ruling rule(const Deciding &deciding, const Cancel &body)
{
    if (Guard guard = firstOf(
            [&] {
                return needPhase(deciding, {Phase::Draft, Phase::InReview, Phase::Returned});
            },
            [&] { return needNoOtherClaim(deciding); }))
        return *guard;
    if (body.reason.empty())
        return refuse(RefusalCode::NoteMissing);
    return accept(deciding, {Cancelled{body.reason}});
}

} // namespace zsb
