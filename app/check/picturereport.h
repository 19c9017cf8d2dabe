#pragma once

#include "app/check/measurewords.h"
#include "core/domain/finding.h"
#include "core/domain/imagefacts.h"
#include "core/policy/picturelimits.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zsb {

/// One picture file, measured and judged, as every report tells it.
struct JudgedPicture
{
    QString file;
    ImageFacts facts;
    std::vector<std::pair<std::string_view, double>> measures; ///< by id
    std::vector<Finding> findings;
    std::string members;   ///< further members of the JSON line, each with a comma after it
    std::string thumbnail; ///< of a report that shows pictures: a small JPEG in base64; empty: none
    double ms = 0;         ///< of this thread's processor time
    bool hasPixels = false;
    bool writeFailed = false; ///< of an overlay or a copy

    [[nodiscard]] std::optional<double> value(std::string_view measure) const;
};

/// What becomes of a file, by its worst finding: as `zsb-check check` counts the rows of a table.
enum class PictureVerdict : std::uint8_t
{
    Clean,
    Looked, ///< a person should look
    Failed, ///< an error
};
[[nodiscard]] PictureVerdict verdictOf(const JudgedPicture &judged);

/// How many pictures there were and what was found.
struct PictureTally
{
    struct Rule
    {
        std::int64_t findings = 0;
        std::string clause; ///< of the first
    };

    std::int64_t asked = 0; ///< files there are; more than `files` when the run broke off
    std::int64_t files = 0;
    std::int64_t failed = 0;
    std::int64_t looked = 0;
    std::int64_t unread = 0; ///< not there, not to be opened, or no file
    std::int64_t findings = 0;
    std::map<std::string, Rule> rules;

    void take(const JudgedPicture &judged);
};

enum class ReportTimes : std::uint8_t
{
    Left, ///< `ms` is null, so that the same files give the same bytes
    Told,
};

/// What pictures are judged by, and how that is told.
struct PictureTerms
{
    std::string title;
    std::string subject; ///< profile or slot in words; empty: none was named
    std::vector<std::string>
        unjudged{};      ///< ids of findings no picture was judged for, as their slot or type is not known
    Text unjudgedText{}; ///< the same in a sentence
    std::shared_ptr<const Pack> pack;
    std::vector<MeasureWords> measures; ///< the table
    std::vector<PictureLimit> limits;   ///< of `pack`, that count for the subject
    Language language = Language::Chinese;
    ReportTimes times = ReportTimes::Left;
    bool showsPictures = true;
};

/// What is written of every picture, in the order they come.
class PictureReport
{
public:
    virtual ~PictureReport() = default;
    /// The text before the first, of each, and after the last picture.
    [[nodiscard]] virtual std::string head(const PictureTally &tally) const = 0;
    [[nodiscard]] virtual std::string picture(const JudgedPicture &judged) const = 0;
    [[nodiscard]] virtual std::string end(const PictureTally &tally) const = 0;
    /// Whether the head needs the sums, so that the pictures have to wait for them.
    [[nodiscard]] virtual bool beginsWithSums() const { return false; }
};

/// By the ending of the name: csv (a line a finding), html (a page to read), anything else JSON lines.
[[nodiscard]] std::unique_ptr<PictureReport> pictureReport(const QString &name, PictureTerms terms);
[[nodiscard]] bool isPageName(const QString &name);

} // namespace zsb
