#pragma once

#include "core/domain/finding.h"
#include "core/exchange/headermap.h"
#include "core/exchange/tablefault.h"
#include "core/exchange/tablereader.h"
#include "core/policy/text.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zsb {

/// The finding a row problem is told as: rule `input.…`, with the column and what to do in both languages. It cites no
/// clause: how a file is written is nobody's regulation.
[[nodiscard]] Finding findingOf(const RowProblem &problem, std::span<const std::string> header,
                                const ColumnMap &columns);

/// The problem that is told under a rule `input.…`; nothing for other rules.
[[nodiscard]] std::optional<ProblemCode> problemCodeOf(std::string_view rule);

/// What ends a report that ends before its input does, where the format has no better place to say so.
[[nodiscard]] Finding incompleteFinding(const Text &why);

/// Whether a cell of the row no longer says what was typed in it: a rounded ID number is somebody else's.
[[nodiscard]] bool losesContent(std::span<const RowProblem> problems, const ColumnMap &columns);

/// What is wrong with a file as a whole and what to do about it.
[[nodiscard]] Text textOf(TableFault fault);

} // namespace zsb
