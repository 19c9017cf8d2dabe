#pragma once

#include "core/base/result.h"
#include "core/rules/rulebook.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// Folders in which a program looks for packs by name: the environment's ZSB_POLICIES, then beside the program, then
/// where it was installed, then the source tree it was built from.
[[nodiscard]] std::vector<std::string> packSearchPaths();

/// The pack that is meant when none is named.
[[nodiscard]] std::string defaultPack();

/// A pack by name or folder, loaded and bound to the rules. Errors: NotFound, Invalid (detail names the first problem,
/// in both languages).
[[nodiscard]] Result<std::shared_ptr<const RuleBook>> openRuleBook(const std::string &nameOrFolder);

} // namespace zsb
