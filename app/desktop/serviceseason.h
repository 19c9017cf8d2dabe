#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/keyholder.h"
#include "ui/sync/connectcontroller.h"

#include <QString>

#include <optional>
#include <string>

namespace zsb {

/// Makes the folder of a season that is kept with a service, sealed from its first byte: keys, of which the holder has
/// the one that opens them, an empty database that knows its service, and what was agreed at the enrolment. Blocking.
/// Errors: Conflict (there is a season already: what was decided without a service is not sent by the way), those of
/// the holder, those of Store, Unreadable.
[[nodiscard]] Done makeServiceSeason(const QString &folder, const Enrolment &enrolment, KeyHolder &holder, Instant now);

/// Under which names the secrets of an enrolment are kept.
[[nodiscard]] QString deviceSecret(const Enrolment &enrolment);
[[nodiscard]] std::string packSecrets(const ServiceSecrets &secrets);
/// Errors: Invalid.
[[nodiscard]] Result<ServiceSecrets> unpackSecrets(const std::string &packed);

/// With what parcels of this computer are signed; nothing: no such key was kept.
[[nodiscard]] std::optional<SigningKey> parcelKeyOf(const ServiceSecrets &secrets);

/// What a trial service on this computer has told of its made-up person, in `trial.json` of the data folder; nothing
/// for any other season. See docs/decisions/0008-trial-service.md.
struct TrialPerson
{
    QString user;
    QString password;
    std::string totpSecret; ///< bytes
};
[[nodiscard]] std::optional<TrialPerson> trialPerson(const QString &folder);

/// The made-up person's next code. A service takes every code once: who comes back within its thirty seconds gets that
/// of the following step, which is kept in `trial-step` beside trial.json.
[[nodiscard]] std::string nextTrialCode(const TrialPerson &person, const QString &folder, Instant now);
/// Whether a service would take the last of those by now.
[[nodiscard]] bool isTrialCodeDue(const QString &folder, Instant now);

} // namespace zsb
