#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstring>
#include <string>

namespace zsb {

/// A body that can be read once: QNetworkAccessManager sends a request again by itself when the line closes early, and
/// cannot do so with this one (SYNC.md D1).
class OnceDevice final : public QIODevice
{
public:
    explicit OnceDevice(std::string bytes) : m_bytes(std::move(bytes)) { open(QIODevice::ReadOnly); }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return qint64(m_bytes.size() - m_at) + QIODevice::bytesAvailable();
    }
    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const std::size_t count = std::min(std::size_t(std::max(most, qint64(0))), m_bytes.size() - m_at);
        if (count == 0)
            return m_at == m_bytes.size() ? -1 : 0;
        std::memcpy(data, m_bytes.data() + m_at, count);
        m_at += count;
        return qint64(count);
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

} // namespace zsb
