#pragma once

#include "core/base/result.h"
#include "core/image/scantexts.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace zsb {

/// What each file should say.
struct ExpectedTexts
{
    std::map<QString, std::vector<ExpectedText>> files; ///< by its name without folders
    QStringList unknown;                                ///< columns that name no field: nothing in them is compared
    int unnamed = 0;                                    ///< rows without a file
};

/// Reads a table whose first column is `file` and whose other columns are ids of fields (`name`, `document_number`, …).
/// Errors: those of openTable(), Invalid (no column `file`, none of a field).
[[nodiscard]] Result<ExpectedTexts> readExpectedTexts(const QString &path);

} // namespace zsb
