#include "core/exchange/xlsrecords.h"

#include "core/base/text.h"
#include "core/exchange/littleendian.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

namespace zsb {
namespace {

constexpr std::size_t headBytes = 4;
constexpr unsigned wideFlag = 1;
constexpr unsigned phoneticFlag = 4;
constexpr unsigned richFlag = 8;

/// Of the regions whose old files turn up; GB 18030 for mainland China and for whatever is not known.
const char *decoderName(unsigned codePage)
{
    switch (codePage) {
    case 932:
        return "Shift_JIS";
    case 949:
        return "EUC-KR";
    case 950:
        return "Big5";
    case 1251:
        return "windows-1251";
    case 1252:
    case 0x8001: // as Excel 3 wrote it
        return "windows-1252";
    case 65001:
        return "UTF-8";
    }
    return "GB18030";
}

/// UTF-16 that comes in runs, as UTF-8. Half a pair becomes U+FFFD. Room is made for a run at a time, as a text may
/// have 65,535 units and stand in as many cells.
class UnitsToUtf8
{
public:
    explicit UnitsToUtf8(std::size_t units) { m_text.reserve(units); }

    void addNarrow(std::string_view bytes)
    {
        endPair();
        char *at = room(2 * bytes.size());
        for (const char c : bytes)
            at = put(at, static_cast<unsigned char>(c));
        keep(at);
    }
    void addWide(std::string_view bytes)
    {
        char *at = room(mostBytes * (bytes.size() / 2 + 1)); // and one for a half of before
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
            at = addUnit(at, u16At(bytes, i));
        keep(at);
    }
    [[nodiscard]] std::string take()
    {
        endPair();
        return std::move(m_text);
    }

private:
    static constexpr std::size_t mostBytes = 3; ///< of a unit; of a pair four
    static constexpr std::uint16_t replacement = 0xFFFD;

    /// Of a unit that is no half of a pair.
    static char *put(char *at, std::uint16_t unit)
    {
        if (unit < 0x80) {
            *at++ = char(unit);
        } else if (unit < 0x800) {
            *at++ = char(0xC0 | (unit >> 6));
            *at++ = char(0x80 | (unit & 0x3F));
        } else {
            *at++ = char(0xE0 | (unit >> 12));
            *at++ = char(0x80 | ((unit >> 6) & 0x3F));
            *at++ = char(0x80 | (unit & 0x3F));
        }
        return at;
    }
    char *addUnit(char *at, std::uint16_t unit)
    {
        if (m_high == 0 && (unit < 0xD800 || unit > 0xDFFF)) [[likely]]
            return put(at, unit);
        const bool isLow = unit >= 0xDC00 && unit <= 0xDFFF;
        const std::uint16_t high = std::exchange(m_high, 0);
        if (high != 0 && isLow) {
            const std::uint32_t c = 0x10000 + ((high - 0xD800U) << 10) + (unit - 0xDC00U);
            *at++ = char(0xF0 | (c >> 18));
            *at++ = char(0x80 | ((c >> 12) & 0x3F));
            *at++ = char(0x80 | ((c >> 6) & 0x3F));
            *at++ = char(0x80 | (c & 0x3F));
            return at;
        }
        if (high != 0)
            at = put(at, replacement);
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            m_high = unit;
            return at;
        }
        return put(at, isLow ? replacement : unit);
    }
    void endPair()
    {
        if (std::exchange(m_high, 0) != 0)
            keep(put(room(mostBytes), replacement));
    }
    char *room(std::size_t bytes)
    {
        const std::size_t size = m_text.size();
        m_text.resize(size + bytes);
        return m_text.data() + size;
    }
    void keep(const char *end) { m_text.resize(std::size_t(end - m_text.data())); }

    std::string m_text;
    std::uint16_t m_high = 0; ///< the first half of a pair, waiting for its other half
};

} // namespace

bool XlsRecords::next()
{
    const std::size_t size = u16At(m_rest, 2);
    if (m_rest.size() < headBytes + size)
        return false;
    m_id = XlsRecord(u16At(m_rest, 0));
    m_content = m_rest.substr(headBytes, size);
    m_rest.remove_prefix(headBytes + size);
    return true;
}

