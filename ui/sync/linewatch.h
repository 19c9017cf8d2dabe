#pragma once

#include "ui/widgets/linesettings.h"

#include <QObject>

#include <cstdint>
#include <optional>

namespace zsb {

/// What a sync does about the line it has.
struct LinePlan
{
    bool isMetered = false;          ///< nothing large comes by itself
    std::int64_t bytesPerSecond = 0; ///< of pictures, each way; 0: no limit

    bool operator==(const LinePlan &) const = default;
};

/// `told`: what the system says; nothing: it does not know, and the line is taken for an ordinary one.
[[nodiscard]] LinePlan planOf(const LineSettings &settings, std::optional<bool> told);

/// Whether the system takes its network for a metered one. Many cannot tell. GUI thread.
class LineWatch : public QObject
{
    Q_OBJECT

public:
    explicit LineWatch(QObject *parent = nullptr);

    [[nodiscard]] std::optional<bool> isMetered() const;

signals:
    void changed();
};

} // namespace zsb
