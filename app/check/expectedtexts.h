#pragma once

#include "core/base/result.h"
#include "core/image/scantexts.h"

#include <QString>

#include <map>
#include <vector>

namespace zsb {

/// What each file should say: by its name without folders.
using ExpectedTexts = std::map<QString, std::vector<ExpectedText>>;

/// Reads a table whose first column is `file` and whose other columns are ids of fields (`name`, `document_number`, …);
/// other columns are left out, and so are rows without a file. Errors: those of openTable(), Invalid (no column
/// `file`).
[[nodiscard]] Result<ExpectedTexts> readExpectedTexts(const QString &path);

} // namespace zsb
