#pragma once

#include "core/crypto/cryptosuite.h"
#include "core/protocol/session.h"
#include "core/rules/rulebook.h"
#include "core/storage/store.h"
#include "core/storage/syncpeer.h"
#include "core/sync/backoff.h"
#include "core/sync/bytebudget.h"
#include "core/sync/reply.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace zsb {

/// Figures of a client; the protocol's own are in core/protocol.
struct SyncConfig
{
    std::chrono::milliseconds poll{15'000}; ///< between two looks at the feed when nothing is new
    int rowsPerPage = 500;                  ///< of the feed, while nobody has given a command here
    int rowsBeside = 100; ///< and since then: a page is one transaction, and somebody decides beside it
    std::size_t opsPerBatch = 100;
    std::size_t wholeBlob = 1 << 20;         ///< up to here a file goes in one request
    std::size_t chunk = 1 << 18;             ///< of a larger one
    int downloads = 4;                       ///< at the same time
    std::chrono::hours resend{30 * 24};      ///< how far back ops are sent again after a restore
    std::int64_t stopFetching = 250LL << 20; ///< bytes free on this disk: no more files
    std::int64_t stopPulling = 50LL << 20;   ///< no more rows either; what is decided is still sent
};

/// What a client is built from. References outlive it.
struct SyncParts
{
    Store &store;
    const RuleBook &book;
    RandomSource random;
    std::shared_ptr<const CryptoSuite> suite;
    std::string serverKey;                   ///< public; receipts, times and checkpoints are signed with its pair
    std::function<std::int64_t()> freeBytes; ///< of the disk of the store
    std::string rulesFolder{};               ///< for packs of the service, see keptrules.h; empty: none are got
    SyncConfig config{};
};

/// What the lanes of one engine share; inside this module only. One thread.
struct SyncContext
{
    explicit SyncContext(SyncParts given) : parts(std::move(given)) {}

    SyncParts parts;
    SyncPeer peer{}; ///< as it stands in the database
    std::optional<Session> session{};
    bool mustSignIn = false; ///< the session is over and cannot be refreshed
    Backoff line{};          ///< of the line and the server as a whole
    ByteBudget incoming{};   ///< of pictures; nothing else waits for it
    ByteBudget outgoing{};
    ReplyVerdict last{};   ///< what went wrong last, good when nothing is wrong
    std::string alarm{};   ///< why the server cannot be trusted; nothing is taken from it then
    bool wantsPing = true; ///< it is not known who answers there
    bool wantsPull = true;
    bool epochInDoubt = false;                   ///< an answer spoke of another epoch
    std::map<std::string, std::string> people{}; ///< names that came with the feed and were not taken yet
    std::string packHash{};                      ///< of the rules the service judges by, as it said last
    Instant lastContact{};

    [[nodiscard]] ActorId actor() const { return session ? ActorId{session->actor} : ActorId{}; }
    /// Nothing but a pause of the line keeps a request that needs a session from going out.
    [[nodiscard]] bool mayAsk(Instant now) const;
    /// Why a question of somebody who waits cannot be asked now, whatever the next answers are: id of a ProblemType or
    /// of a SyncTrouble. Empty: it can, or soon.
    [[nodiscard]] std::string obstacle(Instant now) const;
    /// May one go out?
    [[nodiscard]] bool isOpen(Instant now) const { return mayAsk(now) && line.isDue(now); }
    /// The request with what every one of this engine's carries.
    [[nodiscard]] HttpRequest request(std::string method, std::string path) const;
    [[nodiscard]] bool isSigned(const std::string &text, const std::string &base64) const;
    /// Notes what a reply means for all lanes.
    void note(const ReplyVerdict &verdict, Instant now);
};

/// The service counts anew: the feed is read from the start, what was sent in the last weeks is sent again, and nobody
/// knows which files it has. One transaction. Errors: those of Store.
[[nodiscard]] Done enterEpoch(SyncContext &context, const std::string &epoch, Instant now);
/// What may be read is another set: the feed is read from the start, and what it does not tell of any more has left.
[[nodiscard]] Done enterScope(SyncContext &context, const std::string &scope);

} // namespace zsb
