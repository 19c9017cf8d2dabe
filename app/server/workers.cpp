#include "app/server/workers.h"

#include "app/server/http/answerhead.h"
#include "app/server/metricspage.h"

#include <future>

namespace zsb {
namespace {

HttpResponse comeAgain()
{
    HttpResponse response = problemAnswer(503, "queue");
    response.headers["retry-after"] = "1";
    return response;
}

} // namespace

Result<std::unique_ptr<Workers>> Workers::start(const Server &server, int readers, int batch, Metrics &metrics)
{
    std::unique_ptr<Workers> workers(new Workers(batch, metrics));
    if (Done opened = workers->open(server, readers); !opened)
        return opened.error();
    return workers;
}

/// A connection belongs to the thread that opened it, so every thread opens its own and says how that went.
Done Workers::open(const Server &server, int readers)
{
    const auto inThread = [&server](auto open, auto work) {
        auto told = std::make_shared<std::promise<Done>>();
        std::future<Done> opened = told->get_future();
        std::jthread thread([&server, open, work, told] {
            auto mine = open(server);
            told->set_value(mine ? done() : Done(mine.error()));
            if (mine)
                work(**mine);
        });
        return std::pair(std::move(thread), std::move(opened));
    };
    auto [writer, ready] =
        inThread([](const Server &of) { return of.openWriter(); }, [this](Writer &own) { write(own); });
    m_writer = std::move(writer);
    Done all = ready.get();
    for (int i = 0; i < readers && all; ++i) {
        auto [reader, alsoReady] =
            inThread([](const Server &of) { return of.openReader(); }, [this](Reader &own) { read(own); });
        m_readers.push_back(std::move(reader));
        all = alsoReady.get();
    }
    return all;
}

Workers::~Workers()
{
    m_asking.close();
    m_readers.clear(); // joins; their last jobs are in the writer's queue then
    m_jobs.close();
}

void Workers::handle(HttpRequest request, AnswerHttp answer)
{
    Asking asking{std::move(request), std::move(answer)};
    if (!m_asking.push(asking)) {
        m_metrics.countTurnedAway();
        asking.answer(comeAgain());
        return;
    }
    m_metrics.setWaiting(m_asking.size(), m_jobs.size());
}

void Workers::read(Reader &reader)
{
    while (std::optional<Asking> asking = m_asking.take()) {
        if (isMetricsRequest(asking->request))
            asking->answer(metricsPage(asking->request, m_metrics, reader));
        else
            giveBack(reader.answer(asking->request), std::move(asking->answer));
    }
}

void Workers::giveBack(Answer answer, AnswerHttp to)
{
    if (auto *response = std::get_if<HttpResponse>(&answer)) {
        to(std::move(*response));
        return;
    }
    Job job{std::get<WriteJob>(std::move(answer)), std::move(to)};
    if (!m_jobs.push(job)) {
        m_metrics.countTurnedAway();
        job.answer(comeAgain());
    }
}

void Workers::write(Writer &writer)
{
    for (;;) {
        std::vector<Job> jobs = m_jobs.takeSome(m_batch);
        if (jobs.empty())
            return;
        std::vector<WriteJob> writes;
        writes.reserve(jobs.size());
        for (Job &job : jobs)
            writes.push_back(std::move(job.write));
        const auto began = std::chrono::steady_clock::now();
        std::vector<HttpResponse> answers = writer.write(writes);
        m_metrics.countCommit(jobs.size(), std::chrono::steady_clock::now() - began);
        for (std::size_t i = 0; i < jobs.size(); ++i)
            jobs[i].answer(std::move(answers[i]));
    }
}

} // namespace zsb
