#include "tests/fuzz/cryptotargets.h"

#include "app/server/http/requestreader.h"
#include "core/crypto/accesstoken.h"
#include "core/crypto/base64url.h"
#include "core/crypto/bundleheader.h"
#include "core/crypto/bytereader.h"
#include "core/crypto/checkpoint.h"
#include "core/crypto/password.h"
#include "core/crypto/rawbytes.h"
#include "core/server/asked.h"
#include "tests/crypto/bytepipe.h"
#include "tests/crypto/hexbytes.h"
#include "tests/fuzz/parceltarget.h"

#include <cstdlib>

namespace zsb::test {
namespace {

constexpr std::string_view noteName = "zsb/fuzz";

/// The same keys on every run.
struct Keys
{
    Keys()
        : suite(*cryptoSuite(SuiteId::International)),
          signing(*suite->newSigningKey(countingRandom())),
          trusted{signing.publicKey},
          recipient(newBoxKey(countingRandom(3)))
    {
    }
    std::shared_ptr<const CryptoSuite> suite;
    SigningKey signing;
    std::vector<std::string> trusted;
    BoxKey recipient;
};

const Keys &keys()
{
    static const Keys kept;
    return kept;
}

std::string withSignature(const std::string &text)
{
    return text + '.' + base64Url(*keys().suite->sign(keys().signing, text));
}

AccessClaims claims()
{
    return {.subject = "staff-7",
            .roles = {"reviewer"},
            .scopes = {"region:150100"},
            .deviceThumbprint = "thumb",
            .rightsEpoch = 12,
            .tokenId = "jti-1",
            .issued = Instant(std::chrono::seconds(1'676'422'800)),
            .expires = Instant(std::chrono::seconds(1'676'423'400))};
}

bundle::Stream &begun(bundle::Stream &stream, const bundle::Header &header, const Key &content)
{
    crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, rawBytes(std::string_view(header.stream)),
                                                    content.data());
    return stream;
}

/// A header for the recipient, without anything random: libsodium's sealed box by hand.
bundle::Header fixedHeader(const Key &content)
{
    const BoxKey &recipient = keys().recipient;
    const BoxKey passing = newBoxKey(countingRandom(5));
    std::string nonce(crypto_box_NONCEBYTES, '\0');
    const std::string both = passing.publicKey + recipient.publicKey;
    crypto_generichash(rawBytes(nonce), nonce.size(), rawBytes(both), both.size(), nullptr, 0);
    std::string box(Key::size + crypto_box_MACBYTES, '\0');
    if (crypto_box_easy(rawBytes(box), content.data(), Key::size, rawBytes(nonce), rawBytes(recipient.publicKey),
                        passing.secret.data()) != 0)
        std::abort();
    return {.info = {"0190a6e2-0000-7000-8000-000000000001", "zsb.fuzz", keys().signing.publicKey,
                     Instant(std::chrono::seconds(1'676'422'800))},
            .shares = {{recipient.publicKey, passing.publicKey + box}},
            .stream = std::string(crypto_secretstream_xchacha20poly1305_HEADERBYTES, 's')};
}

std::string beginning(const std::string &header)
{
    std::string bytes(bundle::magic);
    appendText(bytes, header);
    return bytes + *keys().suite->sign(keys().signing, bundle::headerStatement(header));
}

std::string contentOf(const bundle::Header &header, const Key &key, std::string_view plain)
{
    const std::string bytes = bundle::headerBytes(header);
    bundle::Stream stream;
    begun(stream, header, key);
    std::string sealed(plain.size() + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
    crypto_secretstream_xchacha20poly1305_push(&stream.state, rawBytes(sealed), nullptr, rawBytes(plain), plain.size(),
                                               rawBytes(std::string_view(bytes)), bytes.size(),
                                               crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    std::string framed;
    appendText(framed, sealed);
    bundle::ContentHash hash;
    hash.add(framed);
    return framed + *keys().suite->sign(keys().signing, bundle::contentStatement(bytes, hash.finish()));
}

Key contentKey()
{
    return Key::make(countingRandom(7));
}

/// The query of a page, as the service reads it off a request: a number from 0 on, or none.
void readPageQuery(std::string_view input)
{
    RequestReader reader({});
    const std::string request = "GET /v1/changes?" + std::string(input) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    static_cast<void>(reader.take(request)); // up to the end of the head
    if (reader.state() == RequestReader::State::Broken || reader.state() == RequestReader::State::Head)
        return;
    for (const char *name : {"since", "limit", "witness", "after"}) {
        const auto number = numberIn<std::int64_t>(reader.request().parameter(name));
        if (number && *number < 0)
            std::abort();
    }
}

void unpack(const std::string &bytes)
{
    std::string out;
    (void)readBundle({keys().trusted, &keys().recipient, {}}, readFrom(bytes), writeTo(out));
    if (out.size() > bytes.size())
        std::abort();
}

} // namespace

void readToken(std::string_view input)
{
    readPageQuery(input);
    const TokenCheck check{keys().trusted, claims().issued, "thumb"};
    (void)verifyToken(*keys().suite, input, check);
    const Result<AccessClaims> read = verifyToken(*keys().suite, withSignature("zsb1." + base64Url(input)), check);
    if (read && *issueToken(*keys().suite, keys().signing, *read) != withSignature("zsb1." + base64Url(input)))
        std::abort();
    (void)readCheckpoint(input, noteName, keys().signing.publicKey);
    if (const Result<std::string> note = signNote(std::string(input) + '\n', noteName, keys().signing))
        (void)readCheckpoint(*note, noteName, keys().signing.publicKey);
    (void)isOutdated(input, serviceCost);
}

Seeds tokenSeeds()
{
    const std::string token = *issueToken(*keys().suite, keys().signing, claims());
    const std::string_view payload = std::string_view(token).substr(5, token.rfind('.') - 5);
    return {{"token", token},
            {"claims", *bytesOfBase64Url(payload)},
            {"note", *signCheckpoint({std::string(noteName), 21, merkleLeaf("root")}, keys().signing)},
            {"checkpoint", std::string(noteName) + "\n21\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
            {"query", "since=7&limit=200&witness=21&epoch=e&after=1676422800000.a%2Eb"},
            {"query-numbers", "since=-1&limit=99999999999999999999&witness=1e3&after=.&since=9223372036854775807"},
            {"password", "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"}};
}

void readBundleInput(std::string_view input)
{
    const std::string bytes(input);
    readParcel(input);
    unpack(bytes);
    if (const auto header = bundle::parseHeader(input); header && bundle::headerBytes(*header) != input)
        std::abort();
    if (input.size() <= bundle::mostHeader)
        unpack(beginning(bytes));
    static const std::string good = beginning(bundle::headerBytes(fixedHeader(contentKey())));
    unpack(good + bytes);
}

Seeds bundleSeeds()
{
    const bundle::Header header = fixedHeader(contentKey());
    const std::string bytes = bundle::headerBytes(header);
    const std::string content = contentOf(header, contentKey(), "a command, an event and a blob");
    bundle::Header both = header;
    both.passphrase = {std::string(16, 'a'), {8192, 1}, std::string(24, 'n'), std::string(48, 'k')};
    Seeds seeds{{"whole", beginning(bytes) + content},
                {"header", bytes},
                {"header-passphrase", bundle::headerBytes(both)},
                {"content", content},
                {"content-empty", contentOf(header, contentKey(), "")}};
    for (auto &seed : parcelSeeds())
        seeds.push_back(std::move(seed));
    return seeds;
}

} // namespace zsb::test
