#pragma once

#include "core/base/result.h"
#include "core/crypto/bundle.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// What lies in a bundle of the air-gap: sections one after the other, each a kind, its length and its bytes. A JSON
/// section is a wire value; a file or its preview is the SHA-256 in hex and the bytes.
enum class SectionKind : char
{
    Json = 'J',
    File = 'F',
    Preview = 'P', ///< of a file, in its place: the name is that of the file
    End = 'E',     ///< so that a parcel cut short is noticed
};

struct Section
{
    SectionKind kind = SectionKind::End;
    std::string bytes{};
};

/// What a section with a file or its preview holds; refers to it.
struct SectionFile
{
    std::string sha256{};
    std::string_view bytes{};
};
/// Nothing: it is another one, or names no file.
[[nodiscard]] std::optional<SectionFile> fileOf(const Section &section);

[[nodiscard]] Done writeSection(const WriteBytes &to, SectionKind kind, std::string_view bytes);
/// Errors: Invalid (no section, cut short, or longer than any of ours), those of `from`.
[[nodiscard]] Result<Section> readSection(const ReadBytes &from);

} // namespace zsb
