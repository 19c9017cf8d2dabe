#include "core/storage/codec.h"

#include "core/base/hash.h"

namespace zsb {

QByteArray PlainCodec::encode(const FieldPlace &, std::string_view plain) const
{
    // a null QByteArray would be bound as NULL
    return plain.empty() ? QByteArray("") : QByteArray(plain.data(), qsizetype(plain.size()));
}

Result<std::string> PlainCodec::decode(const FieldPlace &, const QByteArray &stored) const
{
    return stored.toStdString();
}

std::string PlainCodec::lookupKey(std::string_view column, std::string_view normalised) const
{
    if (normalised.empty())
        return {};
    return sha256Hex(std::string(column) + '\n' + std::string(normalised));
}

std::string PlainCodec::searchText(std::string_view, std::string_view normalised) const
{
    return std::string(normalised);
}

} // namespace zsb
