#pragma once

#include "core/base/clock.h"

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace zsb {

/// Failures at signing in by the name that was typed, whether or not anybody has it: what is asked and said after them
/// tells nobody which names there are. In memory, of this process; what was long ago is forgotten when there are many.
/// Any thread.
class SignInFailures
{
public:
    struct Record
    {
        int failures = 0; ///< since the last success
        Instant lockedUntil{};
    };

    [[nodiscard]] Record of(std::string_view login) const;
    /// One more; says how it stands now.
    Record add(std::string_view login, Instant now);
    void forget(std::string_view login);

    static constexpr std::size_t mostNames = 10'000; ///< twice as many are kept at most

private:
    using Names = std::map<std::string, Record>;

    [[nodiscard]] Record find(const std::string &key) const;

    mutable std::mutex m_mutex;
    Names m_names;   ///< hash of the folded name → its record
    Names m_earlier; ///< as m_names was when it was full
};

/// Until when nobody gets in after so many failures; `now` while it is not locked.
[[nodiscard]] Instant lockAfter(int failures, Instant now);

} // namespace zsb
