#pragma once

#include "core/base/calendar.h"
#include "core/domain/record.h"

#include <array>
#include <optional>

namespace zsb {

/// The moments of a record, each read at most once for all rules that look at it. One thread; the record must outlive
/// this object.
class ReadMoments
{
public:
    explicit ReadMoments(const Record &record) : m_record(record) {}

    /// None when the field holds no RFC 3339 moment.
    [[nodiscard]] const std::optional<Instant> &at(Field field) const;

private:
    const Record &m_record;
    mutable std::bitset<fieldCount> m_isRead;
    mutable std::array<std::optional<Instant>, fieldCount> m_moments;
};

} // namespace zsb
