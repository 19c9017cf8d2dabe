#pragma once

#include "app/server/boundedqueue.h"
#include "app/server/http/httpserver.h"
#include "app/server/metrics.h"
#include "core/server/server.h"

#include <memory>
#include <thread>
#include <vector>

namespace zsb {

/// The threads behind the io thread: readers answer or prepare writes, each with a connection of its own; one writer
/// does what is prepared, as many at a time as wait (SYNC.md A5). Whoever finds the queues full is told to come again.
class Workers
{
public:
    static constexpr std::size_t mostWaiting = 5'000;

    /// `batch`: most writes in one transaction. Errors: those of Server::openReader() and openWriter().
    [[nodiscard]] static Result<std::unique_ptr<Workers>> start(const Server &server, int readers, int batch,
                                                                Metrics &metrics);
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;
    /// Answers everything that waits.
    ~Workers();

    /// Never waits. Any thread.
    void handle(HttpRequest request, AnswerHttp answer);

private:
    struct Asking
    {
        HttpRequest request;
        AnswerHttp answer;
    };
    struct Job
    {
        WriteJob write;
        AnswerHttp answer;
    };

    Workers(int batch, Metrics &metrics) : m_batch(std::size_t(batch)), m_metrics(metrics) {}
    [[nodiscard]] Done open(const Server &server, int readers);
    void read(Reader &reader);
    void write(Writer &writer);
    void giveBack(Answer answer, AnswerHttp to);

    const std::size_t m_batch;
    Metrics &m_metrics;
    BoundedQueue<Asking> m_asking{mostWaiting};
    BoundedQueue<Job> m_jobs{mostWaiting};
    std::vector<std::jthread> m_readers;
    std::jthread m_writer;
};

} // namespace zsb
