#pragma once

#include "core/protocol/session.h"
#include "core/rules/rulebook.h"
#include "core/storage/execution.h"
#include "core/sync/connectioncheck.h"
#include "ui/sync/syncface.h"
#include "ui/sync/syncrows.h"
#include "ui/sync/syncsession.h"
#include "ui/sync/taskwords.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace zsb {

class TaskRunner;

/// What the sync centre needs beside the session; all of it outlives it.
struct SyncTools
{
    Store *writer = nullptr; ///< of the window; null: the season is only read
    TaskRunner *tasks = nullptr;
    std::shared_ptr<const RuleBook> book{};
    Clock clock{};
    RandomSource random{};
    ActorId actor{};             ///< who sits here
    std::vector<Scope> scopes{}; ///< what they may do, as the service said last
    Language language = Language::Chinese;
    RefusalWords refusal{};
};

/// The sync centre without its looks: how it stands, what waits, what came back, and what a person does about it.
/// GUI thread.
class SyncController : public QObject
{
    Q_OBJECT

public:
    /// After something happened the lists are read again, at most this often.
    static constexpr std::chrono::milliseconds pause{400};

    SyncController(SyncSession &session, SyncTools tools, QObject *parent = nullptr);
    ~SyncController() override;

    [[nodiscard]] SyncSession &session() const { return m_session; }
    [[nodiscard]] const SyncFace &face() const { return m_face; }
    [[nodiscard]] const SyncLook &look() const { return m_look; }
    [[nodiscard]] SyncRows rows() const { return {m_tools.book->pack(), m_tools.language, m_session.people()}; }
    [[nodiscard]] const std::optional<ReconcileReport> &report() const { return m_report; }
    [[nodiscard]] const std::map<ConnectionStep, ConnectionFinding> &findings() const { return m_findings; }
    [[nodiscard]] QString offlineWords() const; ///< what works, since when, how many wait, until when leases hold
    [[nodiscard]] QString fileWords() const;    ///< what is still to be sent and fetched

    void setWatched(bool watched); ///< somebody looks at the lists
    void refresh();
    void syncNow();
    void togglePause();
    void reconcile();
    void fetchAll(); ///< what is missing of the files this person holds
    void diagnose();
    /// The answer stands; it is put away.
    void keep(std::int64_t inbox);
    /// The same once more, on the file as it is; where that is not allowed, fileWanted() follows.
    void reapply(std::int64_t inbox);
    /// A decision that was not sent yet is taken back.
    void withdraw(const CommandId &op);
    [[nodiscard]] bool canWithdraw(const CommandId &op) const;
    [[nodiscard]] const LookConflict *conflict(std::int64_t inbox) const;
    /// Who sits here, as the service said last; empty: it never did.
    [[nodiscard]] const std::vector<Scope> &scopes() const;
    /// A command on a file, carried out here and queued for the service. Why not, in words; empty: it was.
    [[nodiscard]] QString order(const ApplicationId &id, const std::string &role, CommandBody body);
    /// Keeps pictures of this computer, each with its slot, for a command of order(); `then` is told while `context`
    /// lives. Errors: Conflict (the season is only read), Unreadable, Invalid (no material by the pack).
    void keepFiles(std::vector<std::pair<std::string, QString>> files, QObject *context,
                   std::function<void(Result<std::vector<Attachment>>)> then);
    [[nodiscard]] bool hasFile(const std::string &sha256) const;
    /// The picture of a file that is here, for the screen; null when it does not open.
    void openPicture(const std::string &sha256, QObject *context, std::function<void(const QImage &)> then);
    [[nodiscard]] QString refusal(const Refusal &refusal) const { return m_tools.refusal(refusal); }

signals:
    void changed();   ///< face()
    void looked();    ///< look(), report() or the notes
    void diagnosed(); ///< another one of findings()
    void wrote();     ///< a command was carried out here
    void said(const QString &text, zsb::Tone tone);
    void fileWanted(const zsb::ApplicationId &id);

private:
    void takeStatus();
    /// Whether it was carried out.
    [[nodiscard]] bool run(const ApplicationId &id, const std::string &role, CommandBody body);
    /// Errors: Conflict (the season is only read), those of Store.
    [[nodiscard]] Result<Execution> execute(const ApplicationId &id, const std::string &role, CommandBody body);

    SyncSession &m_session;
    SyncTools m_tools;
    SyncProgress m_progress;
    SyncFace m_face;
    SyncLook m_look;
    std::optional<ReconcileReport> m_report;
    std::map<ConnectionStep, ConnectionFinding> m_findings;
    std::unique_ptr<ConnectionCheck> m_check;
    QTimer m_again;
    bool m_watched = false;
};

} // namespace zsb
