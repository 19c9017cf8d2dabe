#pragma once

#include "core/base/result.h"
#include "core/exchange/writefailure.h"

#include <QFile>
#include <QSaveFile>

#include <memory>
#include <string>

namespace zsb {

/// Text gathered before it is written: a finding at a time would cost a system call each.
class BufferedFile
{
public:
    explicit BufferedFile(const std::string &path) : m_device(std::make_unique<QFile>(QString::fromStdString(path))) {}
    /// Grows beside its place until it is whole.
    explicit BufferedFile(std::unique_ptr<QSaveFile> file) : m_saved(file.get()), m_device(std::move(file)) {}

    /// What stood there before stays until begin() is sure that there is something to check.
    [[nodiscard]] Done open() { return told(m_file.open(m_saved ? QIODevice::WriteOnly : QIODevice::Append)); }
    [[nodiscard]] Done reopen() { return told(m_file.open(QIODevice::ReadWrite)); }
    /// Drops what is behind the first bytes and writes there from now on.
    [[nodiscard]] Done keep(std::int64_t bytes)
    {
        if (!m_file.isSequential() && m_file.size() > bytes && !m_file.resize(bytes))
            return writeFailure("report", m_file);
        if (!m_file.isSequential() && !m_file.seek(bytes))
            return writeFailure("report", m_file);
        return done();
    }
    [[nodiscard]] std::string &text() { return m_text; }
    [[nodiscard]] Done flushWhenFull() { return m_text.size() < (1U << 16) ? done() : flush(); }
    [[nodiscard]] Done flush()
    {
        const auto size = qint64(m_text.size());
        if (m_file.write(m_text.data(), size) != size || !m_file.flush())
            return writeFailure("report", m_file);
        m_text.clear();
        return done();
    }

    /// Writes the rest and puts the file in its place, in one step.
    [[nodiscard]] Done finish()
    {
        if (Done flushed = flush(); !flushed || !m_saved)
            return flushed;
        return told(m_saved->commit());
    }

private:
    [[nodiscard]] Done told(bool isDone) { return isDone ? done() : Done(writeFailure("report", m_file)); }

    QSaveFile *m_saved = nullptr; ///< m_device, when it is one
    std::unique_ptr<QFileDevice> m_device;
    QFileDevice &m_file = *m_device;
    std::string m_text;
};

} // namespace zsb
