#include "core/batch/batch.h"

#include "core/batch/inputmessages.h"
#include "core/batch/orderedpool.h"
#include "core/batch/rowrecord.h"
#include "core/batch/sharedindex.h"
#include "core/batch/tablelayout.h"

#include <algorithm>
#include <filesystem>

namespace zsb {
namespace {

constexpr std::size_t rowsPerChunk = 1024;

/// What one row came to.
struct CheckedRow
{
    std::int64_t row = 0;
    std::string applicationNo;
    std::vector<Finding> findings;
};

/// One run of a check: the passes over the input and what they gather.
class TableCheck
{
public:
    TableCheck(const RuleBook &book, const BatchOptions &options, TableLayout layout,
               std::unique_ptr<TableReader> reader, const std::vector<std::unique_ptr<Report>> &reports,
               const std::stop_token &stop)
        : m_book(book),
          m_options(options),
          m_layout(std::move(layout)),
          m_reader(std::move(reader)),
          m_reports(reports),
          m_stop(stop),
          m_files(options.filesFolder, options.inspector)
    {
    }

    Result<BatchTotals> run();

private:
    /// Reads the rows below the header, a chunk at a time; nothing at the end or after an error.
    std::optional<RowChunk> nextChunk();
    Done startPass();
    void noteKeys(const RowChunk &chunk);
    void addCandidates(const RowChunk &chunk);
    std::vector<CheckedRow> checkChunk(const RowChunk &chunk);
    Done findShared();
    Done checkAll();
    bool write(const std::vector<CheckedRow> &rows);
    void count(const CheckedRow &row);
    void lookAhead(const RowChunk &chunk);

