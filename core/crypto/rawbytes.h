#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// The C libraries read and write unsigned bytes; texts of ours are char. Inside core/crypto only.
[[nodiscard]] inline const unsigned char *rawBytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

[[nodiscard]] inline unsigned char *rawBytes(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

} // namespace zsb
