#pragma once

#include "core/base/result.h"
#include "core/crypto/bundle.h"

#include <functional>
#include <string>
#include <string_view>

namespace zsb {

/// What lies in a bundle of the air-gap: sections one after the other, each a kind, its length and its bytes. A JSON
/// section is a wire value; a file section is the SHA-256 in hex and the bytes.
enum class SectionKind : char
{
    Json = 'J',
    File = 'F',
    End = 'E', ///< so that a parcel cut short is noticed
};

struct Section
{
    SectionKind kind = SectionKind::End;
    std::string bytes{};
};

[[nodiscard]] Done writeSection(const WriteBytes &to, SectionKind kind, std::string_view bytes);
/// Errors: Invalid (no section, cut short, or longer than any of ours), those of `from`.
[[nodiscard]] Result<Section> readSection(const ReadBytes &from);

} // namespace zsb
