#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/command.h"
#include "core/rules/rulebook.h"
#include "core/storage/execution.h"
#include "core/storage/store.h"
#include "core/workflow/workflow.h"
#include "ui/review/reviewrows.h"
#include "ui/review/storereader.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace zsb {

/// Who sits here. Of several roles the one a file's stage asks for is taken.
struct Reviewer
{
    ActorId id;
    QString name;
    std::vector<std::string> roles; ///< ids of the pack's roles
};

/// What a session needs of the outside; all of it outlives the session.
struct ReviewTools
{
    const Store &store;
    Store *writer; ///< the same; null: the file is only looked at
    std::shared_ptr<const RuleBook> book;
    Clock clock;
    RandomSource random;
    std::shared_ptr<StoreReader> lists{};  ///< where the queue is read; null: on a thread of its own
    std::shared_ptr<StoreReader> counts{}; ///< where it is counted; null: on a thread of its own
};

/// One open file and the commands on it. Claiming and what was on the screen ride along with the next command in the
/// same transaction: looking around claims nothing, and a decision is one write. Asks decide() before it asks the
/// store, so that a reason is known before a key is pressed. GUI thread (the store's).
class FileSession
{
public:
    FileSession(ReviewTools tools, Reviewer reviewer);

    /// From what was kept ahead, else from the store. Errors: those of the store.
    [[nodiscard]] Done open(const ApplicationId &id);
    /// From the store, always.
    [[nodiscard]] Done reload() { return read(ApplicationId(m_file.state.id)); }
    /// A file read elsewhere, for open(). When it turns out to be of yesterday, the store refuses what is decided on
    /// it.
    void keepAhead(ApplicationState state, std::vector<Finding> findings);
    [[nodiscard]] bool isAhead(const ApplicationId &id) const { return m_ahead.contains(id); }
    void forgetAhead() { m_ahead.clear(); }
    void close() { m_file = {}; }

    [[nodiscard]] const FileView &file() const { return m_file; }
    [[nodiscard]] const Reviewer &reviewer() const { return m_reviewer; }
    [[nodiscard]] const Pack &pack() const { return m_tools.book->pack(); }
    [[nodiscard]] const Store &store() const { return m_tools.store; }
    [[nodiscard]] bool isReadOnly() const { return !m_tools.writer; }
    [[nodiscard]] Store *writer() const { return m_tools.writer; } ///< null: read only
    [[nodiscard]] const RuleBook &book() const { return *m_tools.book; }
    [[nodiscard]] std::shared_ptr<const RuleBook> sharedBook() const { return m_tools.book; }
    [[nodiscard]] Instant now() const { return m_tools.clock(); }

    /// A picture was on the screen; when it was the last of its item, the item counts as seen. True when that changed.
    bool show(const std::string &item, const std::string &sha256, std::chrono::milliseconds dwell);
    [[nodiscard]] const ShownPictures &shown() const;

    /// Carries the command out, with claim and looks before it. Reloads the file on any answer. Errors: Conflict
    /// (opened for reading only), those of the store.
    [[nodiscard]] Result<Execution> run(CommandBody body);
    /// One command on any file, without anything before it.
    [[nodiscard]] Result<Execution> runOn(const ApplicationId &id, CommandBody body);
    /// Why the command would be refused now; none: it would be carried out.
    [[nodiscard]] std::optional<Refusal> whyNot(const CommandBody &body) const;
    /// Everything that stands between the file and its approval.
    [[nodiscard]] const std::vector<Refusal> &obstacles() const { return m_obstacles; }
    /// Whether a supervisor's word is due instead of a reviewer's.
    [[nodiscard]] bool settles() const;
    /// The role the next command on the open file is given in.
    [[nodiscard]] std::string actingRole() const { return roleFor(m_file.state); }
    void setReviewerName(const QString &name) { m_reviewer.name = name; }

private:
    struct Looked
    {
        std::string stage; ///< what was shown in another stage says nothing of this one
        ShownPictures shown;
        std::map<std::string, std::string> items; ///< item → hash of its content
        std::chrono::milliseconds dwell{0};

        /// They are in the log now, and so is their time.
        void forgetWritten()
        {
            items.clear();
            dwell = {};
        }
    };

    [[nodiscard]] Command command(const ApplicationState &state, CommandBody body) const;
    [[nodiscard]] std::vector<CommandBody> prelude(const ApplicationState &state) const;
    [[nodiscard]] WorkflowContext context() const;
    [[nodiscard]] std::string roleFor(const ApplicationState &state) const;
    [[nodiscard]] std::string roleOf(const ApplicationState &state, const CommandId &decision) const;
    /// The state as it would be with claim and looks, as far as they are allowed.
    [[nodiscard]] std::optional<Refusal> imagine(ApplicationState &state, const CommandBody &body) const;
    void findObstacles();
    [[nodiscard]] Done read(const ApplicationId &id);
    void show(ApplicationState state, std::vector<Finding> findings);

    ReviewTools m_tools;
    Reviewer m_reviewer;
    FileView m_file;
    std::map<ApplicationId, Looked> m_looked;
    std::map<ApplicationId, FileView> m_ahead;
    std::vector<Refusal> m_obstacles;
};

} // namespace zsb
