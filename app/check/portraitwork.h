#pragma once

#include "app/check/picturereport.h"
#include "core/base/lender.h"
#include "core/image/heldpicture.h"
#include "core/image/portraitfit.h"
#include "core/image/portraitreader.h"
#include "core/rules/rulebook.h"

#include <QString>

#include <memory>
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

/// What is made of every portrait beside its verdict. An empty folder name writes nothing.
struct PortraitExtras
{
    QString overlay; ///< folder
    QString fit;     ///< folder
    bool thumbnails = false;
    Language language = Language::Chinese; ///< of the words on overlays
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
                 PortraitExtras extras);

    [[nodiscard]] JudgedPortrait judge(const PortraitJob &job);

private:
    [[nodiscard]] std::vector<Finding> findingsOf(const PortraitReading &reading, const QString &file) const;
    void fit(std::string_view bytes, const PortraitJob &job, PortraitReader &reader, JudgedPortrait &judged) const;
    void addPictures(std::string_view bytes, const PortraitJob &job, JudgedPortrait &judged) const;

    std::shared_ptr<const RuleBook> m_book;
    PortraitExtras m_extras;
    MemoryBudget m_memory{portraitRoom.memory};
    Lender<PortraitReader> m_readers;
};

} // namespace zsb
