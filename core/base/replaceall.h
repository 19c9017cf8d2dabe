#pragma once

#include <string>
#include <string_view>

namespace zsb {

/// Puts `with` for every `what`, which is not empty; what was put is not looked through again.
inline void replaceAll(std::string &text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

} // namespace zsb
