#include "core/exchange/csvreader.h"

#include "core/exchange/separator.h"
#include "core/exchange/tablefault.h"

#include <algorithm>
#include <cstring>

namespace zsb {
namespace {

constexpr std::size_t initialBufferBytes = std::size_t(1) << 20;
constexpr std::int64_t afterStopBytes = std::int64_t(4) << 10;

} // namespace

Result<std::unique_ptr<TableReader>> CsvReader::open(const std::string &path, const ReadOptions &options)
{
    const auto survey = surveyText(path, options.encoding);
    if (!survey)
        return survey.error();
    if (!survey->looksLikeText)
        return tableError(TableFault::NotATable, "table: neither text nor a workbook");
    auto reader = std::make_unique<CsvReader>();
    reader->m_path = path;
    reader->m_options = options;
    reader->m_headerRow = options.headerRow;
    reader->m_survey = *survey;
    reader->m_info.format = TableFormat::Csv;
    reader->m_info.encoding = survey->encoding;
    reader->m_info.byteOrderMark = survey->markBytes > 0;
    if (const Done opened = reader->rewind(); !opened)
        return opened.error();
    if (const Done sniffed = reader->sniffSeparator(); !sniffed)
        return sniffed.error();
    return std::unique_ptr<TableReader>(std::move(reader));
}

Done CsvReader::rewind()
{
    auto source = openText(m_path, m_survey);
    if (!source)
        return source.error();
    const bool isWide = m_info.separator == wideCommaStandIn && m_options.separator == 0;
    m_source = isWide ? withWideCommas(std::move(*source), m_options.limits.maxCellBytes) : std::move(*source);
    startAt({.offset = std::int64_t(m_survey.markBytes)});
    m_stop = 0;
    m_columns = 0;
    return done();
}

/// `m_source` stands at that place.
void CsvReader::startAt(const TablePlace &place)
{
    m_buffer.resize(std::max(m_buffer.size(), initialBufferBytes));
    m_begin = m_end = m_buffer.data();
    m_block = nullptr;
    m_atEnd = false;
    m_readTo = place.offset;
    m_number = place.number;
    m_nextLine = place.line;
    forgetBlankRows();
}

SeekableReader *CsvReader::seekable()
{
    const bool isAsInFile = m_survey.encoding == TextEncoding::Utf8 && m_info.separator != wideCommaStandIn;
    return isAsInFile ? this : nullptr;
}

TablePlace CsvReader::place() const
{
    return {offset(), m_number, m_nextLine};
}

Done CsvReader::seek(const TablePlace &from, std::int64_t to, std::size_t columns)
{
    if (const Done sought = m_source->seek(from.offset); !sought)
        return sought;
    startAt(from);
    m_stop = to;
    m_columns = columns;
    return done();
}

Result<std::unique_ptr<SeekableReader>> CsvReader::fork() const
{
    auto reader = std::make_unique<CsvReader>();
    reader->m_path = m_path;
    reader->m_options = m_options;
    reader->m_headerRow = m_headerRow;
    reader->m_headerColumns = m_headerColumns;
    reader->m_survey = m_survey;
    reader->m_info = m_info;
    reader->setSeparator(m_info.separator);
    if (const Done opened = reader->rewind(); !opened)
        return opened.error();
    return std::unique_ptr<SeekableReader>(std::move(reader));
}

Result<std::optional<std::int64_t>> CsvReader::likelyRow(std::int64_t from)
{
    if (const Done sought = seek({.offset = from}, from, 0); !sought)
        return sought.error();
    while (!m_atEnd) {
        if (const Done filled = fill(); !filled)
            return filled.error();
        if (const char *end = std::find(m_begin, m_end, '\n'); end != m_end)
            return std::optional(offset() + (end + 1 - m_begin));
        m_begin = m_end;
    }
    return std::optional<std::int64_t>();
}

/// Moves what is left to the front of the buffer and reads more behind it.
Done CsvReader::fill()
{
    const std::size_t left = std::size_t(m_end - m_begin);
    if (left > m_options.limits.maxRecordBytes)
        return Error{ErrorCode::Refused, "table: a record is longer than the limit"};
    std::memmove(m_buffer.data(), m_begin, left);
    m_block = nullptr;
    if (left * 2 > m_buffer.size())
        m_buffer.resize(m_buffer.size() * 2);
    const auto got = m_source->read(m_buffer.data() + left, roomToFill(left));
    if (!got)
        return got.error();
    m_begin = m_buffer.data();
    m_end = m_begin + left + *got;
    m_readTo += std::int64_t(*got);
    m_atEnd = *got == 0;
    return done();
}

/// Little more than is asked for: what is behind the stop is another reader's.
std::size_t CsvReader::roomToFill(std::size_t left) const
{
    const std::size_t room = m_buffer.size() - left;
    return m_stop == 0 ? room : std::min(room, std::size_t(std::max(m_stop - m_readTo, afterStopBytes)));
}

/// By the first lines; full-width commas are read anew as something of one byte.
Done CsvReader::sniffSeparator()
{
    if (m_options.separator != 0) {
        setSeparator(m_options.separator);
        return done();
    }
    if (const Done filled = fill(); !filled)
        return filled.error();
    setSeparator(separatorOf({m_begin, std::min(std::size_t(m_end - m_begin), separatorBytes)}));
    return m_info.separator == wideCommaStandIn ? rewind() : done();
}

void CsvReader::setSeparator(char separator)
{
    m_info.separator = separator;
    m_special.fill(false);
    for (const char c : {separator, '\n', '\r'})
        m_special[static_cast<unsigned char>(c)] = true;
}

Result<bool> CsvReader::next(Row &row)
{
    for (;; meetBlankRows(1)) {
        if (m_stop > 0 && offset() >= m_stop)
            return false;
        const auto more = readRecord();
        if (!more || !*more)
            return more;
        if (!isBlank())
            break;
    }
    settleBlankRows();
    finishCells();
    fitToHeader();
    row = {m_number, m_line, m_cells, m_problems};
    return true;
}

Result<bool> CsvReader::readRecord()
{
    for (;;) {
        if (m_begin == m_end && m_atEnd)
            return false;
        m_cells.clear();
        m_escaped.clear();
        m_problems.clear();
        m_line = m_nextLine;
        const Step step = m_begin < m_end ? parseRecord(m_begin) : Step::NeedMore;
        if (step == Step::TooManyCells)
            return tableError(TableFault::TooLarge, "table: a record of more cells than the limit");
        if (step == Step::Complete) {
            ++m_number;
            for (RowProblem &problem : m_problems)
                problem.row = m_number;
            return true;
        }
        m_nextLine = m_line;
        if (const Done filled = fill(); !filled)
            return filled.error();
    }
}

} // namespace zsb
