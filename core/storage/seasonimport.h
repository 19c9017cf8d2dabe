#pragma once

#include "core/base/id.h"
#include "core/domain/record.h"
#include "core/rules/rulebook.h"
#include "core/storage/store.h"

#include <optional>
#include <set>
#include <string>

namespace zsb {

/// Who imports, and from where.
struct SeasonImportOptions
{
    enum class Mode
    {
        DryRun, ///< everything but the end: nothing is kept, no file is copied
        Commit,
    };

    Mode mode = Mode::DryRun;
    ActorId actor{};
    Instant now{};
    RandomSource random{};     ///< for ids
    std::string filesFolder{}; ///< what file names are relative to
};

/// Every row is exactly one of these.
enum class RowOutcome : std::uint8_t
{
    New,
    Changed,
    Same,
    Wrong, ///< not imported
};

/// Why a row is wrong, or what is odd about it.
enum class RowTrouble : std::uint8_t
{
    None,
    NoKey,          ///< neither application number nor document number
    RepeatedInFile, ///< an earlier row was about the same application
    Refused,        ///< see `refusal`: the file has moved on here
    FileUnreadable, ///< a file it names cannot be copied
    Damaged,        ///< cells of it lost what was typed in them
    NoType,         ///< imported, but without a known type it stays a draft
};
[[nodiscard]] std::string_view troubleId(RowTrouble trouble); ///< no-key, repeated-in-file, …

struct ImportedRow
{
    RowOutcome outcome = RowOutcome::Wrong;
    RowTrouble trouble = RowTrouble::None;
    std::optional<Refusal> refusal{};
    ApplicationId application{};
};

struct ImportCounts
{
    std::int64_t fresh = 0;
    std::int64_t changed = 0;
    std::int64_t same = 0;
    std::int64_t wrong = 0;

    [[nodiscard]] std::int64_t rows() const { return fresh + changed + same + wrong; }
    bool operator==(const ImportCounts &) const = default;
};

/// Takes a season row by row into a store, all in one transaction. A row that was handed in elsewhere becomes a file in
/// review: what it lacks are findings, not obstacles. The same input again changes nothing. Blocking; the store must
/// outlive it and do nothing else meanwhile; dropped without finish(), nothing happened.
class SeasonImport
{
public:
    /// Errors: those of Store::begin().
    [[nodiscard]] static Result<std::unique_ptr<SeasonImport>> begin(Store &store, const RuleBook &book,
                                                                     SeasonImportOptions options);

    /// The record is read during the call only. Errors: those of Store; the import cannot go on then.
    [[nodiscard]] Result<ImportedRow> add(const Record &record);
    /// Counts a row as wrong that nothing can be taken from, so that rows in are rows out.
    ImportedRow reject(RowTrouble trouble);
    /// Commits, unless it is a dry run. Errors: those of Store.
    [[nodiscard]] Result<ImportCounts> finish();

private:
    /// What becomes of one row while its commands are carried out.
    struct Progress
    {
        ApplicationState state{};
        ImportedRow row{};
        [[nodiscard]] bool isOk() const { return row.trouble == RowTrouble::None; }
    };

    SeasonImport(Store &store, const RuleBook &book, SeasonImportOptions options, std::unique_ptr<Batch> batch);
    [[nodiscard]] Result<ApplicationId> find(const Record &record) const;
    [[nodiscard]] Result<ImportedRow> addRow(const Record &record);
    [[nodiscard]] Done create(const Record &record, Progress &progress);
    [[nodiscard]] Done change(const Record &record, Progress &progress);
    [[nodiscard]] Done fill(const Record &record, Progress &progress);
    /// What the row says was paid and the application does not know.
    [[nodiscard]] std::optional<RecordPayment> paymentOf(const Record &record, const ApplicationState &known) const;
    [[nodiscard]] Done attach(const Record &record, Progress &progress);
    [[nodiscard]] Done carryOut(Progress &progress, CommandBody body);
    [[nodiscard]] bool copyFile(const ImageFacts &facts, std::string_view fileName) const;
    [[nodiscard]] Attachment attachment(const ImageFacts *facts, std::string_view slot, std::string_view name) const;

    Store &m_store;
    const RuleBook &m_book;
    SeasonImportOptions m_options;
    std::unique_ptr<Batch> m_batch;
    std::set<ApplicationId> m_met;
    ImportCounts m_counts;
};

} // namespace zsb
