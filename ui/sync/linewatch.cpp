#include "ui/sync/linewatch.h"

#include <QNetworkInformation>

namespace zsb {

LinePlan planOf(const LineSettings &settings, std::optional<bool> told)
{
    constexpr std::int64_t kilobyte = 1024;
    const bool isMetered = settings.metered == MeteredChoice::Always ||
                           (settings.metered == MeteredChoice::Automatic && told.value_or(false));
    return {.isMetered = isMetered, .bytesPerSecond = settings.kilobytes * kilobyte};
}

LineWatch::LineWatch(QObject *parent) : QObject(parent)
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Metered))
        connect(QNetworkInformation::instance(), &QNetworkInformation::isMeteredChanged, this, &LineWatch::changed);
}

std::optional<bool> LineWatch::isMetered() const
{
    const QNetworkInformation *network = QNetworkInformation::instance();
    if (!network || !network->supports(QNetworkInformation::Feature::Metered))
        return std::nullopt;
    return network->isMetered();
}

} // namespace zsb
