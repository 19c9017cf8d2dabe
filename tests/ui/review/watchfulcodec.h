#pragma once

#include "core/storage/codec.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

namespace zsb {

/// Every list entry and every state passes through a codec: this one counts on which thread, and can hold up the
/// threads that are not the one it was made on.
class WatchfulCodec : public FieldCodec
{
public:
    [[nodiscard]] QByteArray encode(const FieldPlace &place, std::string_view plain) const override
    {
        return m_plain.encode(place, plain);
    }
    [[nodiscard]] Result<std::string> decode(const FieldPlace &place, const QByteArray &stored) const override
    {
        const bool isHome = QThread::currentThread() == m_home;
        if (place.column == "name")
            ++(isHome ? entriesAtHome : entriesElsewhere);
        if (place.column == "state") {
            ++(isHome ? statesAtHome : statesElsewhere);
            if (isHome) {
                const std::unique_lock lock(m_mutex);
                m_filesAtHome.emplace(place.row);
            }
        }
        if (!isHome) {
            std::unique_lock lock(m_mutex);
            m_opened.wait(lock, [this] { return m_isOpen; });
        }
        return m_plain.decode(place, stored);
    }
    [[nodiscard]] std::string lookupKey(std::string_view column, std::string_view normalised) const override
    {
        return m_plain.lookupKey(column, normalised);
    }
    [[nodiscard]] std::string searchText(std::string_view column, std::string_view normalised) const override
    {
        return m_plain.searchText(column, normalised);
    }

    void setOpen(bool open)
    {
        const std::scoped_lock lock(m_mutex);
        m_isOpen = open;
        m_opened.notify_all();
    }
    void forgetCounts()
    {
        for (std::atomic<int> *count : {&entriesAtHome, &entriesElsewhere, &statesAtHome, &statesElsewhere})
            *count = 0;
        const std::unique_lock lock(m_mutex);
        m_filesAtHome.clear();
    }
    /// Whose states were read on the thread it was made on.
    [[nodiscard]] std::set<std::string> filesAtHome() const
    {
        const std::unique_lock lock(m_mutex);
        return m_filesAtHome;
    }

    mutable std::atomic<int> entriesAtHome{0};
    mutable std::atomic<int> entriesElsewhere{0};
    mutable std::atomic<int> statesAtHome{0};
    mutable std::atomic<int> statesElsewhere{0};

private:
    PlainCodec m_plain;
    QThread *m_home = QThread::currentThread();
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_opened;
    mutable std::set<std::string> m_filesAtHome;
    bool m_isOpen = true;
};

} // namespace zsb
