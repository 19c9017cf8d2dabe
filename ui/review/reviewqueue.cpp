#include "ui/review/reviewcontroller.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int batch = 20; ///< files claimed at once

} // namespace

void ReviewController::openQueue()
{
    if (m_filter.view.isEmpty())
        m_filter.view = u"first"_s;
    if (!std::exchange(m_recalled, true)) {
        recallDecisions();
        readSavedViews();
        readTagNames();
    }
    readQueue(Opening::First);
}

QueueRow ReviewController::toRow(const QueueEntry &entry) const
{
    const ReviewWords w = words();
    QueueRow row = ReviewRows(m_session.pack(), w).queue(entry, m_session.reviewer().id, m_session.now());
    if (const QString name = m_people.value(row.heldBy); !name.isEmpty()) {
        row.heldBy = name;
        row.state = tr("%1 审核中").arg(name);
    }
    return row;
}

void ReviewController::setPeople(const QMap<QString, QString> &people)
{
    m_people = people;
    m_queue.forgetContents();
}

void ReviewController::readQueue(Opening opening)
{
    m_advances = false;
    m_session.forgetAhead();
    m_feed.open(queryOf(m_filter), [this, opening](const Done &read) { queueRead(opening, read); });
}

void ReviewController::queueRead(Opening opening, const Done &read)
{
    if (!read)
        sayFailure(read.error());
    showFacets();
    if (resume())
        return;
    if (m_queue.count() == 0) {
        showNothing();
        return;
    }
    const bool stays = opening == Opening::Stay && !file().isEmpty();
    m_row = stays ? m_queue.rowOfKey(m_queue.openKey()) : -1;
    if (stays && (m_row >= 0 || !m_queue.isAll())) { // it may be further down
        emit queueChanged();
        return;
    }
    const int next = m_queue.nextUndecided(-1);
    openRow(next < 0 ? 0 : next);
}

/// Rows came or went; the file on screen is where it is now.
void ReviewController::queueMoved()
{
    if (!file().isEmpty())
        m_row = m_queue.rowOfKey(m_queue.openKey());
    if (std::exchange(m_advances, false))
        advance();
    else
        emit queueChanged();
}

/// What was read ahead is of yesterday, unless it was this screen that did it all.
void ReviewController::othersDid(const std::vector<std::int64_t> &keys)
{
    if (std::ranges::all_of(keys, [this](std::int64_t key) { return m_queue.isKept(key); }))
        return;
    m_session.forgetAhead();
    prefetch();
}

void ReviewController::resumeAt(const QueueFilter &filter, const QString &savedView, const ApplicationId &file)
{
    m_resume = file;
    readSavedViews();
    const SavedView *saved = m_saved.find(savedView);
    const QueueFilter wanted = saved ? saved->filter : filter;
    setFilter(wanted, saved ? savedView : QString());
}

/// Goes on with the file of last time; false: there is none.
bool ReviewController::resume()
{
    const ApplicationId file = std::exchange(m_resume, {});
    if (file.isEmpty() || !m_session.store().state(file))
        return false;
    openFile(file);
    return true;
}

/// Reads file and queue again, and stays with the file on screen when it is still there.
void ReviewController::refresh()
{
    if (!file().isEmpty() && m_session.reload()) {
        rebuildRows();
        emit fileChanged();
        if (m_picture >= m_materials.count())
            showPicture(0);
        else
            emit pictureChanged();
        emit checkChanged();
    }
    readQueue(Opening::Stay);
}

void ReviewController::openRow(int row)
{
    if (row < 0 || row >= m_queue.count())
        return;
    const int asked = ++m_opening;
    if (!m_queue.isLoaded(row)) {
        m_feed.load(row, [this, asked](int here) {
            if (asked == m_opening) // nobody turned to another file meanwhile
                openRow(here);
        });
        return;
    }
    const ApplicationId id = m_queue.at(row).id;
    if (const Done read = m_session.open(id); !read) {
        sayFailure(read.error());
        return;
    }
    m_row = row;
    showFile();
}

