#include "ui/review/reviewcontroller.h"

#include "core/base/calendar.h"
#include "core/storage/pinyin.h"
#include "ui/models/localtime.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::chrono::milliseconds facetPause{250}; // after the next file was painted
constexpr std::chrono::milliseconds studyPause{100};

PictureLoader::Read reader(const BlobStore &blobs)
{
    return [blobs](const std::string &sha256) { return blobs.read(sha256, BlobStore::Verify::Yes); };
}

std::shared_ptr<StoreReader> orOwn(const std::shared_ptr<StoreReader> &given, const Store &store)
{
    return given ? given : std::make_shared<ThreadReader>(store.options());
}

std::string initialsOf(const PinyinReader &pinyin, const std::string &text)
{
    const std::vector<Reading> readings = pinyin.read(text);
    return readings.empty() ? std::string() : readings.front().pyi;
}

} // namespace

ReviewController::ReviewController(ReviewTools tools, Reviewer reviewer, TaskRunner &tasks, QObject *parent)
    : QObject(parent),
      m_session(tools, std::move(reviewer)),
      m_saved(tools.store, tools.writer, m_session.reviewer().id),
      m_pinyin(std::make_unique<PinyinReader>()),
      m_feed(m_queue, orOwn(tools.lists, tools.store), orOwn(tools.counts, tools.store),
             [this](const QueueEntry &entry) { return toRow(entry); }),
      m_pictures(tasks, reader(m_session.store().blobs()))
{
    m_dwellTimer.setSingleShot(true);
    m_studyPause.setSingleShot(true);
    m_studyPause.setInterval(studyPause);
    connect(&m_studyPause, &QTimer::timeout, this, &ReviewController::studyWhenQuiet);
    m_tick.setInterval(1000);
    m_facets.setSingleShot(true);
    m_facets.setInterval(facetPause);
    connect(&m_facets, &QTimer::timeout, &m_feed, &QueueFeed::count);
    connect(&m_feed, &QueueFeed::counted, this, &ReviewController::showFacets);
    connect(&m_feed, &QueueFeed::listed, this, &ReviewController::queueMoved);
    connect(&m_feed, &QueueFeed::changed, this, &ReviewController::othersDid);
    connect(&m_feed, &QueueFeed::failed, this, &ReviewController::sayFailure);
    connect(&m_dwellTimer, &QTimer::timeout, this, &ReviewController::pictureLooked);
    connect(&m_tick, &QTimer::timeout, this, &ReviewController::tick);
    connect(&m_pictures, &PictureLoader::ready, this, [this](const std::string &sha256) {
        if (m_picture >= 0 && m_materials.at(m_picture).sha256 == sha256) {
            m_lookingSince = m_session.now(); // before that there was nothing to see
            watchPicture();
            emit pictureChanged();
        }
    });
}

ReviewController::~ReviewController() = default;

QList<StepView> ReviewController::steps() const
{
    const ReviewWords w = words();
    return file().isEmpty() ? QList<StepView>() : ReviewRows(m_session.pack(), w).steps(file().state);
}

QList<PortraitLine> ReviewController::portraitReadings() const
{
    const ReviewWords w = words();
    return ReviewRows(m_session.pack(), w).portrait(file().state, portraitStudy());
}

QString ReviewController::type() const
{
    return m_filter.type;
}

const ReviewController::Made *ReviewController::undoable() const
{
    return !m_decisions.empty() && m_decisions.back().heldUntil > m_session.now() ? &m_decisions.back() : nullptr;
}

void ReviewController::setLanguage(Language language)
{
    m_language = language;
    if (m_filter.view.isEmpty())
        return;
    refresh();
}

void ReviewController::rebuildRows()
{
    const ReviewWords w = words();
    const ReviewRows rows(m_session.pack(), w);
    m_form.setRows(rows.form(file()));
    m_materials.setRows(rows.materials(file(), m_session.shown()));
    rebuildFindings();
}

/// By themselves when something was measured: form and pictures stay, and so does the one that is looked at.
void ReviewController::rebuildFindings()
{
    const ReviewWords w = words();
    const ReviewRows rows(m_session.pack(), w);
    QList<MaterialRow> pictures;
    for (int row = 0; row < m_materials.count(); ++row)
        pictures.append(m_materials.at(row));
    QList<FindingRow> findings = rows.findings(file(), pictures);
    addHints(findings);
    const QString lookedAt =
        m_finding >= 0 && m_finding < m_findings.count() ? m_findings.at(m_finding).key : QString();
    m_findings.setRows(std::move(findings));
    m_finding = lookedAt.isEmpty() ? -1 : m_findings.rowOf(lookedAt);
}

void ReviewController::showFile()
{
    m_queue.setOpen(m_row < 0 ? 0 : m_queue.keyAt(m_row));
    m_openedAt = m_session.now();
    m_visited.clear();
    m_picture = -1;
    m_finding = -1;
    m_form.setStep(0);
    readFileTags();
    rebuildRows();
    const std::vector<Stop> all = stops();
    const auto first = std::find_if(all.begin(), all.end(), [](const Stop &stop) { return stop.picture >= 0; });
    emit fileChanged();
    showPicture(first == all.end() ? 0 : first->picture);
    emit queueChanged();
    emit undoChanged();
    QTimer::singleShot(0, this, &ReviewController::prefetch);
}

