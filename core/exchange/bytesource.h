#pragma once

#include "core/base/result.h"

#include <QFile>

#include <cstddef>
#include <memory>
#include <string>

namespace zsb {

/// Bytes from somewhere, in order, once.
class ByteSource
{
public:
    ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;
    virtual ~ByteSource() = default;

    /// At most `size` bytes into `data`; 0 at the end. Errors: Unreadable, Refused (a limit).
    [[nodiscard]] virtual Result<std::size_t> read(char *data, std::size_t size) = 0;
    /// Goes to that byte. Errors: Refused (these bytes come in order only), Unreadable.
    [[nodiscard]] virtual Done seek(std::int64_t offset);
};

/// The bytes of a file. Errors of open(): NotFound, Unreadable.
class FileSource final : public ByteSource
{
public:
    [[nodiscard]] static Result<std::unique_ptr<FileSource>> open(const std::string &path);

    [[nodiscard]] Result<std::size_t> read(char *data, std::size_t size) override;
    [[nodiscard]] Done seek(std::int64_t offset) override;
    [[nodiscard]] QFile &file() { return m_file; }

private:
    QFile m_file;
};

} // namespace zsb
