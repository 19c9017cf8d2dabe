#include "core/rules/readmoments.h"

#include "core/base/text.h"

namespace zsb {

const std::optional<Instant> &ReadMoments::at(Field field) const
{
    const auto i = std::size_t(field);
    if (!m_isRead[i]) {
        m_isRead.set(i);
        m_moments[i] = parseInstant(trimmed(m_record.text(field)));
    }
    return m_moments[i];
}

} // namespace zsb
