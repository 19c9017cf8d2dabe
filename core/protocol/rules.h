#pragma once

#include "core/domain/jsonmembers.h"

#include <map>
#include <string>
#include <tuple>

namespace zsb {

/// `GET /v1/rules/{version}`: a pack as its files, so that a client can put it down and check its hash itself.
/// `version` is the hash of a pack, or `current`.
struct RulePack
{
    std::string hash{};                         ///< packHash() of the files
    std::map<std::string, std::string> files{}; ///< path below the pack's folder → base64
    std::string signature{};                    ///< base64, over rulesText()

    bool operator==(const RulePack &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("hash", &RulePack::hash), required("files", &RulePack::files),
                          required("signature", &RulePack::signature));
    }
};

} // namespace zsb
