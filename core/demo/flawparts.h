#pragma once

#include "core/demo/flaws.h"

namespace zsb {

/// The kinds of flaws by what they spoil; allFlaws() joins them.
[[nodiscard]] std::span<const Flaw> identityFlaws();
[[nodiscard]] std::span<const Flaw> formFlaws();
[[nodiscard]] std::span<const Flaw> fileFlaws();
[[nodiscard]] std::span<const Flaw> processFlaws();

/// Spoils a field with something no code table holds.
template<Field field>
void unknownCode(FlawedPerson &flawed, FlawedPerson &, PeopleMaker &)
{
    flawed.person[field] = "不在表中";
}

} // namespace zsb
