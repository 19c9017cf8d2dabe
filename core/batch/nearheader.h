#pragma once

#include "core/domain/field.h"
#include "core/exchange/headermap.h"

#include <span>
#include <string>
#include <vector>

namespace zsb {

/// The columns of a header that are no known ones and are written nearly as `field` may be: 身份证号玛, 考生姓名1. Two
/// texts are near when a third of the longer one's letters differ at most, or one holds the other. At most three.
[[nodiscard]] std::vector<std::string> nearHeaders(Field field, std::span<const std::string> header,
                                                   const ColumnMap &columns, std::span<const HeaderSynonym> synonyms);

} // namespace zsb
