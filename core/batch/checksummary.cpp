#include "core/batch/checksummary.h"

#include "core/base/hash.h"
#include "core/policy/pack.h"

#include <QFile>

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace zsb {
namespace {

constexpr qint64 saltBytes = qint64(1) << 20;

/// What only who has the input knows. Its SHA-256 stands in every report and would hide nothing.
std::string saltOf(const std::string &input)
{
    QFile file(QString::fromStdString(input));
    const QByteArray front = file.open(QIODevice::ReadOnly) ? file.read(saltBytes) : QByteArray();
    return sha256Hex("files folder\n" + front.toStdString());
}

/// The same for every name of a folder. Reports are passed on, and its path may name a person: who has only the report
/// cannot try out names.
std::string folderPrint(const std::string &folder, const std::string &input)
{
    constexpr std::size_t letters = 16;
    std::error_code failed;
    const std::filesystem::path place = std::filesystem::weakly_canonical(folder.empty() ? "." : folder, failed);
    return sha256Hex(saltOf(input) + (failed ? folder : place.string())).substr(0, letters);
}

} // namespace

BatchSummary summaryOf(const Pack &pack, const BatchOptions &options, const TableLayout &layout, std::string sha256)
{
    BatchSummary summary;
    summary.pack = &pack;
    summary.packId = pack.id;
    summary.packHash = pack.hash;
    summary.inputName = std::filesystem::path(options.input).filename().string();
    summary.inputSha256 = std::move(sha256);
    summary.asOf = formatInstant(options.asOf, pack.timeOffset);
    summary.sheet = options.reading.sheet;
    summary.encoding = layout.encoding;
    summary.looksAtFiles = bool(options.inspector);
    summary.filesPrint = summary.looksAtFiles ? folderPrint(options.filesFolder, options.input) : std::string();
    summary.header = layout.header;
    summary.columns = layout.columns;
    summary.headerRow = layout.headerRow;
    return summary;
}

ReportNeeds needsOf(const std::vector<std::unique_ptr<Report>> &reports)
{
    ReportNeeds all;
    for (const std::unique_ptr<Report> &report : reports) {
        const ReportNeeds needs = report->needs();
        all.cells = all.cells || needs.cells;
        std::ranges::copy(needs.tallies, std::back_inserter(all.tallies));
    }
    std::ranges::sort(all.tallies);
    const auto repeated = std::ranges::unique(all.tallies);
    all.tallies.erase(repeated.begin(), repeated.end());
    return all;
}

} // namespace zsb
