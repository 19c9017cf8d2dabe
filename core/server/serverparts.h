#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/crypto/certificates.h"
#include "core/crypto/cryptosuite.h"
#include "core/image/sharedmodel.h"
#include "core/policy/packfiles.h"
#include "core/rules/rulebook.h"
#include "core/server/authenticator.h"
#include "core/server/captcha.h"
#include "core/server/ratelimits.h"
#include "core/storage/store.h"

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// The same for candidates' accounts and orders.
struct CandidateConfig
{
    std::chrono::minutes access{120};    ///< life of a session; there is no refresh token
    int passwordLeast = 8;               ///< code points
    std::chrono::minutes orderLife{120}; ///< an order that is not paid by then is over
    std::string cashier{};               ///< address an order is appended to; empty: the embedded cashier, for trials
};

/// Figures an operator may turn; what regulations say is in the pack.
struct ServerConfig
{
    std::string name = "zsb";                   ///< of this server, in checkpoints: `zsb.example`
    std::vector<std::string> earlierPacks{};    ///< hashes of packs whose commands are still taken, under ours
    int changesPerPage = 500;                   ///< most rows of a page of the feed
    int disputesAtOnce = 500;                   ///< most of an answer
    std::chrono::milliseconds later{2'000};     ///< pause before an op that could not be done is sent again
    std::chrono::hours afterRestore{7 * 24};    ///< how long ops may miss what a restore has lost
    std::chrono::minutes longestLease{36 * 60}; ///< a file taken home
    RateLimits::Limit askingRate{50, 500};      ///< of one person
    bool requireDevice = true;                  ///< people sign in on enrolled devices only
    int failuresUnasked = 3;                    ///< under one login; after them the captcha comes before the password
    std::chrono::minutes access{10};            ///< life of an access token
    std::chrono::hours refresh{12};             ///< life of a refresh token
    CandidateConfig candidates{};
};

/// What a server is built from. All of it is shared, and used from any thread.
struct ServerParts
{
    StoreOptions store{};
    std::shared_ptr<const RuleBook> book{};
    std::map<std::string, std::shared_ptr<const PackFiles>> packs{}; ///< by hash: the book's, and earlier ones
    Clock clock{};
    RandomSource random{};
    std::shared_ptr<const CryptoSuite> suite{};
    std::shared_ptr<const SigningKey> key{};         ///< signs tokens, receipts and checkpoints
    std::shared_ptr<const CertifiedKey> authority{}; ///< certifies devices; null: none are enrolled here
    std::shared_ptr<SharedModel> landmarks{};        ///< null: portraits are measured without landmarks
    std::shared_ptr<const CaptchaGate> captcha{};    ///< null: nobody is asked anything
    std::string paymentSecret{};                     ///< shared with the gateway; empty: no callback is believed
    ServerConfig config{};
};

} // namespace zsb
