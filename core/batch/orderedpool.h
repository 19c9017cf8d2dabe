#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace zsb {

/// Runs `work` over what `produce` yields on several threads and hands the results to `consume` in the order of
/// production. `produce` and `consume` run on the calling thread; at most 3 × jobs pieces are under way, so memory
/// stays constant. With one job no thread is started. Stops early when `consume` returns false.
template<typename In, typename Out>
class OrderedPool
{
public:
    using Produce = std::function<std::optional<In>()>;
    using Work = std::function<Out(In)>;
    using Consume = std::function<bool(Out)>;

    OrderedPool(int jobs, Work work) : m_work(std::move(work))
    {
        for (int i = 0; jobs > 1 && i < jobs; ++i)
            m_threads.emplace_back([this] { runWorker(); });
    }

    OrderedPool(const OrderedPool &) = delete;
    OrderedPool &operator=(const OrderedPool &) = delete;

    ~OrderedPool()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
            m_queue.clear();
        }
        m_wake.notify_all();
        for (std::thread &thread : m_threads)
            thread.join();
    }

    void run(const Produce &produce, const Consume &consume)
    {
        std::deque<std::shared_ptr<Piece>> underWay;
        const std::size_t most = m_threads.size() * 3;
        bool more = true;
        while (more || !underWay.empty()) {
            while (more && underWay.size() <= most) {
                std::optional<In> in = produce();
                more = in.has_value();
                if (more)
                    underWay.push_back(start(std::move(*in)));
            }
            if (underWay.empty())
                return;
            const std::shared_ptr<Piece> oldest = std::move(underWay.front());
            underWay.pop_front();
            if (!consume(wait(*oldest)))
                return;
        }
    }

private:
    struct Piece
    {
        std::optional<In> in;
        std::optional<Out> out;
    };

    std::shared_ptr<Piece> start(In in)
    {
        auto piece = std::make_shared<Piece>();
        if (m_threads.empty()) {
            piece->out = m_work(std::move(in));
            return piece;
        }
        piece->in = std::move(in);
        {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(piece);
        }
        m_wake.notify_one();
        return piece;
    }

    Out wait(Piece &piece)
    {
        std::unique_lock lock(m_mutex);
        m_done.wait(lock, [&piece] { return piece.out.has_value(); });
        return std::move(*piece.out); // NOLINT(bugprone-unchecked-optional-access): waited for
    }

    void runWorker()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
            if (m_stopping)
                return;
            const std::shared_ptr<Piece> piece = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            Out out = m_work(std::move(*piece->in)); // NOLINT(bugprone-unchecked-optional-access): start() set it
            lock.lock();
            piece->out = std::move(out);
            m_done.notify_all();
        }
    }

    Work m_work;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::deque<std::shared_ptr<Piece>> m_queue;
    bool m_stopping = false;
};

} // namespace zsb
