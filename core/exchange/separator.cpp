#include "core/exchange/separator.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
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

/// How often each candidate stands outside quotes in the line that begins `rest`, which is taken off it. Line ends
/// inside quotes do not end a line.
Counts takeLine(std::string_view &rest)
{
    Counts counts = {};
    bool quoted = false;
    bool atCellStart = true;
    while (!rest.empty()) {
        const char c = rest.front();
        const Candidate *candidate = quoted ? nullptr : candidateAt(rest);
        rest.remove_prefix(candidate ? candidate->text.size() : 1);
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        if (candidate)
            ++counts[std::size_t(candidate - candidates.data())];
        if (c == '"' && (quoted || atCellStart))
            quoted = !quoted;
        atCellStart = candidate != nullptr;
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
    explicit WideCommaSource(std::unique_ptr<ByteSource> source) : m_source(std::move(source)) {}

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

    /// All of m_raw but the beginning of what may be a comma at its end.
    void translate()
    {
        m_ready.clear();
        m_taken = 0;
        std::string_view rest = m_raw;
        while (!rest.empty()) {
            const bool mayGoOn = rest.size() < wideComma.size() && wideComma.starts_with(rest);
            if (mayGoOn && !m_atEnd)
                break;
            const bool isComma = !m_quoted && rest.starts_with(wideComma);
            const char c = isComma ? wideCommaStandIn : rest.front();
            m_ready += c;
            if (c == '"' && (m_quoted || m_atCellStart))
                m_quoted = !m_quoted;
            m_atCellStart = isComma || (!m_quoted && (c == '\n' || c == '\r'));
            rest.remove_prefix(isComma ? wideComma.size() : 1);
        }
        m_waiting = rest.size();
        m_raw.erase(0, m_raw.size() - m_waiting);
    }

    std::unique_ptr<ByteSource> m_source;
    std::string m_raw;
    std::string m_ready;
    std::size_t m_taken = 0;
    std::size_t m_waiting = 0; ///< bytes of m_raw that are not translated yet
    bool m_quoted = false;
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

std::unique_ptr<ByteSource> withWideCommas(std::unique_ptr<ByteSource> utf8)
{
    return std::make_unique<WideCommaSource>(std::move(utf8));
}

} // namespace zsb
