#pragma once

#include "core/protocol/http.h"

#include <chrono>
#include <cstddef>
#include <optional>

namespace zsb {

/// What a peer may ask of the carrier before any handler is asked. Sizes in bytes. Times are upper bounds; they are
/// looked at every `sweep`.
struct HttpLimits
{
    std::size_t headBytes = 16 * 1024; ///< request line and fields together
    std::size_t targetBytes = 8 * 1024;
    std::size_t fields = 100;
    std::size_t chunkLineBytes = 4 * 1024; ///< size and extensions of one chunk, or all trailers

    std::size_t connections = 4'000;
    std::size_t connectionsOfOneAddress = 1'000; ///< trusted proxies have no such limit

    std::chrono::milliseconds opening{20'000};   ///< TLS and the first head, from the moment of accepting
    std::chrono::milliseconds head{20'000};      ///< any later head, from its first byte
    std::chrono::milliseconds idle{75'000};      ///< between two requests
    std::chrono::milliseconds body{30'000};      ///< a body has this, and a second more for every bodyRate bytes
    std::chrono::milliseconds writing{60'000};   ///< for every piece of an answer
    std::chrono::milliseconds lingering{2'000};  ///< reading on after a refusal, so that it arrives
    std::chrono::milliseconds handling{120'000}; ///< until a handler has answered
    std::chrono::milliseconds sweep{1'000};
    std::size_t bodyRate = 2 * 1024;
};

/// What happens to the body of a request, by its method and path, before any of it is read.
struct BodyRule
{
    long long most = 0;                    ///< bytes; more is refused with 413
    bool toFile = false;                   ///< streamed into HttpRequest::bodyFile, never held in memory
    std::optional<HttpResponse> instead{}; ///< answered at once; nothing of the body is read
};

} // namespace zsb
