#pragma once

#include "core/base/clock.h"
#include "core/rules/rulebook.h"
#include "ui/exchange/importservice.h"

#include <memory>

namespace zsb {

/// Imports into the store of a data folder, through a connection of its own: any thread, one call at a time.
class StoreImport : public ImportService
{
public:
    StoreImport(QString dataFolder, std::shared_ptr<const RuleBook> book, Clock clock, Language language);

    [[nodiscard]] Result<ImportPreview> preview(const ImportRequest &request) override;
    [[nodiscard]] Result<ImportOutcome> dryRun(const ImportRequest &request, const TaskContext &context) override;
    [[nodiscard]] Result<ImportOutcome> import(const ImportRequest &request, const TaskContext &context) override;

    void setLanguage(Language language) { m_language = language; }

private:
    QString m_dataFolder;
    std::shared_ptr<const RuleBook> m_book;
    Clock m_clock;
    std::atomic<Language> m_language;
};

} // namespace zsb
