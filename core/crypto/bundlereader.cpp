#include "core/crypto/bundle.h"
#include "core/crypto/bundleheader.h"
#include "core/crypto/bytereader.h"
#include "core/crypto/rawbytes.h"

#include <algorithm>

namespace zsb {

using namespace bundle;

namespace {

/// What a bundle asks for before anybody knows its passphrase is bounded, whoever signed it.
constexpr PasswordCost mostCost{256ULL << 20U, 8};

Error damaged(const char *where)
{
    return {ErrorCode::Invalid, std::string("bundle: damaged or cut off at its ") + where};
}

/// Exactly so many bytes, or an error.
Result<std::string> take(const ReadBytes &from, std::size_t size, const char *where)
{
    std::string bytes(size, '\0');
    for (std::size_t got = 0; got < size;) {
        const Result<std::size_t> more = from(std::span(bytes).subspan(got));
        if (!more)
            return more.error();
        if (*more == 0)
            return damaged(where);
        got += *more;
    }
    return bytes;
}

/// A text with its length in front, no longer than it may be. Nothing is allocated for more.
Result<std::string> takeText(const ReadBytes &from, std::size_t most, const char *where)
{
    const Result<std::string> prefix = take(from, 4, where);
    if (!prefix)
        return prefix.error();
    const auto size = ByteReader(*prefix).number<4>();
    if (!size || *size > most)
        return damaged(where);
    return take(from, std::size_t(*size), where);
}

/// The header's bytes, once its sender is known to have signed them.
Result<std::string> takeHeader(const BundleOpening &opening, const CryptoSuite &suite, const ReadBytes &from)
{
    const Result<std::string> begin = take(from, magic.size(), "beginning");
    if (!begin)
        return begin.error();
    if (*begin != magic)
        return Error{ErrorCode::Invalid, "bundle: not one"};
    Result<std::string> bytes = takeText(from, mostHeader, "header");
    if (!bytes)
        return bytes;
    const Result<std::string> signature = take(from, crypto_sign_BYTES, "header");
    if (!signature)
        return signature.error();
    const std::optional<Header> header = parseHeader(*bytes);
    if (!header)
        return damaged("header");
    if (std::ranges::find(opening.trusted, header->info.sender) == opening.trusted.end())
        return Error{ErrorCode::Refused, "bundle: of nobody who is trusted"};
    if (!suite.verify(header->info.sender, headerStatement(*bytes), *signature))
        return damaged("header");
    return bytes;
}

std::optional<Key> keyFromShare(const Header &header, const BoxKey &recipient)
{
    const auto share = std::ranges::find(header.shares, recipient.publicKey, &Share::recipient);
    std::string key(Key::size, '\0');
    if (share == header.shares.end() ||
        crypto_box_seal_open(rawBytes(key), rawBytes(std::string_view(share->sealedKey)), share->sealedKey.size(),
                             rawBytes(std::string_view(recipient.publicKey)), recipient.secret.data()) != 0)
        return std::nullopt;
    const std::optional<Key> found = Key::of(key);
    wipe(key);
    return found;
}

std::optional<Key> keyFromPassphrase(const PassphraseShare &share, const CryptoSuite &suite,
                                     std::string_view passphrase)
{
    if (share.cost.memoryBytes > mostCost.memoryBytes || share.cost.passes > mostCost.passes)
        return std::nullopt;
    Result<std::string> derived = keyOfPassphrase(passphrase, share.salt, share.cost);
    if (!derived)
        return std::nullopt;
    Result<std::string> key = suite.open(*Key::of(*derived), share.nonce, share.sealedKey, share.salt);
    wipe(*derived);
    if (!key)
        return std::nullopt;
    const std::optional<Key> found = Key::of(*key);
    wipe(*key);
    return found;
}

std::optional<Key> contentKey(const Header &header, const BundleOpening &opening, const CryptoSuite &suite)
{
    std::optional<Key> key;
    if (opening.recipient != nullptr)
        key = keyFromShare(header, *opening.recipient);
    if (!key && header.passphrase && !opening.passphrase.empty())
        key = keyFromPassphrase(*header.passphrase, suite, opening.passphrase);
    return key;
}

/// Whether that was the last one.
Result<bool> readChunk(Stream &stream, std::string_view header, std::string_view sealed, const WriteBytes &to)
{
    if (sealed.size() < crypto_secretstream_xchacha20poly1305_ABYTES)
        return damaged("content");
    std::string plain(sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream.state, rawBytes(plain), nullptr, &tag, rawBytes(sealed),
                                                   sealed.size(), rawBytes(header), header.size()) != 0)
        return damaged("content");
    const Done written = plain.empty() ? done() : to(plain);
    wipe(plain);
    if (!written)
        return written.error();
    return tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
}

/// The hash of what was read.
Result<std::string> readContent(Stream &stream, std::string_view header, const ReadBytes &from, const WriteBytes &to)
{
    ContentHash hash;
    for (bool isLast = false; !isLast;) {
        const Result<std::string> sealed = takeText(from, mostChunk, "content");
        if (!sealed)
            return sealed.error();
        std::string framed;
        appendText(framed, *sealed);
        hash.add(framed);
        const Result<bool> last = readChunk(stream, header, *sealed, to);
        if (!last)
            return last.error();
        isLast = *last;
    }
    return hash.finish();
}

/// The sender's word for the whole, and nothing behind it.
Done checkEnd(const Header &header, std::string_view bytes, std::string_view hash, const CryptoSuite &suite,
              const ReadBytes &from)
{
    const Result<std::string> signature = take(from, crypto_sign_BYTES, "end");
    if (!signature)
        return signature.error();
    if (!suite.verify(header.info.sender, contentStatement(bytes, hash), *signature))
        return damaged("end");
    char more = 0;
    const Result<std::size_t> rest = from({&more, 1});
    if (!rest)
        return rest.error();
    return *rest == 0 ? done() : Done(damaged("end"));
}

} // namespace

Result<BundleInfo> readBundle(const BundleOpening &opening, const ReadBytes &from, const WriteBytes &to)
{
    const auto suite = cryptoSuite(SuiteId::International);
    if (!suite)
        return suite.error();
    const Result<std::string> bytes = takeHeader(opening, **suite, from);
    if (!bytes)
        return bytes.error();
    const std::optional<Header> header = parseHeader(*bytes);
    const std::optional<Key> key = header ? contentKey(*header, opening, **suite) : std::nullopt;
    if (!key)
        return Error{ErrorCode::Refused, "bundle: not for this key or passphrase"};
    Stream stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, rawBytes(std::string_view(header->stream)),
                                                        key->data()) != 0)
        return damaged("header");
    const Result<std::string> hash = readContent(stream, *bytes, from, to);
    if (!hash)
        return hash.error();
    if (Done whole = checkEnd(*header, *bytes, *hash, **suite, from); !whole)
        return whole.error();
    return header->info;
}

} // namespace zsb
