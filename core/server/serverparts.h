#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/crypto/cryptosuite.h"
#include "core/rules/rulebook.h"
#include "core/server/authenticator.h"
#include "core/storage/store.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// Figures an operator may turn; what regulations say is in the pack.
struct ServerConfig
{
    std::string name{};                         ///< of this server, in checkpoints: `zsb.example`
    std::vector<std::string> earlierPacks{};    ///< hashes of packs whose commands are still taken, under ours
    int changesPerPage = 500;                   ///< most rows of a page of the feed
    std::chrono::milliseconds later{2'000};     ///< pause before an op that could not be done is sent again
    std::chrono::hours afterRestore{7 * 24};    ///< how long ops may miss what a restore has lost
    std::chrono::minutes longestLease{36 * 60}; ///< a file taken home
    std::chrono::minutes access{10};            ///< life of an access token
    std::chrono::hours refresh{12};             ///< life of a refresh token
};

/// What a server is built from. Everything is shared and used from any thread.
struct ServerParts
{
    StoreOptions store{};
    std::shared_ptr<const RuleBook> book{};
    Clock clock{};
    RandomSource random{};
    std::shared_ptr<const CryptoSuite> suite{};
    std::shared_ptr<const SigningKey> key{}; ///< signs tokens, receipts and checkpoints
    ServerConfig config{};
};

} // namespace zsb
