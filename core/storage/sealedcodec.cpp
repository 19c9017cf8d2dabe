#include "core/storage/sealedcodec.h"

#include "core/base/text.h"
#include "core/crypto/bytereader.h"

#include <QtGlobal>

namespace zsb {

namespace {

/// Raised when what stands in a place changes its meaning, so that what is old cannot pass for new.
constexpr std::uint64_t placesVersion = 1;
constexpr std::size_t wordSize = 8;

std::string contextOf(const FieldPlace &place)
{
    std::string context;
    appendNumber<2>(context, placesVersion);
    appendText(context, place.table);
    appendText(context, place.row);
    appendText(context, place.column);
    return context;
}

std::string hex(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toHex().toStdString();
}

/// One of 983,040 code points beyond the first plane, where no name has a character of its own.
char32_t characterOf(std::string_view index)
{
    const std::uint64_t number = ByteReader(index).number<8>().value_or(0);
    return char32_t(0x10000 + number % 0xF0000);
}

} // namespace

QByteArray SealedCodec::encode(const FieldPlace &place, std::string_view plain) const
{
    const Result<std::string> sealed = m_keys.seal(plain, contextOf(place));
    // OpenSSL fails without memory only, where Qt ends the program too; anything written now would be lost
    if (!sealed)
        qFatal("a value cannot be sealed: %s", sealed.error().detail.c_str());
    return QByteArray::fromStdString(*sealed);
}

Result<std::string> SealedCodec::decode(const FieldPlace &place, const QByteArray &stored) const
{
    const std::string_view sealed(stored.constData(), std::size_t(stored.size()));
    Result<std::string> plain = m_keys.open(sealed, contextOf(place));
    if (!plain)
        return Error{ErrorCode::Invalid,
                     std::string(place.table) + '.' + std::string(place.column) + ": " + plain.error().detail};
    return plain;
}

std::string SealedCodec::lookupKey(std::string_view column, std::string_view normalised) const
{
    if (normalised.empty())
        return {};
    return hex(m_keys.index("lookup " + std::string(column), normalised));
}

std::string SealedCodec::searchText(std::string_view column, std::string_view normalised) const
{
    if (normalised.empty())
        return {};
    const std::string purpose = "search " + std::string(column);
    if (column != "name")
        return hex(m_keys.index(purpose, normalised).substr(0, wordSize));
    std::u32string spelled;
    for (std::string_view rest = normalised; !rest.empty();) {
        static_cast<void>(takeCodePoint(rest));
        spelled += characterOf(m_keys.index(purpose, normalised.substr(0, normalised.size() - rest.size())));
    }
    return QString::fromUcs4(spelled.data(), qsizetype(spelled.size())).toStdString();
}

} // namespace zsb