void ReviewController::openFile(const ApplicationId &id)
{
    const Result<QueueEntry> entry = m_session.store().entry(id, QueueOrder::Urgency);
    ++m_opening;
    if (const Done read = entry ? m_session.open(id) : Done(entry.error()); !read) {
        sayFailure(read.error());
        return;
    }
    m_row = m_queue.rowOfKey(entry->row);
    showFile();
}

bool ReviewController::openNumber(const QString &applicationNo)
{
    const Result<ApplicationId> id = m_session.store().findByNumber(applicationNo.trimmed().toStdString());
    if (!id)
        sayFailure(id.error());
    else if (id->isEmpty())
        emit said(tr("没有报名号 %1。").arg(applicationNo.trimmed()), Tone::Warning);
    else
        openFile(*id);
    return id && file().state.id == *id && !id->isEmpty();
}

void ReviewController::nextFile()
{
    if (m_row + 1 < m_queue.count())
        openRow(m_row + 1);
    else
        emit said(tr("已是最后一份。"), Tone::Info);
}

void ReviewController::previousFile()
{
    if (m_row > 0)
        openRow(m_row - 1);
    else
        emit said(tr("已是第一份。"), Tone::Info);
}

void ReviewController::claimBatch()
{
    if (!mayWrite())
        return;
    int claimed = 0;
    std::optional<Error> failure;
    for (int row = std::max(0, m_row); row < m_queue.count() && claimed < batch; ++row) {
        if (!m_queue.isLoaded(row))
            break;
        if (m_queue.at(row).decided || !m_queue.at(row).heldBy.isEmpty())
            continue;
        const Result<Execution> answer = m_session.runOn(m_queue.at(row).id, ClaimFile{});
        if (!answer) {
            failure = answer.error();
            break;
        }
        claimed += std::holds_alternative<Executed>(*answer) ? 1 : 0;
    }
    if (!file().isEmpty() && m_session.reload())
        rebuildRows();
    emit fileChanged();
    if (failure)
        sayFailure(*failure);
    else
        emit said(tr("已领取 %n 份。", nullptr, claimed), claimed > 0 ? Tone::Ok : Tone::Info);
}

void ReviewController::release()
{
    if (!mayWrite())
        return;
    if (file().isEmpty())
        return;
    const Result<Execution> answer = m_session.runOn(file().state.id, ReleaseFile{});
    if (!answer)
        sayFailure(answer.error());
    else if (const auto *refusal = std::get_if<Refusal>(&*answer))
        sayRefusal(*refusal);
    else
        emit said(tr("已归还，别人可以领取。"), Tone::Ok);
    if (m_session.reload())
        rebuildRows();
    emit fileChanged();
}

void ReviewController::updateQueueRow(bool decided)
{
    const Result<QueueEntry> entry = m_session.store().entry(file().state.id, QueueOrder::Urgency);
    if (!entry)
        return;
    QueueRow row = toRow(*entry);
    row.tags = m_fileTags;
    row.decided = decided;
    if (decided && file().state.review.phase == Phase::InReview) {
        row.state = tr("已送复审");
        row.tone = Tone::Ok;
    }
    m_queue.update(row);
}

void ReviewController::advance()
{
    int next = m_queue.nextUndecided(m_row);
    if (next < 0 && !m_queue.isAll()) {
        m_advances = true; // the rest of the queue is on its way
        return;
    }
    if (next < 0)
        next = m_queue.nextUndecided(-1);
    if (next < 0) {
        showNothing();
        emit queueFinished();
    } else if (m_queue.isLoaded(next)) {
        openRow(next);
    } else {
        const int asked = ++m_opening;
        m_feed.load(next, [this, asked](int) {
            if (asked == m_opening)
                advance(); // now it is known who holds it
        });
    }
}

} // namespace zsb
