#include "core/server/signinfailures.h"

#include "core/base/hash.h"
#include "core/server/staff.h"

#include <algorithm>
#include <utility>

namespace zsb {
namespace {

constexpr int freeFailures = 5;
constexpr std::chrono::minutes firstLock{1};
constexpr std::chrono::minutes longestLock{60};

/// As long as any other, however long a name is typed.
std::string keyOfLogin(std::string_view login)
{
    return sha256Hex(Staff::folded(login));
}

} // namespace

SignInFailures::Record SignInFailures::find(const std::string &key) const
{
    if (const auto found = m_names.find(key); found != m_names.end())
        return found->second;
    const auto earlier = m_earlier.find(key);
    return earlier != m_earlier.end() ? earlier->second : Record{};
}

SignInFailures::Record SignInFailures::of(std::string_view login) const
{
    const std::string key = keyOfLogin(login);
    const std::scoped_lock lock(m_mutex);
    return find(key);
}

SignInFailures::Record SignInFailures::add(std::string_view login, Instant now)
{
    const std::string key = keyOfLogin(login);
    const std::scoped_lock lock(m_mutex);
    Record record = find(key);
    ++record.failures;
    record.lockedUntil = lockAfter(record.failures, now);
    if (m_names.size() >= mostNames)
        m_earlier = std::exchange(m_names, {});
    m_names[key] = record;
    return record;
}

void SignInFailures::forget(std::string_view login)
{
    const std::string key = keyOfLogin(login);
    const std::scoped_lock lock(m_mutex);
    m_names.erase(key);
    m_earlier.erase(key);
}

/// A minute after the fifth failure, twice as long after every one more, at most an hour.
Instant lockAfter(int failures, Instant now)
{
    if (failures < freeFailures)
        return now;
    const int doublings = std::min(failures - freeFailures, 6);
    return now + std::min<std::chrono::minutes>(longestLock, firstLock * (1 << doublings));
}

} // namespace zsb
