#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace zsb {

/// Things that are dear to make and serve one thread at a time: lent out, taken back, lent again. Any thread.
template<typename T>
class Lender
{
public:
    using Make = std::function<std::unique_ptr<T>()>;

    explicit Lender(Make make) : m_make(std::move(make)) {}

    /// One that is free, else a new one; null only when it cannot be made.
    [[nodiscard]] std::unique_ptr<T> lend()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_free.empty()) {
                std::unique_ptr<T> one = std::move(m_free.back());
                m_free.pop_back();
                return one;
            }
        }
        return m_make();
    }

    void giveBack(std::unique_ptr<T> one)
    {
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(one));
    }

private:
    Make m_make;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<T>> m_free;
};

} // namespace zsb
