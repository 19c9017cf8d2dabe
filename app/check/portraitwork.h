#pragma once

#include "app/check/picturereport.h"
#include "core/image/heldpicture.h"
#include "core/image/portraitfit.h"
#include "core/image/portraitreader.h"
#include "core/rules/rulebook.h"

#include <QImage>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsb {

/// What `--fit` made of a file.
struct PortraitFit
{
    QString name;              ///< in the folder; empty when nothing was written
    std::string sha256;        ///< of what was written
    FittedPortrait steps;      ///< without its bytes
    std::string refusal;       ///< why nothing was written
    std::vector<Finding> left; ///< what is still found: a cut cannot mend it
};

/// A file to judge: its place in the order, from 1, and the name its fitted copy gets, without an ending.
struct PortraitJob
{
    QString file;
    int number = 0;
    QString fitStem;
};

/// Folders to write into; an empty name writes nothing.
struct PortraitFolders
{
    QString overlay;
    QString fit;
};

/// One file, measured and judged.
struct JudgedPortrait : JudgedPicture
{
    PortraitReading reading;
    std::optional<PortraitFit> fit;
};

/// Judges one file after the other; any number of threads may ask at once. Never fails: a file that is none, or
/// cannot be read, has a finding that says so.
class PortraitWork
{
public:
    /// `model` may be null.
    PortraitWork(std::shared_ptr<const RuleBook> book, std::shared_ptr<const LandmarkModel> model,
                 PortraitFolders folders);

    [[nodiscard]] JudgedPortrait judge(const PortraitJob &job);

private:
    [[nodiscard]] std::unique_ptr<PortraitReader> borrow();
    void giveBack(std::unique_ptr<PortraitReader> reader);
    [[nodiscard]] std::vector<Finding> findingsOf(const PortraitReading &reading, const QString &file) const;
    void fit(std::string_view bytes, const PortraitJob &job, PortraitReader &reader, JudgedPortrait &judged) const;

    std::shared_ptr<const RuleBook> m_book;
    std::shared_ptr<const LandmarkModel> m_model;
    PortraitFolders m_folders;
    MemoryBudget m_memory{portraitRoom.memory};
    std::mutex m_mutex;
    std::vector<std::unique_ptr<PortraitReader>> m_readers;
};

} // namespace zsb
