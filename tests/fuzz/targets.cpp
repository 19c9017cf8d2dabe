#include "tests/fuzz/targets.h"

#include "core/base/text.h"
#include "core/batch/materialtext.h"
#include "core/batch/repair.h"
#include "core/batch/tablelayout.h"
#include "core/exchange/headermap.h"
#include "core/exchange/tablereader.h"
#include "core/rules/rulebook.h"
#include "tests/exchange/storedzip.h"
#include "tests/exchange/workbooks.h"
#include "tests/fuzz/cryptotargets.h"
#include "tests/fuzz/httptarget.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/portraittarget.h"
#include "tests/fuzz/protocoltargets.h"
#include "tests/fuzz/scantarget.h"
#include "tests/fuzz/seeds.h"
#include "tests/support/testpack.h"

#include <QTemporaryFile>

#include <cstdlib>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace zsb::test {
namespace {

/// Bytes under a path: in memory where the system can, so that a fuzzer is not kept waiting by a disk.
class BytesUnderAPath
{
public:
#ifdef Q_OS_LINUX
    explicit BytesUnderAPath(std::string_view bytes) : m_file(memfd_create("fuzz", 0))
    {
        if (m_file < 0 || write(m_file, bytes.data(), bytes.size()) != ssize_t(bytes.size()))
            std::abort();
    }
    ~BytesUnderAPath()
    {
        close(m_file);
    }
    [[nodiscard]] std::string path() const
    {
        return "/proc/self/fd/" + std::to_string(m_file);
    }

private:
    int m_file;
#else
    explicit BytesUnderAPath(std::string_view bytes)
    {
        if (!m_file.open() || m_file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()) ||
            !m_file.flush())
            std::abort();
    }
    [[nodiscard]] std::string path() const
    {
        return m_file.fileName().toStdString();
    }

private:
    QTemporaryFile m_file;
#endif
public:
    BytesUnderAPath(const BytesUnderAPath &) = delete;
    BytesUnderAPath &operator=(const BytesUnderAPath &) = delete;
};

ReadOptions fuzzOptions()
{
    ReadOptions options;
    options.limits.maxInflatedBytes = std::int64_t(4) << 20;
    options.limits.maxSharedTextBytes = std::int64_t(1) << 20;
    options.limits.maxXlsBytes = std::int64_t(4) << 20;
    options.limits.maxCells = 100'000;
    options.limits.maxCellBytes = 1024;
    options.limits.maxRecordBytes = std::size_t(1) << 20;
    return options;
}

/// Everything a reader hands out is looked at byte by byte; texts must be UTF-8, rows must rise.
void readToTheEnd(TableReader &reader)
{
    std::int64_t before = 0;
    for (Row row;;) {
        const auto more = reader.next(row);
        if (!more || !*more)
            return;
        if (row.number <= before)
            std::abort();
        before = row.number;
        for (const Cell &cell : row.cells) {
            if (!isValidUtf8(cell.text) || (cell.kind == CellKind::Empty && !cell.text.empty()))
                std::abort();
        }
        for (const RowProblem &problem : row.problems)
            if (!isValidUtf8(problem.evidence))
                std::abort();
    }
}

void readTable(std::string_view input)
{
    const BytesUnderAPath file(input);
    auto reader = openTable(file.path(), fuzzOptions());
    if (!reader)
        return;
    readToTheEnd(**reader);
    if ((*reader)->rewind())
        readToTheEnd(**reader);
}

/// From its beginning, and as several jobs do.
void readText(std::string_view input)
{
    readTable(input);
    const BytesUnderAPath file(input);
    if (const auto reader = openTable(file.path(), fuzzOptions()))
        readInPieces(**reader);
}

void readWorkbookPieces(std::string_view input)
{
    if (input.starts_with("PK"))
        return readTable(input);
    std::array<std::string, 4> pieces;
    for (std::string &piece : pieces) {
        const std::size_t end = std::min(input.find('\x1E'), input.size());
        piece = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    readTable(StoredZip(workbookParts(pieces[0], pieces[1], pieces[2], pieces[3])).bytes());
}

void readPack(std::string_view input)
{
    static const PackFiles whole = *readPackFiles(std::string(ZSB_SOURCE_DIR) + "/tests/packs/hb-demo");
    const std::size_t lineEnd = std::min(input.find('\n'), input.size());
    PackFiles files = whole;
    files[std::string(input.substr(0, lineEnd))] = input.substr(std::min(lineEnd + 1, input.size()));
    const LoadedPack loaded = loadPackFiles(std::move(files));
    if (loaded.pack)
        (void)RuleBook::bind(loaded.pack);
}

/// A repaired cell is UTF-8 and needs no repair.
void repairCells(const std::vector<std::string_view> &cells)
{
    CellRepairer repairer(nm2023(), false);
    for (const std::string_view cell : cells)
        for (const Field field : allFields())
            if (const auto repair = repairer.repair(field, cell); repair && repair->applied)
                if (isValidUtf8(cell) && (!isValidUtf8(repair->value) || repairer.repair(field, repair->value)))
                    std::abort();
}

void readLabels(std::string_view input)
{
    static const std::vector<HeaderSynonym> synonyms = headerSynonyms(nm2023());
    std::vector<std::string_view> header;
    for (std::string_view rest = input; !rest.empty() && header.size() < 1000;) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        header.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const ColumnMap map = mapHeader(header, synonyms);
    for (const std::size_t column : map.unknown)
        if (column >= header.size())
            std::abort();
    for (const std::string_view cell : header)
        (void)parseMaterials(cell);
    repairCells(header);
}

constexpr std::array<FuzzTarget, 12> targets = {{{"csv", readText, csvSeeds},
                                                 {"xlsx", readWorkbookPieces, xlsxSeeds},
                                                 {"xls", readTable, xlsSeeds},
                                                 {"pack", readPack, packSeeds},
                                                 {"labels", readLabels, labelSeeds},
                                                 {"portrait", readPortrait, portraitSeeds},
                                                 {"scan", readScanInput, scanSeeds},
                                                 {"token", readToken, tokenSeeds},
                                                 {"bundle", readBundleInput, bundleSeeds},
                                                 {"http", readRequests, httpSeeds},
                                                 {"ops", readOps, opsSeeds},
                                                 {"range", readRange, rangeSeeds}}};

} // namespace

const std::array<FuzzTarget, 12> &fuzzTargets()
{
    return targets;
}

} // namespace zsb::test
