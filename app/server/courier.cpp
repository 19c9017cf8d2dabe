#include "app/server/courier.h"

#include "app/server/messagewords.h"

#include <QtGlobal>

#include <condition_variable>
#include <future>
#include <mutex>
#include <stop_token>

namespace zsb {
namespace {

constexpr std::chrono::seconds pause{1};

void run(const std::stop_token &stop, MessagePump &pump, CodeGateway &gateway, const Clock &clock, ServerLog &log)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    bool isWell = true;
    while (!stop.stop_requested()) {
        const Result<int> sent =
            pump.run(gateway, clock(), 1); // a gateway may be slow: whether to go on is asked between
        if (!sent && isWell)
            log.error("messages");
        isWell = sent.has_value();
        if (sent && *sent > 0)
            continue;
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, pause, [] { return false; });
    }
}

} // namespace

Done ConsoleGateway::send(const Message &message)
{
    if (!qEnvironmentVariableIsEmpty("JOURNAL_STREAM"))
        return Error{ErrorCode::Unreachable, "a journal is no console"};
    const MessageWords words = wordsOf(message.kind);
    std::fprintf(m_to, "%s  %s / %s  %s\n", maskedPhone(message.phone).c_str(), words.zh, words.en,
                 message.body.c_str());
    std::fflush(m_to);
    return done();
}

/// The store belongs to the thread, which says whether it could be opened.
Result<std::unique_ptr<Courier>> Courier::start(const StoreOptions &store, Clock clock,
                                                std::unique_ptr<CodeGateway> gateway, ServerLog &log)
{
    std::unique_ptr<Courier> courier(new Courier);
    std::promise<Done> opened;
    std::future<Done> answer = opened.get_future();
    courier->m_thread = std::jthread([store, clock = std::move(clock), gateway = std::move(gateway), &log,
                                      opened = std::move(opened)](const std::stop_token &stop) mutable {
        const Result<std::unique_ptr<MessagePump>> pump = MessagePump::open(store);
        opened.set_value(pump ? done() : Done(pump.error()));
        if (pump)
            run(stop, **pump, *gateway, clock, log);
    });
    Done well = answer.get();
    return well ? Result<std::unique_ptr<Courier>>(std::move(courier)) : well.error();
}

} // namespace zsb
