#include "core/sync/bloblane.h"

#include "core/protocol/blobs.h"
#include "core/protocol/wire.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>

namespace zsb {
namespace {

constexpr int mostInBatch = 64;
constexpr std::int64_t smallBytes = 64 << 10;
constexpr std::size_t shortestPiece = 64 << 10;
constexpr std::chrono::milliseconds pieceTime{2'000}; ///< what a piece should take

std::optional<std::int64_t> offsetOf(const HttpResponse &response)
{
    const std::string text = response.header("upload-offset");
    std::int64_t offset = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), offset);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || offset < 0)
        return std::nullopt;
    return offset;
}

} // namespace

Result<std::optional<HttpRequest>> BlobLane::next(Instant now)
{
    if (!context().isOpen(now) || !context().outgoing.isOpen(now))
        return std::optional<HttpRequest>();
    Result<std::optional<HttpRequest>> request = nextRequest(now);
    if (request && *request) {
        m_bytes = std::int64_t((*request)->body.size());
        context().outgoing.begin();
    }
    return request;
}

Result<std::optional<HttpRequest>> BlobLane::nextRequest(Instant now)
{
    const Result<std::vector<QueuedBlob>> ready = BlobQueue(store().database()).ready(now, mostInBatch);
    if (!ready)
        return ready.error();
    if (ready->empty())
        return std::optional<HttpRequest>();
    m_asked = now;
    if (!m_oneByOne) {
        Result<std::optional<HttpRequest>> batch = nextBatch(*ready);
        if (!batch || *batch)
            return batch;
    }
    return nextOf(ready->front(), now);
}

Result<std::optional<HttpRequest>> BlobLane::nextBatch(const std::vector<QueuedBlob> &ready)
{
    BlobBatch batch;
    std::size_t bytes = 0;
    m_sent.clear();
    for (const QueuedBlob &blob : ready) {
        if (blob.bytes > smallBytes)
            continue;
        const Result<std::string> content = store().blobs().read(blob.sha256, BlobStore::Verify::Yes);
        if (!content || std::int64_t(content->size()) > smallBytes)
            continue; // looked at by itself
        std::string data = QByteArray::fromStdString(*content).toBase64().toStdString();
        if (bytes + data.size() > m_batch && !batch.blobs.empty())
            break;
        bytes += data.size();
        batch.blobs.push_back({blob.sha256, std::move(data), blob.purpose});
        m_sent.push_back(blob);
    }
    if (batch.blobs.empty())
        return std::optional<HttpRequest>();
    m_step = Step::Batch;
    m_batchSent = bytes;
    HttpRequest request = context().request("POST", "/v1/blobs:batch");
    request.headers["content-type"] = "application/json";
    request.body = wireText(batch);
    return std::optional(std::move(request));
}

Result<std::optional<HttpRequest>> BlobLane::nextOf(const QueuedBlob &blob, Instant now)
{
    m_sent = {blob};
    if (m_absent != blob.sha256 && blob.upload.empty()) {
        m_step = Step::Ask;
        return std::optional(context().request("HEAD", "/v1/blobs/" + blob.sha256));
    }
    Result<std::string> bytes = store().blobs().read(blob.sha256, BlobStore::Verify::Yes);
    if (!bytes)
        return giveUp(blob, bytes.error().code == ErrorCode::Invalid ? "damaged" : "gone", now);
    return content(blob, *std::move(bytes));
}

Result<std::optional<HttpRequest>> BlobLane::giveUp(const QueuedBlob &blob, std::string_view trouble, Instant now)
{
    m_sent.clear();
    if (Done postponed = postpone(blob, trouble, now); !postponed)
        return postponed.error();
    return std::optional<HttpRequest>();
}

Result<std::optional<HttpRequest>> BlobLane::content(const QueuedBlob &blob, std::string bytes)
{
    if (bytes.size() <= parts().config.wholeBlob) {
        m_step = Step::Whole;
        HttpRequest request = context().request("PUT", "/v1/blobs/" + blob.sha256);
        request.query.emplace_back("purpose", blob.purpose);
        request.headers["content-type"] = "application/octet-stream";
        request.body = std::move(bytes);
        return std::optional(std::move(request));
    }
    if (blob.upload.empty()) {
        m_step = Step::Begin;
        HttpRequest request = context().request("POST", "/v1/uploads");
        request.headers["content-type"] = "application/json";
        request.body = wireText(NewUpload{blob.sha256, std::int64_t(bytes.size()), blob.purpose});
        return std::optional(std::move(request));
    }
    m_step = Step::Piece;
    HttpRequest request = context().request("PATCH", "/v1/uploads/" + blob.upload);
    request.headers["content-type"] = "application/octet-stream";
    request.headers["upload-offset"] = std::to_string(blob.uploaded);
    const std::size_t from = std::min(std::size_t(blob.uploaded), bytes.size());
    request.body = bytes.substr(from, m_piece == 0 ? parts().config.chunk : m_piece);
    return std::optional(std::move(request));
}