    const RuleBook &m_book;
    const BatchOptions &m_options;
    TableLayout m_layout;
    std::unique_ptr<TableReader> m_reader;
    const std::vector<std::unique_ptr<Report>> &m_reports;
    const std::stop_token &m_stop;
    FileFacts m_files;
    SharedIndex m_shared;
    BatchTotals m_totals;
    std::int64_t m_lastRow = 0;
    std::int64_t m_aboveHeader = 0;
    std::int64_t m_rowsInAll = 0;
    std::optional<Error> m_readError;
    Done m_written = done();
};

Done TableCheck::startPass()
{
    m_lastRow = 0;
    m_aboveHeader = 0;
    m_readError.reset();
    return m_reader->rewind();
}

std::optional<RowChunk> TableCheck::nextChunk()
{
    if (m_stop.stop_requested() || m_readError)
        return std::nullopt;
    RowChunk chunk;
    Row row;
    while (chunk.rows.size() < rowsPerChunk) {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            m_readError = more.error();
        if (!more || !*more)
            break;
        m_lastRow = row.number;
        if (row.number > m_layout.headerRow)
            chunk.append(row);
        else if (row.number < m_layout.headerRow)
            ++m_aboveHeader;
    }
    if (chunk.rows.empty())
        return std::nullopt;
    return chunk;
}

void TableCheck::noteKeys(const RowChunk &chunk)
{
    RowRecord reader(m_book.pack(), m_layout.columns, m_files);
    for (const RowChunk::ChunkRow &row : chunk.rows) {
        const Record &record = reader.fill(chunk, row);
        m_shared.note(row.number, SharedKey::Document, reader.documentKey());
        m_shared.note(row.number, SharedKey::Phone, reader.phoneKey());
        if (record.portrait)
            m_shared.note(row.number, SharedKey::Portrait, record.portrait->sha256);
        for (const MaterialView &material : record.materials) {
            if (material.facts)
                m_shared.note(row.number, SharedKey::Material, material.facts->sha256);
        }
    }
}

void TableCheck::addCandidates(const RowChunk &chunk)
{
    RowRecord reader(m_book.pack(), m_layout.columns, m_files);
    for (const RowChunk::ChunkRow &row : chunk.rows) {
        if (!m_shared.wanted(row.number))
            continue;
        const Record &record = reader.fill(chunk, row);
        const std::string identity = reader.identity();
        SharedIndex::Entry entry;
        entry.identity = identity;
        entry.applicationNo = record.text(Field::ApplicationNo);
        const auto add = [&](SharedKey key, std::string_view value, std::string_view slot) {
            entry.key = key;
            entry.value = value;
            entry.slot = slot;
            m_shared.add(row.number, entry);
        };
        add(SharedKey::Document, reader.documentKey(), {});
        add(SharedKey::Phone, reader.phoneKey(), {});
        if (record.portrait)
            add(SharedKey::Portrait, record.portrait->sha256, {});
        for (const MaterialView &material : record.materials) {
            if (material.facts)
                add(SharedKey::Material, material.facts->sha256, material.slot);
        }
    }
}

/// Looks at the files of a chunk on a worker, so that the passes after it find them known.
void TableCheck::lookAhead(const RowChunk &chunk)
{
    RowRecord reader(m_book.pack(), m_layout.columns, m_files);
    for (const RowChunk::ChunkRow &row : chunk.rows)
        (void)reader.fill(chunk, row);
}

Done TableCheck::findShared()
{
    if (Done started = startPass(); !started)
        return started;
    OrderedPool<RowChunk, RowChunk> pool(m_files.looks() ? m_options.jobs : 1, [this](RowChunk chunk) {
        if (m_files.looks())
            lookAhead(chunk);
        return chunk;
    });
    pool.run([this] { return nextChunk(); },
             [this](const RowChunk &chunk) {
                 noteKeys(chunk);
                 return true;
             });
    m_rowsInAll = m_lastRow;
    m_shared.settleCandidates();
    if (!m_shared.hasCandidates())
        return done();
    if (Done started = startPass(); !started)
        return started;
    while (const std::optional<RowChunk> chunk = nextChunk())
        addCandidates(*chunk);
    m_shared.finish();
    return done();
}

std::vector<CheckedRow> TableCheck::checkChunk(const RowChunk &chunk)
{
    std::vector<CheckedRow> checked;
    checked.reserve(chunk.rows.size());
    RowRecord reader(m_book.pack(), m_layout.columns, m_files);
    for (const RowChunk::ChunkRow &row : chunk.rows) {
        CheckedRow &result = checked.emplace_back();
        result.row = row.number;
        reader.fill(chunk, row);
        m_shared.apply(row.number, reader.record);
        result.applicationNo = reader.record.text(Field::ApplicationNo);
        for (const RowProblem &problem : row.problems)
            result.findings.push_back(findingOf(problem, m_layout.header, m_layout.columns));
        std::vector<Finding> found = m_book.checkAll(reader.record, m_options.asOf);
        std::ranges::move(found, std::back_inserter(result.findings));
    }
    return checked;
}

void TableCheck::count(const CheckedRow &row)
{
    ++m_totals.checked;
    const auto has = [&row](Severity severity) {
        return std::ranges::find(row.findings, severity, &Finding::severity) != row.findings.end();
    };
    if (has(Severity::Error))
        ++m_totals.withErrors;
    else if (has(Severity::Warning))
        ++m_totals.withWarnings;
    for (const Finding &finding : row.findings)
        ++m_totals.findingsOf[finding.rule];
    m_totals.findings += std::int64_t(row.findings.size());
}

bool TableCheck::write(const std::vector<CheckedRow> &rows)
{
    for (const CheckedRow &row : rows) {
        count(row);
        for (const Finding &finding : row.findings) {
            for (const std::unique_ptr<Report> &report : m_reports) {
                m_written = report->add({row.row, row.applicationNo, finding});
                if (!m_written)
                    return false;
            }
        }
    }
    if (m_options.progress && !rows.empty())
        m_options.progress(rows.back().row, m_rowsInAll);
    return true;
}

Done TableCheck::checkAll()
{
    if (Done started = startPass(); !started)
        return started;
    OrderedPool<RowChunk, std::vector<CheckedRow>> pool(m_options.jobs,
                                                        [this](const RowChunk &chunk) { return checkChunk(chunk); });
    pool.run([this] { return nextChunk(); }, [this](const std::vector<CheckedRow> &rows) { return write(rows); });
    return m_written;
}

Result<BatchTotals> TableCheck::run()
{
    if (Done shared = findShared(); !shared)
        return shared.error();
    if (Done checked = checkAll(); !checked)
        return checked.error();
    m_totals.complete = !m_stop.stop_requested() && !m_readError;
    m_totals.skipped["above_header"] = m_aboveHeader;
    m_totals.skipped["header"] = 1;
    m_totals.skipped["blank"] = m_reader->info().blankRows;
    m_totals.rows = m_totals.checked + m_aboveHeader + 1 + m_reader->info().blankRows;
    for (const std::unique_ptr<Report> &report : m_reports) {
        if (Done ended = report->end(m_totals); !ended)
            return ended.error();
    }
    if (m_readError && !m_stop.stop_requested())
        return *m_readError;
    return m_totals;
}

} // namespace

Result<BatchTotals> checkTable(const RuleBook &book, const BatchOptions &options,
                               const std::vector<std::unique_ptr<Report>> &reports, const std::stop_token &stop)
{
    Result<TableLayout> layout = findTableLayout(options.input, options.reading, book.pack());
    if (!layout)
        return layout.error();
    ReadOptions reading = options.reading;
    reading.headerRow = layout->headerRow;
    Result<std::unique_ptr<TableReader>> reader = openTable(options.input, reading);
    if (!reader)
        return reader.error();
    const Result<std::string> digest = fileSha256(options.input);
    if (!digest)
        return digest.error();

    BatchSummary summary;
    summary.packId = book.pack().id;
    summary.packHash = book.pack().hash;
    summary.inputName = std::filesystem::path(options.input).filename().string();
    summary.inputSha256 = *digest;
    summary.asOf = formatInstant(options.asOf, book.pack().timeOffset);
    summary.header = layout->header;
    summary.columns = layout->columns;
    summary.headerRow = layout->headerRow;
    for (const std::unique_ptr<Report> &report : reports) {
        if (Done begun = report->begin(summary); !begun)
            return begun.error();
    }
    return TableCheck(book, options, std::move(*layout), std::move(*reader), reports, stop).run();
}

} // namespace zsb
