#include "ui/review/reviewrows.h"

#include "core/domain/finding.h"
#include "ui/models/phasetone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Tone::Error;
    case Severity::Warning:
        return Tone::Warning;
    case Severity::Info:
        return Tone::Info;
    }
    return Tone::Neutral;
}

/// 1-based; 0 when the file's order has no such step.
int stepNumber(const ApplicationState &state, Step step)
{
    const auto found = std::find(state.steps.begin(), state.steps.end(), stepId(step));
    return found == state.steps.end() ? 0 : int(found - state.steps.begin()) + 1;
}

bool concerns(const Finding &finding, Field field)
{
    return std::find(finding.fields.begin(), finding.fields.end(), field) != finding.fields.end();
}

} // namespace

QString ReviewRows::slotOf(const Finding &finding)
{
    for (const Evidence &evidence : finding.evidence) {
        if (evidence.key == "slot") {
            if (const auto *slot = std::get_if<std::string>(&evidence.value))
                return qtext(*slot);
        }
    }
    return {};
}

/// Where a rule says it measured, as shares of the picture; null when it does not say.
QRectF ReviewRows::boxOf(const Finding &finding)
{
    const auto share = [&finding](std::string_view key) {
        for (const Evidence &evidence : finding.evidence) {
            if (const auto *value = std::get_if<double>(&evidence.value); value && evidence.key == key)
                return *value;
        }
        return 0.0;
    };
    const QRectF box(share("box_left"), share("box_top"), share("box_width"), share("box_height"));
    return box & QRectF(0, 0, 1, 1);
}

QueueRow ReviewRows::queue(const QueueEntry &entry, const ActorId &me, Instant now) const
{
    QueueRow row;
    row.id = entry.id;
    row.key = entry.row;
    row.applicationNo = qtext(entry.applicationNo);
    row.name = qtext(entry.name);
    row.type = m_words.typeName(entry.typeId);
    const Phase phase = fromId<Phase>(entry.phase).value_or(Phase::Draft);
    row.state = m_words.phase(phase);
    row.tone = toneOf(phase);
    if (const CandidateType *type = m_pack.type(entry.typeId);
        type && phase == Phase::InReview && !type->review.empty() && entry.stage != type->review.front().id)
        row.state = tr("待复审");
    row.errors = entry.errors;
    row.warnings = entry.warnings;
    row.tags = entry.tags;
    if (entry.deadline) {
        row.deadline = m_words.day(*entry.deadline);
        row.overdue = *entry.deadline < now;
    }
    const bool held =
        !entry.claimedBy.isEmpty() && entry.claimedBy != me && entry.claimedUntil && *entry.claimedUntil > now;
    if (held) {
        row.heldBy = qtext(entry.claimedBy.value);
        row.state = tr("他人审核中");
        row.tone = Tone::Info;
    }
    return row;
}

QString ReviewRows::fieldValue(const ApplicationState &state, Field field) const
{
    const auto found = state.fields.find(field);
    if (found == state.fields.end())
        return {};
    const FieldInfo &info = m_pack.field(field);
    if (info.kind == FieldInfo::Kind::YesNo && !found->second.empty())
        return found->second == "1" ? tr("是") : tr("否");
    if (field == Field::DocumentType) {
        const DocumentType *type = m_pack.documentType(found->second);
        return type ? m_words.text(type->name) : qtext(found->second);
    }
    if (info.kind == FieldInfo::Kind::Code) {
        const CodeTable *table = m_pack.table(info.table);
        const Code *code = table ? table->find(found->second) : nullptr;
        return code ? m_words.text(code->name) : qtext(found->second);
    }
    return qtext(found->second);
}

/// Region, birth date and the rest of a resident number apart: what the eye compares with the card beside it.
QString ReviewRows::inGroups(const QString &number)
{
    if (number.size() != 18)
        return number;
    return number.left(6) + u' ' + number.mid(6, 8) + u' ' + number.mid(14);
}

FormRow ReviewRows::fieldRow(const ApplicationState &state, Field field, int step) const
{
    FormRow row;
    row.fieldId = qtext(fieldId(field));
    row.label = m_words.text(m_pack.field(field).label);
    row.wholeValue = fieldValue(state, field);
    row.value = field == Field::DocumentNumber ? inGroups(row.wholeValue) : row.wholeValue;
    row.step = step;
    return row;
}

