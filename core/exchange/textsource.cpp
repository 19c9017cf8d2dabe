#include "core/exchange/textsource.h"

#include "core/base/text.h"
#include "core/base/utf8blocks.h"
#include "core/exchange/tablefault.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

namespace zsb {
namespace {

constexpr std::size_t chunkBytes = std::size_t(256) << 10;
constexpr std::size_t longestSequence = 4;

/// Good and bad sequences of an encoding; a sequence cut by the end of a chunk is left for the next one.
struct Tally
{
    std::int64_t multiByte = 0;
    std::int64_t bad = 0;
};

/// Length of the sequence at the front: > 0 good, 0 cut short by the end, -1 broken.
using SequenceAt = int (*)(std::string_view rest);

bool inRange(unsigned char byte, int low, int high)
{
    return byte >= low && byte <= high;
}

int utf8SequenceAt(std::string_view rest)
{
    const auto at = [rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    const unsigned char lead = at(0);
    if (inRange(lead, 0xE1, 0xEC) && rest.size() >= 3) // most of what is not ASCII
        return (at(1) & 0xC0) == 0x80 && (at(2) & 0xC0) == 0x80 ? 3 : -1;
    const int length = inRange(lead, 0xC2, 0xDF)   ? 2
                       : inRange(lead, 0xE0, 0xEF) ? 3
                       : inRange(lead, 0xF0, 0xF4) ? 4
                                                   : 0;
    if (length == 0)
        return -1;
    for (std::size_t i = 1; i < std::size_t(length); ++i) {
        if (i >= rest.size())
            return 0;
        int low = 0x80;
        int high = 0xBF;
        if (i == 1) {
            low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : low;
            high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : high;
        }
        if (!inRange(at(i), low, high))
            return -1;
    }
    return length;
}

int gb18030SequenceAt(std::string_view rest)
{
    const auto at = [rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    if (!inRange(at(0), 0x81, 0xFE))
        return -1;
    if (rest.size() < 2)
        return 0;
    if (inRange(at(1), 0x40, 0x7E) || inRange(at(1), 0x80, 0xFE))
        return 2;
    if (!inRange(at(1), 0x30, 0x39))
        return -1;
    if (rest.size() < 3)
        return 0;
    if (!inRange(at(2), 0x81, 0xFE))
        return -1;
    if (rest.size() < 4)
        return 0;
    const bool mapped = at(0) <= 0x84 || inRange(at(0), 0x90, 0xE3);
    return mapped && inRange(at(3), 0x30, 0x39) ? 4 : -1;
}

const char *skipAscii(const char *p, const char *end)
{
    while (p < end && static_cast<unsigned char>(*p) < 0x80)
        ++p;
    return p;
}

/// Whole blocks of sound UTF-8; whatever is wrong is left for sequenceAt to see.
template<SequenceAt sequenceAt>
const char *skipBlocks(const char *p, const char *end, Tally &tally)
{
    if constexpr (sequenceAt == utf8SequenceAt)
        return skipCommonUtf8<4>(p, end, tally.multiByte);
    return p;
}

/// Counts the sequences of a chunk and returns how many bytes at its end wait for the next chunk.
template<SequenceAt sequenceAt>
std::size_t count(std::string_view chunk, bool last, Tally &tally)
{
    constexpr std::ptrdiff_t stretch = 64; // taken one by one where blocks are not sound
    const char *p = chunk.data();
    const char *end = p + chunk.size();
    while (p < end) {
        p = skipBlocks<sequenceAt>(p, end, tally);
        const char *stop = p + std::min(stretch, end - p);
        while ((p = skipAscii(p, stop)) < stop) {
            const int length = sequenceAt({p, std::size_t(end - p)});
            if (length == 0 && !last)
                return std::size_t(end - p);
            if (length > 0)
                ++tally.multiByte;
            else
                ++tally.bad;
            p += length > 0 ? length : 1;
        }
    }
    return 0;
}

struct PassResult
{
    Tally tally;
    std::int64_t nulBytes = 0;
    bool looksLikeText = true;
};

bool isTextChunk(std::string_view chunk)
{
    const auto controls = std::ranges::count_if(
        chunk, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
    return std::size_t(controls) * 10 <= chunk.size();
}

template<SequenceAt sequenceAt>
Result<PassResult> pass(const std::string &path)
{
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    PassResult result;
    std::vector<char> buffer(chunkBytes + longestSequence);
    std::size_t waiting = 0;
    for (bool first = true;; first = false) {
        const auto got = (*file)->read(buffer.data() + waiting, chunkBytes);
        if (!got)
            return got.error();
        const std::string_view fresh(buffer.data() + waiting, *got);
        const std::string_view chunk(buffer.data(), waiting + *got);
        if (first)
            result.looksLikeText = isTextChunk(fresh);
        if (std::memchr(fresh.data(), 0, fresh.size()) != nullptr)
            result.nulBytes += std::ranges::count(fresh, '\0');
        waiting = count<sequenceAt>(chunk, *got == 0, result.tally);
        if (*got == 0)
            return result;
        std::memmove(buffer.data(), chunk.data() + chunk.size() - waiting, waiting);
    }
}

struct Mark
{
    std::string_view bytes;
    TextEncoding encoding;
};
constexpr std::array<Mark, 4> marks = {{
    {"\xEF\xBB\xBF", TextEncoding::Utf8},
    {"\xFF\xFE", TextEncoding::Utf16LittleEndian},
    {"\xFE\xFF", TextEncoding::Utf16BigEndian},
    {"\x84\x31\x95\x33", TextEncoding::Gb18030},
}};

/// UTF-16 shows by the NUL bytes beside every separator, line end, digit and letter; text of one byte a letter has
/// none.
std::optional<TextEncoding> unmarkedUtf16(std::string_view start)
{
    std::array<std::int64_t, 2> nuls = {};
    std::array<std::int64_t, 2> breaks = {};
    for (std::size_t i = 0; i + 1 < start.size(); i += 2) {
        nuls[0] += start[i] == 0 ? 1 : 0;
        nuls[1] += start[i + 1] == 0 ? 1 : 0;
        const char letter = start[i] == 0 ? start[i + 1] : start[i];
        const bool isBreak = letter == '\n' || letter == '\r' || letter == ',' || letter == '\t' || letter == ';';
        breaks[0] += isBreak && start[i] == 0 ? 1 : 0;
        breaks[1] += isBreak && start[i + 1] == 0 ? 1 : 0;
    }
    const auto pairs = std::int64_t(start.size() / 2);
    for (const std::size_t at : {std::size_t(0), std::size_t(1)})
        if (breaks[at] > 0 && nuls[at] * 20 >= pairs && nuls[1 - at] * 20 <= nuls[at])
            return at == 1 ? TextEncoding::Utf16LittleEndian : TextEncoding::Utf16BigEndian;
    return std::nullopt;
}

Result<std::string> startOf(const std::string &path)
{
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    std::string start(chunkBytes, '\0');
    const auto got = (*file)->read(start.data(), start.size());
    if (!got)
        return got.error();
    start.resize(*got);
    return start;
}

const Mark *markOf(std::string_view start)
{
    for (const Mark &mark : marks)
        if (start.starts_with(mark.bytes))
            return &mark;
    return nullptr;
}

Result<std::optional<TextEncoding>> encodingNamed(std::string_view name)
{
    const std::string key = foldCode(name);
    if (key.empty() || key == "AUTO")
        return std::optional<TextEncoding>();
    if (key == "UTF-8" || key == "UTF8")
        return std::optional(TextEncoding::Utf8);
    if (key == "GB18030" || key == "GBK" || key == "GB2312" || key == "CP936")
        return std::optional(TextEncoding::Gb18030);
    if (key == "UTF-16LE" || key == "UTF-16")
        return std::optional(TextEncoding::Utf16LittleEndian);
    if (key == "UTF-16BE")
        return std::optional(TextEncoding::Utf16BigEndian);
    return tableError(TableFault::UnknownEncoding, "table: unknown encoding");
}

bool isUtf16(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian;
}

TextSurvey surveyOf(TextEncoding encoding, const PassResult &found)
{
    return {encoding, 0, found.tally.bad, found.nulBytes, found.looksLikeText};
}

/// UTF-8 unless it is broken beyond what damage explains.
Result<TextSurvey> surveyBytes(const std::string &path, std::optional<TextEncoding> wanted)
{
    if (wanted != TextEncoding::Gb18030) {
        const auto utf8 = pass<utf8SequenceAt>(path);
        if (!utf8)
            return utf8.error();
        if (wanted || utf8->tally.bad * 10 <= utf8->tally.multiByte)
            return surveyOf(TextEncoding::Utf8, *utf8);
    }
    const auto gb = pass<gb18030SequenceAt>(path);
    if (!gb)
        return gb.error();
    return surveyOf(TextEncoding::Gb18030, *gb);
}

/// A file of another encoding as UTF-8.
class DecodedSource final : public ByteSource
{
public:
    DecodedSource(std::unique_ptr<FileSource> file, TextEncoding encoding)
        : m_file(std::move(file)), m_encoding(encoding), m_decoder(encodingName(encoding)), m_raw(chunkBytes)
    {
    }
    [[nodiscard]] bool isValid() const { return m_decoder.isValid(); }

    [[nodiscard]] Result<std::size_t> read(char *data, std::size_t size) override
    {
        while (m_taken == std::size_t(m_ready.size()) && !m_atEnd) {
            const auto got = m_file->read(m_raw.data(), m_raw.size());
            if (!got)
                return got.error();
            m_atEnd = *got == 0;
            const QString text = m_decoder.decode(QByteArrayView(m_raw.data(), qsizetype(*got)));
            m_ready = m_atEnd && endsWithinCharacter() ? QByteArray("\xEF\xBF\xBD") : text.toUtf8();
            m_taken = 0;
        }
        const std::size_t part = std::min(size, std::size_t(m_ready.size()) - m_taken);
        std::memcpy(data, m_ready.constData() + m_taken, part);
        m_taken += part;
        return part;
    }

private:
    /// At the end: a decoder that waits for the rest of a character reads something else than the line end it is given.
    [[nodiscard]] bool endsWithinCharacter()
    {
        const bool isBig = m_encoding == TextEncoding::Utf16BigEndian;
        const QByteArrayView wide = isBig ? QByteArrayView("\0\n", 2) : QByteArrayView("\n\0", 2);
        const bool isNarrow = m_encoding == TextEncoding::Utf8 || m_encoding == TextEncoding::Gb18030;
        const QString lineEnd = m_decoder.decode(isNarrow ? QByteArrayView("\n", 1) : wide);
        return lineEnd != QStringLiteral("\n");
    }

    std::unique_ptr<FileSource> m_file;
    TextEncoding m_encoding;
    QStringDecoder m_decoder;
    std::vector<char> m_raw;
    QByteArray m_ready;
    std::size_t m_taken = 0;
    bool m_atEnd = false;
};

} // namespace

Result<TextSurvey> surveyText(const std::string &path, std::string_view name)
{
    const auto wanted = encodingNamed(name);
    if (!wanted)
        return wanted.error();
    const auto start = startOf(path);
    if (!start)
        return start.error();
    const Mark *mark = markOf(*start);
    const bool bothUtf16 = mark != nullptr && *wanted && isUtf16(**wanted) && isUtf16(mark->encoding);
    const bool marked = mark != nullptr && (!*wanted || bothUtf16 || **wanted == mark->encoding);
    std::optional<TextEncoding> encoding = marked ? std::optional(mark->encoding) : *wanted;
    if (!encoding)
        encoding = unmarkedUtf16(*start);
    TextSurvey survey;
    if (encoding && isUtf16(*encoding)) {
        survey.encoding = *encoding;
        survey.badPlaces = 1; // lone surrogates show only when decoded
    } else {
        const auto found = surveyBytes(path, encoding);
        if (!found)
            return found.error();
        survey = *found;
    }
    survey.markBytes = marked ? mark->bytes.size() : 0;
    return survey;
}

Result<std::unique_ptr<ByteSource>> openText(const std::string &path, const TextSurvey &survey)
{
    auto file = FileSource::open(path);
    if (!file)
        return file.error();
    if (const Done skipped = (*file)->seek(std::int64_t(survey.markBytes)); !skipped)
        return skipped.error();
    if (survey.encoding == TextEncoding::Utf8)
        return std::unique_ptr<ByteSource>(std::move(*file));
    auto decoded = std::make_unique<DecodedSource>(std::move(*file), survey.encoding);
    if (!decoded->isValid())
        return Error{ErrorCode::Internal, std::string("table: this Qt cannot decode ") + encodingName(survey.encoding)};
    return std::unique_ptr<ByteSource>(std::move(decoded));
}

RepairedText repairUtf8(std::string_view text)
{
    constexpr char32_t replacement = 0xFFFD;
    RepairedText repaired;
    while (!text.empty()) {
        const char32_t c = takeCodePoint(text);
        repaired.badPlaces += c == replacement ? 1 : 0;
        appendUtf8(repaired.text, c);
    }
    return repaired;
}

} // namespace zsb