bool XlsRecords::holdsCells() const
{
    static constexpr std::array cells = {XlsRecord::SharedText, XlsRecord::Label,          XlsRecord::RichText,
                                         XlsRecord::Number,     XlsRecord::ShortNumber,    XlsRecord::BoolError,
                                         XlsRecord::Formula,    XlsRecord::MultipleNumbers};
    return m_content.size() > 4 && std::ranges::find(cells, m_id) != cells.end();
}

std::vector<std::string_view> XlsRecords::pieces()
{
    std::vector<std::string_view> pieces;
    if (!m_content.empty())
        pieces.push_back(m_content);
    while (XlsRecord(u16At(m_rest, 0)) == XlsRecord::Continue && pieces.size() < mostPieces && next())
        if (!m_content.empty())
            pieces.push_back(m_content);
    return pieces;
}

XlsPieces::XlsPieces(std::span<const std::string_view> pieces, XlsEncoding encoding, std::size_t piece, std::size_t at)
    : m_pieces(pieces), m_encoding(encoding), m_piece(piece), m_at(at)
{
    settle();
}

/// On to the next piece when this one is used up.
void XlsPieces::settle()
{
    while (m_piece < m_pieces.size() && m_at >= m_pieces[m_piece].size()) {
        ++m_piece;
        m_at = 0;
    }
}

std::uint32_t XlsPieces::number(std::size_t bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes && !atEnd(); ++i) {
        value |= std::uint32_t(u8At(m_pieces[m_piece], m_at++)) << (8 * i);
        settle();
    }
    return value;
}

void XlsPieces::skip(std::size_t bytes)
{
    while (bytes > 0 && !atEnd()) {
        const std::size_t part = std::min(bytes, m_pieces[m_piece].size() - m_at);
        m_at += part;
        bytes -= part;
        settle();
    }
}

std::string XlsPieces::text(std::size_t count)
{
    if (m_encoding.version == XlsVersion::Biff8)
        return characters(count, (number(1) & wideFlag) != 0);
    const std::string_view rest = atEnd() ? std::string_view() : m_pieces[m_piece].substr(m_at);
    QStringDecoder decoder(decoderName(m_encoding.codePage));
    const QString decoded = decoder(QByteArrayView(rest.data(), qsizetype(std::min(count, rest.size()))));
    skip(count);
    return decoded.toStdString();
}

template<typename Use>
void XlsPieces::eachRun(std::size_t count, bool wide, Use use)
{
    while (count > 0 && !atEnd()) {
        const std::string_view piece = m_pieces[m_piece];
        const std::size_t width = wide ? 2 : 1;
        const std::size_t part = std::min(count, (piece.size() - m_at) / width);
        use(piece.substr(m_at, part * width), wide);
        m_at += part * width;
        count -= part;
        if (part == 0)
            m_at = piece.size(); // half a character: damaged
        const std::size_t before = m_piece;
        settle();
        if (count > 0 && m_piece != before)
            wide = (number(1) & wideFlag) != 0; // each piece tells its width anew
    }
}

std::string XlsPieces::characters(std::size_t count, bool wide)
{
    UnitsToUtf8 text(count);
    eachRun(count, wide, [&text](std::string_view units, bool isWide) {
        if (isWide)
            text.addWide(units);
        else
            text.addNarrow(units);
    });
    return text.take();
}

XlsPieces::TextHead XlsPieces::textHead()
{
    TextHead head;
    head.count = number(2);
    const unsigned flags = number(1);
    head.wide = (flags & wideFlag) != 0;
    head.behind = (flags & richFlag) != 0 ? std::size_t(number(2)) * 4 : 0;
    head.behind += (flags & phoneticFlag) != 0 ? number(4) : 0;
    return head;
}

std::string XlsPieces::sharedText()
{
    const TextHead head = textHead();
    std::string text = characters(head.count, head.wide);
    skip(head.behind);
    return text;
}

void XlsPieces::skipSharedText()
{
    const TextHead head = textHead();
    eachRun(head.count, head.wide, [](std::string_view, bool) {});
    skip(head.behind);
}

} // namespace zsb
