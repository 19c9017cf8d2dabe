#pragma once

#include "app/check/expectedtexts.h"
#include "app/check/picturereport.h"
#include "core/base/lender.h"
#include "core/image/heldpicture.h"
#include "core/image/scanreading.h"
#include "core/rules/rulebook.h"

#include <QString>

#include <memory>
#include <mutex>
#include <string>

namespace zsb {

/// How all files of one run are looked at.
struct ScanAsked
{
    std::string slot; ///< of the pack; empty: not said
    std::string type; ///< id of the candidate type; empty: not said
    QString overlay;  ///< folder to write into; empty: none
    bool thumbnails = false;
    Language language = Language::Chinese; ///< of the words on overlays
    bool reads = false;                    ///< texts are read and compared with `expected`
    ExpectedTexts expected;
};

struct JudgedScan : JudgedPicture
{
    ScanReading reading;
    std::vector<ReadText> texts; ///< empty when nothing was read
};

/// Judges one material after the other; any number of threads may ask at once. Never fails: a file that is none, or
/// cannot be read, has a finding that says so.
class ScanWork
{
public:
    ScanWork(std::shared_ptr<const RuleBook> book, ScanAsked asked);

    /// `number`: of the file, from 1.
    [[nodiscard]] JudgedScan judge(const QString &file, int number);

private:
    [[nodiscard]] std::vector<Finding> findingsOf(const ScanReading &reading, const QString &file) const;
    void compare(std::string_view bytes, JudgedScan &judged);
    void addPictures(std::string_view bytes, int number, JudgedScan &judged);

    std::shared_ptr<const RuleBook> m_book;
    ScanAsked m_asked;
    MemoryBudget m_memory{scanRoom.memory};
    Lender<TextReader> m_readers;
};

} // namespace zsb
