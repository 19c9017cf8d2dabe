#include "core/sync/parcel.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace zsb {
namespace {

constexpr std::uint64_t longestSection = 80ULL << 20; ///< the longest file and its name
constexpr std::size_t headSize = 9;
constexpr std::size_t pieceSize = 64 << 10;
constexpr std::size_t hashLength = 64;
constexpr std::string_view hexDigits = "0123456789abcdef";

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

std::optional<SectionFile> fileOf(const Section &section)
{
    const bool isFile = section.kind == SectionKind::File || section.kind == SectionKind::Preview;
    SectionFile file{section.bytes.substr(0, hashLength), {}};
    const bool isNamed =
        file.sha256.size() == hashLength && file.sha256.find_first_not_of(hexDigits) == std::string::npos;
    if (!isFile || !isNamed)
        return std::nullopt;
    file.bytes = std::string_view(section.bytes).substr(hashLength);
    return file;
}

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
    const bool isKnown = kind == SectionKind::Json || kind == SectionKind::File || kind == SectionKind::Preview ||
                         kind == SectionKind::End;
    if (!isKnown || length > longestSection)
        return Error{ErrorCode::Invalid, "no section of a parcel"};
    Section section{kind, {}};
    while (section.bytes.size() < length) { // a length that is a lie takes no memory
        const std::size_t have = section.bytes.size();
        section.bytes.resize(std::min<std::uint64_t>(length, have + pieceSize));
        if (Done read = readAll(from, std::span(section.bytes).subspan(have)); !read)
            return read.error();
    }
    return section;
}

} // namespace zsb
