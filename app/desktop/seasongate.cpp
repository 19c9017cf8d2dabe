#include "app/desktop/seasongate.h"

#include "app/desktop/serviceseason.h"
#include "core/crypto/password.h"
#include "ui/sync/signindialog.h"
#include "ui/sync/syncface.h"
#include "ui/sync/syncrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

Reviewer reviewerOf(const ServiceAccount &account, const Pack &pack)
{
    Reviewer reviewer{{account.actor}, QString::fromStdString(account.name), {}};
    for (const Role &role : pack.review.roles) {
        if (std::ranges::find(account.scopes, role.id, &Scope::role) != account.scopes.end())
            reviewer.roles.push_back(role.id);
    }
    return reviewer;
}

SeasonGate::SeasonGate(std::unique_ptr<Season> season, std::shared_ptr<Secrets> secrets, LinePlan line,
                       TaskRunner &tasks, QWidget *window)
    : m_season(std::move(season)), m_secrets(std::move(secrets)), m_line(line), m_tasks(tasks), m_window(window)
{
}

SeasonGate::~SeasonGate()
{
    delete m_dialog;
}

Done SeasonGate::open()
{
    Result<Enrolment> enrolment = readEnrolment(m_season->folder);
    if (!enrolment)
        return enrolment.error();
    m_enrolment = *std::move(enrolment);
    m_secrets->load(deviceSecret(m_enrolment), this,
                    [this](const Result<std::string> &packed) { takeSecrets(packed); });
    return done();
}

void SeasonGate::takeSecrets(const Result<std::string> &packed)
{
    const Result<ServiceSecrets> secrets = packed ? unpackSecrets(*packed) : Result<ServiceSecrets>(packed.error());
    if (!secrets) {
        emit failed(within("the key of this device", secrets.error()));
        return;
    }
    m_sync = std::make_unique<SyncSession>(SyncSeason{m_season->store->options(), m_season->book, m_enrolment, *secrets,
                                                      m_season->clock, secureRandom(), m_line});
    bindSession();
    showDialog();
}

void SeasonGate::bindSession()
{
    connect(m_sync.get(), &SyncSession::opened, this, [this](const Done &opened) {
        if (!opened)
            emit failed(opened.error());
    });
    connect(m_sync.get(), &SyncSession::signedIn, this, &SeasonGate::signedIn);
    connect(m_sync.get(), &SyncSession::signInFailed, this, &SeasonGate::refused);
    connect(m_sync.get(), &SyncSession::statusChanged, this, [this] { // known before anybody typed anything
        const SyncTrouble trouble = m_sync->status().trouble;
        if (!m_waits && trouble != SyncTrouble::None && trouble != SyncTrouble::Auth)
            offerOffline(trouble);
    });
}

QString SeasonGate::moment(Instant at) const
{
    const QMap<QString, QString> nobody;
    return SyncRows(m_season->book->pack(), Language::Chinese, nobody).moment(at);
}

void SeasonGate::showDialog()
{
    const bool isKnown = !m_enrolment.accounts.empty();
    const ServiceAccount last = isKnown ? m_enrolment.accounts.front() : ServiceAccount();
    m_dialog = new SignInDialog(QString::fromStdString(m_enrolment.server), QString::fromStdString(last.login),
                                moment(last.lastContact), m_window);
    connect(m_dialog, &SignInDialog::signInWanted, this, &SeasonGate::signIn);
    connect(m_dialog, &SignInDialog::offlineWanted, this, &SeasonGate::signInOffline);
    connect(m_dialog, &QDialog::rejected, this, &SeasonGate::left);
    if (const std::optional<TrialPerson> trial = trialPerson(m_season->folder))
        m_dialog->fill(trial->user, trial->password,
                       QString::fromStdString(nextTrialCode(*trial, m_season->folder, m_season->clock())));
    m_dialog->open();
}

void SeasonGate::signIn(const SignIn &who)
{
    m_who = who;
    m_waits = true;
    m_dialog->setBusy(true);
    m_sync->signIn(who);
}

void SeasonGate::refused(const QString &problem, const CaptchaQuestion &captcha)
{
    m_waits = false;
    if (const auto trouble = fromId<SyncTrouble>(problem.toStdString()))
        offerOffline(*trouble);
    else if (m_dialog && !captcha.isEmpty())
        m_dialog->ask(captcha);
    else if (m_dialog)
        m_dialog->refuse(SyncWords::signInProblem(problem));
}

void SeasonGate::offerOffline(SyncTrouble trouble)
{
    if (!m_dialog)
        return;
    const Instant now = m_season->clock();
    const bool isKnown = std::ranges::any_of(
        m_enrolment.accounts, [now](const ServiceAccount &account) { return offlineUntil(account) > now; });
    const Instant until = isKnown ? offlineUntil(m_enrolment.accounts.front()) : Instant{};
    m_dialog->offerOffline(SyncWords::trouble(trouble), moment(until));
}

void SeasonGate::signedIn(const Session &session)
{
    m_waits = false;
    m_hash = m_tasks.run(
        this,
        [password = m_who.password](const TaskContext &) {
            return hashPassword(password, offlineCost, secureRandom());
        },
        [this, session](const Result<std::string> &line) { keepAccount(session, line ? *line : std::string()); });
}

void SeasonGate::keepAccount(const Session &session, const std::string &verifier)
{
    const ServiceAccount account{m_who.user, session.actor, session.name, session.scopes, verifier, m_season->clock()};
    m_enrolment.keep(account);
    if (const Done written = writeEnrolment(m_season->folder, m_enrolment); !written)
        qWarning("the account was not kept for offline: %s", written.error().detail.c_str());
    enter(account, std::nullopt);
}

/// A clock that was set back buys nobody time: before the last contact nothing is good.
void SeasonGate::signInOffline(const QString &login, const QString &password)
{
    const ServiceAccount *account = m_enrolment.account(login.toStdString());
    const Instant now = m_season->clock();
    if (!account || account->verifier.empty() || now < account->lastContact || now >= offlineUntil(*account)) {
        m_dialog->refuse(tr("这个账号现在不能离线登录：没有在这台电脑上登录过，或已超过期限。"));
        return;
    }
    m_sync->forgetSignIn();
    m_waits = false;
    m_dialog->setBusy(true);
    m_hash = m_tasks.run(
        this,
        [password = password.toStdString(), line = account->verifier](const TaskContext &) {
            return Result<bool>(isPassword(password, line));
        },
        [this, known = *account](const Result<bool> &isRight) {
            if (*isRight)
                enter(known, offlineUntil(known));
            else
                m_dialog->refuse(tr("密码不对。"));
        });
}

void SeasonGate::enter(const ServiceAccount &account, std::optional<Instant> offlineUntil)
{
    m_who = {};
    m_sync->disconnect(this);
    m_dialog->disconnect(this);
    m_dialog->accept();
    auto who = std::make_shared<Entered>();
    who->reviewer = reviewerOf(account, m_season->book->pack());
    who->season = std::move(m_season);
    who->sync = std::move(m_sync);
    who->login = account.login;
    who->offlineUntil = offlineUntil;
    emit entered(who);
}

} // namespace zsb
