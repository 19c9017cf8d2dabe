#include "ui/review/storereader.h"

namespace zsb {

struct ThreadReader::Connection
{
    explicit Connection(StoreOptions of) : options(std::move(of)) {}

    [[nodiscard]] Result<const Store *> open()
    {
        if (store)
            return store.get();
        Result<std::unique_ptr<const Store>> opened = Store::openReadOnly(options);
        if (!opened)
            return opened.error();
        store = *std::move(opened);
        return store.get();
    }

    StoreOptions options;
    std::unique_ptr<const Store> store;
};

ThreadReader::ThreadReader(StoreOptions options) : m_connection(std::make_shared<Connection>(std::move(options))) {}

ThreadReader::~ThreadReader()
{
    m_runner.run(
        &m_runner,
        [connection = m_connection](const TaskContext &) {
            connection->store.reset();
            return done();
        },
        [](const Done &) {});
}

Task ThreadReader::start(QObject *context, Work work, std::function<void()> then)
{
    return m_runner.run(
        context,
        [connection = m_connection, work = std::move(work)](const TaskContext &task) {
            work(connection->open(), task.stop);
            return done();
        },
        [then = std::move(then)](const Done &) { then(); });
}

} // namespace zsb
