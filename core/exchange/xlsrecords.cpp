#include "core/exchange/xlsrecords.h"

#include "core/base/text.h"
#include "core/exchange/littleendian.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>

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
void XlsPieces::eachUnit(std::size_t count, bool wide, Use use)
{
    while (count > 0 && !atEnd()) {
        const std::string_view piece = m_pieces[m_piece];
        const std::size_t width = wide ? 2 : 1;
        const std::size_t part = std::min(count, (piece.size() - m_at) / width);
        for (std::size_t i = 0; i < part; ++i, m_at += width)
            use(wide ? u16At(piece, m_at) : std::uint16_t(u8At(piece, m_at)));
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
    constexpr char32_t replacement = 0xFFFD;
    std::string text;
    char32_t high = 0; // of a pair, waiting for its other half
    eachUnit(count, wide, [&](std::uint16_t unit) {
        const bool isLow = unit >= 0xDC00 && unit <= 0xDFFF;
        if (high != 0)
            appendUtf8(text, isLow ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00U) : replacement);
        const bool isTaken = isLow && high != 0;
        high = unit >= 0xD800 && unit <= 0xDBFF ? unit : 0;
        if (!isTaken && high == 0)
            appendUtf8(text, isLow ? replacement : char32_t(unit));
    });
    if (high != 0)
        appendUtf8(text, replacement);
    return text;
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
    eachUnit(head.count, head.wide, [](std::uint16_t) {});
    skip(head.behind);
}

} // namespace zsb
