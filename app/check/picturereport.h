#pragma once

#include "core/domain/finding.h"
#include "core/domain/imagefacts.h"

#include <QString>

#include <memory>
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
    std::string members; ///< further members of the JSON line, each with a comma after it
    double ms = 0;       ///< of this thread's processor time
    bool hasPixels = false;
    bool writeFailed = false; ///< of an overlay or a copy
};

/// What is written of every picture, in the order they come.
class PictureReport
{
public:
    virtual ~PictureReport() = default;
    /// The text before the first, of each, and after the last picture.
    [[nodiscard]] virtual std::string head() const = 0;
    [[nodiscard]] virtual std::string picture(const JudgedPicture &judged) const = 0;
    [[nodiscard]] virtual std::string end() const = 0;
};

enum class ReportTimes : std::uint8_t
{
    Left, ///< `ms` is null, so that the same files give the same bytes
    Told,
};

/// By the ending of the name: csv (a line a finding), html (a page to read under `title`), anything else JSON lines.
[[nodiscard]] std::unique_ptr<PictureReport> pictureReport(const QString &name, const std::string &title,
                                                           ReportTimes times);

/// `"name":"text"` and `"name":number`.
void appendMember(std::string &json, std::string_view name, std::string_view text);
void appendMember(std::string &json, std::string_view name, std::int64_t number);

} // namespace zsb
