#include "core/storage/logtime.h"

#include "core/storage/database.h"

using namespace Qt::StringLiterals;

namespace zsb {

Result<std::optional<Instant>> latestEventAt(const Database &database)
{
    const Result<std::int64_t> latest =
        database.number(u"SELECT at FROM events WHERE seq = (SELECT max(seq) FROM events)"_s);
    if (!latest)
        return latest.error();
    return *latest == 0 ? std::nullopt : std::optional(Instant(std::chrono::milliseconds(*latest)));
}

} // namespace zsb