Done BlobLane::answer(const Reply &reply, Instant now)
{
    const ReplyVerdict verdict = judge(reply, m_step == Step::Batch || m_step == Step::Begin);
    const auto *response = std::get_if<HttpResponse>(&reply);
    context().outgoing.end(m_bytes, m_asked);
    if (verdict.isGood()) {
        context().note(verdict, now);
        Done done = taken(*response, now);
        m_sent.clear();
        return done;
    }
    if (m_step == Step::Ask && (verdict.status == 404 || verdict.status == 403)) {
        m_absent = m_sent.front().sha256; // not there, or nothing we may be told of
        m_sent.clear();
        return done();
    }
    Done noted = failed(verdict, response, now);
    m_sent.clear();
    return noted;
}

Done BlobLane::failed(const ReplyVerdict &verdict, const HttpResponse *response, Instant now)
{
    const BlobQueue queue(store().database());
    const QueuedBlob &first = m_sent.front();
    const std::optional<std::int64_t> stands = response != nullptr ? offsetOf(*response) : std::nullopt;
    const bool isWhole = stands && *stands >= first.bytes; // its last answer got lost: whoever begins is told
    if (m_step == Step::Piece && verdict.status == 409 && stands && !isWhole)
        return queue.markUploaded(first.sha256, first.upload, *stands);
    if (m_step == Step::Piece && (verdict.status == 404 || verdict.status == 410 || (verdict.status == 409 && isWhole)))
        return queue.markUploaded(first.sha256, {}, 0); // forgotten there: from the beginning
    context().note(verdict, now);
    if (m_step == Step::Batch && verdict.status == 0)
        m_batch = std::max(m_batchSent / 2, shortestPiece);
    if (m_piece > shortestPiece)
        m_piece /= 2;
    if (verdict.status == 0 || verdict.status == 401 || verdict.status == 429 || verdict.status == 503)
        return done(); // the line as a whole waits
    if (m_step == Step::Batch) {
        m_oneByOne = true;
        return done();
    }
    return postpone(first, verdict.problem.empty() ? idOf(verdict.trouble) : std::string_view(verdict.problem), now);
}

Done BlobLane::taken(const HttpResponse &response, Instant now)
{
    const BlobQueue queue(store().database());
    switch (m_step) {
    case Step::Batch:
        return batchTaken(response, now);
    case Step::Ask:
    case Step::Whole:
        m_oneByOne = false;
        return queue.markArrived(m_sent.front().sha256);
    case Step::Begin: {
        const Result<UploadAnswer> begun = readWire<UploadAnswer>(response.body);
        if (!begun)
            return postpone(m_sent.front(), idOf(SyncTrouble::Server), now);
        if (begun->offset == begun->size)
            return queue.markArrived(m_sent.front().sha256);
        return queue.markUploaded(m_sent.front().sha256, begun->id, begun->offset);
    }
    case Step::Piece:
        return pieceTaken(response, now);
    }
    return done();
}

Done BlobLane::batchTaken(const HttpResponse &response, Instant now)
{
    const Result<BlobBatchAnswer> answer = readWire<BlobBatchAnswer>(response.body);
    const BlobQueue queue(store().database());
    m_batch = std::min(m_batch * 2, longestBatch);
    for (const QueuedBlob &blob : m_sent) {
        const bool stored = answer && std::ranges::any_of(answer->blobs, [&](const BlobStored &one) {
                                return one.sha256 == blob.sha256 && one.stored;
                            });
        Done noted = stored ? queue.markArrived(blob.sha256) : postpone(blob, idOf(SyncTrouble::Server), now);
        if (!noted)
            return noted;
    }
    return done();
}

Done BlobLane::pieceTaken(const HttpResponse &response, Instant now)
{
    const BlobQueue queue(store().database());
    const QueuedBlob &blob = m_sent.front();
    const std::optional<std::int64_t> offset = offsetOf(response);
    if (!offset || *offset <= blob.uploaded)
        return postpone(blob, idOf(SyncTrouble::Server), now);
    const std::size_t sent = m_piece == 0 ? parts().config.chunk : m_piece;
    const bool isQuick = now - m_asked < pieceTime;
    m_piece = std::clamp(isQuick ? sent * 2 : sent / 2, shortestPiece, std::size_t(longestPieceBytes));
    if (response.header("upload-complete") == "?1" || *offset >= blob.bytes)
        return queue.markArrived(blob.sha256);
    return queue.markUploaded(blob.sha256, blob.upload, *offset);
}

Done BlobLane::postpone(const QueuedBlob &blob, std::string_view trouble, Instant now)
{
    const int attempts = blob.attempts + 1;
    return BlobQueue(store().database())
        .postpone(blob.sha256, attempts, now + itemPause(attempts, parts().random), trouble);
}

Result<std::optional<Instant>> BlobLane::due(Instant now)
{
    const std::optional<Instant> paid = context().outgoing.opensAt();
    if (!context().mayAsk(now) || !paid)
        return std::optional<Instant>();
    const BlobQueue queue(store().database());
    const Result<std::vector<QueuedBlob>> ready = queue.ready(now, 1);
    if (!ready)
        return ready.error();
    return ready->empty() ? queue.nextDue(now) : Result<std::optional<Instant>>(std::max(now, *paid));
}

} // namespace zsb
