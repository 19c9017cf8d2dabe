#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/jsonmembers.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace zsb {

/// Roles of the service that sit at a desk: they collect portraits and help with accounts.
inline constexpr std::array<std::string_view, 2> deskRoles{"registrar", "county"};

/// `POST /v1/captures` (A1.6.1): a link for the phone of one candidate.
struct NewCapture
{
    ApplicationId application{};
    std::string role{}; ///< as which the asker acts
    int minutes = 15;   ///< how long the link lives

    bool operator==(const NewCapture &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("application", &NewCapture::application), required("role", &NewCapture::role),
                          member("minutes", &NewCapture::minutes));
    }
};

/// What the desk shows as a QR code, and how far the candidate is.
struct CaptureState
{
    std::string path{}; ///< `/c/…`, below the address the client itself uses; only in the answer to NewCapture
    ApplicationId application{};
    Instant expires{};
    std::optional<Instant> opened{};    ///< somebody opened the page
    std::optional<Instant> collected{}; ///< 已采集
    int triesLeft = 0;

    bool operator==(const CaptureState &) const = default;
    static constexpr auto members()
    {
        return std::tuple(member("path", &CaptureState::path), required("application", &CaptureState::application),
                          required("expires", &CaptureState::expires), member("opened", &CaptureState::opened),
                          member("collected", &CaptureState::collected),
                          required("tries_left", &CaptureState::triesLeft));
    }
};

/// What the page is told of a picture: what to mend, or what somebody will look at.
struct CaptureWord
{
    std::string rule{};
    std::string clause{};
    std::string messageZh{};
    std::string messageEn{};

    bool operator==(const CaptureWord &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("rule", &CaptureWord::rule), member("clause", &CaptureWord::clause),
                          required("message_zh", &CaptureWord::messageZh),
                          required("message_en", &CaptureWord::messageEn));
    }
};
struct CaptureAnswer
{
    bool accepted = false;
    std::vector<CaptureWord> findings{};

    bool operator==(const CaptureAnswer &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("accepted", &CaptureAnswer::accepted), member("findings", &CaptureAnswer::findings));
    }
};

} // namespace zsb
