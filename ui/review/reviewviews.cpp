#include "core/base/text.h"
#include "core/domain/json.h"
#include "ui/review/reviewcontroller.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr auto savedPrefix = "saved:"_L1;

enum class Stages
{
    Any,
    First, ///< 初审 of each type
    Later, ///< 复审
};

/// The program's own views of the queue: which phases, and whether only files with complaints. Ids are those of the
/// phases where there is one.
struct QueueView
{
    std::string_view id;
    const char *name;
    std::vector<Phase> phases;
    bool onlyProblems = false;
    Stages stages = Stages::Any;
};

const std::vector<QueueView> &queueViews()
{
    static const std::vector<QueueView> views{
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

const QueueView *queueView(const QString &id)
{
    const auto found = std::ranges::find(queueViews(), id.toStdString(), &QueueView::id);
    return found == queueViews().end() ? nullptr : &*found;
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

/// Letters and digits, a digit among them: somebody types a number, and wants to see numbers go on.
bool isNumberLike(const std::string &text)
{
    const std::string key = codeKey(text);
    const auto isAscii = [](char c) { return c > ' ' && c < '\x7f'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return std::ranges::all_of(key, isAscii) && std::ranges::any_of(key, isDigit);
}

QueueQuery narrowed(QueueQuery query, const QueueView &view, const Pack &pack)
{
    for (const Phase phase : view.phases)
        query.phases.emplace_back(idOf(phase));
    if (view.stages != Stages::Any)
        query.stages = stageIds(pack, view.stages);
    if (view.onlyProblems)
        query.severities = {"error", "warning"};
    return query;
}

} // namespace

QueueQuery ReviewController::queryOf(const QueueFilter &filter) const
{
    QueueQuery query{.tags = filter.tags,
                     .actor = m_session.reviewer().id,
                     .now = m_session.now(),
                     .text = filter.text.trimmed().toStdString(),
                     .order = filter.order};
    if (isNumberLike(query.text))
        query.order = QueueOrder::Number;
    if (!filter.type.isEmpty())
        query.types = {filter.type.toStdString()};
    const QueueView *view = queueView(filter.view);
    // Whoever is looked for by name may stand anywhere.
    return query.text.empty() && view ? narrowed(std::move(query), *view, m_session.pack()) : query;
}

/// How many files each view and each type has; names alone as long as nobody counted.
void ReviewController::showFacets()
{
    const std::vector<FacetCell> &cells = m_feed.cells();
    const QueueQuery open = m_feed.query();
    m_views.clear();
    QueueQuery without = open;
    without.phases.clear();
    without.severities.clear();
    without.stages.clear();
    const qint64 unknown = m_feed.isCounted() ? 0 : -1;
    if (isSearching()) // whoever is looked for may stand in any of them
        m_views.append({searchView(), tr("查找结果（不限队列）"), unknown + countOf(cells, without)});
    for (const QueueView &view : queueViews()) {
        const std::int64_t files = countOf(cells, narrowed(without, view, m_session.pack()));
        m_views.append({qtext(view.id), tr(view.name), unknown + files});
    }
    m_saved.setFiles(m_feed.alsoFiles());
    for (const SavedView &view : m_saved.all())
        m_views.append({savedPrefix + view.id, u"★ "_s + view.name, view.files});
    m_types.clear();
    qint64 all = 0;
    for (const auto &[id, files] : facetsOf(cells, open).types) {
        all += files;
        if (!id.empty()) // a draft that has not come to its type yet is among all
            m_types.append({qtext(id), words().typeName(id), files});
    }
    if (m_types.isEmpty() && !m_filter.type.isEmpty())
        m_types.append({m_filter.type, words().typeName(m_filter.type.toStdString()), unknown});
    m_types.prepend({QString(), tr("全部考生类型"), unknown + all});
    emit queueChanged();
}

QString ReviewController::view() const
{
    return m_savedView.isEmpty() ? m_filter.view : savedPrefix + m_savedView;
}

void ReviewController::setView(const QString &id)
{
    if (!id.startsWith(savedPrefix)) {
        QueueFilter filter = m_filter;
        filter.view = id == "disputed"_L1 ? u"doubtful"_s : id; // one view for all that a supervisor settles
        filter.text.clear();
        setFilter(filter);
        return;
    }
    openSavedView(id.mid(savedPrefix.size()));
}

void ReviewController::openSavedView(const QString &id)
{
    if (const SavedView *saved = m_saved.find(id))
        setFilter(QueueFilter(saved->filter), QString(id));
}

void ReviewController::setFilter(const QueueFilter &filter, const QString &savedView)
{
    m_filter = filter;
    m_savedView = savedView;
    emit filterChanged();
    openQueue();
}

void ReviewController::setType(const QString &id)
{
    QueueFilter filter = m_filter;
    filter.type = id;
    setFilter(filter);
}

void ReviewController::setOrder(QueueOrder order)
{
    QueueFilter filter = m_filter;
    filter.order = order;
    setFilter(filter);
}

void ReviewController::setSearch(const QString &text)
{
    if (text == m_filter.text)
        return;
    m_filter.text = text; // said by whoever typed it: not told back
    m_savedView.clear();
    openQueue();
}

QString ReviewController::filterWords() const
{
    QStringList parts;
    if (isSearching())
        parts.append(tr("查找“%1”").arg(m_filter.text.trimmed()));
    else if (const QueueView *view = queueView(m_filter.view))
        parts.append(tr(view->name));
    if (!m_filter.type.isEmpty())
        parts.append(words().typeName(m_filter.type.toStdString()));
    if (m_filter.tags != 0)
        parts.append(tr("标签 %1").arg(m_tagWords.names(m_filter.tags)));
    switch (m_filter.order) {
    case QueueOrder::Urgency:
        parts.append(tr("按期限排序"));
        break;
    case QueueOrder::Number:
        parts.append(tr("按报名号排序"));
        break;
    case QueueOrder::Name:
        parts.append(tr("按姓名排序"));
        break;
    }
    return parts.join(u" · "_s);
}

void ReviewController::readSavedViews()
{
    if (const Done read = m_saved.read(); !read)
        sayFailure(read.error());
    std::vector<QueueQuery> queries;
    for (const SavedView &view : m_saved.all())
        queries.push_back(queryOf(view.filter));
    m_feed.setAlso(std::move(queries));
}

/// After something was changed about the saved views.
void ReviewController::savedViewsChanged(const Done &changed, const QString &word)
{
    if (!changed) {
        const bool taken = changed.error().code == ErrorCode::Invalid;
        emit said(taken ? tr("已有同名的视图。") : words().failure(changed.error()), Tone::Warning);
        return;
    }
    readSavedViews();
    if (!m_saved.find(m_savedView))
        m_savedView.clear();
    showFacets();
    m_feed.count();
    emit said(word, Tone::Ok);
}

void ReviewController::saveView(const QString &name)
{
    const QString called = name.simplified().left(SavedViews::nameLength);
    if (called.isEmpty() || !mayWrite())
        return;
    const Result<QString> id = m_saved.save(called, m_filter);
    if (id)
        m_savedView = *id;
    savedViewsChanged(id ? done() : Done(id.error()), tr("已保存视图“%1”。").arg(called));
}

void ReviewController::renameView(const QString &id, const QString &name)
{
    const QString called = name.simplified().left(SavedViews::nameLength);
    if (called.isEmpty() || !mayWrite())
        return;
    savedViewsChanged(m_saved.rename(id, called), tr("视图已改名为“%1”。").arg(called));
}

void ReviewController::removeView(const QString &id)
{
    const SavedView *view = m_saved.find(id);
    if (!view || !mayWrite())
        return;
    const QString name = view->name;
    savedViewsChanged(m_saved.remove(id), tr("已删除视图“%1”。").arg(name));
}

} // namespace zsb
