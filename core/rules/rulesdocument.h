#pragma once

#include "core/policy/pack.h"

#include <string>

namespace zsb {

/// docs/rules.md: every binding of a pack with its clause, quote, parameters, messages. The same bytes for the same
/// pack; needs a pack that lintRules() finds nothing fatal in.
[[nodiscard]] std::string rulesMarkdown(const Pack &pack);

/// What `zsb-check rules` prints: a few lines for each binding, in both languages.
[[nodiscard]] std::string rulesListing(const Pack &pack);

/// What `zsb-check explain` prints of one binding: all of the above and every message.
[[nodiscard]] std::string ruleExplanation(const Pack &pack, const RuleBinding &binding);

} // namespace zsb
