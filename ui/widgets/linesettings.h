#pragma once

#include <QStringView>

namespace zsb {

/// Whether what comes over the line is paid for by its volume.
enum class MeteredChoice
{
    Automatic, ///< as the system says
    Always,
    Never,
};

/// What the line of this computer is spared, whatever season is open.
struct LineSettings
{
    static constexpr int mostKilobytes = 100'000;

    MeteredChoice metered = MeteredChoice::Automatic;
    int kilobytes = 0; ///< a second of pictures, each way; 0: no limit

    bool operator==(const LineSettings &) const = default;
};

[[nodiscard]] QStringView meteredChoiceId(MeteredChoice choice); ///< automatic, always, never
[[nodiscard]] MeteredChoice meteredChoiceFromId(QStringView id); ///< Automatic for anything else

} // namespace zsb
