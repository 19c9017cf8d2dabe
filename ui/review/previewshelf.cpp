#include "ui/review/previewshelf.h"

namespace zsb {

void PreviewShelf::put(const std::string &sha256, std::string bytes)
{
    remove(sha256);
    m_bytes += bytes.size();
    m_previews.emplace(sha256, std::move(bytes));
    m_order.push_front(sha256);
    while (m_bytes > budget)
        remove(std::string(m_order.back()));
}

void PreviewShelf::remove(const std::string &sha256)
{
    const auto found = m_previews.find(sha256);
    if (found == m_previews.end())
        return;
    m_bytes -= found->second.size();
    m_previews.erase(found);
    m_order.remove(sha256);
}

std::string PreviewShelf::find(const std::string &sha256) const
{
    const auto found = m_previews.find(sha256);
    return found == m_previews.end() ? std::string() : found->second;
}

} // namespace zsb
