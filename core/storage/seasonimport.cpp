#include "core/storage/seasonimport.h"

#include "core/rules/personkeys.h"

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

/// What the row leaves empty though something was known.
bool isLeftEmpty(const std::pair<const Field, std::string> &field, const ApplicationState &state)
{
    const auto known = state.fields.find(field.first);
    return field.second.empty() && known != state.fields.end() && !known->second.empty();
}

/// The fields of the row that the application does not have like this. One that is left empty says nothing.
std::map<Field, std::string> changedFields(const Record &record, const ApplicationState &state)
{
    std::map<Field, std::string> fields = fieldsOf(record);
    std::erase_if(fields, [&state](const auto &field) {
        const auto known = state.fields.find(field.first);
        return isAttached(state, field.first) || isRecorded(state, field.first) || isLeftEmpty(field, state) ||
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

/// A slot, or the portrait, that already holds what a reviewer can look at.
bool hasContent(const ApplicationState &state, std::string_view slot)
{
    const auto files = state.materials.find(std::string(slot));
    return files != state.materials.end() &&
           std::ranges::any_of(files->second, [](const Attachment &known) { return !known.sha256.empty(); });
}

bool hasPortraitContent(const ApplicationState &state)
{
    return state.portrait && !state.portrait->sha256.empty();
}

/// A file that is not to be had now is no news where one was taken in before.
bool isNews(const ApplicationState &known, const Attachment &file)
{
    return !hasMaterial(known, file.slot, file) && (!file.sha256.empty() || !hasContent(known, file.slot));
}

bool isNewPortrait(const ApplicationState &known, const Attachment &file)
{
    return !hasPortrait(known, file) && (!file.sha256.empty() || !hasPortraitContent(known));
}

/// Whole fen; nothing for a text that is none.
std::optional<std::int64_t> fenOf(std::string_view text)
{
    std::int64_t fen = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), fen);
    const bool isWhole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return isWhole ? std::optional(fen) : std::nullopt;
}

/// The application of that number belongs to somebody else: neither the document nor the name is the same.
bool isOtherPerson(const Record &record, const ApplicationState &state, const Pack &pack)
{
    const auto known = [&](Field field) -> std::string_view {
        const auto text = state.fields.find(field);
        return text == state.fields.end() ? std::string_view() : std::string_view(text->second);
    };
    const auto differs = [](std::string_view one, std::string_view other) {
        return !one.empty() && !other.empty() && one != other;
    };
    return differs(record.text(Field::Name), known(Field::Name)) &&
           differs(personKey(pack, record.text(Field::DocumentType), record.text(Field::DocumentNumber)),
                   personKey(pack, known(Field::DocumentType), known(Field::DocumentNumber)));
}

ImportedRow unreadable(const ApplicationId &application, const std::string &file)
{
    return {RowOutcome::Wrong, RowTrouble::FileUnreadable, std::nullopt, application, file};
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
    case RowTrouble::UnknownType:
        return "unknown-type";
    case RowTrouble::OtherPerson:
        return "other-person";
    case RowTrouble::FileGone:
        return "file-gone";
    case RowTrouble::PaymentUnreadable:
        return "payment-unreadable";
    case RowTrouble::BlankKept:
        return "blank-kept";
    }
    return {};
}

SeasonImport::SeasonImport(Store &store, const RuleBook &book, SeasonImportOptions options)
    : SeasonImport(storeTarget(store, book, options.now), &store.blobs(), book, options)
{
}

SeasonImport::SeasonImport(std::unique_ptr<ImportTarget> target, const BlobStore *blobs, const RuleBook &book,
                           SeasonImportOptions options)
    : m_target(std::move(target)), m_blobs(blobs), m_book(book), m_options(std::move(options))
{
}

std::unique_ptr<SeasonImport> SeasonImport::dryRun(const Store *store, const RuleBook &book,
                                                   SeasonImportOptions options)
{
    return std::unique_ptr<SeasonImport>(
        new SeasonImport(dryTarget(store, book, options.now), nullptr, book, std::move(options)));
}

void SeasonImport::prepare(const Record &record) const
{
    // what cannot be copied is tried once more when the row is added, and told then
    if (record.portrait)
        (void)copyFile(*record.portrait, record.text(Field::Portrait));
    for (const MaterialView &view : record.materials) {
        if (view.facts && m_book.pack().slot(view.slot))
            (void)copyFile(*view.facts, view.fileName);
    }
}

