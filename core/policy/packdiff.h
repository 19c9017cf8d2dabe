#pragma once

#include "core/policy/packfiles.h"

#include <string>
#include <vector>

namespace zsb {

/// One difference between two packs. An empty `before` is an addition, an empty `after` a removal.
struct PackChange
{
    enum class Kind
    {
        Added,
        Removed,
        Changed,
    };

    Kind kind = Kind::Changed;
    std::string file;
    std::string key; ///< as in PackProblem; empty when the whole file is meant
    std::string before;
    std::string after;

    bool operator==(const PackChange &) const = default;
};

/// Every value that differs, by file and key. Works on the files, so that a broken pack can be compared too: what
/// cannot be read as JSON or CSV is compared as a whole. Order of members and rows does not count.
[[nodiscard]] std::vector<PackChange> diffPacks(const PackFiles &before, const PackFiles &after);

} // namespace zsb
