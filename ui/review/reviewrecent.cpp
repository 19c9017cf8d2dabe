#include "ui/models/phasetone.h"
#include "ui/review/reviewcontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

/// After a start: the last decisions, and of them what is still held can be undone as before.
void ReviewController::recallDecisions()
{
    const auto recent = m_session.store().recentDecisions(m_session.reviewer().id, 2 * RecentModel::depth);
    if (!recent)
        return;
    for (const HistoryEntry &entry : *recent) { // newest first
        const Result<ApplicationState> state = m_session.store().state(entry.stored.application);
        if (!state || m_decisions.size() == std::size_t(RecentModel::depth))
            break;
        for (const Decision &decision : state->decisions) {
            if (decision.id != entry.stored.command || decision.undone)
                continue;
            const auto name = state->fields.find(Field::Name);
            m_decisions.push_back({state->id, decision.id, decision.heldUntil, decision.judgement,
                                   name == state->fields.end() ? QString() : qtext(name->second),
                                   qtext(state->applicationNo)});
        }
    }
    std::ranges::reverse(m_decisions); // the newest last
    if (!m_decisions.empty())
        m_tick.start();
    showDecisions();
}

void ReviewController::showDecisions()
{
    const ReviewWords w = words();
    QList<RecentRow> rows;
    for (auto one = m_decisions.rbegin(); one != m_decisions.rend(); ++one) {
        const bool held = one->heldUntil > m_session.now();
        rows.append({one->file, one->decision, one->name, one->number, w.judgement(one->judgement),
                     toneOf(one->judgement), held ? tr("撤销") : QString()});
    }
    m_recent.setRows(rows);
}

void ReviewController::openRecent(int row)
{
    if (row >= 0 && row < m_recent.count())
        openFile(ApplicationId(m_recent.at(row).file));
    else
        emit said(tr("还没有决定。"), Tone::Info);
}

void ReviewController::undoRecent(int row)
{
    if (row < 0 || row >= m_recent.count())
        return;
    const CommandId id = m_recent.at(row).decision;
    const auto found = std::ranges::find(m_decisions, id, &Made::decision);
    if (found != m_decisions.end())
        undoDecision(Made(*found));
}

} // namespace zsb