Result<ApplicationId> SeasonImport::find(const Record &record) const
{
    if (!record.isEmpty(Field::ApplicationNo))
        return m_target->findByNumber(record.text(Field::ApplicationNo));
    return m_target->findByDocument(record.text(Field::DocumentType), record.text(Field::DocumentNumber));
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
    if (Done saved = m_target->startRow(); !saved)
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
        if (Done undone = m_target->dropRow(); !undone)
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
    Result<ApplicationState> state = m_target->state(progress.row.application);
    if (!state)
        return state.error();
    progress.state = *std::move(state);
    progress.row.outcome = RowOutcome::Wrong;
    progress.row.trouble = obstacle(record, progress.state);
    if (!progress.isOk())
        return done();
    progress.row.outcome = RowOutcome::Same;
    if (differs(record, progress.state)) {
        progress.row.outcome = RowOutcome::Changed;
        if (Done changed = takeChanges(record, progress); !changed)
            return changed;
    }
    if (progress.isOk())
        progress.row.trouble = whatWasKept(record, progress.state);
    return done();
}

Done SeasonImport::takeChanges(const Record &record, Progress &progress)
{
    const int before = progress.state.revision;
    Done changed = done();
    if (progress.state.review.phase == Phase::InReview)
        changed = carryOut(progress, Withdraw{});
    if (changed)
        changed = fill(record, progress);
    if (changed && progress.isOk() && progress.state.revision == before)
        progress.row.outcome = RowOutcome::Same;
    return changed;
}

/// Why nothing of the row may be taken over what is known.
RowTrouble SeasonImport::obstacle(const Record &record, const ApplicationState &known) const
{
    const Pack &pack = m_book.pack();
    if (isOtherPerson(record, known, pack))
        return RowTrouble::OtherPerson;
    const std::string_view type = record.text(Field::CandidateType);
    return !type.empty() && !known.typeId.empty() && !pack.type(type) ? RowTrouble::UnknownType : RowTrouble::None;
}

bool SeasonImport::differs(const Record &record, const ApplicationState &known) const
{
    const bool hasNewMaterial = std::ranges::any_of(record.materials, [&](const MaterialView &view) {
        const MaterialSlot *slot = m_book.pack().slot(view.slot);
        return slot && view.facts && isNews(known, attachment(view.facts, slot->id, view.fileName));
    });
    return hasNewMaterial || !changedFields(record, known).empty() || paymentOf(record, known) ||
           (record.portrait && isNewPortrait(known, attachment(record.portrait, {}, {})));
}

