#pragma once

#include "core/server/call.h"
#include "core/server/serving.h"

#include <optional>
#include <string>
#include <string_view>

namespace zsb {

// What every way of giving a file has in common.

[[nodiscard]] bool isSha256(std::string_view text);
[[nodiscard]] std::string_view purposeOf(const std::string &text);

/// Why the caller may not give files now; nothing when they may.
[[nodiscard]] std::optional<HttpResponse> mayNotGive(const Call &call, const Reader &reader);

/// The body, wherever the carrier put it. Errors: Internal.
[[nodiscard]] Result<std::string> bodyOf(const HttpRequest &request);

/// Puts bytes that are what they should be where they belong, durably, and leaves a job that writes down what they are
/// and gives this answer under this status.
[[nodiscard]] Answer place(Reader &reader, const std::string &bytes, std::string_view purpose, int status,
                           HttpResponse answer);

} // namespace zsb
