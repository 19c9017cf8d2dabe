#include "ui/review/reviewcontroller.h"

#include "ui/review/reviewrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {
constexpr std::chrono::seconds settling{3}; ///< whoever opens a season sees it first
} // namespace

void ReviewController::compareSeason()
{
    m_likenesses = std::make_unique<Likenesses>(m_session.store().options(), !m_session.isReadOnly(),
                                                m_session.sharedBook(), m_model);
    connect(m_likenesses.get(), &Likenesses::ready, this, &ReviewController::likenessFound);
    connect(m_likenesses.get(), &Likenesses::passed, this, [this](int taken) {
        if (taken > 0 && !file().isEmpty())
            m_likenesses->want(file().state, m_session.now()); // a copy may be among them
    });
    QTimer::singleShot(settling, this, &ReviewController::takeLooks);
}

void ReviewController::takeLooks()
{
    if (m_likenesses)
        m_likenesses->takeAll();
}

const LikenessStudy *ReviewController::likenessStudy() const
{
    return m_likenesses && !file().isEmpty() ? m_likenesses->peek(file().state) : nullptr;
}

void ReviewController::likenessFound(const ApplicationId &id)
{
    if (id != file().state.id)
        return;
    const int before = m_finding;
    rebuildFindings();
    if (m_finding != before)
        emit checkChanged();
}

/// Hints no command knows of: looks are no part of the log, so that whoever takes them changes nothing in it.
void ReviewController::addLikenessHints(QList<FindingRow> &rows) const
{
    const LikenessStudy *study = likenessStudy();
    if (!study)
        return;
    const ReviewWords w = words();
    const ReviewRows maker(m_session.pack(), w);
    for (const Finding &finding : study->findings) {
        const bool isPortrait = std::ranges::count(finding.fields, Field::Portrait) > 0;
        const QString slot = ReviewRows::slotOf(finding);
        const int picture = isPortrait ? m_materials.portraitRow() : m_materials.rowOfSlot(slot);
        if (picture < 0)
            continue;
        FindingRow row = maker.hint(finding, picture);
        row.isPair = true;
        rows.append(row);
    }
}

} // namespace zsb
