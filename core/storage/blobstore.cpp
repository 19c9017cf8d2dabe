#include "core/storage/blobstore.h"

#include "core/base/hash.h"
#include "core/storage/codec.h"
#include "core/storage/durablefile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

bool isSha256(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<std::string> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return Error{ErrorCode::NotFound, "no such file"};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, "file does not open"};
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Unreadable, "file does not read"};
    return bytes.toStdString();
}

FieldPlace placeOf(std::string_view sha256)
{
    return {"blobs", sha256, "bytes"};
}

} // namespace

bool BlobStore::isSealed() const
{
    return m_codec && m_codec->conceals();
}

Done BlobStore::write(std::string_view sha256, std::string_view bytes, Durable durable) const
{
    const Sync sync = durable == Durable::AtOnce ? Sync::Yes : Sync::No;
    if (!isSealed())
        return writeWhole(path(sha256), bytes, sync);
    const QByteArray sealed = m_codec->encode(placeOf(sha256), bytes);
    return writeWhole(path(sha256), {sealed.constData(), std::size_t(sealed.size())}, sync);
}

Result<std::string> BlobStore::put(std::string_view bytes, Durable durable) const
{
    std::string sha256 = sha256Hex(bytes);
    // other bytes are what a power cut left of an unfinished import, or a disk that decays
    if (const Result<std::string> known = read(sha256); known && *known == bytes) {
        // whoever put it may have died before flushing
        if (Done synced = durable == Durable::AtOnce ? syncWhole(path(sha256)) : done(); !synced)
            return within("blob", synced.error());
        return sha256;
    }
    const Done written = write(sha256, bytes, durable);
    if (!written)
        return within("blob", written.error());
    return sha256;
}

Result<std::string> BlobStore::putFile(const std::string &file, Durable durable) const
{
    const Result<std::string> bytes = readWhole(QString::fromStdString(file));
    if (!bytes)
        return bytes.error();
    return put(*bytes, durable);
}

Done BlobStore::flush() const
{
    if (!QDir(QString::fromStdString(m_folder)).exists())
        return done();
    return syncBelow(m_folder);
}

bool BlobStore::contains(std::string_view sha256) const
{
    return isSha256(sha256) && QFile::exists(QString::fromStdString(path(sha256)));
}

bool BlobStore::isWhole(std::string_view sha256) const
{
    return isSha256(sha256) && read(sha256, Verify::Yes).has_value();
}

std::string BlobStore::path(std::string_view sha256) const
{
    if (!isSha256(sha256))
        return {};
    return m_folder + '/' + std::string(sha256.substr(0, 2)) + '/' + std::string(sha256.substr(2));
}

Result<std::string> BlobStore::read(std::string_view sha256, Verify verify) const
{
    Result<std::string> bytes = readWhole(QString::fromStdString(path(sha256)));
    if (bytes && isSealed())
        bytes = m_codec->decode(placeOf(sha256), QByteArray::fromStdString(*bytes));
    if (!bytes)
        return within("blob", bytes.error());
    if (verify == Verify::Yes && sha256Hex(*bytes) != sha256)
        return Error{ErrorCode::Invalid, "blob: bytes are not those of its hash"};
    return bytes;
}

Result<bool> BlobStore::writeAgain(std::string_view sha256, std::string_view unlessBegins) const
{
    const Result<std::string> stored = readWhole(QString::fromStdString(path(sha256)));
    if (!stored)
        return within("blob", stored.error());
    if (stored->starts_with(unlessBegins))
        return false;
    const Result<std::string> bytes = read(sha256, Verify::Yes);
    if (!bytes)
        return bytes.error();
    if (Done written = write(sha256, *bytes, Durable::AtOnce); !written)
        return within("blob", written.error());
    return true;
}

std::vector<std::string> BlobStore::all() const
{
    std::vector<std::string> found;
    const QDir root(QString::fromStdString(m_folder));
    for (const QString &first : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        for (const QString &rest : QDir(root.filePath(first)).entryList(QDir::Files, QDir::Name)) {
            std::string sha256 = (first + rest).toStdString();
            if (isSha256(sha256))
                found.push_back(std::move(sha256));
        }
    }
    return found;
}

} // namespace zsb
