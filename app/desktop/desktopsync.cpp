#include "app/desktop/desktop.h"

#include "app/desktop/reviewers.h"
#include "app/desktop/seasongate.h"
#include "app/desktop/serviceseason.h"
#include "app/desktop/syncdesk.h"
#include "ui/home/homecontroller.h"
#include "ui/home/welcomepage.h"
#include "ui/review/reviewcontroller.h"
#include "ui/review/reviewpage.h"
#include "ui/review/reviewwords.h"
#include "ui/shell/mainwindow.h"
#include "ui/sync/accountspane.h"
#include "ui/sync/capturedialog.h"
#include "ui/sync/leasedialog.h"
#include "ui/sync/parcelpane.h"
#include "ui/sync/signindialog.h"
#include "ui/sync/syncbadge.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/syncpill.h"
#include "ui/sync/taskspane.h"
#include "ui/widgets/actionregistry.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

/// A season was opened: an enrolled one is entered by signing in, any other at once.
void Desktop::arrive(std::unique_ptr<Season> season)
{
    m_gate.reset();
    if (!season->writer || !isEnrolled(season->folder)) {
        m_sync.reset();
        take(std::move(season));
        return;
    }
    const QString folder = season->folder;
    if (m_sync && m_season && m_season->folder == folder)
        m_sync.reset(); // somebody else signs in, or the same person anew
    m_welcome->showChoices();
    m_gate = std::make_unique<SeasonGate>(std::move(season), secretsOf(folder), linePlan(), m_tasks, m_window.get());
    connect(m_gate.get(), &SeasonGate::entered, this, &Desktop::enter, Qt::QueuedConnection);
    connect(
        m_gate.get(), &SeasonGate::left, this, [this] { m_gate.reset(); }, Qt::QueuedConnection);
    connect(
        m_gate.get(), &SeasonGate::failed, this,
        [this](const Error &error) {
            m_gate.reset();
            m_welcome->showError(tr("打不开这个文件夹"), error);
            emit failed(error);
        },
        Qt::QueuedConnection);
    if (const Done opened = m_gate->open(); !opened) {
        m_gate.reset();
        m_welcome->showError(tr("打不开这个文件夹"), opened.error());
    }
}

void Desktop::enter(const std::shared_ptr<Entered> &who)
{
    if (!who->season)
        return;
    m_account = who->reviewer;
    auto sync = std::make_unique<SyncDesk>(std::move(who->sync), who->login, who->offlineUntil, *who->season, m_tasks);
    m_gate.reset();
    m_sync = std::move(sync);
    take(std::move(who->season));
    if (const auto until = m_sync->offlineUntil())
        m_window->showNotice(
            tr("离线登录，有效至 %1。连上服务器后请登录，决定才会发送。").arg(m_review->words().moment(*until)));
}

SyncTools Desktop::syncTools()
{
    const ServiceAccount *account = m_sync->account();
    return {.writer = m_season->writer,
            .tasks = &m_tasks,
            .book = m_book,
            .clock = m_season->clock,
            .random = secureRandom(),
            .actor = reviewer(),
            .scopes = account ? account->scopes : std::vector<Scope>(),
            .language = m_languages.ofPack(),
            .refusal = [words = m_review->words()](const Refusal &refusal) { return words.refusal(refusal); }};
}

/// Page, pill and actions of an enrolled season; made anew with every window.
void Desktop::buildSync()
{
    m_syncControl = std::make_unique<SyncController>(m_sync->session(), syncTools());
    m_sync->attach(*m_review);
    m_syncPage = new SyncPage(*m_syncControl, *m_actions, m_theme);
    m_syncPage->parcels().setTools(parcelKeyOf(m_sync->session().secrets()), &m_prompts);
    m_syncPage->parcels().setRoles(leaseRoles());
    m_syncPage->accounts().setPrompts(&m_prompts);
    m_syncPage->tasks().setPrompts(&m_prompts);
    m_window->addPage(u"sync"_s, tr("同步"), u"sync"_s, m_syncPage);
    auto *pill = new SyncPill(m_theme);
    m_window->setHeaderWidget(pill);
    connect(pill, &QToolButton::clicked, this, [this] { m_window->showPage(u"sync"_s); });
    auto *badge = new SyncBadge(m_theme, *m_window);
    const auto showFace = [this, pill, badge] {
        pill->show(m_syncControl->face());
        badge->show(m_syncControl->face());
        m_window->setStatus(StatusField::Connection, SyncWords::pill(m_syncControl->face()),
                            m_syncControl->offlineWords());
    };
    connect(m_syncControl.get(), &SyncController::changed, pill, showFace);
    showFace();
    m_hint = SyncHint::Kind::Nothing; // that was in another window
    connect(m_syncControl.get(), &SyncController::said, m_window.get(),
            [window = m_window.get()](const QString &text) { window->say(text); });
    connect(m_syncControl.get(), &SyncController::wrote, m_review.get(), &ReviewController::refresh);
    const auto open = [this](const ApplicationId &id) {
        m_window->showPage(u"review"_s);
        m_review->openFile(id);
    };
    connect(m_syncControl.get(), &SyncController::fileWanted, m_window.get(), open);
    connect(m_syncPage, &SyncPage::openWanted, m_window.get(), open);
    connect(m_sync.get(), &SyncDesk::newsCame, m_window.get(), [this] { m_home->refresh(); });
    bindSyncActions();
    bindPictures();
    connect(m_syncControl.get(), &SyncController::changed, this, &Desktop::tellHint);
    tellHint();
}

