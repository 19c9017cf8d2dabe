#include "ui/sync/syncworker.h"

#include <QFile>
#include <QSaveFile>
#include <QTemporaryFile>

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

/// For what has to be whole before it is sealed or believed; gone with the object, and never beside the parcel, which
/// may lie on a stick.
Result<std::unique_ptr<QTemporaryFile>> workFile(const std::string &folder)
{
    auto file = std::make_unique<QTemporaryFile>(QString::fromStdString(folder) + QStringLiteral("/parcel-XXXXXX"));
    if (!file->open())
        return Error{ErrorCode::Unreadable, "parcel"};
    return file;
}

} // namespace

Done SyncWorker::writeParcel(const QString &path, const SigningKey &sender, const BundleLock &lock)
{
    const auto &session = m_engine ? m_engine->session() : std::optional<Session>();
    const std::string actor = session                               ? session->actor
                              : m_season.enrolment.accounts.empty() ? std::string()
                                                                    : m_season.enrolment.accounts.front().actor;
    const Result<std::unique_ptr<QTemporaryFile>> plain = workFile(m_season.store.folder);
    if (!m_store || actor.empty() || !plain)
        return Error{ErrorCode::Unreadable, "parcel"};
    const Instant now = m_season.clock();
    if (Done packed = packParcel(*m_store, {actor}, now, writerTo(**plain)); !packed)
        return packed;
    if (!(*plain)->seek(0))
        return Error{ErrorCode::Unreadable, "parcel"};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Unreadable, "parcel"};
    const BundleInfo info{uuid7(now, m_season.random), std::string(parcelThere), sender.publicKey, now};
    if (Done sealed = writeBundle(info, sender, lock, readerOf(**plain), writerTo(file), m_season.random); !sealed)
        return sealed;
    note("parcel-written");
    tell();
    return file.commit() ? done() : Done(Error{ErrorCode::Unreadable, "parcel"});
}

Done SyncWorker::takeParcel(const QString &path, const BundleOpening &opening)
{
    QFile file(path);
    const Result<std::unique_ptr<QTemporaryFile>> plain = workFile(m_season.store.folder);
    if (!m_engine || !plain || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "parcel"};
    const Result<BundleInfo> info = readBundle(opening, readerOf(file), writerTo(**plain));
    if (!info)
        return info.error();
    if (info->kind != parcelBack || !(*plain)->seek(0))
        return Error{ErrorCode::Invalid, "no parcel of a service"};
    Done taken = zsb::takeParcel(*m_engine, readerOf(**plain), m_season.clock());
    note("parcel-taken", taken ? "" : "invalid");
    tellArrivals();
    pump();
    return taken;
}

} // namespace zsb
