#include "core/domain/json.h"
#include "ui/review/reviewcontroller.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr int batch = 20; ///< files claimed at once

enum class Stages
{
    Any,
    First, ///< 初审 of each type
    Later, ///< 复审
};

/// The saved views of the queue: which phases, and whether only files with complaints. Ids are those of the phases
/// where there is one.
struct SavedView
{
    std::string_view id;
    const char *name;
    std::vector<Phase> phases;
    bool onlyProblems = false;
    Stages stages = Stages::Any;
};

const std::vector<SavedView> &savedViews()
{
    static const std::vector<SavedView> views{
        {"in-review", QT_TRANSLATE_NOOP("zsb::ReviewController", "待审（全部）"), {Phase::InReview}},
        {"first", QT_TRANSLATE_NOOP("zsb::ReviewController", "待初审"), {Phase::InReview}, false, Stages::First},
        {"second", QT_TRANSLATE_NOOP("zsb::ReviewController", "待复审"), {Phase::InReview}, false, Stages::Later},
        {"problems", QT_TRANSLATE_NOOP("zsb::ReviewController", "待审，机检有问题"), {Phase::InReview}, true},
        {"doubtful", QT_TRANSLATE_NOOP("zsb::ReviewController", "存疑与争议"), {Phase::Doubtful, Phase::Disputed}},
        {"returned", QT_TRANSLATE_NOOP("zsb::ReviewController", "退回补正"), {Phase::Returned}},
        {"refused", QT_TRANSLATE_NOOP("zsb::ReviewController", "不通过"), {Phase::Refused}},
        {"approved", QT_TRANSLATE_NOOP("zsb::ReviewController", "已通过"), {Phase::Approved}},
        {"all", QT_TRANSLATE_NOOP("zsb::ReviewController", "全部"), {}},
    };
    return views;
}

/// Ids of the pack's review stages that come first, or later, in some type.
std::vector<std::string> stageIds(const Pack &pack, Stages which)
{
    std::set<std::string> ids;
    for (const CandidateType &type : pack.types) {
        for (std::size_t i = 0; i < type.review.size(); ++i) {
            if ((i == 0) == (which == Stages::First))
                ids.insert(type.review[i].id);
        }
    }
    return {ids.begin(), ids.end()};
}

QueueQuery narrowed(QueueQuery query, std::string_view viewId, const Pack &pack)
{
    for (const SavedView &view : savedViews()) {
        if (view.id != viewId)
            continue;
        for (const Phase phase : view.phases)
            query.phases.emplace_back(idOf(phase));
        if (view.stages != Stages::Any)
            query.stages = stageIds(pack, view.stages);
        if (view.onlyProblems)
            query.severities = {"error", "warning"};
    }
    return query;
}

} // namespace

QueueQuery ReviewController::query() const
{
    QueueQuery query;
    query.actor = m_session.reviewer().id;
    query.now = m_session.now();
    query.text = m_search.trimmed().toStdString();
    if (!m_typeFilter.isEmpty())
        query.types = {m_typeFilter.toStdString()};
    // Whoever is looked for by name may stand anywhere.
    return query.text.empty() ? narrowed(std::move(query), m_view.toStdString(), m_session.pack()) : query;
}

void ReviewController::readFacets()
{
    QueueQuery open = query();
    const Result<std::int64_t> size = m_session.store().count(open);
    m_queueSize = size ? *size : 0;
    m_views.clear();
    QueueQuery without = open;
    without.phases.clear();
    without.severities.clear();
    without.stages.clear();
    for (const SavedView &view : savedViews()) {
        const Result<std::int64_t> files = m_session.store().count(narrowed(without, view.id, m_session.pack()));
        m_views.append({qtext(view.id), tr(view.name), files ? *files : 0});
    }
    m_types.clear();
    const Result<QueueFacets> facets = m_session.store().facets(open);
    if (!facets)
        return;
    qint64 all = 0;
    for (const auto &[id, files] : facets->types) {
        all += files;
        m_types.append({qtext(id), words().typeName(id), files});
    }
    m_types.prepend({QString(), tr("全部考生类型"), all});
}

void ReviewController::openQueue()
{
    if (m_view.isEmpty())
        m_view = u"first"_s;
    const QueueQuery wanted = query();
    const Done read = m_queue.open([this, wanted](const std::string &cursor, int limit) -> Result<QList<QueueRow>> {
        const Result<QueuePage> page = m_session.store().queue(wanted, cursor, limit);
        if (!page)
            return page.error();
        const ReviewWords w = words();
        const ReviewRows rows(m_session.pack(), w);
        QList<QueueRow> list;
        for (const QueueEntry &entry : page->entries)
            list.append(rows.queue(entry, m_session.reviewer().id, m_session.now()));
        return list;
    });
    if (!read)
        sayFailure(read.error());
    readFacets();
    if (m_queue.count() == 0) {
        showNothing();
        return;
    }
    const int next = m_queue.nextUndecided(-1);
    openRow(next < 0 ? 0 : next);
}

/// Reads the queue again and stays with the file on screen when it is still there.
void ReviewController::refresh()
{
    const ApplicationId current = file().state.id;
    openQueue();
    const int row = current.isEmpty() ? -1 : m_queue.rowOf(current);
    if (row >= 0 && row != m_row)
        openRow(row);
}

void ReviewController::setView(const QString &id)
{
    m_view = id == "disputed"_L1 ? u"doubtful"_s : id; // one view for all that a supervisor settles
    m_search.clear();
    openQueue();
}

void ReviewController::setType(const QString &id)
{
    m_typeFilter = id;
    openQueue();
}

void ReviewController::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    openQueue();
}

void ReviewController::openRow(int row)
{
    if (row < 0 || row >= m_queue.count())
        return;
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
    const int row = m_queue.rowOf(id);
    if (row >= 0) {
        openRow(row);
        return;
    }
    if (const Done read = m_session.open(id); !read) {
        sayFailure(read.error());
        return;
    }
    m_row = -1;
    showFile();
}

void ReviewController::openNumber(const QString &applicationNo)
{
    const Result<ApplicationId> id = m_session.store().findByNumber(applicationNo.trimmed().toStdString());
    if (!id)
        sayFailure(id.error());
    else if (id->isEmpty())
        emit said(tr("没有报名号 %1。").arg(applicationNo.trimmed()), Tone::Warning);
    else
        openFile(*id);
}

void ReviewController::nextFile()
{
    if (m_row + 1 >= m_queue.count() && m_queue.canFetchMore({}))
        m_queue.fetchMore({});
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
    int claimed = 0;
    for (int row = std::max(0, m_row); row < m_queue.count() && claimed < batch; ++row) {
        if (m_queue.at(row).decided || !m_queue.at(row).heldBy.isEmpty())
            continue;
        const Result<Execution> answer = m_session.runOn(m_queue.at(row).id, ClaimFile{});
        if (!answer) {
            sayFailure(answer.error());
            break;
        }
        claimed += std::holds_alternative<Executed>(*answer) ? 1 : 0;
    }
    if (!file().isEmpty() && m_session.reload())
        rebuildRows();
    emit fileChanged();
    emit said(tr("已领取 %n 份。", nullptr, claimed), claimed > 0 ? Tone::Ok : Tone::Info);
}

void ReviewController::release()
{
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
    const ReviewWords w = words();
    QueueRow row = ReviewRows(m_session.pack(), w).queue(*entry, m_session.reviewer().id, m_session.now());
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
    if (next < 0)
        next = m_queue.nextUndecided(-1);
    if (next >= 0) {
        openRow(next);
        return;
    }
    showNothing();
    emit queueFinished();
}

} // namespace zsb
