#pragma once

#include "core/protocol/op.h"

#include <string>

namespace zsb {

/// What a server signs of a final answer to an op, in base64 in OpAnswer::receipt: nobody can later say that it was
/// another one, nor a proxy make one up. The same op keeps the same receipt for ever.
[[nodiscard]] std::string receiptText(const OpAnswer &answer);

/// What a server signs of its time: `nonce` is the asker's, so that an old answer is not taken for a new one.
[[nodiscard]] std::string timeText(Instant time, const std::string &epoch, const std::string &nonce);

/// What a server signs of a pack it hands out.
[[nodiscard]] std::string rulesText(const std::string &packHash);

} // namespace zsb
