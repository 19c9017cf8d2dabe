#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace zsb {

/// Which notices somebody has read: those they stayed at, not those the arrow key passed. The first is told at once,
/// what is read soon after it together.
class NoticeReader : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds longEnough{1'000};
    static constexpr std::chrono::milliseconds apart{4'000};

    explicit NoticeReader(std::chrono::milliseconds stay = longEnough, std::chrono::milliseconds pause = apart,
                          QObject *parent = nullptr);

    /// The one on the screen; nothing: none that is unread.
    void lookAt(std::optional<std::int64_t> seq);
    void leave(); ///< nobody looks any more: what was read is told
    void forget();

signals:
    void read(const std::vector<std::int64_t> &seqs);

private:
    void note();
    void tell();

    std::optional<std::int64_t> m_shown;
    std::set<std::int64_t> m_read; ///< and not told yet
    QTimer m_stay;
    QTimer m_pause;
};

} // namespace zsb
