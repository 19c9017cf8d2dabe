#pragma once

#include "core/crypto/bundle.h"

#include <algorithm>

namespace zsb {

/// Reads a text in odd little pieces, as files and sockets do.
[[nodiscard]] inline ReadBytes readFrom(std::string text)
{
    return [text = std::move(text), at = std::size_t(0)](std::span<char> into) mutable -> Result<std::size_t> {
        const std::size_t size = std::min({into.size(), text.size() - at, std::size_t(40'961)});
        std::copy_n(text.begin() + std::ptrdiff_t(at), size, into.begin());
        at += size;
        return size;
    };
}

[[nodiscard]] inline WriteBytes writeTo(std::string &text)
{
    return [&text](std::string_view bytes) {
        text += bytes;
        return done();
    };
}

} // namespace zsb
