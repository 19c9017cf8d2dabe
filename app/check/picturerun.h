#pragma once

#include "app/check/commandline.h"
#include "app/check/picturereport.h"
#include "core/batch/orderedpool.h"
#include "core/policy/packloader.h"
#include "core/rules/rulebook.h"

#include <QFile>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <functional>
#include <optional>
#include <stop_token>

namespace zsb {

/// `--jobs N`, as many as the machine has when it is not given; none with a word to the reader when it is no number
/// above 0.
[[nodiscard]] std::optional<int> jobsOf(const CommandLine &line, QTextStream &err);

/// `--lang zh|en` (zh when it is not given), `--timings` and `--no-thumbnails`; none with a word to the reader when the
/// language is none of ours.
[[nodiscard]] std::optional<PictureTerms> termsOf(const CommandLine &line, QTextStream &err);

/// The rules of `--pack`. Errors: as openRuleBook().
[[nodiscard]] Result<std::shared_ptr<const RuleBook>> pictureBook(const CommandLine &line);

/// Says what of the run's output cannot be written; what to end with.
int unwritable(QTextStream &err, const QString &what);

/// Whether `--report` names one report of a format there is, and none of the files it is about; says why not.
[[nodiscard]] bool isReportUsable(const CommandLine &line, const QStringList &files, QTextStream &err);
/// Whether none of these options names a folder that is looked through, where what is written would be judged the next
/// time; says so.
[[nodiscard]] bool areFoldersUsable(const CommandLine &line, const QStringList &options, QTextStream &err);
/// Whether the report will show the pictures themselves.
[[nodiscard]] bool showsPictures(const CommandLine &line);

/// Whether there is a file to judge among what filesOf() made of the words; says which of them are folders without any.
[[nodiscard]] bool isAnyFileMeant(const QStringList &words, const QStringList &files, QTextStream &err);

/// What a run ends with: as `zsb-check check`, 1 only when there are errors; with a word to the reader 3 when not one
/// file could be read, and 130 when it broke off before the last.
[[nodiscard]] int exitCodeOf(const PictureTally &tally, QTextStream &err);

/// The report, standard output when none was named. Pictures that have to wait for the sums wait in a file beside it.
class PictureOutput
{
public:
    PictureOutput(const CommandLine &line, PictureTerms terms);
    /// False when it cannot be written.
    [[nodiscard]] bool open();
    /// Each of these is false once anything could not be written.
    bool picture(const JudgedPicture &judged);
    [[nodiscard]] bool end(const PictureTally &tally);
    /// Its file and why it cannot be written; `otherwise` when that is not what went wrong.
    [[nodiscard]] QString trouble(const QString &otherwise) const;

private:
    bool write(QFileDevice &device, const std::string &text);
    bool copyWaiting();

    std::unique_ptr<PictureReport> m_report;
    std::unique_ptr<QFileDevice> m_file;
    std::unique_ptr<QTemporaryFile> m_waiting; ///< null: pictures are written at once
    bool m_isNamed;
    bool m_isWritten = true;
};

/// Judges jobs 0 … count-1 on several threads and reports them in their order; false when the output cannot be written.
template<typename Judged>
bool judgeInOrder(int count, int jobs, PictureOutput &output, PictureTally &tally, const std::stop_token &stop,
                  const std::function<Judged(int)> &judge, const std::function<bool(const Judged &)> &also = {})
{
    int next = 0;
    bool isWritten = true;
    tally.asked = count;
    OrderedPool<int, Judged> pool(std::min(jobs, 64), judge);
    pool.run(
        [&]() -> std::optional<int> {
            if (next >= count || stop.stop_requested())
                return std::nullopt;
            return next++;
        },
        [&](const Judged &judged) {
            tally.take(judged);
            isWritten = !judged.writeFailed && (!also || also(judged)) && output.picture(judged);
            return isWritten;
        });
    return isWritten && output.end(tally); // what lost a picture does not stand as whole
}

} // namespace zsb
