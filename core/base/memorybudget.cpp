#include "core/base/memorybudget.h"

#include <algorithm>
#include <utility>

namespace zsb {

MemoryBudget::Share::Share(Share &&other) noexcept
    : m_from(std::exchange(other.m_from, nullptr)), m_bytes(std::exchange(other.m_bytes, 0))
{
}

MemoryBudget::Share &MemoryBudget::Share::operator=(Share &&other) noexcept
{
    if (this != &other) {
        giveBack();
        m_from = std::exchange(other.m_from, nullptr);
        m_bytes = std::exchange(other.m_bytes, 0);
    }
    return *this;
}

void MemoryBudget::Share::giveBack()
{
    if (!m_from)
        return;
    {
        const std::lock_guard lock(m_from->m_mutex);
        m_from->m_left += m_bytes;
    }
    m_from->m_given.notify_all();
    m_from = nullptr;
    m_bytes = 0;
}

MemoryBudget::Share MemoryBudget::take(std::int64_t bytes)
{
    const std::int64_t wanted = std::clamp<std::int64_t>(bytes, 0, m_whole);
    std::unique_lock lock(m_mutex);
    m_given.wait(lock, [&] { return m_left >= wanted; });
    m_left -= wanted;
    return {*this, wanted};
}

} // namespace zsb
