#include "core/sync/courier.h"

#include "core/protocol/wirecodec.h"
#include "core/storage/opqueue.h"
#include "core/sync/parcel.h"
#include "core/sync/parcelfiles.h"

#include <set>

namespace zsb {
namespace {

constexpr int mostOpsInParcel = 100'000;
constexpr std::size_t hashLength = 64;

bool isHash(std::string_view text)
{
    return text.size() == hashLength && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Done writeFiles(const Store &store, const std::vector<Op> &ops, const WriteBytes &to)
{
    std::set<std::string> sent;
    for (const Op &op : ops) {
        for (const auto &[sha256, bytes] : blobsOf(op.command.body)) {
            const Result<std::string> content = store.blobs().read(sha256, BlobStore::Verify::Yes);
            if (!content || !sent.insert(sha256).second)
                continue; // the service may have it, and says so if not
            if (Done written = writeSection(to, SectionKind::File, sha256 + *content); !written)
                return written;
        }
    }
    return done();
}

HttpRequest requestOf(std::string method, std::string path, std::string body)
{
    HttpRequest request;
    request.method = std::move(method);
    request.path = std::move(path);
    request.body = std::move(body);
    return request;
}

Done writeBack(const WriteBytes &to, const ParcelBack &back)
{
    return writeSection(to, SectionKind::Json, wireText(back));
}

Done answerOps(const ParcelThere &there, const ServeParcel &serve, const WriteBytes &to)
{
    for (std::size_t from = 0; from < there.ops.size(); from += std::size_t(maxOpsInBatch)) {
        OpBatch batch{.epoch = there.epoch};
        const std::size_t end = std::min(from + std::size_t(maxOpsInBatch), there.ops.size());
        batch.ops.assign(there.ops.begin() + std::ptrdiff_t(from), there.ops.begin() + std::ptrdiff_t(end));
        const HttpResponse response = serve(requestOf("POST", "/v1/ops:batch", wireText(batch)));
        Result<OpAnswers> answers = readWire<OpAnswers>(response.body);
        if (response.status != 200 || !answers)
            return Error{ErrorCode::Refused,
                         "the service does not take ops, status " + std::to_string(response.status)};
        if (Done written = writeBack(to, {.answers = *std::move(answers)}); !written)
            return written;
    }
    return done();
}

Done answerPages(const ParcelThere &there, const ServeParcel &serve, const WriteBytes &to)
{
    std::int64_t since = there.cursor;
    for (bool more = true; more;) {
        HttpRequest request = requestOf("GET", "/v1/changes", {});
        request.query = {{"epoch", there.epoch},
                         {"since", std::to_string(since)},
                         {"scope", there.scope},
                         {"witness", std::to_string(there.witness)}};
        const HttpResponse response = serve(request);
        Result<ChangesPage> page = readWire<ChangesPage>(response.body);
        if (response.status != 200 || !page)
            return Error{ErrorCode::Refused, "the service gives no feed, status " + std::to_string(response.status)};
        more = page->more;
        since = page->next;
        if (Done written = writeBack(to, {.page = *std::move(page)}); !written)
            return written;
    }
    return done();
}

/// The epoch the service says it is in now; empty: that of the parcel.
std::string otherEpoch(const ParcelThere &there, const ServeParcel &serve)
{
    HttpRequest request = requestOf("GET", "/v1/changes", {});
    request.query = {{"epoch", there.epoch}, {"since", std::to_string(there.cursor)}, {"limit", "1"}};
    const HttpResponse response = serve(request);
    const ReplyVerdict verdict = judge(response);
    const auto said = verdict.details.find("epoch");
    return verdict.problem == "epoch-changed" && said != verdict.details.end() ? said->second : std::string();
}

/// A portrait is measured as one.
std::set<std::string> portraitsOf(const std::vector<Op> &ops)
{
    std::set<std::string> portraits;
    for (const Op &op : ops) {
        if (const auto *portrait = std::get_if<AttachPortrait>(&op.command.body))
            portraits.insert(portrait->attachment.sha256);
    }
    return portraits;
}

/// Everything up to the end. A file that is not taken keeps nothing back but the ops that need it.
Done takeFiles(const ParcelThere &there, const ReadBytes &from, const ServeParcel &serve, ParcelAnswered &answered)
{
    const std::set<std::string> portraits = portraitsOf(there.ops);
    for (;;) {
        const Result<Section> section = readSection(from);
        if (!section)
            return section.error();
        if (section->kind == SectionKind::End)
            return done();
        const std::string sha256 = section->bytes.substr(0, hashLength);
        if (section->kind != SectionKind::File || !isHash(sha256))
            return Error{ErrorCode::Invalid, "no file of a parcel"};
        const FileIn file{sha256, std::string_view(section->bytes).substr(hashLength),
                          portraits.contains(sha256) ? "portrait" : "material"};
        if (std::string problem = handIn(file, serve); !problem.empty())
            answered.refused[sha256] = std::move(problem);
        else
            ++answered.files;
    }
}

Done answerAll(const ParcelThere &there, const ServeParcel &serve, const WriteBytes &to)
{
    Done answered = answerOps(there, serve, to);
    return answered ? answerPages(there, serve, to) : answered;
}

} // namespace

Done packParcel(Store &store, const ActorId &actor, Instant now, const WriteBytes &to)
{
    const Result<std::optional<SyncPeer>> peer = readPeer(store.database());
    if (!peer || !*peer)
        return peer ? Done(Error{ErrorCode::NotFound, "this store is kept with no service"}) : peer.error();
    const OpQueue queue(store.database(), store.codec());
    const Result<std::vector<QueuedOp>> ready = queue.readyWithFiles(actor, now, mostOpsInParcel);
    if (!ready)
        return ready.error();
    ParcelThere there{.actor = actor.value,
                      .epoch = (*peer)->epoch,
                      .cursor = (*peer)->cursor,
                      .scope = (*peer)->scope,
                      .witness = (*peer)->witnessSize};
    std::vector<CommandId> ids;
    for (const QueuedOp &op : *ready) {
        ids.push_back(op.command.id);
        there.ops.push_back({op.command, op.base, op.after, op.epoch, op.judged});
    }
    Result<Transaction> transaction = Transaction::begin(store.database());
    if (!transaction)
        return transaction.error();
    if (Done marked = queue.markSending(ids, now); !marked)
        return marked;
    if (Done committed = transaction->commit(); !committed)
        return committed;
    if (Done written = writeSection(to, SectionKind::Json, wireText(there)); !written)
        return written;
    if (Done written = writeFiles(store, there.ops, to); !written)
        return written;
    return writeSection(to, SectionKind::End, {});
}

Result<ParcelAnswered> answerParcel(const ReadBytes &from, const WriteBytes &to,
                                    const std::function<HttpResponse(const HttpRequest &, const ActorId &)> &serve)
{
    const Result<Section> first = readSection(from);
    const Result<ParcelThere> there = first && first->kind == SectionKind::Json
                                          ? readWire<ParcelThere>(first->bytes)
                                          : Result<ParcelThere>(Error{ErrorCode::Invalid, "no parcel"});
    if (!there)
        return there.error();
    const ServeParcel asPerson = [&](const HttpRequest &request) { return serve(request, {there->actor}); };
    ParcelAnswered answered;
    if (Done taken = takeFiles(*there, from, asPerson, answered); !taken)
        return taken.error();
    if (const std::string epoch = otherEpoch(*there, asPerson); !epoch.empty()) {
        if (Done written = writeBack(to, {.epoch = epoch}); !written)
            return written.error();
    } else if (Done given = answerAll(*there, asPerson, to); !given) {
        return given.error();
    }
    Done ended = writeSection(to, SectionKind::End, {});
    return ended ? Result<ParcelAnswered>(std::move(answered)) : ended.error();
}

Done takeParcel(SyncEngine &engine, const ReadBytes &from, Instant now)
{
    for (;;) {
        const Result<Section> section = readSection(from);
        if (!section)
            return section.error();
        if (section->kind == SectionKind::End)
            return done();
        const Result<ParcelBack> back = section->kind == SectionKind::Json
                                            ? readWire<ParcelBack>(section->bytes)
                                            : Result<ParcelBack>(Error{ErrorCode::Invalid, "no parcel"});
        if (!back)
            return back.error();
        if (Done taken = engine.takeCarried(back->answers, back->page, back->epoch, now); !taken)
            return taken;
    }
}

} // namespace zsb
