#include "core/exchange/separator.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace zsb {
namespace {

constexpr std::string_view wideComma = "\xEF\xBC\x8C";
constexpr int mostLines = 30;

struct Candidate
{
    std::string_view text;
    char byte;
    int weight; ///< what texts hold as well needs more lines to be believed
};
constexpr std::array<Candidate, 5> candidates = {
    {{",", ',', 2}, {";", ';', 2}, {"\t", '\t', 2}, {"|", '|', 1}, {wideComma, wideCommaStandIn, 1}}};

using Counts = std::array<int, candidates.size()>;

const Candidate *candidateAt(std::string_view rest)
{
    const auto found =
        std::ranges::find_if(candidates, [rest](const Candidate &c) { return rest.starts_with(c.text); });
    return found == candidates.end() ? nullptr : &*found;
}

/// The bytes of the quoted cell that `rest` begins with, read as CsvReader does: 0 when its quote is not closed before
/// `isEnd(what is behind it)`, which makes it plain text; nothing while bytes that are not there yet decide.
template<typename IsEnd>
std::optional<std::size_t> quotedBytes(std::string_view rest, bool isAll, std::size_t maxCellBytes, IsEnd isEnd)
{
    const std::string_view within = rest.substr(0, std::min(rest.size() - 1, maxCellBytes) + 1);
    std::size_t close = within.find('"', 1);
    while (close != std::string_view::npos && rest.substr(close + 1).starts_with('"'))
        close = within.find('"', close + 2);
    const bool mayGoOn = within.size() == rest.size() && !isAll;
    if (close == std::string_view::npos)
        return mayGoOn ? std::nullopt : std::optional<std::size_t>(0);
    const std::string_view behind = rest.substr(close + 1);
    if (!isAll && behind.size() < wideComma.size() && wideComma.starts_with(behind))
        return std::nullopt;
    return behind.empty() || isEnd(behind) ? close + 1 : 0;
}

bool beginsLineEnd(std::string_view rest)
{
    return rest.starts_with('\n') || rest.starts_with('\r');
}

/// Whether a semicolon before `rest` parts what stands in one cell: materials are `slot=file;slot=file`. A cell that
/// begins with `=` is a number as spreadsheets guard it.
bool beginsPair(std::string_view rest)
{
    const std::size_t equals = rest.substr(0, rest.find_first_of(",;\t|\"\r\n")).find('=');
    return equals != std::string_view::npos && equals > 0;
}

/// How often each candidate stands outside quotes in the line that begins `rest`, which is taken off it. Line ends
/// inside quotes do not end a line.
Counts takeLine(std::string_view &rest)
{
    const auto isEnd = [](std::string_view behind) { return beginsLineEnd(behind) || candidateAt(behind) != nullptr; };
    Counts counts = {};
    bool atCellStart = true;
    while (!rest.empty()) {
        if (atCellStart && rest.front() == '"')
            rest.remove_prefix(quotedBytes(rest, true, rest.size(), isEnd).value_or(0));
        atCellStart = false;
        if (rest.empty())
            break;
        const bool endsLine = beginsLineEnd(rest);
        const Candidate *candidate = candidateAt(rest);
        rest.remove_prefix(candidate ? candidate->text.size() : 1);
        if (endsLine)
            break;
        atCellStart = candidate != nullptr;
        if (candidate && (candidate->byte != ';' || !beginsPair(rest)))
            ++counts[std::size_t(candidate - candidates.data())];
    }
    return counts;
}

/// Lines that agree on a number of cells, squared, times that number: many lines say more than long ones.
std::int64_t scoreOf(const std::map<int, std::int64_t> &lines)
{
    std::int64_t best = 0;
    for (const auto &[cells, agreeing] : lines)
        best = std::max(best, agreeing * agreeing * cells);
    return best;
}

class WideCommaSource final : public ByteSource
{
public:
    WideCommaSource(std::unique_ptr<ByteSource> source, std::size_t maxCellBytes)
        : m_source(std::move(source)), m_maxCellBytes(maxCellBytes)
    {
    }

    [[nodiscard]] Result<std::size_t> read(char *data, std::size_t size) override
    {
        while (m_taken == m_ready.size() && !m_atEnd) {
            m_raw.resize(m_waiting + pieceBytes);
            const auto got = m_source->read(m_raw.data() + m_waiting, pieceBytes);
            if (!got)
                return got.error();
            m_atEnd = *got == 0;
            m_raw.resize(m_waiting + *got);
            translate();
        }
        const std::size_t part = std::min(size, m_ready.size() - m_taken);
        std::memcpy(data, m_ready.data() + m_taken, part);
        m_taken += part;
        return part;
    }

private:
    static constexpr std::size_t pieceBytes = std::size_t(64) << 10;

    /// All of m_raw but the beginning of what may be a comma, or a quoted cell, at its end.
    void translate()
    {
        m_ready.clear();
        m_taken = 0;
        std::string_view rest = m_raw;
        while (!rest.empty()) {
            const bool mayGoOn = rest.size() < wideComma.size() && wideComma.starts_with(rest);
            if ((mayGoOn && !m_atEnd) || !takeQuoted(rest))
                break;
            if (!rest.empty())
                takeLetter(rest);
        }
        m_waiting = rest.size();
        m_raw.erase(0, m_raw.size() - m_waiting);
    }

    /// The quoted cell that begins there, as it stands; false while its end is not there yet.
    bool takeQuoted(std::string_view &rest)
    {
        if (!m_atCellStart || rest.front() != '"')
            return true;
        const auto isEnd = [](std::string_view behind) {
            return behind.starts_with(wideComma) || behind.starts_with(wideCommaStandIn) || beginsLineEnd(behind);
        };
        const std::optional<std::size_t> bytes = quotedBytes(rest, m_atEnd, m_maxCellBytes, isEnd);
        m_ready += rest.substr(0, bytes.value_or(0));
        rest.remove_prefix(bytes.value_or(0));
        m_atCellStart = !bytes;
        return bytes.has_value();
    }

    void takeLetter(std::string_view &rest)
    {
        const bool isComma = rest.starts_with(wideComma);
        m_atCellStart = isComma || rest.front() == wideCommaStandIn || beginsLineEnd(rest);
        m_ready += isComma ? wideCommaStandIn : rest.front();
        rest.remove_prefix(isComma ? wideComma.size() : 1);
    }

    std::unique_ptr<ByteSource> m_source;
    std::size_t m_maxCellBytes;
    std::string m_raw;
    std::string m_ready;
    std::size_t m_taken = 0;
    std::size_t m_waiting = 0; ///< bytes of m_raw that are not translated yet
    bool m_atCellStart = true;
    bool m_atEnd = false;
};

} // namespace

char separatorOf(std::string_view firstLines)
{
    std::array<std::map<int, std::int64_t>, candidates.size()> lines;
    for (int line = 0; line < mostLines && !firstLines.empty(); ++line) {
        const Counts counts = takeLine(firstLines);
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (counts[i] > 0)
                ++lines[i][counts[i]];
    }
    std::int64_t best = 0;
    char separator = ',';
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::int64_t score = scoreOf(lines[i]) * candidates[i].weight;
        if (score > best) {
            best = score;
            separator = candidates[i].byte;
        }
    }
    return separator;
}

std::unique_ptr<ByteSource> withWideCommas(std::unique_ptr<ByteSource> utf8, std::size_t maxCellBytes)
{
    return std::make_unique<WideCommaSource>(std::move(utf8), maxCellBytes);
}

} // namespace zsb
