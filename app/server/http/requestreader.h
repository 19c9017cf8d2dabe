#pragma once

#include "app/server/http/requestfields.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// Makes one HTTP/1.1 or 1.0 request out of bytes, wherever they come from. Everything two readers could understand
/// differently is refused (RFC 9112 §6.1, §11.2): more than one length, a length that is not plain digits, a coding
/// that is not exactly `chunked`, both of them, bare line ends, a repeated Host. Used by one thread.
class RequestReader
{
public:
    enum class State
    {
        Head,     ///< more bytes of it are needed
        Body,     ///< the head is there; the body, or more of it, is needed
        Complete, ///< take() takes nothing more
        Broken,   ///< see fault(); neither
    };

    explicit RequestReader(const HttpLimits &limits);
    RequestReader(const RequestReader &) = delete;
    RequestReader &operator=(const RequestReader &) = delete;
    ~RequestReader();

    /// How many of the bytes were used; come again with the others and more behind them. Stops behind the head, so that
    /// limitBody() can be called.
    [[nodiscard]] std::size_t take(std::string_view bytes);
    /// Once, when the head is there.
    void limitBody(long long most);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const HttpFault &fault() const { return m_fault; }
    /// Whether a byte of it was read.
    [[nodiscard]] bool hasBegun() const { return m_headBytes > 0; }
    /// Without body, from the end of the head on.
    [[nodiscard]] HttpRequest &request();
    /// Of the body, as announced; nothing for chunks and where there is none.
    [[nodiscard]] std::optional<std::uint64_t> announced() const;
    [[nodiscard]] bool expectsContinue() const;
    [[nodiscard]] bool keepsAlive() const;
    /// What was read of the body and not yet taken away.
    [[nodiscard]] std::string &payload();
    [[nodiscard]] std::uint64_t received() const; ///< of the body so far

private:
    class Parser;

    void breakWith(HttpFault fault);
    [[nodiscard]] bool step(std::string_view bytes, std::size_t &used);

    const HttpLimits m_limits;
    std::unique_ptr<Parser> m_parser;
    State m_state = State::Head;
    HttpFault m_fault;
    std::uint64_t m_headBytes = 0;
};

} // namespace zsb
