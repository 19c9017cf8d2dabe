#include "core/sync/parcel.h"

#include <array>
#include <cstdint>

namespace zsb {
namespace {

constexpr std::uint64_t longestSection = 80ULL << 20; ///< the longest file and its name
constexpr std::size_t headSize = 9;

Done readAll(const ReadBytes &from, std::span<char> into)
{
    while (!into.empty()) {
        const Result<std::size_t> got = from(into);
        if (!got)
            return got.error();
        if (*got == 0)
            return Error{ErrorCode::Invalid, "the parcel is cut short"};
        into = into.subspan(*got);
    }
    return done();
}

} // namespace

Done writeSection(const WriteBytes &to, SectionKind kind, std::string_view bytes)
{
    std::array<char, headSize> head{};
    head[0] = char(kind);
    std::uint64_t rest = bytes.size();
    for (std::size_t i = headSize; i-- > 1; rest >>= 8U)
        head[i] = char(rest & 0xffU);
    if (Done written = to({head.data(), head.size()}); !written)
        return written;
    return bytes.empty() ? done() : to(bytes);
}

Result<Section> readSection(const ReadBytes &from)
{
    std::array<char, headSize> head{};
    if (Done read = readAll(from, head); !read)
        return read.error();
    std::uint64_t length = 0;
    for (std::size_t i = 1; i < headSize; ++i)
        length = length << 8U | std::uint8_t(head[i]);
    const auto kind = SectionKind(head[0]);
    const bool isKnown = kind == SectionKind::Json || kind == SectionKind::File || kind == SectionKind::End;
    if (!isKnown || length > longestSection)
        return Error{ErrorCode::Invalid, "no section of a parcel"};
    Section section{kind, std::string(std::size_t(length), '\0')};
    if (Done read = readAll(from, section.bytes); !read)
        return read.error();
    return section;
}

} // namespace zsb
