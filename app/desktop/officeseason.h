#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/rules/rulebook.h"

#include <QString>

#include <memory>

namespace zsb {

/// A season of made-up people that is enrolled at a service which is not there, for pictures of the screens and tests
/// of their looks: some decisions wait, one has arrived, one came too late. Whoever opens it signs in offline.
struct OfficeSeason
{
    static constexpr const char *user = "reviewer";
    static constexpr const char *password = "a made-up password";
};

/// Into a folder that holds no season; the key of the device lies beside it. Takes a while; any thread. Errors: those
/// of Store and of whatever writes.
[[nodiscard]] Done makeOfficeSeason(const QString &folder, const std::shared_ptr<const RuleBook> &book,
                                    const Clock &clock);

} // namespace zsb
