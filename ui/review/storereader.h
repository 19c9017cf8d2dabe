#pragma once

#include "core/storage/store.h"
#include "ui/tasks/taskrunner.h"

#include <functional>
#include <memory>
#include <optional>

namespace zsb {

/// Asks a season's database without holding up whoever asks. One question after the other, in the order they were
/// asked. GUI thread only.
class StoreReader
{
public:
    virtual ~StoreReader() = default;

    /// `work(const Store &, const std::stop_token &) -> Result<T>` runs where the reader reads, `then(Result<T>)` on
    /// the GUI thread: never after `context` is gone, never after the task was forgotten. A question forgotten before
    /// its turn is not asked. Errors: those of the work and of opening the store.
    template<typename Work, typename Then>
    Task ask(QObject *context, Work work, Then then)
    {
        using Value = std::invoke_result_t<Work &, const Store &, const std::stop_token &>;
        auto answer = std::make_shared<std::optional<Value>>();
        return start(
            context,
            [answer, work = std::move(work)](const Result<const Store *> &store, const std::stop_token &stop) mutable {
                if (!store)
                    answer->emplace(store.error());
                else if (stop.stop_requested())
                    answer->emplace(Error{ErrorCode::Cancelled, "superseded"});
                else
                    answer->emplace(work(**store, stop));
            },
            [answer, then = std::move(then)]() mutable { then(std::move(**answer)); });
    }

protected:
    using Work = std::function<void(const Result<const Store *> &, const std::stop_token &)>;
    virtual Task start(QObject *context, Work work, std::function<void()> then) = 0;
};

/// Reads on a thread and a read-only connection of its own, opened with the first question. Its destructor waits for
/// the running one.
class ThreadReader : public StoreReader
{
public:
    explicit ThreadReader(StoreOptions options);
    ~ThreadReader() override;

protected:
    Task start(QObject *context, Work work, std::function<void()> then) override;

private:
    struct Connection; ///< lives and dies on the thread

    std::shared_ptr<Connection> m_connection;
    TaskRunner m_runner{nullptr, 1};
};

} // namespace zsb
