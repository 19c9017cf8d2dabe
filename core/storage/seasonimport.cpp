#include "core/storage/seasonimport.h"

#include <algorithm>
#include <charconv>

namespace zsb {

namespace {

/// Everything the row knows, as it was received; the number is the application's own.
std::map<Field, std::string> fieldsOf(const Record &record)
{
    std::map<Field, std::string> fields;
    for (const Field field : allFields()) {
        if (record.knows(field) && field != Field::ApplicationNo)
            fields.emplace(field, record.text(field));
    }
    return fields;
}

/// Files that are attached are compared by their bytes; the words that named them are gone.
bool isAttached(const ApplicationState &state, Field field)
{
    return (field == Field::Portrait && state.portrait) || (field == Field::Materials && !state.materials.empty());
}

/// What was paid is no text once it is recorded; paymentOf() compares it.
bool isRecorded(const ApplicationState &state, Field field)
{
    return state.payment.at && (field == Field::PaymentState || field == Field::PaidAmount);
}

/// The fields of the row that the application does not have like this.
std::map<Field, std::string> changedFields(const Record &record, const ApplicationState &state)
{
    std::map<Field, std::string> fields = fieldsOf(record);
    std::erase_if(fields, [&state](const auto &field) {
        const auto known = state.fields.find(field.first);
        return isAttached(state, field.first) || isRecorded(state, field.first) ||
               (known != state.fields.end() && known->second == field.second);
    });
    return fields;
}

bool hasMaterial(const ApplicationState &state, std::string_view slot, const Attachment &file)
{
    const auto files = state.materials.find(std::string(slot));
    return files != state.materials.end() && std::ranges::any_of(files->second, [&file](const Attachment &known) {
               return known.sha256 == file.sha256 && (!file.sha256.empty() || known.fileName == file.fileName);
           });
}

bool hasPortrait(const ApplicationState &state, const Attachment &file)
{
    return state.portrait && state.portrait->sha256 == file.sha256;
}

} // namespace

std::string_view troubleId(RowTrouble trouble)
{
    switch (trouble) {
    case RowTrouble::None:
        return "none";
    case RowTrouble::NoKey:
        return "no-key";
    case RowTrouble::RepeatedInFile:
        return "repeated-in-file";
    case RowTrouble::Refused:
        return "refused";
    case RowTrouble::FileUnreadable:
        return "file-unreadable";
    case RowTrouble::Damaged:
        return "damaged";
    case RowTrouble::NoType:
        return "no-type";
    }
    return {};
}

Result<std::unique_ptr<SeasonImport>> SeasonImport::begin(Store &store, const RuleBook &book,
                                                          SeasonImportOptions options)
{
    Result<std::unique_ptr<Batch>> batch = store.begin(book, options.now);
    if (!batch)
        return batch.error();
    return std::unique_ptr<SeasonImport>(new SeasonImport(store, book, std::move(options), *std::move(batch)));
}

SeasonImport::SeasonImport(Store &store, const RuleBook &book, SeasonImportOptions options,
                           std::unique_ptr<Batch> batch)
    : m_store(store), m_book(book), m_options(std::move(options)), m_batch(std::move(batch))
{
}

Result<ApplicationId> SeasonImport::find(const Record &record) const
{
    if (!record.isEmpty(Field::ApplicationNo))
        return m_store.findByNumber(record.text(Field::ApplicationNo));
    return m_store.findByDocument(record.text(Field::DocumentType), record.text(Field::DocumentNumber), m_book.pack());
}

Result<ImportedRow> SeasonImport::add(const Record &record)
{
    Result<ImportedRow> row = addRow(record);
    if (!row)
        return row;
    switch (row->outcome) {
    case RowOutcome::New:
        ++m_counts.fresh;
        break;
    case RowOutcome::Changed:
        ++m_counts.changed;
        break;
    case RowOutcome::Same:
        ++m_counts.same;
        break;
    case RowOutcome::Wrong:
        ++m_counts.wrong;
        break;
    }
    return row;
}

ImportedRow SeasonImport::reject(RowTrouble trouble)
{
    ++m_counts.wrong;
    return {RowOutcome::Wrong, trouble, std::nullopt, {}};
}

Result<ImportedRow> SeasonImport::addRow(const Record &record)
{
    Progress progress;
    if (record.isEmpty(Field::ApplicationNo) && record.isEmpty(Field::DocumentNumber)) {
        progress.row.trouble = RowTrouble::NoKey;
        return progress.row;
    }
    if (Done saved = m_batch->savepoint(); !saved)
        return saved.error();
    const Result<ApplicationId> known = find(record);
    if (!known)
        return known.error();
    if (m_met.contains(*known)) {
        progress.row = {RowOutcome::Wrong, RowTrouble::RepeatedInFile, std::nullopt, *known};
        return progress.row;
    }
    const bool isNew = known->isEmpty();
    progress.row.application = isNew ? ApplicationId{uuid7(m_options.now, m_options.random)} : *known;
    if (Done done = isNew ? create(record, progress) : change(record, progress); !done)
        return done.error();
    m_met.insert(progress.row.application);
    if (progress.row.outcome == RowOutcome::Wrong) {
        if (Done undone = m_batch->undo(); !undone)
            return undone.error();
    }
    return progress.row;
}

Done SeasonImport::create(const Record &record, Progress &progress)
{
    progress.row.outcome = RowOutcome::New;
    progress.state.id = progress.row.application;
    Done done = carryOut(progress, CreateDraft{std::string(record.text(Field::ApplicationNo)), Origin::Import});
    if (done)
        done = fill(record, progress);
    if (done && progress.isOk() && progress.state.typeId.empty())
        progress.row.trouble = RowTrouble::NoType;
    return done;
}

Done SeasonImport::change(const Record &record, Progress &progress)
{
    Result<ApplicationState> state = m_batch->state(progress.row.application);
    if (!state)
        return state.error();
    progress.state = *std::move(state);
    const int before = progress.state.revision;
    const bool filesDiffer =
        std::ranges::any_of(record.materials,
                            [&](const MaterialView &view) {
                                const MaterialSlot *slot = m_book.pack().slot(view.slot);
                                return slot && view.facts &&
                                       !hasMaterial(progress.state, slot->id,
                                                    attachment(view.facts, slot->id, view.fileName));
                            }) ||
        (record.portrait && !hasPortrait(progress.state, attachment(record.portrait, {}, {})));
    if (changedFields(record, progress.state).empty() && !filesDiffer && !paymentOf(record, progress.state)) {
        progress.row.outcome = RowOutcome::Same;
        return done();
    }
    progress.row.outcome = RowOutcome::Changed;
    Done changed = done();
    if (progress.state.review.phase == Phase::InReview)
        changed = carryOut(progress, Withdraw{});
    if (changed)
        changed = fill(record, progress);
    if (changed && progress.isOk() && progress.state.revision == before)
        progress.row.outcome = RowOutcome::Same;
    return changed;
}

Done SeasonImport::fill(const Record &record, Progress &progress)
{
    const CandidateType *type = m_book.pack().type(record.text(Field::CandidateType));
    Done filled = done();
    if (type && type->id != progress.state.typeId)
        filled = carryOut(progress, ChooseType{type->id});
    const std::map<Field, std::string> fields = changedFields(record, progress.state);
    if (filled && !fields.empty())
        filled = carryOut(progress, SetFields{fields});
    if (const auto payment = paymentOf(record, progress.state); filled && payment)
        filled = carryOut(progress, *payment);
    if (filled)
        filled = attach(record, progress);
    if (filled && progress.isOk() && !progress.state.typeId.empty() && progress.state.review.phase == Phase::Draft)
        filled = carryOut(progress, Submit{});
    return filled;
}

/// Payment is an axis of its own (A1.7.1). A state or an amount nobody can read stays text, where a rule sees it.
std::optional<RecordPayment> SeasonImport::paymentOf(const Record &record, const ApplicationState &known) const
{
    const CodeTable *states = m_book.pack().table("payment_state");
    const Code *code = states ? states->find(record.text(Field::PaymentState)) : nullptr;
    const auto state = code ? fromId<PaymentState>(code->code) : std::nullopt;
    const std::string_view amount = record.text(Field::PaidAmount);
    std::int64_t fen = 0;
    const auto read = std::from_chars(amount.data(), amount.data() + amount.size(), fen);
    const bool isWhole = read.ec == std::errc{} && read.ptr == amount.data() + amount.size();
    if (!state || *state == known.payment.state || (!isWhole && !amount.empty()))
        return std::nullopt;
    return RecordPayment{*state, {}, fen, std::string(importRole)};
}

/// Slots the pack does not know stay in the text of the row, where a rule sees them.
Done SeasonImport::attach(const Record &record, Progress &progress)
{
    Done attached = done();
    if (record.portrait) {
        const Attachment file = attachment(record.portrait, {}, record.text(Field::Portrait));
        if (!copyFile(file.facts, file.fileName))
            progress.row = {RowOutcome::Wrong, RowTrouble::FileUnreadable, std::nullopt, progress.row.application};
        if (!hasPortrait(progress.state, file))
            attached = carryOut(progress, AttachPortrait{file});
    }
    for (const MaterialView &view : record.materials) {
        const MaterialSlot *slot = m_book.pack().slot(view.slot);
        if (!slot || !attached)
            continue;
        const Attachment file = attachment(view.facts, slot->id, view.fileName);
        if (!copyFile(file.facts, file.fileName))
            progress.row = {RowOutcome::Wrong, RowTrouble::FileUnreadable, std::nullopt, progress.row.application};
        if (!hasMaterial(progress.state, slot->id, file))
            attached = carryOut(progress, AttachMaterial{file});
    }
    return attached;
}

/// Does nothing once the row is in trouble.
Done SeasonImport::carryOut(Progress &progress, CommandBody body)
{
    if (!progress.isOk())
        return done();
    const Command command{.id = {uuid7(m_options.now, m_options.random)},
                          .application = progress.row.application,
                          .actor = m_options.actor,
                          .role = std::string(importRole),
                          .at = m_options.now,
                          .revision = progress.state.revision,
                          .packHash = m_book.pack().hash,
                          .body = std::move(body)};
    Result<Execution> answer = m_batch->execute(command);
    if (!answer)
        return answer.error();
    if (const auto *refusal = std::get_if<Refusal>(&*answer))
        progress.row = {RowOutcome::Wrong, RowTrouble::Refused, *refusal, progress.row.application};
    else
        progress.state = std::move(std::get<Executed>(*answer).state);
    return done();
}

bool SeasonImport::copyFile(const ImageFacts &facts, std::string_view fileName) const
{
    if (m_options.mode == SeasonImportOptions::Mode::DryRun || facts.sha256.empty())
        return true;
    if (m_store.blobs().contains(facts.sha256))
        return true;
    const Result<std::string> put =
        m_store.blobs().putFile(m_options.filesFolder + '/' + std::string(fileName), BlobStore::Durable::AfterFlush);
    return put && *put == facts.sha256; // otherwise it has changed since it was looked at
}

Attachment SeasonImport::attachment(const ImageFacts *facts, std::string_view slot, std::string_view name) const
{
    Attachment file{.slot = std::string(slot), .fileName = std::string(name), .addedAt = m_options.now};
    if (facts) {
        file.facts = *facts;
        file.sha256 = facts->sha256;
    }
    return file;
}

Result<ImportCounts> SeasonImport::finish()
{
    if (m_options.mode == SeasonImportOptions::Mode::Commit) {
        // files first: whatever the log refers to is on the disk
        if (Done flushed = m_store.blobs().flush(); !flushed)
            return flushed.error();
        if (Done committed = m_batch->commit(); !committed)
            return committed.error();
    }
    m_batch.reset();
    return m_counts;
}

} // namespace zsb
