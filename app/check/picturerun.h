#pragma once

#include "app/check/commandline.h"
#include "app/check/picturereport.h"
#include "core/batch/orderedpool.h"
#include "core/rules/rulebook.h"

#include <QFile>

#include <algorithm>
#include <functional>
#include <optional>
#include <stop_token>

namespace zsb {

/// How many pictures, how many of them refused, how many for a person to look at.
struct PictureTally
{
    int files = 0;
    int failed = 0;
    int looked = 0;

    void take(const JudgedPicture &judged);
    [[nodiscard]] int exitCode() const { return failed + looked > 0 ? ExitFindings : ExitClean; }
};

/// `--jobs N`, as many as the machine has when it is not given; none when it is no number above 0.
[[nodiscard]] std::optional<int> jobsOf(const CommandLine &line);

/// Whether `--report` names one report of a format there is, and none of the files it is about; says why not.
[[nodiscard]] bool isReportUsable(const CommandLine &line, const QStringList &files, QTextStream &err);

/// Opens the report, standard output when none was named; false with a word to the reader when it cannot be written.
class PictureOutput
{
public:
    PictureOutput(const CommandLine &line, const std::string &title);
    [[nodiscard]] bool open();
    /// Each of these is false once anything could not be written.
    bool head() { return write(m_report->head()); }
    bool picture(const JudgedPicture &judged) { return write(m_report->picture(judged)); }
    bool end() { return write(m_report->end()); }
    [[nodiscard]] bool flush() { return m_isWritten && m_file->flush(); }

private:
    bool write(const std::string &text);

    std::unique_ptr<QFile> m_file;
    std::unique_ptr<PictureReport> m_report;
    bool m_isNamed;
    bool m_isWritten = true;
};

/// Judges jobs 0 … count-1 on several threads and reports them in their order; false when the output cannot be written.
template<typename Judged>
bool judgeInOrder(int count, int jobs, PictureOutput &output, PictureTally &tally, const std::stop_token &stop,
                  const std::function<Judged(int)> &judge, const std::function<bool(const Judged &)> &also = {})
{
    int next = 0;
    bool isWritten = output.head();
    OrderedPool<int, Judged> pool(std::min(jobs, 64), judge);
    pool.run(
        [&]() -> std::optional<int> {
            if (next >= count || stop.stop_requested())
                return std::nullopt;
            return next++;
        },
        [&](const Judged &judged) {
            tally.take(judged);
            isWritten = isWritten && !judged.writeFailed && (!also || also(judged)) && output.picture(judged);
            return isWritten;
        });
    return output.end() && isWritten;
}

} // namespace zsb
