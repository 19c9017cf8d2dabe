#pragma once

#include "core/exchange/tablereader.h"

namespace zsb::test {

/// Reads a text table once from its beginning and once in small pieces, as the jobs of a check do: cut at guesses, each
/// by a reader of its own, and again where a guess was wrong. Both must come to the same rows, else it aborts.
void readInPieces(TableReader &reader);

} // namespace zsb::test
