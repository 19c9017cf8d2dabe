#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace zsb {

/// A queue between threads that refuses rather than grows. Any thread.
template<typename T>
class BoundedQueue
{
public:
    explicit BoundedQueue(std::size_t most) : m_most(most) {}

    /// False: full or closed, and `item` is as it was.
    [[nodiscard]] bool push(T &item)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed || m_items.size() >= m_most)
                return false;
            m_items.push_back(std::move(item));
        }
        m_changed.notify_one();
        return true;
    }

    /// Waits for one. Nothing: closed, and everything was taken.
    [[nodiscard]] std::optional<T> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_items.empty(); });
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> item(std::move(m_items.front()));
        m_items.pop_front();
        return item;
    }

    /// Waits for one and takes what else is there, up to `most`. Empty: closed, and everything was taken.
    [[nodiscard]] std::vector<T> takeSome(std::size_t most)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_items.empty(); });
        std::vector<T> items;
        while (!m_items.empty() && items.size() < most) {
            items.push_back(std::move(m_items.front()));
            m_items.pop_front();
        }
        return items;
    }

    /// Takes nothing more in; what is there can still be taken.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
    }

    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }

private:
    const std::size_t m_most;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<T> m_items;
    bool m_closed = false;
};

} // namespace zsb
