#pragma once

#include "core/base/clock.h"
#include "core/protocol/http.h"

#include <string>
#include <string_view>

namespace zsb {

/// What is left to decide about an answer when the size of its file is known: a request for one part of a file
/// (RFC 9110 §14) that was answered with all of it becomes 206 or 416; several parts are answered with all of it. So
/// does one for a part of a body that says `accept-ranges: bytes`.
void applyRange(HttpResponse &response, const HttpRequest &request, long long fileSize);

/// How many bytes of its body or file an answer announces; -1 to a HEAD whose handler has not said.
[[nodiscard]] long long announcedLength(const HttpResponse &response, long long fileSize, bool isHead = false);

/// Status line and fields. What no handler said is said here: length (-1: it is not known), date, no caching, no
/// guessing of types. Fields that could not stand in one line are left out.
[[nodiscard]] std::string answerHead(const HttpResponse &response, long long length, bool keepsAlive, Instant now);

/// Whether answers of that status have no body at all, not even an empty one.
[[nodiscard]] bool isBodiless(int status);

/// `application/problem+json` for a request that no handler saw.
[[nodiscard]] HttpResponse problemAnswer(int status, std::string_view detail);

} // namespace zsb
