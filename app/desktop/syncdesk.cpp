#include "app/desktop/syncdesk.h"

#include "core/crypto/password.h"
#include "ui/review/previewshelf.h"
#include "ui/review/reviewcontroller.h"
#include "ui/sync/syncface.h"

namespace zsb {
namespace {

/// The last contact is written down so often; offline sign-in counts in days.
constexpr std::chrono::minutes writeContact{30};

} // namespace

SyncDesk::SyncDesk(std::unique_ptr<SyncSession> session, std::string login, std::optional<Instant> offlineUntil,
                   const Season &season, TaskRunner &tasks)
    : m_session(std::move(session)),
      m_login(std::move(login)),
      m_offlineUntil(offlineUntil),
      m_season(season),
      m_tasks(tasks),
      m_previews(std::make_shared<PreviewShelf>())
{
    if (const Result<Enrolment> enrolment = readEnrolment(season.folder))
        m_enrolment = *enrolment;
    if (const ServiceAccount *known = account())
        m_session->workAs({known->actor});
    connect(m_session.get(), &SyncSession::statusChanged, this, &SyncDesk::noteContact);
    connect(m_session.get(), &SyncSession::statusChanged, this, &SyncDesk::tellOriginals);
    connect(m_session.get(), &SyncSession::previewed, this, &SyncDesk::keepPreview);
    connect(m_session.get(), &SyncSession::fetched, this,
            [this](const std::string &sha256) { m_previews->remove(sha256); });
    connect(m_session.get(), &SyncSession::pictureRefused, this, &SyncDesk::noteRefused);
    connect(m_session.get(), &SyncSession::rowsCame, this, [this] {
        freshenOpenFile();
        emit newsCame();
    });
    connect(m_session.get(), &SyncSession::signedIn, this, [this] {
        m_offlineUntil.reset();
        m_session->fetchClaimed(FetchWish::Usual);
        emit signInEnded({}, {});
    });
    connect(m_session.get(), &SyncSession::signInFailed, this, &SyncDesk::signInEnded);
}

SyncDesk::~SyncDesk() = default;

void SyncDesk::attach(ReviewController &review)
{
    m_review = &review;
    review.setPeople(m_session->people());
    review.pictures().usePreviews(m_previews);
    tellOriginals();
    for (const auto &[sha256, problem] : m_refused)
        review.setRefused(sha256, SyncWords::pictureProblem(problem));
    connect(m_session.get(), &SyncSession::peopleChanged, &review,
            [this, &review] { review.setPeople(m_session->people()); });
    connect(m_session.get(), &SyncSession::fetched, &review,
            [&review](const std::string &sha256) { review.pictures().tryAgain(sha256); });
    connect(&review, &ReviewController::fileChanged, this, &SyncDesk::fetchOpenFile);
    connect(&review, &ReviewController::undoChanged, m_session.get(), &SyncSession::kick);
    connect(&review, &QObject::destroyed, this, [this] { m_review = nullptr; });
}

/// Seen at once; what is judged is the original, which comes in its place.
void SyncDesk::keepPreview(const std::string &sha256, const std::string &bytes)
{
    if (m_season.store->blobs().contains(sha256))
        return;
    m_previews->put(sha256, bytes);
    if (m_review)
        m_review->pictures().tryAgain(sha256);
}

void SyncDesk::noteRefused(const std::string &sha256, const std::string &problem)
{
    if (problem.empty())
        m_refused.erase(sha256);
    else
        m_refused[sha256] = problem;
    if (m_review)
        m_review->setRefused(sha256, problem.empty() ? QString() : SyncWords::pictureProblem(problem));
}

bool SyncDesk::isOriginalAway() const
{
    const std::string sha256 = m_review ? m_review->shownPicture() : std::string();
    return !sha256.empty() && !m_season.store->blobs().contains(sha256);
}

void SyncDesk::askForOriginal()
{
    if (isOriginalAway())
        m_session->fetch({m_review->shownPicture()}, FetchWish::Asked);
}

void SyncDesk::tellOriginals()
{
    if (m_review)
        m_review->setOriginalsComing(isOnline() && !m_session->isPaused() &&
                                     m_session->status().trouble == SyncTrouble::None);
}

/// A file somebody looks at has its pictures before all others; without being held, at the service alone.
void SyncDesk::fetchOpenFile()
{
    if (!m_review || m_review->file().isEmpty())
        return;
    std::vector<std::string> missing;
    for (const std::string &sha256 : picturesOf(m_review->file().state)) {
        if (!m_season.store->blobs().contains(sha256))
            missing.push_back(sha256);
    }
    m_session->fetch(missing);
}

/// What is on the screen has moved on at the service: nobody decides on yesterday's.
void SyncDesk::freshenOpenFile()
{
    if (!m_review)
        return;
    m_review->follow();
    if (m_review->file().isEmpty())
        return;
    const Result<ApplicationState> state = m_season.store->state(m_review->file().state.id);
    if (state && state->revision != m_review->file().state.revision)
        m_review->refresh();
}

void SyncDesk::noteContact()
{
    const Instant contact = m_session->status().lastContact;
    const ServiceAccount *known = account();
    if (!known || !isOnline() || contact < known->lastContact + writeContact)
        return;
    ServiceAccount heard = *known;
    heard.lastContact = contact;
    m_enrolment.keep(std::move(heard));
    if (const Done written = writeEnrolment(m_season.folder, m_enrolment); !written)
        qWarning("the last contact was not kept: %s", written.error().detail.c_str());
}

void SyncDesk::checkPassword(const QString &password, std::function<void(bool)> then)
{
    const ServiceAccount *known = account();
    m_hash = m_tasks.run(
        this,
        [password = password.normalized(QString::NormalizationForm_C).toStdString(),
         line = known ? known->verifier : std::string()](const TaskContext &) {
            return Result<bool>(isPassword(password, line));
        },
        [then = std::move(then)](const Result<bool> &isRight) { then(*isRight); });
}

void SyncDesk::signIn(const SignIn &who)
{
    m_session->signIn(who);
}

void SyncDesk::handBack(const std::string &role)
{
    const ServiceAccount *known = account();
    if (!known)
        return;
    const Result<std::vector<QueueEntry>> mine = claimedFiles(*m_season.store, {known->actor}, m_season.clock());
    if (!mine)
        return;
    LeaseRequest request;
    request.role = role;
    for (const QueueEntry &entry : *mine)
        request.release.push_back(entry.id);
    if (!request.release.empty())
        m_session->lease(request);
}

} // namespace zsb
