#pragma once

#include "core/storage/blobqueue.h"
#include "core/sync/lane.h"

#include <map>
#include <vector>

namespace zsb {

/// Sends the files that ops wait for: small ones many in a request, middle ones whole, large ones in pieces that go on
/// where they broke off, each piece as long as the line is good for. A file the service has already is not sent.
class BlobLane final : public Lane
{
public:
    using Lane::Lane;

    [[nodiscard]] Result<std::optional<HttpRequest>> next(Instant now) override;
    [[nodiscard]] Done answer(const Reply &reply, Instant now) override;
    [[nodiscard]] Result<std::optional<Instant>> due(Instant now) override;

private:
    enum class Step
    {
        Batch, ///< many small ones
        Ask,   ///< is it there?
        Whole,
        Begin, ///< an upload in pieces
        Piece,
    };

    [[nodiscard]] Result<std::optional<HttpRequest>> nextRequest(Instant now);
    [[nodiscard]] Result<std::optional<HttpRequest>> nextBatch(const std::vector<QueuedBlob> &ready);
    [[nodiscard]] Result<std::optional<HttpRequest>> nextOf(const QueuedBlob &blob, Instant now);
    [[nodiscard]] Result<std::optional<HttpRequest>> content(const QueuedBlob &blob, std::string bytes);
    [[nodiscard]] Result<std::optional<HttpRequest>> giveUp(const QueuedBlob &blob, std::string_view trouble,
                                                            Instant now);
    [[nodiscard]] Done failed(const ReplyVerdict &verdict, const HttpResponse *response, Instant now);
    [[nodiscard]] Done taken(const HttpResponse &response, Instant now);
    [[nodiscard]] Done batchTaken(const HttpResponse &response, Instant now);
    [[nodiscard]] Done pieceTaken(const HttpResponse &response, Instant now);
    [[nodiscard]] Done postpone(const QueuedBlob &blob, std::string_view trouble, Instant now);

    static constexpr std::size_t longestBatch = 1 << 20; ///< bytes of base64, in a request of at most 2 MiB

    Step m_step = Step::Ask;
    std::vector<QueuedBlob> m_sent;     ///< under way; one, but for a batch
    std::string m_absent;               ///< the service has said it does not have this one
    bool m_oneByOne = false;            ///< a batch was not taken
    std::size_t m_batch = longestBatch; ///< of which a line that breaks lets less through
    std::size_t m_batchSent = 0;        ///< bytes of the one under way
    std::size_t m_piece = 0;            ///< bytes; 0: not measured yet
    Instant m_asked{};
    std::int64_t m_bytes = 0; ///< of the request under way
};

} // namespace zsb
