#include "ui/sync/syncsession.h"

namespace zsb {

SyncSession::SyncSession(SyncSeason season, QObject *parent)
    : QObject(parent),
      m_enrolment(season.enrolment),
      m_secrets(season.secrets),
      m_worker(std::make_shared<std::unique_ptr<SyncWorker>>()),
      m_thread(std::make_unique<WorkThread>(QStringLiteral("sync")))
{
    for (const ServiceAccount &account : m_enrolment.accounts)
        m_people[QString::fromStdString(account.actor)] = QString::fromStdString(account.name);
    m_thread->post([this, worker = m_worker, season = std::move(season), hears = hears()]() mutable {
        *worker = std::make_unique<SyncWorker>(std::move(season), std::move(hears));
        const Done opened = (*worker)->open();
        back([this, opened] { emit this->opened(opened); });
    });
}

SyncSession::~SyncSession()
{
    m_thread->post([worker = m_worker] { worker->reset(); });
    m_thread.reset(); // waits; what it still says is for nobody
}

void SyncSession::back(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

void SyncSession::tell(std::function<void(SyncWorker &)> act)
{
    m_thread->post([worker = m_worker, act = std::move(act)] {
        if (*worker)
            act(**worker);
    });
}

SyncHears SyncSession::hears()
{
    SyncHears hears;
    hears.status = [this](const SyncStatus &status) {
        back([this, status] {
            m_status = status;
            m_hasStatus = true;
            emit statusChanged();
        });
    };
    hears.signedIn = [this](const Session &session) {
        back([this, session] {
            m_session = session;
            m_people[QString::fromStdString(session.actor)] = QString::fromStdString(session.name);
            emit signedIn(session);
        });
    };
    hears.signInFailed = [this](const std::string &problem, const CaptchaQuestion &captcha) {
        back([this, problem = QString::fromStdString(problem), captcha] { emit signInFailed(problem, captcha); });
    };
    hears.people = [this](const std::vector<std::string> &actors, const std::vector<std::string> &names) {
        back([this, actors, names] {
            for (std::size_t i = 0; i < actors.size(); ++i)
                m_people[QString::fromStdString(actors[i])] = QString::fromStdString(names[i]);
            emit peopleChanged();
        });
    };
    hears.rows = [this](int rows) { back([this, rows] { emit rowsCame(rows); }); };
    hears.leased = [this](const LeaseReport &report) { back([this, report] { emit leased(report); }); };
    hears.reconciled = [this](const ReconcileReport &report) { back([this, report] { emit reconciled(report); }); };
    hears.captured = [this](const CaptureReport &report) {
        back([this, report] {
            if (m_session) // whoever asked has not signed out meanwhile
                emit captured(report);
        });
    };
    hears.accountAnswered = [this](const AccountReport &report) {
        back([this, report] {
            if (m_session) // whoever asked has not signed out meanwhile
                emit accountAnswered(report);
        });
    };
    hears.noticed = [this](const NoticeLook &look) {
        back([this, look] {
            if (m_session || look.notices.empty()) // whoever asked has not signed out meanwhile
                emit noticesCame(look);
        });
    };
    hears.noticesRead = [this](const std::vector<std::int64_t> &seqs) {
        back([this, seqs] {
            if (m_session) // whoever read them has not signed out meanwhile
                emit noticesRead(seqs);
        });
    };
    hears.pictures = pictureHears();
    hears.noted = [this](const SyncNote &note) {
        back([this, note] {
            m_notes.push_front(note);
            if (m_notes.size() > mostNotes)
                m_notes.pop_back();
            emit noted();
        });
    };
    return hears;
}

PictureHears SyncSession::pictureHears()
{
    PictureHears hears;
    hears.here = [this](const std::string &sha256) { back([this, sha256] { emit fetched(sha256); }); };
    hears.previewed = [this](const std::string &sha256, const std::string &bytes) {
        back([this, sha256, bytes] {
            if (m_session) // whoever asked has not signed out meanwhile
                emit previewed(sha256, bytes);
        });
    };
    hears.refused = [this](const Fetch &what, const std::string &problem) {
        if (!what.preview)
            back([this, sha256 = what.sha256, problem] { emit pictureRefused(sha256, problem); });
    };
    return hears;
}

void SyncSession::signIn(const SignIn &who)
{
    tell([who](SyncWorker &worker) { worker.signIn(who); });
}

void SyncSession::forgetSignIn()
{
    tell([](SyncWorker &worker) { worker.forgetSignIn(); });
}

void SyncSession::signOut()
{
    m_session.reset();
    tell([](SyncWorker &worker) { worker.signOut(); });
}

void SyncSession::workAs(const ActorId &person)
{
    tell([person](SyncWorker &worker) { worker.workAs(person); });
}

void SyncSession::hurry()
{
    tell([](SyncWorker &worker) { worker.hurry(); });
}

void SyncSession::kick()
{
    tell([](SyncWorker &worker) { worker.pump(); });
}

void SyncSession::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    m_paused = paused;
    tell([paused](SyncWorker &worker) { worker.setPaused(paused); });
    emit statusChanged();
}

void SyncSession::lease(const LeaseRequest &request)
{
    tell([request](SyncWorker &worker) { worker.lease(request); });
}

void SyncSession::reconcile()
{
    tell([](SyncWorker &worker) { worker.reconcile(); });
}

void SyncSession::issueCapture(const NewCapture &link)
{
    tell([link](SyncWorker &worker) { worker.issueCapture(link); });
}

void SyncSession::watchCapture(const ApplicationId &file)
{
    tell([file](SyncWorker &worker) { worker.watchCapture(file); });
}

void SyncSession::ask(const AccountAsk &ask, const QString &evidence)
{
    tell([ask, evidence](SyncWorker &worker) { worker.ask(ask, evidence); });
}

void SyncSession::setLine(const LinePlan &line)
{
    tell([line](SyncWorker &worker) { worker.setLine(line); });
}

void SyncSession::fetch(const std::vector<std::string> &pictures, FetchWish wish)
{
    if (!pictures.empty())
        tell([pictures, wish](SyncWorker &worker) { worker.fetch(pictures, wish); });
}

void SyncSession::fetchClaimed(FetchWish wish)
{
    tell([wish](SyncWorker &worker) {
        worker.fetchClaimed(wish);
        worker.pump();
    });
}

void SyncSession::look()
{
    tell([this](SyncWorker &worker) {
        if (const Result<SyncLook> look = worker.look())
            back([this, look = *look] { emit looked(look); });
    });
}

void SyncSession::askNotices()
{
    tell([](SyncWorker &worker) { worker.askNotices(); });
}

void SyncSession::readNotices(const std::vector<std::int64_t> &seqs)
{
    tell([seqs](SyncWorker &worker) { worker.readNotices(seqs); });
}

void SyncSession::findTasks(const TaskQuery &query)
{
    tell([this, query](SyncWorker &worker) {
        const Result<TaskLook> look = worker.tasks(query);
        back([this, look = look ? *look : TaskLook{.query = query}] { emit tasksFound(look); });
    });
}

void SyncSession::settle(std::int64_t inbox)
{
    tell([this, inbox](SyncWorker &worker) {
        static_cast<void>(worker.settle(inbox)); // one that could not be marked is still listed
        if (const Result<SyncLook> look = worker.look())
            back([this, look = *look] { emit looked(look); });
    });
}

void SyncSession::writeParcel(const QString &path, const SigningKey &sender, const ParcelOrder &order)
{
    tell([this, path, sender, order](SyncWorker &worker) {
        back([this, written = worker.writeParcel(path, sender, order)] { emit parcelWritten(written); });
    });
}

void SyncSession::takeParcel(const QString &path, const std::string &passphrase,
                             const std::vector<std::string> &trusted)
{
    tell([this, path, passphrase, trusted](SyncWorker &worker) {
        const BundleOpening opening{.trusted = trusted, .passphrase = passphrase};
        back([this, taken = worker.takeParcel(path, opening)] { emit parcelTaken(taken); });
    });
}

} // namespace zsb
