#pragma once

#include "app/common/tableimport.h"

#include <QTextStream>

#include <atomic>
#include <string>

namespace zsb {

constexpr int mostTroubles = 50; ///< lines an import writes of rows; the others are counted

/// The pictures a table names and how many of them are not there. Complete before the first row is taken in.
struct NamedPictures
{
    std::atomic<int> named = 0;
    std::atomic<int> missing = 0;
    int lackedByRows = 0; ///< counted in every row that names it

    [[nodiscard]] bool isNoneThere() const { return named > 0 && missing == named; }
};

/// Counts what it looks at.
[[nodiscard]] ImageInspector counting(ImageInspector inspector, NamedPictures &pictures);
/// Names every picture that is not there, unless none is.
[[nodiscard]] MissingFileReport nameTo(QTextStream &err, int &troubles, NamedPictures &pictures);
/// How many were not found, where, and how to go on; nothing when all were.
void explainMissing(QTextStream &err, const std::string &folder, const NamedPictures &pictures);

} // namespace zsb
