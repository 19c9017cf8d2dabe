#include "core/base/byteblock.h"
#include "core/exchange/csvreader.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace zsb {
namespace {

constexpr std::size_t mostCells = std::size_t(1) << 16; ///< of a record; a sheet has 16,384 columns

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

} // namespace

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

} // namespace zsb