void ReviewRows::addDerived(const ApplicationState &state, QList<FormRow> &rows) const
{
    const CandidateType *type = m_pack.type(state.typeId);
    const auto major = state.fields.find(Field::BachelorMajor);
    if (!type || !type->sitsExam || major == state.fields.end())
        return; // A1.4.4.3: exempt candidates see no subject
    const BachelorMajor *bachelor = m_pack.catalogue.bachelorMajor(major->second);
    const ExamCategory *category = bachelor ? m_pack.catalogue.category(bachelor->categoryCode) : nullptr;
    if (!category)
        return;
    const int step = stepNumber(state, Step::Information);
    const auto add = [&](const QString &label, const std::string &value) {
        FormRow row;
        row.label = label;
        row.value = row.wholeValue = qtext(value);
        row.derived = true;
        row.step = step;
        rows.append(row);
    };
    add(tr("招考类别"), category->name);
    add(tr("专业课科目"), category->majorSubject);
}

void ReviewRows::addProcess(const ApplicationState &state, QList<FormRow> &rows) const
{
    const auto add = [&](Step step, const QString &label, const QString &value) {
        FormRow row;
        row.label = label;
        row.value = row.wholeValue = value;
        row.step = stepNumber(state, step);
        rows.append(row);
    };
    const auto moment = [&](const std::optional<Instant> &at, Field received) {
        if (at)
            return m_words.moment(*at);
        const auto text = state.fields.find(received);
        return text == state.fields.end() || text->second.empty() ? tr("无记录") : qtext(text->second);
    };
    add(Step::Notice, tr("须知同意"), moment(state.consentAt, Field::NoticeAcceptedAt));
    add(Step::Identity, tr("身份采集"), moment(state.identityCollectedAt, Field::IdentityCollectedAt));
    const auto paid = state.fields.find(Field::PaymentState);
    const auto received = paid == state.fields.end() ? std::nullopt : fromId<PaymentState>(paid->second);
    const PaymentState payment = state.payment.at || !received ? state.payment.state : *received;
    add(Step::Payment, tr("缴费"), m_words.payment(payment));
    add(Step::Review, tr("考生确认"), moment(state.confirmedAt, Field::ConfirmedAt));
    add(Step::Review, tr("提交时间"), moment(state.submittedAt, Field::SubmittedAt));
    add(Step::Complete, tr("审批结果"), m_words.phase(state.review.phase));
    for (const auto &[slot, attachments] : state.materials) {
        for (const Attachment &attachment : attachments)
            add(Step::Materials, m_words.slot(slot),
                attachment.facts.isReadable() ? tr("%1×%2，%3")
                                                    .arg(attachment.facts.widthPx)
                                                    .arg(attachment.facts.heightPx)
                                                    .arg(m_words.bytes(attachment.facts.bytes))
                                              : m_words.imageProblem(attachment.facts));
    }
}

QList<FormRow> ReviewRows::form(const FileView &file) const
{
    QList<FormRow> rows;
    const ApplicationState &state = file.state;
    rows.append(fieldRow(state, Field::CandidateType, stepNumber(state, Step::Type)));
    rows.last().value = rows.last().wholeValue = m_words.typeName(state.typeId);
    const int information = stepNumber(state, Step::Information);
    const CandidateType *type = m_pack.type(state.typeId);
    for (const Field field : allFields()) {
        if (field == Field::ApplicationNo || field == Field::CandidateType || field == Field::ExamRegion ||
            field >= Field::NoticeAcceptedAt)
            continue;
        const bool filled = state.fields.contains(field) && !state.fields.at(field).empty();
        const FieldUse *use = type ? type->use(field) : nullptr;
        if (filled || (use && use->required))
            rows.append(fieldRow(state, field, information));
    }
    addDerived(state, rows);
    addProcess(state, rows);
    remark(file, rows);
    return rows;
}

bool ReviewRows::isResolved(const ApplicationState &state, const Finding &finding) const
{
    const auto found = state.resolutions.find(findingKey(finding, state));
    return found != state.resolutions.end() && found->second.resolution == Resolution::Dismissed;
}

void ReviewRows::remark(const FileView &file, QList<FormRow> &rows) const
{
    for (const Finding &finding : file.findings) {
        for (FormRow &row : rows) {
            const auto field = fieldFromId(row.fieldId.toStdString());
            if (!field || !concerns(finding, *field) || !row.remark.isEmpty())
                continue;
            row.tone = isResolved(file.state, finding) ? Tone::Neutral : toneOf(finding.severity);
            row.remark = qtext(m_words.language() == Language::Chinese ? finding.messageZh : finding.messageEn);
        }
    }
}