void Desktop::bindSyncActions()
{
    bindSignIn();
    m_actions->bind("sync.rules", m_syncPage, [this] { takeUpRules(); });
    const auto bindTab = [this](std::string_view action, const QString &tab) {
        m_actions->bind(action, m_syncPage, [this, tab] {
            m_window->showPage(u"sync"_s);
            m_syncPage->showTab(tab);
        });
    };
    bindTab("sync.tasks", u"tasks"_s);
    bindTab("sync.notices", u"notices"_s);
    m_actions->bind("sync.capture", m_syncPage, [this] { collectByPhone(); });
    m_actions->bind("sync.handBack", m_syncPage, [this] {
        const std::vector<std::string> &roles = reviewerHere().roles;
        if (m_sync->isOnline() && !roles.empty())
            m_sync->handBack(roles.front());
        else
            m_window->say(tr("归还要先登录服务器。"));
    });
    m_actions->bind("review.claim", m_syncPage, [this] { claimFromService(); });
    m_actions->bind("review.release", m_syncPage, [this] { releaseAtService(); });
    connect(&m_sync->session(), &SyncSession::leased, m_syncPage, [this](const LeaseReport &report) {
        if (!report.problem.empty())
            m_window->say(tr("没有领到，也没有归还：服务器没有答应。"));
        else if (report.answer.leases.empty())
            m_window->say(tr("没有更多可领取的了，归还的已归还。"));
        else
            m_window->say(tr("已领取 %n 份，图片正在取到本机。", nullptr, int(report.answer.leases.size())));
    });
}

void Desktop::bindSignIn()
{
    m_actions->bind("sync.signIn", m_syncPage, [this] { signInAgain(); });
    const auto check = [this] {
        const bool isIn = m_sync->isOnline() && m_sync->session().status().mood != SyncMood::SignedOut;
        m_actions->setEnabled("sync.signIn", !isIn, tr("已经登录。"));
    };
    connect(&m_sync->session(), &SyncSession::signedIn, m_syncPage, check);
    connect(&m_sync->session(), &SyncSession::statusChanged, m_syncPage, check);
    check();
}

QList<LeaseRole> Desktop::leaseRoles() const
{
    QList<LeaseRole> roles;
    for (const std::string &id : reviewerHere().roles) {
        const Role *role = m_book->pack().role(id);
        roles.append({qtext(id), role ? qtext(role->name.in(m_languages.ofPack())) : qtext(id)});
    }
    return roles;
}

void Desktop::claimFromService()
{
    if (!m_sync || !m_sync->isOnline()) {
        m_window->say(tr("离线时不能领取新的，除非用离线包；已领取的照常审。"));
        return;
    }
    auto *dialog = new LeaseDialog(leaseRoles(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LeaseDialog::chosen, this, [this](const LeaseRequest &request) {
        if (m_sync)
            m_sync->session().lease(request);
    });
    dialog->open();
}

/// 手机采集 of the file that is open.
void Desktop::collectByPhone()
{
    if (!m_sync || !m_sync->isOnline() || m_review->file().isEmpty()) {
        m_window->say(m_sync && m_sync->isOnline() ? tr("先打开一份档案。") : tr("手机采集要先登录服务器。"));
        return;
    }
    SyncSession *session = &m_sync->session();
    const std::vector<Scope> &scopes = session->session()->scopes; // not only the pack's: the desk does not review
    const auto scope = std::ranges::find_first_of(scopes, deskRoles, {}, &Scope::role);
    if (scope == scopes.end()) {
        m_window->say(tr("您的岗位不采集照片。"));
        return;
    }
    const ApplicationId file = m_review->file().state.id;
    auto *dialog = new CaptureDialog(
        QString::fromStdString(session->enrolment().server), file,
        [words = m_review->words()](Instant at) { return words.moment(at); }, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CaptureDialog::linkWanted, session,
            [session, link = NewCapture{file, scope->role, CaptureDialog::minutes}] { session->issueCapture(link); });
    connect(dialog, &CaptureDialog::watchWanted, session, [session, file] { session->watchCapture(file); });
    connect(session, &SyncSession::captured, dialog, &CaptureDialog::take);
    connect(session, &SyncSession::statusChanged, dialog, [session, dialog] {
        if (!session->session()) // whoever showed it has left
            dialog->close();
    });
    connect(session, &QObject::destroyed, dialog, &QDialog::close);
    dialog->open();
}

void Desktop::releaseAtService()
{
    const std::vector<std::string> &roles = reviewerHere().roles;
    if (!m_sync->isOnline() || roles.empty()) {
        m_review->release(); // goes to the service with everything else
        return;
    }
    if (m_review->file().isEmpty())
        return;
    LeaseRequest request;
    request.role = roles.front();
    request.release = {m_review->file().state.id};
    m_sync->session().lease(request);
}

/// The session is over, or it never was one: the same person signs in while work goes on.
void Desktop::signInAgain()
{
    const ServiceAccount *account = m_sync->account();
    auto *dialog = new SignInDialog(QString::fromStdString(m_sync->session().enrolment().server),
                                    account ? QString::fromStdString(account->login) : QString(), {}, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignInDialog::signInWanted, m_sync.get(), [this, dialog](const SignIn &who) {
        dialog->setBusy(true);
        m_sync->signIn(who);
    });
    connect(m_sync.get(), &SyncDesk::signInEnded, dialog, [dialog](const QString &problem, const auto &captcha) {
        const auto trouble = fromId<SyncTrouble>(problem.toStdString());
        if (problem.isEmpty())
            dialog->accept();
        else if (!captcha.isEmpty())
            dialog->ask(captcha);
        else
            dialog->refuse(trouble ? SyncWords::trouble(*trouble) : SyncWords::signInProblem(problem));
    });
    dialog->open();
}

} // namespace zsb
