#pragma once

#include "core/server/blobcheck.h"
#include "core/server/call.h"
#include "core/server/routes.h"
#include "core/server/serverparts.h"
#include "core/storage/batch.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zsb {

class Server;

/// Answers requests and prepares writes. One for each reading thread, to be used in the thread that opened it.
class Reader
{
public:
    Reader(const Server &server, std::unique_ptr<const Store> store);
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    ~Reader();

    /// The answer, or the job that the writer has to do for it; the request need not outlive the call.
    [[nodiscard]] Answer answer(const HttpRequest &request);

    // For handlers.
    [[nodiscard]] const Server &server() const { return m_server; }
    [[nodiscard]] const ServerParts &parts() const;
    [[nodiscard]] const Pack &pack() const { return parts().book->pack(); }
    [[nodiscard]] const Store &store() const { return *m_store; }
    [[nodiscard]] const Database &database() const { return m_store->database(); }
    [[nodiscard]] BlobCheck &blobCheck() { return m_blobCheck; }

private:
    [[nodiscard]] Answer answerOnce(const HttpRequest &request);
    [[nodiscard]] bool reopenIfLost();
    [[nodiscard]] Answer handled(const Route &route, Call call);
    [[nodiscard]] std::optional<HttpResponse> turnedAway(const Call &call) const;

    const Server &m_server;
    std::unique_ptr<const Store> m_store;
    BlobCheck m_blobCheck;
};

/// What a job works with: one transaction that others share.
class Writing
{
public:
    Writing(const Server &server, const Store &store, Batch &batch, Instant now)
        : m_server(server), m_store(store), m_batch(batch), m_now(now)
    {
    }

    [[nodiscard]] const Server &server() const { return m_server; }
    [[nodiscard]] const ServerParts &parts() const;
    [[nodiscard]] const Pack &pack() const { return parts().book->pack(); }
    [[nodiscard]] const Store &store() const { return m_store; }
    [[nodiscard]] Batch &batch() { return m_batch; }
    [[nodiscard]] const Database &database() const { return m_batch.database(); }
    [[nodiscard]] Instant now() const { return m_now; }
    /// Whatever the job answers, nothing it did stays.
    void takeBack() { m_takenBack = true; }
    [[nodiscard]] bool isTakenBack() const { return m_takenBack; }

private:
    const Server &m_server;
    const Store &m_store;
    Batch &m_batch;
    Instant m_now;
    bool m_takenBack = false;
};

/// Does the jobs of all readers, many in one transaction: one wait for the disk for all of them. One for each process,
/// to be used in the thread that opened it.
class Writer
{
public:
    static constexpr std::size_t mostJobs = 256;

    Writer(const Server &server, std::unique_ptr<Store> store);
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;
    ~Writer();

    /// One answer a job, in their order, after all of it is on the disk. A job that answers 500 or takes itself back
    /// leaves nothing and harms no other; when the transaction fails as a whole, every answer says so and nothing
    /// happened. At most `mostJobs` belong in one call.
    [[nodiscard]] std::vector<HttpResponse> write(std::span<const WriteJob> jobs);

private:
    [[nodiscard]] Result<std::unique_ptr<Batch>> begin(Instant now);
    [[nodiscard]] HttpResponse done(const WriteJob &job, Batch &batch, Instant now, bool &broken);

    const Server &m_server;
    std::unique_ptr<Store> m_store;
};

} // namespace zsb
