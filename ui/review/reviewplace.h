#pragma once

#include "ui/review/savedviews.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace zsb {

/// A reason that was chosen, what it was to be about, and its remark.
struct BegunReason
{
    QString code;
    QString items; ///< as in ReasonTarget
    QString note;

    bool operator==(const BegunReason &) const = default;
};

/// A short answer that was begun and not sent.
struct ReviewDraft
{
    QString kind;    ///< return, refuse, doubt, confirm, dismiss; empty: nothing was begun
    QString finding; ///< key of the finding, for confirm and dismiss
    QString note;
    QList<BegunReason> reasons;
    QDate deadline;

    /// Whether somebody would miss it.
    [[nodiscard]] bool holdsWork() const { return !kind.isEmpty() && (!note.isEmpty() || !reasons.isEmpty()); }
    bool operator==(const ReviewDraft &) const = default;
};

/// Where somebody is at work in the review: comes back after a restart. Never names a candidate.
struct ReviewPlace
{
    QueueFilter filter; ///< without its text
    QString savedView;  ///< id
    QString file;       ///< id of the application; empty: none
    int picture = -1;
    double scale = 0; ///< of the picture; 0: fitted
    int quarters = 0;
    QByteArray outer; ///< the splitters
    QByteArray inner;
    ReviewDraft draft;

    bool operator==(const ReviewPlace &) const = default;
};

[[nodiscard]] QJsonObject toJson(const ReviewPlace &place);
/// What cannot be understood is left as it is by default.
[[nodiscard]] ReviewPlace reviewPlaceFrom(const QJsonObject &json);

} // namespace zsb
