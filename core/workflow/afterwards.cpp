#include "core/workflow/deciding.h"
#include "core/workflow/offers.h"

#include <algorithm>

namespace zsb {
namespace {

constexpr std::string_view byRequest = "request";
constexpr std::string_view onRefusal = "refusal";
constexpr std::string_view byCertificate = "certificate";

const ConversionRequest *pendingRequest(const ApplicationState &state, std::string_view id)
{
    const auto found = std::ranges::find_if(state.conversions, [id](const ConversionRequest &request) {
        return request.conversionId == id && request.state == RequestState::Pending;
    });
    return found == state.conversions.end() ? nullptr : &*found;
}

Guard needProofs(const Deciding &deciding, const Conversion &conversion, const std::vector<Attachment> &files)
{
    for (const Attachment &file : files) {
        if (!deciding.pack.slot(file.slot) || deciding.pack.slot(file.slot)->id != file.slot)
            return refuse(RefusalCode::UnknownSlot, {{"slot", file.slot}});
        if (file.sha256.empty())
            return refuse(RefusalCode::FileMissing, {{"slot", file.slot}});
    }
    for (const MaterialUse &use : conversion.materials) {
        const bool there = std::ranges::any_of(
            files, [&](const Attachment &file) { return std::ranges::find(use.oneOf, file.slot) != use.oneOf.end(); });
        if (use.required && !there && !use.oneOf.empty())
            return refuse(RefusalCode::RequiredMaterialMissing, {{"slot", use.oneOf.front()}});
    }
    return std::nullopt;
}

/// When each way is open: on request before approval (A1.4.1.6), after a refusal (A1.4.1.7), or by a certificate that
/// came after approval, to who said it was pending (A1.4.3.4).
Guard needOffer(const Deciding &deciding, const Conversion &conversion)
{
    if (conversion.trigger == byRequest)
        return firstOf(
            [&] {
                return needPhase(deciding, {Phase::Draft, Phase::InReview, Phase::Returned});
            },
            [&] { return needNoOtherClaim(deciding); });
    if (conversion.trigger == onRefusal)
        return needPhase(deciding, {Phase::Refused});
    if (Guard guard = needPhase(deciding, {Phase::Approved}))
        return guard;
    const auto flag = deciding.state.fields.find(Field::AwardPending);
    const bool pending = flag != deciding.state.fields.end() && flag->second == "1";
    if (conversion.trigger != byCertificate || !pending)
        return refuse(RefusalCode::ConversionNotOffered, {{"conversion", conversion.id}});
    return std::nullopt;
}

Guard needConversionWindow(const Deciding &deciding, const Conversion &conversion)
{
    return conversion.window.empty() ? Guard() : needWindow(deciding, conversion.window);
}

Guard needNotPending(const Deciding &deciding, const std::string &id)
{
    return pendingRequest(deciding.state, id) ? refuse(RefusalCode::ConversionPending, {{"conversion", id}}) : Guard();
}

Converted converted(const std::string &conversionId, const CandidateType &to, ReviewState after,
                    std::vector<Attachment> attachments)
{
    return {conversionId, to.id, stepIds(to), std::move(after), std::move(attachments)};
}

/// Whoever reviews the type asked for, or a supervisor.
Guard needConverter(const Deciding &deciding, const CandidateType &to)
{
    return mayConvertTo(to, deciding.command.role, deciding.pack) ? Guard() : needSupervisor(deciding);
}

Guard needOtherThan(const Deciding &deciding, const ActorId &actor)
{
    const bool same = deciding.pack.review.fourEyes && actor == deciding.command.actor;
    return same ? refuse(RefusalCode::SamePerson) : Guard();
}

const BachelorMajor *majorNamed(const Deciding &deciding, const std::string &name)
{
    return deciding.pack.catalogue.bachelorMajor(name);
}

/// Only where the catalogue knows the junior major, and says otherwise (A1.4.4.1).
Guard needReachable(const Deciding &deciding, const std::string &major)
{
    const auto text = [&](Field field) {
        const auto found = deciding.state.fields.find(field);
        return found == deciding.state.fields.end() ? std::string_view{} : std::string_view(found->second);
    };
    const Catalogue &catalogue = deciding.pack.catalogue;
    const JuniorMajor *junior = catalogue.juniorMajor(text(Field::JuniorMajorCode), text(Field::JuniorMajor));
    if (!junior || catalogue.reaches(*junior, major))
        return std::nullopt;
    return refuse(RefusalCode::MajorNotReachable, {{"major", major}});
}

bool isSite(const Deciding &deciding, const std::string &site)
{
    const std::string &tableId = deciding.pack.field(Field::ExamSite).table;
    const CodeTable *table = deciding.pack.table(tableId);
    return !site.empty() && (!table || table->find(site));
}

bool isArchived(const ApplicationState &state, const std::string &step)
{
    return std::ranges::find(state.archive, step, &ArchiveStep::step) != state.archive.end();
}

} // namespace

Ruling rule(const Deciding &deciding, const RequestConversion &body)
{
    if (Guard guard = needType(deciding))
        return *guard;
    const Conversion *conversion = deciding.type->conversion(body.conversionId);
    const CandidateType *to = conversion ? deciding.pack.type(conversion->to) : nullptr;
    if (!to)
        return refuse(RefusalCode::UnknownConversion, {{"conversion", body.conversionId}});
    if (Guard guard = firstOf([&] { return needOffer(deciding, *conversion); },
                              [&] { return needConversionWindow(deciding, *conversion); },
                              [&] { return needNotPending(deciding, body.conversionId); },
                              [&] { return needProofs(deciding, *conversion, body.attachments); }))
        return *guard;
    const ConversionRequested requested{body.conversionId, body.attachments, body.note};
    if (conversion->trigger == byCertificate)
        return accept(deciding, {requested});
    return accept(deciding, {requested, ConversionDecided{body.conversionId, true, {}},
                             converted(body.conversionId, *to, ReviewState{}, body.attachments)});
}

Ruling rule(const Deciding &deciding, const DecideConversion &body)
{
    if (Guard guard =
            firstOf([&] { return needPhase(deciding, {Phase::Approved}); }, [&] { return needType(deciding); }))
        return *guard;
    const ConversionRequest *request = pendingRequest(deciding.state, body.conversionId);
    if (!request)
        return refuse(RefusalCode::NoRequest, {{"conversion", body.conversionId}});
    const Conversion *conversion = deciding.type->conversion(body.conversionId);
    const CandidateType *to = conversion ? deciding.pack.type(conversion->to) : nullptr;
    if (!to)
        return refuse(RefusalCode::UnknownConversion, {{"conversion", body.conversionId}});
    if (Guard guard = firstOf([&] { return needConverter(deciding, *to); },
                              [&] { return needOtherThan(deciding, request->actor); }))
        return *guard;
    if (!body.accept && body.note.empty())
        return refuse(RefusalCode::NoteMissing);
    const ConversionDecided decided{body.conversionId, body.accept, body.note};
    if (!body.accept)
        return accept(deciding, {decided});
    return accept(deciding, {decided, converted(body.conversionId, *to, deciding.state.review, request->attachments)});
}

Ruling rule(const Deciding &deciding, const ChooseMajor &body)
{
    if (Guard guard = needType(deciding))
        return *guard;
    if (deciding.type->majorChoice != CandidateType::MajorChoice::Later)
        return refuse(RefusalCode::MajorChosenAlready);
    if (Guard guard = firstOf([&] { return needPhase(deciding, {Phase::Approved}); },
                              [&] { return needWindow(deciding, "choice"); }))
        return *guard;
    const BachelorMajor *major = majorNamed(deciding, body.bachelorMajor);
    if (!major)
        return refuse(RefusalCode::UnknownMajor, {{"major", body.bachelorMajor}});
    if (Guard guard = needReachable(deciding, major->name))
        return *guard;
    return accept(deciding, {MajorChosen{major->name}});
}

Ruling rule(const Deciding &deciding, const ChangeExamSite &body)
{
    if (!deciding.pack.review.siteChangeBySupervisor)
        return refuse(RefusalCode::SiteUnchangeable);
    if (Guard guard = firstOf([&] { return needSupervisor(deciding); },
                              [&] {
                                  return needPhase(deciding, {Phase::Draft, Phase::InReview, Phase::Returned});
                              }))
        return *guard;
    if (body.note.empty())
        return refuse(RefusalCode::NoteMissing);
    if (!isSite(deciding, body.site))
        return refuse(RefusalCode::UnknownSite, {{"site", body.site}});
    const auto chosen = deciding.state.fields.find(Field::ExamSite);
    if (chosen != deciding.state.fields.end() && chosen->second == body.site)
        return refuse(RefusalCode::AlreadyDone);
    return accept(deciding, {ExamSiteChanged{body.site, body.note}});
}

Ruling rule(const Deciding &deciding, const RecordArchiveStep &body)
{
    if (Guard guard =
            firstOf([&] { return needPhase(deciding, {Phase::Approved}); }, [&] { return needType(deciding); }))
        return *guard;
    const ArchiveRoute *route = deciding.pack.archiveRoute(deciding.type->archiveRoute);
    if (!route)
        return refuse(RefusalCode::NoArchiveRoute);
    if (std::ranges::find(route->steps, body.step) == route->steps.end())
        return refuse(RefusalCode::UnknownArchiveStep, {{"step", body.step}});
    if (isArchived(deciding.state, body.step))
        return refuse(RefusalCode::AlreadyDone);
    const auto next =
        std::ranges::find_if(route->steps, [&](const auto &step) { return !isArchived(deciding.state, step); });
    if (*next != body.step)
        return refuse(RefusalCode::ArchiveOutOfOrder, {{"step", body.step}, {"expected", *next}});
    return accept(deciding, {ArchiveStepRecorded{body.step, body.place}});
}

} // namespace zsb
