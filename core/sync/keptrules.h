#pragma once

#include "core/base/result.h"
#include "core/policy/packfiles.h"

#include <optional>
#include <string>

namespace zsb {

/// Packs of a service, kept beside the season that is worked on with it (SYNC.md P.8): a folder for each by its hash,
/// and `current`, which names the one the service judges by. Errors: those of writePackFiles().
[[nodiscard]] Done keepRules(const std::string &folder, const std::string &hash, const PackFiles &files);
/// Where the packs of a season's service are.
[[nodiscard]] inline std::string rulesFolderOf(const std::string &season)
{
    return season + "/rules";
}
/// The folder of the current one; nothing: none was kept, or it is not whole.
[[nodiscard]] std::optional<std::string> keptRules(const std::string &folder);

} // namespace zsb
