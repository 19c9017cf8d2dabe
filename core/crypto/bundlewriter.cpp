#include "core/crypto/bundle.h"
#include "core/crypto/bundleheader.h"
#include "core/crypto/bytereader.h"
#include "core/crypto/rawbytes.h"

namespace zsb {

using namespace bundle;

BoxKey newBoxKey(const RandomSource &random)
{
    return boxKey(Key::make(random));
}

BoxKey boxKey(const Key &secret)
{
    BoxKey pair{secret, std::string(crypto_box_PUBLICKEYBYTES, '\0')};
    crypto_scalarmult_base(rawBytes(pair.publicKey), secret.data());
    return pair;
}

namespace {

std::string drawn(std::size_t size, const RandomSource &random)
{
    std::vector<std::uint8_t> bytes(size);
    random(bytes);
    return {bytes.begin(), bytes.end()};
}

Done addShares(Header &header, const Key &content, const std::vector<std::string> &recipients)
{
    for (const std::string &recipient : recipients) {
        Share share{recipient, std::string(Key::size + crypto_box_SEALBYTES, '\0')};
        if (recipient.size() != crypto_box_PUBLICKEYBYTES ||
            crypto_box_seal(rawBytes(share.sealedKey), content.data(), Key::size, rawBytes(recipient)) != 0)
            return Error{ErrorCode::Invalid, "bundle: no key of a recipient"};
        header.shares.push_back(std::move(share));
    }
    return done();
}

Done addPassphrase(Header &header, const Key &content, const CryptoSuite &suite, std::string_view passphrase,
                   const RandomSource &random)
{
    PassphraseShare share{.salt = drawn(crypto_pwhash_SALTBYTES, random),
                          .cost = offlineCost,
                          .nonce = drawn(CryptoSuite::nonceSize, random),
                          .sealedKey = {}};
    Result<std::string> derived = keyOfPassphrase(passphrase, share.salt, share.cost);
    if (!derived)
        return within("bundle", derived.error());
    const Result<std::string> sealed = suite.seal(*Key::of(*derived), share.nonce, content.bytes(), share.salt);
    wipe(*derived);
    if (!sealed)
        return sealed.error();
    share.sealedKey = *sealed;
    header.passphrase = std::move(share);
    return done();
}

/// As many bytes as fit, unless it ends.
Result<std::size_t> fill(const ReadBytes &from, std::span<char> buffer)
{
    std::size_t got = 0;
    while (got < buffer.size()) {
        const Result<std::size_t> more = from(buffer.subspan(got));
        if (!more)
            return more.error();
        if (*more == 0)
            break;
        got += *more;
    }
    return got;
}

std::string pushed(Stream &stream, std::string_view plain, std::string_view context, bool isLast)
{
    std::string sealed(plain.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    crypto_secretstream_xchacha20poly1305_push(
        &stream.state, rawBytes(sealed), nullptr, rawBytes(plain), plain.size(), rawBytes(context), context.size(),
        isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    return sealed;
}

/// The hash of what was written, for the signature. Every chunk but the last is full, and the last is not: so that an
/// end is never taken for a beginning.
Result<std::string> writeContent(Stream &stream, std::string_view header, const ReadBytes &from, const WriteBytes &to)
{
    ContentHash hash;
    std::string buffer(chunkSize, '\0');
    for (bool isLast = false; !isLast;) {
        const Result<std::size_t> got = fill(from, buffer);
        if (!got)
            return got.error();
        isLast = *got < chunkSize;
        const std::string sealed = pushed(stream, std::string_view(buffer).substr(0, *got), header, isLast);
        std::string framed;
        appendText(framed, sealed);
        hash.add(framed);
        if (Done written = to(framed); !written)
            return written.error();
    }
    wipe(buffer);
    return hash.finish();
}

} // namespace

Done writeBundle(const BundleInfo &info, const SigningKey &sender, const BundleLock &lock, const ReadBytes &from,
                 const WriteBytes &to, const RandomSource &random)
{
    const auto suite = cryptoSuite(SuiteId::International);
    if (!suite)
        return suite.error();
    if ((lock.recipients.empty() && lock.passphrase.empty()) || lock.recipients.size() > mostRecipients)
        return Error{ErrorCode::Invalid, "bundle: nobody, or too many, to open it"};
    const Key content = Key::make(random);
    Header header{.info = info, .stream = std::string(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0')};
    header.info.sender = sender.publicKey;
    if (Done added = addShares(header, content, lock.recipients); !added)
        return added;
    if (!lock.passphrase.empty()) {
        if (Done added = addPassphrase(header, content, **suite, lock.passphrase, random); !added)
            return added;
    }
    Stream stream;
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, rawBytes(header.stream), content.data());
    const std::string bytes = headerBytes(header);
    if (bytes.size() > mostHeader)
        return Error{ErrorCode::Invalid, "bundle: header too long"};
    const Result<std::string> headerSignature = (*suite)->sign(sender, headerStatement(bytes));
    if (!headerSignature)
        return headerSignature.error();
    std::string start(magic);
    appendText(start, bytes);
    if (Done written = to(start + *headerSignature); !written)
        return written;
    const Result<std::string> hash = writeContent(stream, bytes, from, to);
    if (!hash)
        return hash.error();
    const Result<std::string> signature = (*suite)->sign(sender, contentStatement(bytes, *hash));
    return signature ? to(*signature) : Done(signature.error());
}

} // namespace zsb
