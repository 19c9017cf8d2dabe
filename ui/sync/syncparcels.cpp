#include "ui/sync/syncworker.h"
#include "ui/sync/workfile.h"

#include <QFile>
#include <QSaveFile>

namespace zsb {
namespace {

ReadBytes readerOf(QIODevice &device)
{
    return [&device](std::span<char> into) -> Result<std::size_t> {
        const qint64 got = device.read(into.data(), qint64(into.size()));
        return got < 0 ? Result<std::size_t>(Error{ErrorCode::Unreadable, "parcel"})
                       : Result<std::size_t>(std::size_t(got));
    };
}

WriteBytes writerTo(QIODevice &device)
{
    return [&device](std::string_view bytes) {
        return device.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size())
                   ? done()
                   : Done(Error{ErrorCode::Unreadable, "parcel"});
    };
}

} // namespace

Result<std::unique_ptr<WorkFile>> SyncWorker::makeWorkFile() const
{
    if (!m_store)
        return Error{ErrorCode::Unreadable, "parcel"};
    return WorkFile::make(m_season.store.folder, m_store->options().codec);
}

/// What is held is named, and what somebody looked at and did not get.
Result<ParcelWish> SyncWorker::wishOf(const ParcelOrder &order, const ActorId &actor) const
{
    ParcelWish wish = order.wish;
    if (m_engine)
        wish.pictures = m_engine->wanted();
    if (!order.handsBack)
        return wish;
    const Result<std::vector<QueueEntry>> mine = claimedFiles(*m_store, actor, m_season.clock());
    if (!mine)
        return mine.error();
    if (!wish.lease)
        wish.lease.emplace();
    for (const QueueEntry &entry : *mine)
        wish.lease->release.push_back(entry.id);
    return wish;
}

Done SyncWorker::writeParcel(const QString &path, const SigningKey &sender, const ParcelOrder &order)
{
    const ActorId actor = person();
    const Result<std::unique_ptr<WorkFile>> content = makeWorkFile();
    if (actor.isEmpty() || !content)
        return Error{ErrorCode::Unreadable, "parcel"};
    const Instant now = m_season.clock();
    const Result<ParcelWish> wish = wishOf(order, actor);
    if (!wish)
        return wish.error();
    if (Done packed = packParcel(*m_store, actor, *wish, now, (*content)->writer()); !packed)
        return packed;
    if (!(*content)->rewind())
        return Error{ErrorCode::Unreadable, "parcel"};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, "parcel"};
    const BundleInfo info{uuid7(now, m_season.random), parcelKind(ParcelWay::There), sender.publicKey, now};
    if (Done sealed = writeBundle(info, sender, order.lock, (*content)->reader(), writerTo(file), m_season.random);
        !sealed)
        return sealed;
    note("parcel-written");
    tell();
    return file.commit() ? done() : Done(Error{ErrorCode::Unreadable, "parcel"});
}

Result<ParcelNews> SyncWorker::takeParcel(const QString &path, const BundleOpening &opening)
{
    QFile file(path);
    const Result<std::unique_ptr<WorkFile>> content = makeWorkFile();
    if (!m_engine || !content || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "parcel"};
    const Result<BundleInfo> info = readBundle(opening, readerOf(file), (*content)->writer());
    if (!info)
        return info.error();
    const int version = parcelVersionOf(info->kind, ParcelWay::Back);
    if (version > parcelVersion)
        return ParcelNews{.isNewer = true};
    if (version == 0 || !(*content)->rewind())
        return Error{ErrorCode::Invalid, "no parcel of a service"};
    Result<ParcelNews> taken = zsb::takeParcel(*m_engine, (*content)->reader(), m_season.clock());
    note("parcel-taken", taken ? "" : "invalid");
    tellArrivals();
    pump();
    return taken;
}

} // namespace zsb
