#include "core/base/hash.h"

#include <QIODevice>

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <vector>

namespace zsb {
namespace {

constexpr std::size_t pieceBytes = std::size_t(256) << 10;

/// OpenSSL's SHA-256: it uses the processor's own instructions, which Qt's does not.
class Sha256
{
public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        m_works = m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1;
    }

    void add(const char *bytes, std::size_t size)
    {
        m_works = m_works && EVP_DigestUpdate(m_context.get(), bytes, size) == 1;
    }

    /// Hex digits; empty when the library failed, which it does only without memory.
    [[nodiscard]] std::string hex()
    {
        static constexpr char digits[] = "0123456789abcdef";
        std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
        unsigned size = 0;
        if (!m_works || EVP_DigestFinal_ex(m_context.get(), raw.data(), &size) != 1)
            return {};
        std::string text;
        text.reserve(std::size_t(size) * 2);
        for (unsigned i = 0; i < size; ++i) {
            text += digits[raw[i] >> 4];
            text += digits[raw[i] & 15];
        }
        return text;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
    bool m_works = false;
};

} // namespace

std::string sha256Hex(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes.data(), bytes.size());
    return hash.hex();
}

Result<std::string> sha256Hex(QIODevice &device)
{
    Sha256 hash;
    std::vector<char> piece(pieceBytes);
    for (qint64 got = 0; (got = device.read(piece.data(), qint64(piece.size()))) > 0;)
        hash.add(piece.data(), std::size_t(got));
    if (!device.isReadable() || !device.atEnd())
        return Error{ErrorCode::Unreadable, "hash: " + device.errorString().toStdString()};
    return hash.hex();
}

} // namespace zsb
