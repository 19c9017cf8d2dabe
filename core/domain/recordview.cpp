#include "core/domain/recordview.h"

#include "core/base/calendar.h"

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::array processFields = {
    Field::NoticeAcceptedAt, Field::IdentityCollectedAt, Field::ConfirmedAt, Field::SubmittedAt,
    Field::PaymentState,     Field::PaidAmount,          Field::Portrait,    Field::Materials};

std::string instantText(const std::optional<Instant> &instant)
{
    return instant ? formatInstant(*instant) : std::string{};
}

std::string materialsText(const ApplicationState &state)
{
    std::string text;
    for (const auto &[slot, files] : state.materials) {
        for (const Attachment &file : files)
            text += (text.empty() ? "" : ";") + slot + '=' + file.fileName;
    }
    return text;
}

/// What the application itself says of a process field; empty when nothing has happened.
std::string processText(const ApplicationState &state, Field field)
{
    if (field == Field::NoticeAcceptedAt)
        return instantText(state.consentAt);
    if (field == Field::IdentityCollectedAt)
        return instantText(state.identityCollectedAt);
    if (field == Field::ConfirmedAt)
        return instantText(state.confirmedAt);
    if (field == Field::SubmittedAt)
        return instantText(state.submittedAt);
    if (field == Field::PaymentState && state.payment.at)
        return std::string(idOf(state.payment.state));
    if (field == Field::PaidAmount && state.payment.at)
        return std::to_string(state.payment.amountFen);
    if (field == Field::Portrait && state.portrait)
        return state.portrait->fileName.empty() ? state.portrait->sha256 : state.portrait->fileName;
    if (field == Field::Materials)
        return materialsText(state);
    return {};
}

} // namespace

bool isProcessField(Field field)
{
    return std::ranges::find(processFields, field) != processFields.end();
}

RecordView::RecordView(const ApplicationState &state)
{
    if (state.origin != Origin::Import) {
        for (const Field field : allFields())
            m_record.setKnown(field);
    }
    for (const auto &[field, text] : state.fields)
        m_record.set(field, text);
    setText(Field::ApplicationNo, state.applicationNo);
    setText(Field::CandidateType, state.typeId);
    setProcessFields(state);
    setFiles(state);
}

void RecordView::setText(Field field, std::string text)
{
    if (text.empty())
        return;
    m_texts.push_back(std::make_unique<std::string>(std::move(text)));
    m_record.set(field, *m_texts.back());
}

/// The text an imported file came with stands until the thing itself has happened here. It was handed in elsewhere: the
/// day it was read in is not the day of its submission.
void RecordView::setProcessFields(const ApplicationState &state)
{
    for (const Field field : processFields) {
        const bool wasElsewhere = state.origin == Origin::Import && field == Field::SubmittedAt;
        if (!state.fields.contains(field) && !wasElsewhere)
            setText(field, processText(state, field));
    }
}

void RecordView::setFiles(const ApplicationState &state)
{
    for (const auto &[slot, files] : state.materials) {
        for (const Attachment &file : files)
            m_materials.push_back({slot, file.fileName, &file.facts});
    }
    m_record.materials = m_materials;
    m_record.portrait = state.portrait ? &state.portrait->facts : nullptr;
}

RecordView recordOf(const ApplicationState &state)
{
    return RecordView(state);
}

} // namespace zsb
