#pragma once

#include <QString>

namespace zsb {

/// One value of a filter of the queue, with how many files it would show.
struct FacetChoice
{
    QString id; ///< empty: no filter
    QString name;
    qint64 files = 0; ///< -1: not counted yet

    bool operator==(const FacetChoice &) const = default;
};

} // namespace zsb
