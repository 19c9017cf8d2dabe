#pragma once

#include "core/domain/application.h"
#include "core/domain/finding.h"
#include "core/image/sharedmodel.h"
#include "core/rules/rulebook.h"
#include "core/storage/seasonlooks.h"
#include "core/storage/store.h"
#include "ui/tasks/taskrunner.h"

#include <QObject>
#include <QTimer>

#include <list>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace zsb {

/// What of a file's pictures somebody else handed in as well, altered.
struct LikenessStudy
{
    std::vector<SeasonLooks::Likeness> pictures;
    std::vector<Finding> findings; ///< as the pack says it; hints
};

/// Takes the looks of a season's pictures and finds those under two names, on a thread and a connection of its own:
/// the pictures of a file that is opened at once, all others little by little while nobody asks. GUI thread only.
class Likenesses : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kept = 64;
    static constexpr int looksAtOnce = 8; ///< before whoever asks gets their turn

    /// `mayWrite`: else no look is taken, and what others took is compared.
    Likenesses(StoreOptions options, bool mayWrite, std::shared_ptr<const RuleBook> book,
               std::shared_ptr<SharedModel> model, QObject *parent = nullptr);
    ~Likenesses() override;

    /// ready() follows, also for a file that was studied before: others may have handed in more since.
    void want(const ApplicationState &state, Instant asOf);
    [[nodiscard]] const LikenessStudy *peek(const ApplicationState &state) const;
    /// Begins to take the looks that are missing; again after an import. passed() follows once none is.
    void takeAll();
    [[nodiscard]] bool isBusy() const { return m_tasks.running() > 0; }

signals:
    void ready(const zsb::ApplicationId &id);
    void passed(int taken); ///< how many pictures were looked at

private:
    class Workshop; ///< the thread's: its connection, its readers, the index
    /// Of a file its pictures as they are.
    using Key = std::string;

    [[nodiscard]] static Key keyOf(const ApplicationState &state);
    void takeSome();

    std::shared_ptr<Workshop> m_workshop;
    std::map<Key, LikenessStudy> m_studies;
    std::list<Key> m_order; ///< newest first
    QTimer m_pause;         ///< between two handfuls: the thread is not alone on the machine
    std::string m_last;     ///< how far takeAll() has come
    int m_taken = 0;
    bool m_isTaking = false;
    bool m_isAgain = false;         ///< more came while it was taking
    TaskRunner m_tasks{nullptr, 1}; ///< last: waits for its task
};

} // namespace zsb
