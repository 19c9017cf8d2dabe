#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace zsb {

/// Memory that the threads of one run share: whoever needs more than is left waits until others have given theirs back.
/// Nobody takes twice before giving back, so nobody waits for ever. Any thread.
class MemoryBudget
{
public:
    /// What somebody took; given back when it goes.
    class Share
    {
    public:
        Share() = default;
        Share(Share &&other) noexcept;
        Share &operator=(Share &&other) noexcept;
        Share(const Share &) = delete;
        Share &operator=(const Share &) = delete;
        ~Share() { giveBack(); }

        [[nodiscard]] std::int64_t bytes() const { return m_bytes; }
        void giveBack();

    private:
        friend class MemoryBudget;
        Share(MemoryBudget &from, std::int64_t bytes) : m_from(&from), m_bytes(bytes) {}

        MemoryBudget *m_from = nullptr;
        std::int64_t m_bytes = 0;
    };

    explicit MemoryBudget(std::int64_t bytes) : m_whole(bytes), m_left(bytes) {}

    /// Waits. Whoever needs more than all there is gets it all, alone.
    [[nodiscard]] Share take(std::int64_t bytes);

private:
    const std::int64_t m_whole;
    std::mutex m_mutex;
    std::condition_variable m_given;
    std::int64_t m_left;
};

} // namespace zsb
