#include "ui/sync/workfile.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

constexpr std::size_t pieceSize = std::size_t{256} * 1024;
using Length = std::array<char, sizeof(quint32)>;

Error unreadable()
{
    return {ErrorCode::Unreadable, "working file of a parcel"};
}

} // namespace

WorkFile::WorkFile(const std::string &folder, std::shared_ptr<const FieldCodec> codec)
    : m_file(QString::fromStdString(folder) + QStringLiteral("/parcel-XXXXXX")), m_codec(std::move(codec))
{
}

Result<std::unique_ptr<WorkFile>> WorkFile::make(const std::string &folder, std::shared_ptr<const FieldCodec> codec)
{
    std::unique_ptr<WorkFile> made(new WorkFile(folder, std::move(codec)));
    if (!made->m_file.open())
        return unreadable();
    return made;
}

/// So that no piece stands for another one.
std::string WorkFile::nextName()
{
    return std::to_string(m_pieces++);
}

WriteBytes WorkFile::writer()
{
    return [this](std::string_view bytes) {
        while (!bytes.empty()) {
            const std::size_t taken = std::min(bytes.size(), pieceSize - m_piece.size());
            m_piece.append(bytes.substr(0, taken));
            bytes.remove_prefix(taken);
            if (m_piece.size() < pieceSize)
                break;
            if (Done flushed = flush(); !flushed)
                return flushed;
        }
        return done();
    };
}

Done WorkFile::flush()
{
    const QByteArray stored = m_codec->encode({"parcel", nextName(), "bytes"}, m_piece);
    Length length{};
    qToLittleEndian(quint32(stored.size()), length.data());
    m_piece.clear();
    const bool written = m_file.write(length.data(), qint64(length.size())) == qint64(length.size()) &&
                         m_file.write(stored) == stored.size();
    return written ? done() : Done(unreadable());
}

Done WorkFile::rewind()
{
    if (Done flushed = m_piece.empty() ? done() : flush(); !flushed)
        return flushed;
    m_pieces = 0;
    return m_file.seek(0) ? done() : Done(unreadable());
}

Done WorkFile::fill()
{
    Length length{};
    m_piece.clear();
    m_read = 0;
    if (m_file.atEnd())
        return done();
    if (m_file.read(length.data(), qint64(length.size())) != qint64(length.size()))
        return unreadable();
    const auto size = qint64(qFromLittleEndian<quint32>(length.data()));
    const QByteArray stored = m_file.read(size);
    if (stored.size() != size)
        return unreadable();
    Result<std::string> piece = m_codec->decode({"parcel", nextName(), "bytes"}, stored);
    if (!piece)
        return piece.error();
    m_piece = *std::move(piece);
    return done();
}

ReadBytes WorkFile::reader()
{
    return [this](std::span<char> into) -> Result<std::size_t> {
        if (m_read == m_piece.size()) {
            if (const Done filled = fill(); !filled)
                return filled.error();
        }
        const std::size_t count = std::min(into.size(), m_piece.size() - m_read);
        std::copy_n(m_piece.data() + m_read, count, into.data());
        m_read += count;
        return count;
    };
}

} // namespace zsb
