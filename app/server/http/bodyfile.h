#pragma once

#include "core/base/result.h"

#include <QFile>

#include <memory>
#include <string>
#include <string_view>

namespace zsb {

/// A body on its way in, in a temporary file that goes with this object unless a handler has moved it away. Blocking;
/// used by one thread at a time.
class BodyFile
{
public:
    /// Errors: Unreadable.
    [[nodiscard]] static Result<std::unique_ptr<BodyFile>> create(const std::string &path);
    BodyFile(const BodyFile &) = delete;
    BodyFile &operator=(const BodyFile &) = delete;
    ~BodyFile();

    /// Errors: Unreadable (the disk is full, as a rule).
    [[nodiscard]] Done append(std::string_view bytes);
    void close() { m_file.close(); }
    [[nodiscard]] std::string path() const { return m_file.fileName().toStdString(); }

private:
    explicit BodyFile(const std::string &path) : m_file(QString::fromStdString(path)) {}

    QFile m_file;
};

/// A file on its way out, piece by piece. Blocking; used by one thread at a time.
class AnswerFile
{
public:
    /// Errors: NotFound.
    [[nodiscard]] static Result<std::unique_ptr<AnswerFile>> open(const std::string &path);

    [[nodiscard]] long long size() const { return m_file.size(); }
    [[nodiscard]] bool seek(long long offset) { return m_file.seek(offset); }
    /// At most that many bytes more; fewer at the end, none after it or when the file cannot be read.
    [[nodiscard]] std::string read(long long most);

private:
    explicit AnswerFile(const std::string &path) : m_file(QString::fromStdString(path)) {}

    QFile m_file;
};

} // namespace zsb
