#pragma once

#include "core/domain/jsonmembers.h"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace zsb {

/// What can be wrong with a request, once for all endpoints (RFC 9457). Ids are forever; a client that does not know
/// one goes by the class of the status.
enum class ProblemType : std::uint8_t
{
    BadRequest,
    IdempotencyKeyMissing,
    InvalidToken,
    InvalidCredentials,
    CaptchaRequired,
    ClockSkew,
    ForbiddenScope,
    DeviceUnknown,
    NotFound,
    MethodNotAllowed,
    Conflict,
    VersionConflict,
    MissingBlobs,
    OffsetMismatch,
    EpochChanged,
    ScopeChanged,
    Expired,
    PreconditionFailed,
    TooLarge,
    UnsupportedMedia,
    IdempotencyKeyReused,
    Unprocessable,
    LockedOut,
    RateLimited,
    Internal,
    Maintenance,
    StorageFull,
};
constexpr auto enumIds(ProblemType)
{
    return EnumIds<ProblemType, 27>{{{ProblemType::BadRequest, "bad-request"},
                                     {ProblemType::IdempotencyKeyMissing, "idempotency-key-missing"},
                                     {ProblemType::InvalidToken, "invalid-token"},
                                     {ProblemType::InvalidCredentials, "invalid-credentials"},
                                     {ProblemType::CaptchaRequired, "captcha-required"},
                                     {ProblemType::ClockSkew, "clock-skew"},
                                     {ProblemType::ForbiddenScope, "forbidden-scope"},
                                     {ProblemType::DeviceUnknown, "device-unknown"},
                                     {ProblemType::NotFound, "not-found"},
                                     {ProblemType::MethodNotAllowed, "method-not-allowed"},
                                     {ProblemType::Conflict, "conflict"},
                                     {ProblemType::VersionConflict, "version-conflict"},
                                     {ProblemType::MissingBlobs, "missing-blobs"},
                                     {ProblemType::OffsetMismatch, "offset-mismatch"},
                                     {ProblemType::EpochChanged, "epoch-changed"},
                                     {ProblemType::ScopeChanged, "scope-changed"},
                                     {ProblemType::Expired, "expired"},
                                     {ProblemType::PreconditionFailed, "precondition-failed"},
                                     {ProblemType::TooLarge, "too-large"},
                                     {ProblemType::UnsupportedMedia, "unsupported-media"},
                                     {ProblemType::IdempotencyKeyReused, "idempotency-key-reused"},
                                     {ProblemType::Unprocessable, "unprocessable"},
                                     {ProblemType::LockedOut, "locked-out"},
                                     {ProblemType::RateLimited, "rate-limited"},
                                     {ProblemType::Internal, "internal"},
                                     {ProblemType::Maintenance, "maintenance"},
                                     {ProblemType::StorageFull, "storage-full"}}};
}

/// `application/problem+json`. Titles are for people, in both languages; nothing personal is in any member.
struct Problem
{
    std::string type{}; ///< `urn:zsb:problem:` and the id
    int status = 500;
    std::string title{}; ///< English
    std::string titleZh{};
    std::string detail{};                         ///< for developers: which member, which limit
    std::map<std::string, std::string> details{}; ///< for programs: seconds to wait, current offset, …

    bool operator==(const Problem &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("type", &Problem::type), required("status", &Problem::status),
                          member("title", &Problem::title), member("title_zh", &Problem::titleZh),
                          member("detail", &Problem::detail), member("details", &Problem::details));
    }
};

/// The status and titles that belong to a type.
[[nodiscard]] Problem problemOf(ProblemType type, std::string detail = {});

} // namespace zsb
