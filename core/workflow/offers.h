#pragma once

#include "core/domain/application.h"
#include "core/policy/pack.h"

#include <vector>

namespace zsb {

// What is open to a file beside its review: what lists ask before anybody gives a command, with the conditions under
// which decide() carries one out. A window that is over is an offer no more; one that is to come is, with its days; one
// that is a guess keeps nobody out.

/// A1.4.3.3: approved, of a type that chooses its major later, and nothing chosen yet.
[[nodiscard]] bool isMajorDue(const ApplicationState &state, const Pack &pack, Instant now);
/// The majors a junior major may intend (A1.4.4.1), in the order of the catalogue; all of them where the catalogue does
/// not know the junior major.
[[nodiscard]] std::vector<const BachelorMajor *> majorsOpen(const ApplicationState &state, const Pack &pack);
/// A1.4.1.6, A1.4.1.7, A1.4.3.4: the ways to another type that may be asked for, those asked for and not answered left
/// out.
[[nodiscard]] std::vector<const Conversion *> conversionsOpen(const ApplicationState &state, const Pack &pack,
                                                              Instant now);
/// The request that waits for an answer; null when none does.
[[nodiscard]] const ConversionRequest *pendingConversion(const ApplicationState &state);
/// Whether a role decides on changes to a type: it reviews that type, or supervises.
[[nodiscard]] bool mayConvertTo(const CandidateType &to, const std::string &role, const Pack &pack);
/// Whether a role may answer that request.
[[nodiscard]] bool mayAnswerConversion(const ApplicationState &state, const std::string &role, const Pack &pack);

} // namespace zsb
