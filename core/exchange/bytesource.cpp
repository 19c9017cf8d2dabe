#include "core/exchange/bytesource.h"

#include <QFileInfo>

namespace zsb {

Result<std::unique_ptr<FileSource>> FileSource::open(const std::string &path)
{
    auto source = std::make_unique<FileSource>();
    source->m_file.setFileName(QString::fromStdString(path));
    if (!source->m_file.exists())
        return Error{ErrorCode::NotFound, "table: no such file"};
    if (!QFileInfo(source->m_file).isFile())
        return Error{ErrorCode::Unreadable, "table: a folder or a pipe"};
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::Unreadable, "table: cannot be opened"};
    return source;
}

Result<std::size_t> FileSource::read(char *data, std::size_t size)
{
    const qint64 got = m_file.read(data, qint64(size));
    if (got < 0)
        return Error{ErrorCode::Unreadable, "table: reading failed"};
    return std::size_t(got);
}

Done ByteSource::seek(std::int64_t)
{
    return Error{ErrorCode::Refused, "table: can only be read in order"};
}

Done FileSource::seek(std::int64_t offset)
{
    if (!m_file.seek(offset))
        return Error{ErrorCode::Unreadable, "table: seeking failed"};
    return done();
}

} // namespace zsb
