#include "core/crypto/bundleheader.h"

#include "core/crypto/bytereader.h"
#include "core/crypto/rawbytes.h"

namespace zsb::bundle {

namespace {

constexpr std::size_t nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t wrappedSize = Key::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t sealedSize = Key::size + crypto_box_SEALBYTES;

bool readShares(ByteReader &reader, Header &header)
{
    const auto count = reader.number<2>();
    if (!count || *count > mostRecipients)
        return false;
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto recipient = reader.take(crypto_box_PUBLICKEYBYTES);
        const auto sealedKey = reader.take(sealedSize);
        if (!recipient || !sealedKey)
            return false;
        header.shares.push_back({std::string(*recipient), std::string(*sealedKey)});
    }
    return true;
}

bool readPassphrase(ByteReader &reader, Header &header)
{
    const auto there = reader.number<1>();
    if (!there || *there > 1)
        return false;
    if (*there == 0)
        return true;
    const auto salt = reader.take(crypto_pwhash_SALTBYTES);
    const auto memory = reader.number<8>();
    const auto passes = reader.number<4>();
    const auto nonce = reader.take(nonceSize);
    const auto sealedKey = reader.take(wrappedSize);
    if (!salt || !memory || !passes || !nonce || !sealedKey)
        return false;
    header.passphrase = {std::string(*salt), {*memory, *passes}, std::string(*nonce), std::string(*sealedKey)};
    return true;
}

} // namespace

std::string headerBytes(const Header &header)
{
    std::string bytes;
    appendText(bytes, header.info.id);
    appendText(bytes, header.info.kind);
    appendNumber<8>(bytes, std::uint64_t(header.info.made.time_since_epoch().count()));
    bytes += header.info.sender;
    appendNumber<2>(bytes, header.shares.size());
    for (const Share &share : header.shares)
        bytes += share.recipient + share.sealedKey;
    appendNumber<1>(bytes, header.passphrase ? 1 : 0);
    if (header.passphrase) {
        bytes += header.passphrase->salt;
        appendNumber<8>(bytes, header.passphrase->cost.memoryBytes);
        appendNumber<4>(bytes, header.passphrase->cost.passes);
        bytes += header.passphrase->nonce + header.passphrase->sealedKey;
    }
    return bytes + header.stream;
}

std::optional<Header> parseHeader(std::string_view bytes)
{
    Header header;
    ByteReader reader(bytes);
    const auto id = reader.text();
    const auto kind = reader.text();
    const auto made = reader.number<8>();
    const auto sender = reader.take(crypto_sign_PUBLICKEYBYTES);
    if (!id || !kind || !made || !sender || !readShares(reader, header) || !readPassphrase(reader, header))
        return std::nullopt;
    const auto stream = reader.take(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (!stream || !reader.atEnd())
        return std::nullopt;
    header.info = {std::string(*id), std::string(*kind), std::string(*sender),
                   Instant(std::chrono::milliseconds(std::int64_t(*made)))};
    header.stream = *stream;
    return header;
}

std::string headerStatement(std::string_view header)
{
    return "zsb bundle header 1\n" + std::string(header);
}

std::string contentStatement(std::string_view header, std::string_view contentHash)
{
    std::string statement = "zsb bundle content 1\n";
    appendText(statement, header);
    return statement.append(contentHash);
}

void ContentHash::add(std::string_view bytes)
{
    crypto_generichash_update(&m_state, rawBytes(bytes), bytes.size());
}

std::string ContentHash::finish()
{
    std::string hash(crypto_generichash_BYTES, '\0');
    crypto_generichash_final(&m_state, rawBytes(hash), hash.size());
    return hash;
}

} // namespace zsb::bundle
