#include "core/crypto/checkpoint.h"

#include "core/crypto/rawbytes.h"

#include <sodium.h>

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <optional>

namespace zsb {

namespace {

constexpr std::string_view signatureLine = "\u2014 ";
constexpr std::size_t mostNote = 64 << 10;
constexpr std::size_t keyHashSize = 4;

Error notANote()
{
    return {ErrorCode::Invalid, "signed note"};
}

std::string base64(std::string_view bytes)
{
    return QByteArray(bytes.data(), qsizetype(bytes.size())).toBase64().toStdString();
}

/// Nothing unless it is written as base64() writes it.
std::optional<std::string> bytesOf(std::string_view text)
{
    const std::string bytes = QByteArray::fromBase64(QByteArray(text.data(), qsizetype(text.size()))).toStdString();
    return base64(bytes) == text ? std::optional(bytes) : std::nullopt;
}

/// C2SP signed-note: the first four bytes of SHA-256 over name, line break, 1 (Ed25519) and the key.
std::string keyHash(std::string_view name, std::string_view publicKey)
{
    const std::string text = std::string(name) + "\n\x01" + std::string(publicKey);
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(rawBytes(hash), rawBytes(text), text.size());
    return hash.substr(0, keyHashSize);
}

bool isNoteName(std::string_view name)
{
    return !name.empty() && std::ranges::none_of(name, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '+' || c == '\x7f';
    });
}

/// A line without its break, from the front; nothing when there is no whole line any more.
std::optional<std::string_view> takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

bool isSignedBy(std::string_view signatures, std::string_view text, std::string_view name, std::string_view publicKey)
{
    const auto suite = cryptoSuite(SuiteId::International);
    const std::string begin = std::string(signatureLine) + std::string(name) + ' ';
    const std::string expectedKey = keyHash(name, publicKey);
    while (const std::optional<std::string_view> line = takeLine(signatures)) {
        if (!line->starts_with(begin))
            continue;
        const std::optional<std::string> bytes = bytesOf(line->substr(begin.size()));
        if (suite && bytes && bytes->starts_with(expectedKey) &&
            (*suite)->verify(publicKey, text, std::string_view(*bytes).substr(keyHashSize)))
            return true;
    }
    return false;
}

std::optional<MerkleHash> hashOf(std::string_view line)
{
    const std::optional<std::string> bytes = bytesOf(line);
    MerkleHash hash{};
    if (!bytes || bytes->size() != hash.size())
        return std::nullopt;
    std::ranges::copy(*bytes, hash.begin());
    return hash;
}

/// Decimal without a sign or zeros in front.
std::optional<std::uint64_t> sizeOf(std::string_view line)
{
    std::uint64_t size = 0;
    const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), size);
    return fault == std::errc() && std::to_string(size) == line ? std::optional(size) : std::nullopt;
}

} // namespace

Result<std::string> signNote(std::string_view text, std::string_view name, const SigningKey &key)
{
    if (!isNoteName(name) || !text.ends_with('\n'))
        return Error{ErrorCode::Invalid, "signed note: cannot be written so"};
    const auto suite = cryptoSuite(SuiteId::International);
    if (!suite)
        return suite.error();
    const Result<std::string> signature = (*suite)->sign(key, text);
    if (!signature)
        return within("signed note", signature.error());
    return std::string(text) + '\n' + std::string(signatureLine) + std::string(name) + ' ' +
           base64(keyHash(name, key.publicKey) + *signature) + '\n';
}

Result<std::string> noteText(std::string_view note, std::string_view name, std::string_view publicKey)
{
    // the text ends with the last empty line
    const std::size_t end = note.rfind("\n\n");
    if (note.size() > mostNote || end == std::string_view::npos)
        return notANote();
    const std::string_view text = note.substr(0, end + 1);
    if (!isSignedBy(note.substr(end + 2), text, name, publicKey))
        return notANote();
    return std::string(text);
}

Result<std::string> signCheckpoint(const Checkpoint &checkpoint, const SigningKey &key)
{
    const std::string_view root(reinterpret_cast<const char *>(checkpoint.root.data()), checkpoint.root.size());
    return signNote(checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' + base64(root) + '\n',
                    checkpoint.origin, key);
}

Result<Checkpoint> readCheckpoint(std::string_view note, std::string_view origin, std::string_view publicKey)
{
    const Result<std::string> text = noteText(note, origin, publicKey);
    if (!text)
        return text.error();
    std::string_view rest = *text;
    const auto first = takeLine(rest);
    const auto second = takeLine(rest);
    const auto third = takeLine(rest);
    const auto size = second ? sizeOf(*second) : std::nullopt;
    const auto root = third ? hashOf(*third) : std::nullopt;
    if (first != origin || !size || !root)
        return Error{ErrorCode::Invalid, "checkpoint"};
    return Checkpoint{std::string(origin), *size, *root};
}

LogContinuity continuityOf(const Checkpoint &seen, const Checkpoint &shown, std::span<const MerkleHash> proof)
{
    if (seen.origin != shown.origin)
        return LogContinuity::Fork;
    if (seen.size == shown.size)
        return seen.root == shown.root ? LogContinuity::Same : LogContinuity::Fork;
    const bool grown = seen.size < shown.size;
    const Checkpoint &shorter = grown ? seen : shown;
    const Checkpoint &longer = grown ? shown : seen;
    if (!isConsistent(shorter.size, shorter.root, longer.size, longer.root, proof))
        return LogContinuity::Fork;
    return grown ? LogContinuity::Grown : LogContinuity::Older;
}

} // namespace zsb