void ReviewController::showNothing()
{
    m_dwellTimer.stop();
    m_session.close();
    m_fileTags = 0;
    m_queue.setOpen(0);
    m_row = -1;
    m_picture = -1;
    m_finding = -1;
    m_form.setRows({});
    m_findings.setRows({});
    m_materials.setRows({});
    emit fileChanged();
    emit pictureChanged();
    emit queueChanged();
}

/// The pictures of this file, and the next two with everything, so that turning to them waits for nothing (UX: images
/// are the latency).
void ReviewController::prefetch()
{
    constexpr int ahead = 2;
    wantPictures(file().state);
    m_toStudy.clear();
    studyLater(file().state);
    std::vector<ApplicationId> next;
    int row = m_row;
    for (int i = 0; i < ahead; ++i) {
        row = m_queue.nextUndecided(row);
        if (row < 0)
            break;
        if (!m_queue.isLoaded(row)) {
            m_feed.load(row, [this](int) { prefetch(); });
            return;
        }
        if (!m_session.isAhead(m_queue.at(row).id))
            next.push_back(m_queue.at(row).id);
    }
    if (next.empty())
        return;
    using Ahead = std::vector<std::pair<ApplicationState, std::vector<Finding>>>;
    const auto read = [next, book = m_session.sharedBook()](const Store &store,
                                                            const std::stop_token &stop) -> Result<Ahead> {
        Ahead files;
        for (const ApplicationId &id : next) {
            Result<ApplicationState> state = store.state(id);
            Result<std::vector<Finding>> findings = store.findings(id, *book);
            if (state && findings && !stop.stop_requested())
                files.emplace_back(*std::move(state), *std::move(findings));
        }
        return files;
    };
    m_ahead = m_feed.reader().ask(this, read, [this](Result<Ahead> files) {
        if (!files)
            return; // they are read when their turn comes
        for (auto &[state, findings] : *files) {
            wantPictures(state);
            studyLater(state);
            m_session.keepAhead(std::move(state), std::move(findings));
        }
    });
}

void ReviewController::wantPictures(const ApplicationState &state)
{
    for (const auto &[slot, attachments] : state.materials) {
        for (const Attachment &attachment : attachments) {
            if (!attachment.sha256.empty())
                static_cast<void>(m_pictures.want(attachment.sha256));
        }
    }
    if (state.portrait && !state.portrait->sha256.empty())
        static_cast<void>(m_pictures.want(state.portrait->sha256));
    if (m_studies && state.portrait)
        static_cast<void>(m_studies->want(state.portrait->sha256));
}

void ReviewController::setStep(int step)
{
    m_form.setStep(step);
    emit checkChanged();
}

void ReviewController::setOnlyProblems(bool only)
{
    m_form.setShow(only ? FormModel::Show::OnlyProblems : FormModel::Show::All);
}

void ReviewController::readHistory()
{
    const Result<std::vector<HistoryEntry>> entries = m_session.store().history(file().state.id);
    if (!entries) {
        sayFailure(entries.error());
        return;
    }
    const ReviewWords w = words();
    const ReviewRows rows(m_session.pack(), w);
    const auto nameOf = [this](const ActorId &actor) {
        return actor == m_session.reviewer().id ? m_session.reviewer().name : qtext(actor.value);
    };
    QList<HistoryRow> lines;
    for (const HistoryEntry &entry : *entries)
        lines.prepend(rows.history(entry, nameOf));
    m_history.setRows(lines);
}

void ReviewController::prepareReasons(Judgement judgement)
{
    const ReviewWords w = words();
    const QString onScreen = m_picture >= 0 ? m_materials.at(m_picture).slot : QString();
    const auto initials = [this](const std::string &text) { return qtext(initialsOf(*m_pinyin, text)); };
    m_reasons.setReasons(ReviewRows(m_session.pack(), w).reasons(file(), judgement, onScreen, initials));
}

QString ReviewController::notice(Judgement judgement, const QDate &deadline) const
{
    const ReviewWords w = words();
    return ReviewRows(m_session.pack(), w).notice(file().state, m_reasons.chosen(), judgement, deadline);
}

QDate ReviewController::proposedDeadline() const
{
    const auto at = m_session.now() + m_session.pack().review.correction;
    const auto end = correctionEnd();
    return dateAt(end ? std::min(at, *end) : at);
}

QDate ReviewController::latestDeadline() const
{
    const auto end = correctionEnd();
    return end ? dateAt(*end) : QDate();
}

/// What lies beyond it could not be corrected any more. Nothing once it is over: then somebody opens it anew.
std::optional<Instant> ReviewController::correctionEnd() const
{
    const Window *window = m_session.pack().window("correction");
    return window && window->to > m_session.now() ? std::optional(window->to) : std::nullopt;
}

QDate ReviewController::dateAt(Instant at) const
{
    return localTime(at, m_session.pack().timeOffset).date();
}

void ReviewController::setReviewerName(const QString &name)
{
    m_session.setReviewerName(name);
}

} // namespace zsb
