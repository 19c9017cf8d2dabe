#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/jsonmembers.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace zsb {

/// Something a candidate has to do, or may.
struct CandidateTask
{
    std::string kind{}; ///< correct, collect, pay, choose-major (A1.4.3.3), change-type (A1.4.3.4)
    ApplicationId application{};
    std::optional<Instant> from{};     ///< not before then
    std::optional<Instant> deadline{}; ///< by the time of the service
    std::vector<std::string> items{};  ///< of a correction: what was returned and is not touched yet
    std::string conversion{};          ///< of a change of type: its id in the pack
    bool must = true;                  ///< false: an offer

    bool operator==(const CandidateTask &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("kind", &CandidateTask::kind), required("application", &CandidateTask::application),
                          member("from", &CandidateTask::from), member("deadline", &CandidateTask::deadline),
                          member("items", &CandidateTask::items), member("conversion", &CandidateTask::conversion),
                          required("must", &CandidateTask::must));
    }
};
struct TaskList
{
    std::vector<CandidateTask> tasks{};
    Instant serverTime{};

    bool operator==(const TaskList &) const = default;
    static constexpr auto members()
    {
        return std::tuple(required("tasks", &TaskList::tasks), required("server_time", &TaskList::serverTime));
    }
};

} // namespace zsb
