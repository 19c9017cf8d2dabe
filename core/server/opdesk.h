#pragma once

#include "core/protocol/op.h"
#include "core/server/epochs.h"
#include "core/server/ledger.h"
#include "core/server/serving.h"
#include "core/workflow/late.h"

#include <optional>
#include <string>
#include <vector>

namespace zsb {

/// Where ops become events. For the ops of one request, inside the writer's transaction: everything an op leads to, its
/// answer included, is written together or not at all. SYNC.md D2 and P.6.
class OpDesk
{
public:
    /// `epoch` is the one the sender lives in.
    OpDesk(Writing &writing, const Caller &caller, std::string epoch);

    /// The answer; the same one when the op was answered before. Errors: those of Store, after which nothing of the
    /// request may stay.
    [[nodiscard]] Result<OpAnswer> answer(const Op &op);

private:
    /// An op on its way.
    struct Case
    {
        const Op &op;
        std::string fingerprint{};
        Command command{}; ///< as it is ruled on: under our pack, with files as we know them
        ApplicationState now{};
        ApplicationState judged{};
        bool isUnsure = false; ///< what it was judged on was lost by a restore
    };
    /// What the sender's own ops on the file came to before this one.
    struct Chain
    {
        int base = 0;
        bool isSmooth = true; ///< every one was accepted
        int events = 0;
        std::vector<CommandId> ops{}; ///< oldest first
    };

    [[nodiscard]] Result<std::optional<OpAnswer>> known(const Case &one) const;
    /// Why it cannot be ruled on (now, or ever); nothing when it can.
    [[nodiscard]] Result<std::optional<OpAnswer>> obstacle(Case &one);
    [[nodiscard]] Result<std::optional<OpAnswer>> chainObstacle(const Case &one) const;
    [[nodiscard]] Result<bool> isAllowed(const Case &one) const;
    [[nodiscard]] Result<bool> standsOnOwn(const Case &one) const;
    [[nodiscard]] Result<bool> mayStillCome(const Case &one) const;
    [[nodiscard]] Result<std::optional<OpAnswer>> withoutLeave(const Case &one) const;
    [[nodiscard]] Result<Chain> chainOf(const Case &one) const;
    [[nodiscard]] Result<std::optional<OpAnswer>> readJudged(Case &one);
    [[nodiscard]] Result<int> soundVersion(const Case &one) const;
    [[nodiscard]] Result<ApplicationState> sendersView(const Case &one, const Chain &chain, int base) const;
    [[nodiscard]] Result<OpAnswer> rule(Case &one);
    [[nodiscard]] Result<std::optional<OpAnswer>> leadsOut(const Case &one, const LateRuling &ruling) const;
    [[nodiscard]] Result<OpAnswer> settle(const Case &one, OpAnswer answer, std::span<const Event> events);
    [[nodiscard]] Done tell(const Case &one, const OpAnswer &answer, std::span<const Event> events) const;
    static void explain(OpAnswer &answer, const Refusal &refusal);
    [[nodiscard]] OpAnswer later(const Case &one) const;
    [[nodiscard]] OpAnswer answerWith(const Case &one, OpOutcome outcome) const;

    Writing &m_writing;
    const Caller &m_caller;
    Ledger m_ledger;
    std::string m_epoch;
};

} // namespace zsb
