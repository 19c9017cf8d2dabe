#pragma once

#include "app/desktop/seasongate.h"
#include "app/desktop/secrets.h"
#include "ui/sync/synccontroller.h"
#include "ui/sync/syncsession.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace zsb {

class PreviewShelf;
class ReviewController;

/// What stays of an enrolled season while its window comes and goes: the sync, who is signed in, and what the review is
/// told of it. GUI thread.
class SyncDesk : public QObject
{
    Q_OBJECT

public:
    SyncDesk(std::unique_ptr<SyncSession> session, std::string login, std::optional<Instant> offlineUntil,
             const Season &season, TaskRunner &tasks);
    ~SyncDesk() override;

    [[nodiscard]] SyncSession &session() const { return *m_session; }
    [[nodiscard]] bool isOnline() const { return m_session->session().has_value(); }
    [[nodiscard]] const std::optional<Instant> &offlineUntil() const { return m_offlineUntil; }
    [[nodiscard]] const ServiceAccount *account() const { return m_enrolment.account(m_login); }

    /// From now on the pages of this review get their pictures, names and news from the service.
    void attach(ReviewController &review);
    /// Compares with what is kept of the account's password; slow, elsewhere.
    void checkPassword(const QString &password, std::function<void(bool)> then);
    /// Signs in again while work goes on.
    void signIn(const SignIn &who);
    /// Whether what is on the viewer is at the service alone.
    [[nodiscard]] bool isOriginalAway() const;
    void askForOriginal(); ///< of what is on the viewer, whatever was said before
    /// Hands back everything this person holds.
    void handBack(const std::string &role);

signals:
    void newsCame(); ///< rows of the service
    /// `problem` empty: it went well.
    void signInEnded(const QString &problem, const zsb::CaptchaQuestion &captcha);

private:
    void fetchOpenFile();
    void keepPreview(const std::string &sha256, const std::string &bytes);
    void noteRefused(const std::string &sha256, const std::string &problem);
    void tellOriginals();
    void freshenOpenFile();
    void noteContact();

    std::unique_ptr<SyncSession> m_session;
    std::string m_login;
    std::optional<Instant> m_offlineUntil;
    const Season &m_season;
    TaskRunner &m_tasks;
    Enrolment m_enrolment;
    std::shared_ptr<PreviewShelf> m_previews;
    std::map<std::string, std::string> m_refused; ///< originals that did not come: id of the problem
    ReviewController *m_review = nullptr;
    Instant m_written{};
    LatestTask m_hash;
};

} // namespace zsb
