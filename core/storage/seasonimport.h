#pragma once

#include "core/base/id.h"
#include "core/domain/record.h"
#include "core/rules/rulebook.h"
#include "core/storage/importtarget.h"
#include "core/storage/store.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace zsb {

/// Who imports, and from where.
struct SeasonImportOptions
{
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
    NoKey,             ///< neither application number nor document number
    RepeatedInFile,    ///< an earlier row was about the same application
    Refused,           ///< see `refusal`: the file has moved on here
    FileUnreadable,    ///< a file it names cannot be copied
    Damaged,           ///< cells of it lost what was typed in them
    NoType,            ///< imported, but without a known type it stays a draft
    UnknownType,       ///< would change a known type into one nobody knows
    OtherPerson,       ///< the application of that number has another name and another document
    FileGone,          ///< imported; a file it names is not there, the one taken in before is kept
    PaymentUnreadable, ///< imported; the payment recorded before is kept
    BlankKept,         ///< imported; what it leaves empty stays as it was taken in before
};
[[nodiscard]] std::string_view troubleId(RowTrouble trouble); ///< no-key, repeated-in-file, …

struct ImportedRow
{
    RowOutcome outcome = RowOutcome::Wrong;
    RowTrouble trouble = RowTrouble::None;
    std::optional<Refusal> refusal{};
    ApplicationId application{};
    std::string file{}; ///< of FileUnreadable: as the row names it
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
/// review: what it lacks are findings, not obstacles. The same input again changes nothing, and nothing that was taken
/// in before is lost by a row that knows less: an empty cell, a file that is not there any more, an unreadable payment.
/// Blocking; the store must outlive it; dropped without finish(), nothing happened but that files may have been copied.
///
/// The transaction begins with the first add(): whoever wants to write meanwhile waits from then on. Looking at
/// pictures and copying them takes longest and belongs before it: prepare() every row, then add() every row.
///
/// What a picture looks like is kept beside the log (see PictureLooks), what was measured on it with its facts.
class SeasonImport
{
public:
    SeasonImport(Store &store, const RuleBook &book, SeasonImportOptions options);
    /// Decides and counts as the other one would, and keeps nothing: no row, no file. Null: a store not there yet.
    [[nodiscard]] static std::unique_ptr<SeasonImport> dryRun(const Store *store, const RuleBook &book,
                                                              SeasonImportOptions options);

    /// Copies the files of a row. One that cannot be copied makes the row wrong when it is added.
    void prepare(const Record &record) const;
    /// The record is read during the call only. Errors: those of Store::begin() and Store::execute(); the import
    /// cannot go on then.
    [[nodiscard]] Result<ImportedRow> add(const Record &record);
    /// Counts a row as wrong that nothing can be taken from, so that rows in are rows out.
    ImportedRow reject(RowTrouble trouble);
    /// Commits. Errors: those of Store.
    [[nodiscard]] Result<ImportCounts> finish();

private:
    /// What becomes of one row while its commands are carried out.
    struct Progress
    {
        ApplicationState state{};
        ImportedRow row{};
        [[nodiscard]] bool isOk() const { return row.trouble == RowTrouble::None; }
    };

    SeasonImport(std::unique_ptr<ImportTarget> target, const BlobStore *blobs, const RuleBook &book,
                 SeasonImportOptions options);
    [[nodiscard]] Result<ApplicationId> find(const Record &record) const;
    [[nodiscard]] Result<ImportedRow> addRow(const Record &record);
    [[nodiscard]] Done create(const Record &record, Progress &progress);
    [[nodiscard]] Done change(const Record &record, Progress &progress);
    [[nodiscard]] Done fill(const Record &record, Progress &progress);
    [[nodiscard]] Done takeChanges(const Record &record, Progress &progress);
    [[nodiscard]] RowTrouble obstacle(const Record &record, const ApplicationState &known) const;
    [[nodiscard]] bool differs(const Record &record, const ApplicationState &known) const;
    [[nodiscard]] RowTrouble whatWasKept(const Record &record, const ApplicationState &known) const;
    [[nodiscard]] std::optional<PaymentState> paymentState(std::string_view text) const;
    /// What the row says was paid and the application does not know.
    [[nodiscard]] std::optional<RecordPayment> paymentOf(const Record &record, const ApplicationState &known) const;
    [[nodiscard]] Done attach(const Record &record, Progress &progress);
    [[nodiscard]] Done replaceNamed(Progress &progress, const Attachment &file);
    [[nodiscard]] Done carryOut(Progress &progress, CommandBody body);
    [[nodiscard]] bool hasFile(const ImageFacts &facts, std::string_view fileName) const;
    [[nodiscard]] bool copyFile(const ImageFacts &facts, std::string_view fileName) const;
    [[nodiscard]] Attachment attachment(const ImageFacts *facts, std::string_view slot, std::string_view name) const;
    void noteLook(const ImageFacts &facts);

    std::unique_ptr<ImportTarget> m_target;
    const BlobStore *m_blobs; ///< null: no file is copied
    const RuleBook &m_book;
    SeasonImportOptions m_options;
    std::set<ApplicationId> m_met;
    std::map<std::string, std::string> m_looks; ///< by hash
    ImportCounts m_counts;
};

} // namespace zsb
