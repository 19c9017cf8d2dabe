#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <string>
#include <string_view>

namespace zsb {

/// What is kept of a password or PIN: scrypt (RFC 7914) of it with a random salt, in one line of ASCII that names its
/// own parameters. Takes some 50 ms on purpose. Errors: Internal.
[[nodiscard]] Result<std::string> hashSecret(std::string_view secret, const RandomSource &random);

/// Whether it is the secret that was hashed; false for anything that is no such line.
[[nodiscard]] bool isSecret(std::string_view secret, std::string_view hash);

} // namespace zsb
