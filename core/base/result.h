#pragma once

#include <QString>

#include <string>
#include <utility>
#include <variant>

namespace zsb {

/// One enumerator per thing a caller can do differently.
enum class ErrorCode
{
    NotFound,    ///< the thing asked for is not there
    Unreadable,  ///< the file or device cannot be read
    Invalid,     ///< the content breaks its format
    Conflict,    ///< somebody changed it first
    Unreachable, ///< the other end does not answer
    Refused,     ///< understood, and not allowed
    Cancelled,   ///< the caller asked to stop
    Internal,    ///< a defect of this program
};

/// Why something did not work. `detail` is for logs and developers: never translated, never personal data.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string detail;

    bool operator==(const Error &) const = default;
};

/// The error with more context in front of its detail.
[[nodiscard]] inline Error within(std::string_view context, Error error)
{
    error.detail.insert(0, std::string(context) + ": ");
    return error;
}

/// A value or the reason why there is none. Spelled like std::expected, so that it can be replaced by it.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }
    [[nodiscard]] T *operator->() { return &value(); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

    template<typename F>
    [[nodiscard]] auto and_then(F &&f) const & -> decltype(f(std::declval<const T &>()))
    {
        if (has_value())
            return std::forward<F>(f)(value());
        return error();
    }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value.
using Done = Result<std::monostate>;
inline Done done()
{
    return std::monostate{};
}

} // namespace zsb
