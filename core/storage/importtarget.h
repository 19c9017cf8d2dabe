#pragma once

#include "core/rules/rulebook.h"
#include "core/storage/picturelooks.h"
#include "core/storage/store.h"

#include <map>
#include <memory>
#include <span>
#include <string>

namespace zsb {

/// What an import runs into: a store, or the thought of one. One row after the other, each with one application.
class ImportTarget
{
public:
    ImportTarget() = default;
    ImportTarget(const ImportTarget &) = delete;
    ImportTarget &operator=(const ImportTarget &) = delete;
    virtual ~ImportTarget() = default;

    /// Has to be called before anything of a row; what the row before did is settled then.
    [[nodiscard]] virtual Done startRow() = 0;
    /// Takes back what was executed since startRow().
    [[nodiscard]] virtual Done dropRow() = 0;
    [[nodiscard]] virtual Result<ApplicationId> findByNumber(std::string_view applicationNo) const = 0;
    [[nodiscard]] virtual Result<ApplicationId> findByDocument(std::string_view type,
                                                               std::string_view number) const = 0;
    /// Revision 0 when there is no such application.
    [[nodiscard]] virtual Result<ApplicationState> state(const ApplicationId &id) = 0;
    [[nodiscard]] virtual Result<Execution> execute(const Command &command) = 0;
    /// Everything since the first row, in one transaction.
    [[nodiscard]] virtual Done finish() = 0;
    /// After finish(): what its pictures look like. What cannot be kept now is taken again later.
    virtual void keepLooks(std::span<const PictureLook> looks) = 0;
};

/// The store itself. Nobody else is kept waiting before the first startRow(). The store must outlive it.
[[nodiscard]] std::unique_ptr<ImportTarget> storeTarget(Store &store, const RuleBook &book, Instant now);
/// Decides as the store would and writes nothing, reads only; null: a store that is not there yet. Keeps the keys of
/// what it has seen, nothing else.
[[nodiscard]] std::unique_ptr<ImportTarget> dryTarget(const Store *store, const RuleBook &book, Instant now);

} // namespace zsb
