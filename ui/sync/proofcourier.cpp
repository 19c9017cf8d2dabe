#include "ui/sync/proofcourier.h"

#include "ui/sync/answerdialog.h"
#include "ui/sync/synccontroller.h"

namespace zsb {

ProofCourier::ProofCourier(SyncController &controller, AnswerDialog &dialog)
    : QObject(&dialog), m_controller(controller), m_dialog(dialog)
{
    const SyncSession &session = controller.session();
    connect(&dialog, &AnswerDialog::proofWanted, this, &ProofCourier::fetch);
    connect(&session, &SyncSession::fetched, this, &ProofCourier::show);
    connect(&session, &SyncSession::pictureRefused, this, &ProofCourier::refuse);
    connect(&session, &SyncSession::statusChanged, this, &ProofCourier::tell);
    connect(&session, &SyncSession::signedIn, this, [this] { fetch(m_dialog.proof()); });
}

void ProofCourier::fetch(const std::string &sha256)
{
    if (sha256.empty())
        return;
    if (m_controller.hasFile(sha256)) {
        show(sha256);
        return;
    }
    m_problem.clear();
    m_controller.session().fetch({sha256}, FetchWish::Asked); // show() or refuse() follows
    m_controller.session().hurry();
    tell();
}

void ProofCourier::show(const std::string &sha256)
{
    if (sha256 != m_dialog.proof())
        return;
    m_controller.openPicture(sha256, &m_dialog,
                             [this, sha256](const QImage &picture) { m_dialog.take(sha256, picture); });
}

void ProofCourier::refuse(const std::string &sha256, const std::string &problem)
{
    if (sha256 != m_dialog.proof())
        return;
    m_problem = problem;
    tell();
}

void ProofCourier::tell()
{
    if (!m_dialog.proof().empty() && !m_controller.hasFile(m_dialog.proof()))
        m_dialog.await(obstacle());
}

QString ProofCourier::obstacle() const
{
    if (!m_problem.empty())
        return tr("凭证没有取到：%1。").arg(SyncWords::pictureProblem(m_problem));
    const SyncSession &session = m_controller.session();
    if (!session.session())
        return tr("登录服务器后才能取凭证。");
    if (session.isPaused())
        return tr("同步已暂停，继续后才能取凭证。");
    const SyncStatus &status = session.status();
    const bool isCut = status.mood == SyncMood::Offline || status.mood == SyncMood::Alarm;
    return isCut ? tr("凭证还没有取到。%1").arg(SyncWords::trouble(status.trouble)) : QString();
}

} // namespace zsb
