#pragma once

#include "core/base/result.h"
#include "core/policy/pack.h"
#include "core/policy/packfiles.h"

#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// What is wrong in a pack's files: file, line (1-based; 0 when the whole file is meant), key, and what to do.
struct PackProblem
{
    std::string file;
    int line = 0;
    std::string key;
    Text message;
    bool fatal = true; ///< false: a remark of the linter, the pack still loads

    bool operator==(const PackProblem &) const = default;
};

/// `types.json:12 P.name: what is wrong`, in both languages.
[[nodiscard]] std::string problemText(const PackProblem &problem);

struct LoadedPack
{
    std::shared_ptr<const Pack> pack; ///< null when a problem is fatal
    std::vector<PackProblem> problems;
};

/// Reads every file of a pack's folder and checks it by itself: shape, types, references between files, quotes against
/// sources/. Never stops at the first problem; but where files cannot be read, only those are told, as what else seems
/// wrong may follow from them. What the rules need of their parameters is checked by the rule book.
/// Errors: NotFound (no such folder). Any thread.
[[nodiscard]] Result<LoadedPack> loadPack(const std::string &folder);
/// The same from bytes in memory.
[[nodiscard]] LoadedPack loadPackFiles(PackFiles files);

/// Gives problems that name a key of a JSON file and no line the line of that key.
void findLines(std::vector<PackProblem> &problems, const PackFiles &files);

/// A pack by name among the folders given, or a folder itself when `nameOrFolder` is one. Errors: NotFound; Invalid
/// when it is a folder without pack.json, or a file (detail says what to do, in both languages).
[[nodiscard]] Result<std::string> findPack(const std::string &nameOrFolder,
                                           const std::vector<std::string> &searchPaths);

} // namespace zsb