MaterialRow ReviewRows::material(const Attachment &attachment, bool required) const
{
    MaterialRow row;
    row.slot = qtext(attachment.slot);
    row.name = m_words.slot(attachment.slot);
    if (const MaterialSlot *slot = m_pack.slot(attachment.slot)) {
        row.note = m_words.text(slot->note);
        row.clause = m_words.clause(slot->clause);
    }
    row.sha256 = attachment.sha256;
    row.required = required;
    ImageFacts facts = attachment.facts;
    if (facts.isReadable() && attachment.sha256.empty())
        facts.problem = ImageProblem::Missing;
    row.problem = m_words.imageProblem(facts);
    return row;
}

QList<MaterialRow> ReviewRows::materials(const FileView &file, const ShownPictures &shown) const
{
    QList<MaterialRow> rows;
    std::set<std::string> placed;
    const ApplicationState &state = file.state;
    const auto addSlot = [&](const std::string &slot, bool required) {
        const auto found = state.materials.find(slot);
        if (found == state.materials.end() || !placed.insert(slot).second)
            return false;
        for (const Attachment &attachment : found->second) {
            rows.append(material(attachment, required));
            rows.last().slot = qtext(slot);
            rows.last().seen = !file.unseen.contains(materialItem(slot)) && required;
            rows.last().seen |= shown.contains({materialItem(slot), attachment.sha256});
        }
        return !found->second.empty();
    };
    if (const CandidateType *type = m_pack.type(state.typeId)) {
        for (const MaterialUse &use : type->materials) {
            bool given = false;
            for (const std::string &slot : use.oneOf)
                given |= addSlot(slot, use.required);
            if (!given && use.required && !use.oneOf.empty()) {
                rows.append(material(Attachment{.slot = use.oneOf.front()}, true));
                rows.last().problem = tr("必交材料没有上传。");
            }
        }
    }
    for (const auto &[slot, attachments] : state.materials)
        addSlot(slot, false);
    MaterialRow portrait = material(state.portrait.value_or(Attachment{}), true);
    portrait.slot = qtext(portraitItem);
    portrait.name = tr("照片");
    portrait.portrait = true;
    portrait.seen = shown.contains({std::string(portraitItem), portrait.sha256}) ||
                    (state.portrait && !file.unseen.contains(std::string(portraitItem)));
    if (!state.portrait)
        portrait.problem = tr("没有照片。");
    rows.append(portrait);
    return rows;
}

QList<FindingRow> ReviewRows::findings(const FileView &file, const QList<MaterialRow> &materials) const
{
    QList<FindingRow> rows;
    for (const Finding &finding : file.findings) {
        FindingRow row;
        row.key = qtext(findingKey(finding, file.state));
        row.message = messageOf(finding);
        row.clause = m_words.clause(finding.clause);
        if (const auto basis = m_pack.basis(finding.rule))
            row.quote = qtext(basis->quote);
        row.rule = qtext(finding.rule);
        row.tone = toneOf(finding.severity);
        const auto found = file.state.resolutions.find(findingKey(finding, file.state));
        if (found != file.state.resolutions.end()) {
            row.verdict = found->second.resolution == Resolution::Confirmed ? FindingRow::Verdict::Confirmed
                                                                            : FindingRow::Verdict::Dismissed;
            row.note = qtext(found->second.note);
        }
        row.blocks = finding.severity == Severity::Error && row.verdict != FindingRow::Verdict::Dismissed;
        const QString slot = concerns(finding, Field::Portrait) ? qtext(portraitItem) : slotOf(finding);
        const auto picture = std::find_if(materials.begin(), materials.end(),
                                          [&](const MaterialRow &m) { return !slot.isEmpty() && m.slot == slot; });
        if (picture != materials.end())
            row.place = {EvidencePlace::Kind::Picture, int(picture - materials.begin()), {}};
        else if (!finding.fields.empty())
            row.place = {EvidencePlace::Kind::Field, -1, qtext(fieldId(finding.fields.front()))};
        row.box = boxOf(finding);
        rows.append(row);
    }
    return rows;
}

} // namespace zsb
