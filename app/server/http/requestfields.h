#pragma once

#include "app/server/http/limits.h"
#include "core/protocol/http.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsb {

/// Why a request is not taken: what is answered before the connection is closed. Status 0: nothing is wrong.
struct HttpFault
{
    int status = 0;
    std::string detail{};

    [[nodiscard]] bool isFault() const { return status != 0; }
    bool operator==(const HttpFault &) const = default;
};

/// Collects the head of a request and judges it where RFC 9112 leaves readers a choice.
class RequestFields
{
public:
    explicit RequestFields(const HttpLimits &limits) : m_limits(limits) {}

    [[nodiscard]] HttpFault line(std::string_view method, std::string_view target, int version);
    [[nodiscard]] HttpFault field(std::string_view name, std::string_view value);
    [[nodiscard]] HttpFault end();

    [[nodiscard]] HttpRequest &request() { return m_request; }
    [[nodiscard]] std::optional<std::uint64_t> length() const { return m_length; }
    [[nodiscard]] bool expectsContinue() const;

private:
    const HttpLimits m_limits;
    HttpRequest m_request;
    std::size_t m_count = 0;
    int m_version = 0; ///< 10 or 11
    std::optional<std::uint64_t> m_length;
};

} // namespace zsb
