#pragma once

#include "core/policy/pack.h"
#include "ui/sync/synclook.h"

#include <string>
#include <vector>

namespace zsb {

/// What a desk does for candidates after they have handed in.
enum class TaskKind
{
    Major,  ///< choose the intended major now (A1.4.3.3)
    Change, ///< ask for another type (A1.4.1.6, A1.4.1.7, A1.4.3.4)
    Answer, ///< answer such a request
};

struct TaskQuery
{
    TaskKind kind = TaskKind::Major;
    std::string text{}; ///< anything Store::search() takes

    bool operator==(const TaskQuery &) const = default;
};

struct TaskFile
{
    LookFile file{};
    ApplicationState state{};
    std::optional<LookOp> op{}; ///< the last command of that kind given here, while the outbox shows it
};

struct TaskLook
{
    TaskQuery query{};
    std::vector<TaskFile> files{};
    Instant at{};       ///< when it was read
    bool isCut = false; ///< there may be more: the text has to narrow it
};

/// The files a task is open for, and those it was just done for. In the store's thread; takes as long as reading every
/// file that may be concerned. Errors: those of Store.
[[nodiscard]] Result<TaskLook> lookAtTasks(const Store &store, const Pack &pack, const TaskQuery &query, Instant now);

} // namespace zsb