/// What the row says and the application does not take over, without being wrong as a whole.
RowTrouble SeasonImport::whatWasKept(const Record &record, const ApplicationState &known) const
{
    const auto isGone = [](const ImageFacts *facts) { return facts && facts->sha256.empty(); };
    const bool materialGone = std::ranges::any_of(record.materials, [&](const MaterialView &view) {
        const MaterialSlot *slot = m_book.pack().slot(view.slot);
        return slot && isGone(view.facts) && hasContent(known, slot->id);
    });
    if (materialGone || (isGone(record.portrait) && hasPortraitContent(known)))
        return RowTrouble::FileGone;
    const std::string_view amount = record.text(Field::PaidAmount);
    const std::string_view state = record.text(Field::PaymentState);
    const bool isUnreadable = (!state.empty() && !paymentState(state)) || (!amount.empty() && !fenOf(amount));
    if (known.payment.at && isUnreadable)
        return RowTrouble::PaymentUnreadable;
    const bool isBlankKept = std::ranges::any_of(fieldsOf(record), [&known](const auto &field) {
        return isLeftEmpty(field, known) && !isAttached(known, field.first) && !isRecorded(known, field.first);
    });
    return isBlankKept ? RowTrouble::BlankKept : RowTrouble::None;
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

std::optional<PaymentState> SeasonImport::paymentState(std::string_view text) const
{
    const Pack &pack = m_book.pack();
    const CodeTable *states = pack.table(pack.field(Field::PaymentState).table);
    const Code *code = states ? states->find(text) : nullptr;
    return code ? fromId<PaymentState>(code->code) : std::nullopt;
}

/// Payment is an axis of its own (A1.7.1). A state or an amount nobody can read stays text, where a rule sees it.
std::optional<RecordPayment> SeasonImport::paymentOf(const Record &record, const ApplicationState &known) const
{
    const auto state = paymentState(record.text(Field::PaymentState));
    const std::string_view amount = record.text(Field::PaidAmount);
    if (!state)
        return std::nullopt;
    const std::int64_t unsaid = *state == known.payment.state ? known.payment.amountFen : 0;
    const std::optional<std::int64_t> fen = amount.empty() ? std::optional(unsaid) : fenOf(amount);
    if (!fen || (*state == known.payment.state && *fen == known.payment.amountFen))
        return std::nullopt;
    return RecordPayment{*state, {}, *fen, std::string(importRole)};
}

/// Slots the pack does not know stay in the text of the row, where a rule sees them.
Done SeasonImport::attach(const Record &record, Progress &progress)
{
    Done attached = done();
    if (record.portrait) {
        const Attachment file = attachment(record.portrait, {}, record.text(Field::Portrait));
        if (!hasFile(file.facts, file.fileName))
            progress.row = unreadable(progress.row.application, file.fileName);
        if (isNewPortrait(progress.state, file))
            attached = carryOut(progress, AttachPortrait{file});
        noteLook(*record.portrait);
    }
    for (const MaterialView &view : record.materials) {
        const MaterialSlot *slot = m_book.pack().slot(view.slot);
        if (!slot || !attached)
            continue;
        const Attachment file = attachment(view.facts, slot->id, view.fileName);
        if (!hasFile(file.facts, file.fileName))
            progress.row = unreadable(progress.row.application, file.fileName);
        if (isNews(progress.state, file))
            attached = replaceNamed(progress, file);
        if (view.facts)
            noteLook(*view.facts);
    }
    return attached;
}

/// A file of which only the name was known gives way to its content.
Done SeasonImport::replaceNamed(Progress &progress, const Attachment &file)
{
    const auto files = progress.state.materials.find(file.slot);
    const bool wasNamed =
        files != progress.state.materials.end() &&
        std::ranges::any_of(files->second, [](const Attachment &known) { return known.sha256.empty(); });
    Done attached = carryOut(progress, AttachMaterial{file});
    if (attached && wasNamed && !file.sha256.empty())
        attached = carryOut(progress, RemoveMaterial{file.slot, {}});
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
    Result<Execution> answer = m_target->execute(command);
    if (!answer)
        return answer.error();
    if (const auto *refusal = std::get_if<Refusal>(&*answer))
        progress.row = {RowOutcome::Wrong, RowTrouble::Refused, *refusal, progress.row.application};
    else
        progress.state = std::move(std::get<Executed>(*answer).state);
    return done();
}

/// Prepared, or copied now.
bool SeasonImport::hasFile(const ImageFacts &facts, std::string_view fileName) const
{
    return m_blobs == nullptr || facts.sha256.empty() || m_blobs->contains(facts.sha256) || copyFile(facts, fileName);
}

bool SeasonImport::copyFile(const ImageFacts &facts, std::string_view fileName) const
{
    if (m_blobs == nullptr || facts.sha256.empty() || m_blobs->isWhole(facts.sha256))
        return true;
    const Result<std::string> put =
        m_blobs->putFile(m_options.filesFolder + '/' + std::string(fileName), BlobStore::Durable::AfterFlush);
    return put && *put == facts.sha256; // otherwise it has changed since it was looked at
}

Attachment SeasonImport::attachment(const ImageFacts *facts, std::string_view slot, std::string_view name) const
{
    Attachment file{.slot = std::string(slot), .fileName = std::string(name), .addedAt = m_options.now};
    if (facts) {
        file.facts = *facts;
        file.facts.look.clear(); // no part of the log
        file.sha256 = facts->sha256;
    }
    return file;
}

/// Empty is what nobody took, or what could not be taken; that is left to whoever takes the missing ones.
void SeasonImport::noteLook(const ImageFacts &facts)
{
    if (m_blobs != nullptr && !facts.look.empty() && !facts.sha256.empty())
        m_looks.emplace(facts.sha256, facts.look);
}

Result<ImportCounts> SeasonImport::finish()
{
    // files first: whatever the log refers to is on the disk
    if (Done flushed = m_blobs ? m_blobs->flush() : done(); !flushed)
        return flushed.error();
    if (Done finished = m_target->finish(); !finished)
        return finished.error();
    std::vector<PictureLook> looks;
    looks.reserve(m_looks.size());
    for (auto &[sha256, look] : m_looks)
        looks.push_back({sha256, std::move(look)});
    if (!looks.empty())
        m_target->keepLooks(looks);
    return m_counts;
}

} // namespace zsb
