#pragma once

#include "core/policy/text.h"
#include "core/storage/chain.h"

#include <QTextStream>

namespace zsb {

/// How much before the first fault is good, for none and one as well.
[[nodiscard]] Text goodBefore(std::int64_t count, const char *unit, const char *things);
/// What verifyLog() found, in Chinese and English. Numbers and hashes only.
void reportLog(QTextStream &out, const LogVerdict &verdict);

} // namespace zsb
