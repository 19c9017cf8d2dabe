#include "core/exchange/csvreader.h"

#include "core/base/byteblock.h"
#include "core/base/text.h"
#include "core/exchange/cellvalue.h"
#include "core/exchange/separator.h"
#include "core/exchange/tablefault.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace zsb {
namespace {

constexpr std::size_t initialBufferBytes = std::size_t(1) << 20;
constexpr std::size_t mostCells = std::size_t(1) << 16; ///< of a record; a sheet has 16,384 columns
constexpr std::int64_t afterStopBytes = std::int64_t(4) << 10;

const char *findByte(const char *from, const char *end, char byte)
{
    return static_cast<const char *>(std::memchr(from, byte, std::size_t(end - from)));
}

bool spansLines(const char *from, const char *end)
{
    return findByte(from, end, '\n') != nullptr || findByte(from, end, '\r') != nullptr;
}

/// Line ends inside quotes: CRLF counts once.
std::int64_t lineEnds(std::string_view text)
{
    std::int64_t ends = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        ends += (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ? 1 : 0;
    return ends;
}

using Block = ByteBlock<4>;

/// A bit for each byte that is the separator or ends a line.
std::uint64_t separatorsAndLineEnds(const char *bytes, char separator)
{
    const Block block(bytes);
    return block.equal(separator) | block.equal('\n') | block.equal('\r');
}

/// Whether a cell, by its first letter and its length, may be anything but the text that stands in it.
bool mayNeedCare(std::string_view text)
{
    if (text.empty())
        return false;
    const char first = text.front();
    return first == '=' || first == '#' || (first >= '0' && first <= '9' && mayBeLostNumber(text));
}

std::string ratio(std::size_t part, std::size_t whole)
{
    return std::to_string(part) + "/" + std::to_string(whole);
}

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
        if (const char *end = findByte(m_begin, m_end, '\n'))
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

/// One record from `p` on; NeedMore leaves everything as it was.
CsvReader::Step CsvReader::parseRecord(const char *p)
{
    for (;;) {
        p = takePlainCells(p);
        if (m_cells.size() > mostCells)
            return Step::TooManyCells;
        if (parseCell(p) == Step::NeedMore)
            return Step::NeedMore;
        if (p == m_end || *p != m_info.separator)
            return finishLine(p) ? Step::Complete : Step::NeedMore;
        ++p;
    }
}

/// Takes the line end at `p`; false when the rest of it may still be in the file.
bool CsvReader::finishLine(const char *p)
{
    if (p < m_end && *p == '\r') {
        if (p + 1 == m_end && !m_atEnd)
            return false;
        p += p + 1 < m_end && p[1] == '\n' ? 2 : 1;
    } else if (p < m_end) {
        ++p;
    }
    ++m_nextLine;
    m_begin = p;
    return true;
}

CsvReader::Step CsvReader::parseCell(const char *&p)
{
    if (p == m_end && !m_atEnd)
        return Step::NeedMore;
    return p < m_end && *p == '"' ? parseQuoted(p) : parsePlain(p);
}

CsvReader::Step CsvReader::parsePlain(const char *&p)
{
    const char *start = p;
    p = findSpecial(p);
    if (p == m_end && !m_atEnd)
        return Step::NeedMore;
    m_cells.push_back({{start, std::size_t(p - start)}, start == p ? CellKind::Empty : CellKind::Text});
    return Step::Complete;
}

/// Looks at a block of bytes from `p` on, unless that one is known; false when less than a block is left.
bool CsvReader::lookAt(const char *p)
{
    if (m_block != nullptr && p >= m_block && p < m_block + Block::size)
        return true;
    if (m_end - p < Block::size)
        return false;
    m_block = p;
    m_found = separatorsAndLineEnds(p, m_info.separator);
    return true;
}

/// Takes the cells from `start` on that are not quoted and end with a separator, nearly all there are. Returns where
/// the first other one begins.
const char *CsvReader::takePlainCells(const char *start)
{
    const char separator = m_info.separator;
    for (const char *p = start; m_cells.size() <= mostCells && lookAt(p); p = m_block + Block::size) {
        for (std::uint64_t left = m_found >> (p - m_block) << (p - m_block); left != 0; left &= left - 1) {
            const char *end = m_block + std::countr_zero(left);
            if (*start == '"' || *end != separator)
                return start;
            m_cells.push_back({{start, std::size_t(end - start)}, start == end ? CellKind::Empty : CellKind::Text});
            start = end + 1;
        }
    }
    return start;
}

/// The next separator or line end; m_end if none.
const char *CsvReader::findSpecial(const char *p)
{
    for (; lookAt(p); p = m_block + Block::size) {
        if (const std::uint64_t left = m_found >> (p - m_block); left != 0)
            return p + std::countr_zero(left);
    }
    while (p < m_end && !m_special[static_cast<unsigned char>(*p)])
        ++p;
    return p;
}

CsvReader::Step CsvReader::parseQuoted(const char *&p)
{
    const char *start = p + 1;
    const char *limit = start + std::min(std::size_t(m_end - start), m_options.limits.maxCellBytes);
    bool doubled = false;
    const char *close = start;
    while ((close = findByte(close, limit, '"')) != nullptr && close + 1 < m_end && close[1] == '"') {
        doubled = true;
        if ((close += 2) > limit)
            close = limit;
    }
    if (close == nullptr || close == limit) {
        if (limit == m_end && !m_atEnd)
            return Step::NeedMore;
        addProblem(m_cells.size(), ProblemCode::UnterminatedQuote);
        return parsePlain(p);
    }
    if (close + 1 == m_end && !m_atEnd)
        return Step::NeedMore;
    if (close + 1 < m_end && !m_special[static_cast<unsigned char>(close[1])]) {
        addProblem(m_cells.size(), spansLines(start, close) ? ProblemCode::UnterminatedQuote : ProblemCode::StrayQuote);
        return parsePlain(p);
    }
    if (doubled)
        m_escaped.push_back(m_cells.size());
    const std::string_view text(start, std::size_t(close - start));
    m_nextLine += lineEnds(text);
    m_cells.push_back({text, text.empty() ? CellKind::Empty : CellKind::Text});
    p = close + 1;
    return Step::Complete;
}

bool CsvReader::isBlank() const
{
    return m_problems.empty() && std::ranges::all_of(m_cells, [](const Cell &cell) { return cell.text.empty(); });
}

void CsvReader::addProblem(std::size_t column, ProblemCode code, std::string evidence)
{
    m_problems.push_back({m_number, int(column) + 1, code, std::move(evidence)});
}

/// The record is whole and will not be parsed again: doubled quotes are undone where they stand.
void CsvReader::finishCells()
{
    m_repaired.clear();
    for (const std::size_t column : m_escaped) {
        std::string_view &text = m_cells[column].text;
        char *to = m_buffer.data() + (text.data() - m_buffer.data());
        char *const start = to;
        for (std::size_t i = 0; i < text.size(); ++i) {
            *to++ = text[i];
            if (text[i] == '"')
                ++i;
        }
        text = {start, std::size_t(to - start)};
    }
    const bool suspicious = m_survey.badPlaces > 0 || m_survey.nulBytes > 0;
    for (std::size_t column = 0; column < m_cells.size(); ++column) {
        if (suspicious)
            cleanCell(column);
        if (mayNeedCare(m_cells[column].text))
            readWithCare(column);
        if (m_cells[column].text.size() > m_options.limits.maxCellBytes)
            cutCell(column);
    }
}

/// Takes ="123" as 123, and says of numbers and errors what is lost.
void CsvReader::readWithCare(std::size_t column)
{
    std::string_view &text = m_cells[column].text;
    if (text.size() >= 4 && text.starts_with("=\"") && text.find('"', 2) == text.size() - 1)
        text = text.substr(2, text.size() - 3);
    if (const auto code = doubtOf(text))
        addProblem(column, *code, std::string(text));
}

void CsvReader::cleanCell(std::size_t column)
{
    std::string_view &text = m_cells[column].text;
    if (const auto nuls = std::ranges::count(text, '\0'); nuls > 0)
        addProblem(column, ProblemCode::NulByte, std::to_string(nuls));
    RepairedText repaired = repairUtf8(text);
    if (repaired.badPlaces == 0)
        return;
    addProblem(column, ProblemCode::BadEncoding, std::to_string(repaired.badPlaces));
    text = m_repaired.emplace_back(std::move(repaired.text));
}

/// Down to the limit, before the character that would pass it.
void CsvReader::cutCell(std::size_t column)
{
    std::string_view &text = m_cells[column].text;
    const std::size_t size = m_options.limits.maxCellBytes;
    addProblem(column, ProblemCode::CellTooLong, ratio(size, text.size()));
    text = upToBytes(text, size);
}

void CsvReader::fitToHeader()
{
    if (m_columns == 0) {
        if (m_headerRow > 0 && m_number >= m_headerRow)
            m_columns = m_cells.size();
        return;
    }
    const std::size_t cells = m_cells.size();
    if (cells == m_columns)
        return;
    m_problems.push_back({m_number, 0, cells < m_columns ? ProblemCode::MissingCells : ProblemCode::ExtraCells,
                          ratio(cells, m_columns)});
    if (cells < m_columns)
        m_cells.resize(m_columns);
}

} // namespace zsb
