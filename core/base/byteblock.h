#pragma once

#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace zsb {

/// 16 to 64 bytes looked at together. Each question is answered by a bit for every byte, the first byte in the lowest.
template<int parts>
class ByteBlock
{
    static_assert(parts >= 1 && parts <= 4);

public:
    static constexpr std::ptrdiff_t size = parts * 16;

    /// `size` bytes can be read there.
    explicit ByteBlock(const char *bytes) { std::memcpy(&m_bytes, bytes, sizeof m_bytes); }

    [[nodiscard]] std::uint64_t equal(char byte) const;
    /// Bytes as signed numbers: those of ASCII are not below 0, those that continue a UTF-8 sequence are below '\xC0'.
    [[nodiscard]] std::uint64_t below(char byte) const;

private:
#ifdef __SSE2__
    template<typename Compare>
    [[nodiscard]] std::uint64_t bits(const Compare &compare) const
    {
        std::uint64_t found = 0;
        for (int part = 0; part < parts; ++part)
            found |= std::uint64_t(unsigned(_mm_movemask_epi8(compare(m_bytes[part])))) << (part * 16);
        return found;
    }

    __m128i m_bytes[parts];
#else
    template<typename Test>
    [[nodiscard]] std::uint64_t bits(const Test &test) const
    {
        std::uint64_t found = 0;
        for (int at = 0; at < int(size); ++at)
            found |= std::uint64_t(test(m_bytes[at])) << at;
        return found;
    }

    signed char m_bytes[size];
#endif
};

#ifdef __SSE2__
template<int parts>
inline std::uint64_t ByteBlock<parts>::equal(char byte) const
{
    return bits([wanted = _mm_set1_epi8(byte)](__m128i bytes) { return _mm_cmpeq_epi8(bytes, wanted); });
}

template<int parts>
inline std::uint64_t ByteBlock<parts>::below(char byte) const
{
    return bits([limit = _mm_set1_epi8(byte)](__m128i bytes) { return _mm_cmplt_epi8(bytes, limit); });
}
#else
template<int parts>
inline std::uint64_t ByteBlock<parts>::equal(char byte) const
{
    return bits([byte](signed char each) { return each == static_cast<signed char>(byte); });
}

template<int parts>
inline std::uint64_t ByteBlock<parts>::below(char byte) const
{
    return bits([byte](signed char each) { return each < static_cast<signed char>(byte); });
}
#endif

} // namespace zsb
