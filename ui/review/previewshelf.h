#pragma once

#include <list>
#include <map>
#include <string>

namespace zsb {

/// Previews of scans whose originals are not here yet. In memory only, and bounded: nothing of them lies on the disk,
/// and none is ever taken for the original. GUI thread.
class PreviewShelf
{
public:
    static constexpr std::size_t budget = std::size_t(64) * 1024 * 1024;

    /// `sha256` is that of the original.
    void put(const std::string &sha256, std::string bytes);
    void remove(const std::string &sha256);
    /// Empty: there is none.
    [[nodiscard]] std::string find(const std::string &sha256) const;

private:
    std::map<std::string, std::string> m_previews;
    std::list<std::string> m_order; ///< newest first
    std::size_t m_bytes = 0;
};

} // namespace zsb
