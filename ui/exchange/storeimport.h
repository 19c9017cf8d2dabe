#pragma once

#include "core/base/clock.h"
#include "core/image/picturefacts.h"
#include "core/image/sharedmodel.h"
#include "core/rules/rulebook.h"
#include "core/storage/store.h"
#include "ui/exchange/importservice.h"

#include <memory>

namespace zsb {

/// Imports into a store of a data folder, through a connection of its own: any thread. Pictures are looked at on as
/// many threads as the machine has, but one.
class StoreImport : public ImportService
{
public:
    enum class Keep
    {
        Yes,
        No, ///< a demo season takes no table of its user
    };

    StoreImport(StoreOptions season, std::shared_ptr<const RuleBook> book, Clock clock, Keep keep,
                std::shared_ptr<SharedModel> model = std::make_shared<SharedModel>(),
                PictureFacts::Scans scans = PictureFacts::Scans::Measured);

    [[nodiscard]] bool keeps() const override { return m_keep == Keep::Yes; }
    [[nodiscard]] Result<ImportPreview> preview(const ImportRequest &request) override;
    [[nodiscard]] Result<ImportOutcome> dryRun(const ImportRequest &request, const TaskContext &context) override;
    [[nodiscard]] Result<ImportOutcome> import(const ImportRequest &request, const TaskContext &context) override;

private:
    StoreOptions m_season;
    std::shared_ptr<const RuleBook> m_book;
    Clock m_clock;
    Keep m_keep;
    std::shared_ptr<SharedModel> m_model;
    PictureFacts::Scans m_scans;
};

} // namespace zsb
