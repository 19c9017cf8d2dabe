#include "app/server/http/bodyfile.h"

namespace zsb {

Result<std::unique_ptr<BodyFile>> BodyFile::create(const std::string &path)
{
    std::unique_ptr<BodyFile> made(new BodyFile(path));
    const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!made->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, mine))
        return Error{ErrorCode::Unreadable, made->m_file.errorString().toStdString()};
    return made;
}

BodyFile::~BodyFile()
{
    m_file.close();
    (void)m_file.remove();
}

Done BodyFile::append(std::string_view bytes)
{
    if (m_file.write(bytes.data(), qint64(bytes.size())) != qint64(bytes.size()))
        return Error{ErrorCode::Unreadable, m_file.errorString().toStdString()};
    return done();
}

Result<std::unique_ptr<AnswerFile>> AnswerFile::open(const std::string &path)
{
    std::unique_ptr<AnswerFile> opened(new AnswerFile(path));
    if (!opened->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::NotFound, opened->m_file.errorString().toStdString()};
    return opened;
}

std::string AnswerFile::read(long long most)
{
    std::string bytes(std::size_t(most), '\0');
    const qint64 count = m_file.read(bytes.data(), most);
    bytes.resize(std::size_t(std::max<qint64>(0, count)));
    return bytes;
}

} // namespace zsb
