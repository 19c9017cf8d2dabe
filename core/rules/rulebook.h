#pragma once

#include "core/base/result.h"
#include "core/policy/packloader.h"
#include "core/rules/boundrule.h"
#include "core/rules/documentmatcher.h"

#include <memory>
#include <optional>
#include <vector>

namespace zsb {

/// Problems of a pack that only the table of rules can see: bindings without a rule, parameters missing or of the wrong
/// kind, ranges upside down, messages missing for a variant or with names the rule never gives, a guess that is an
/// error.
[[nodiscard]] std::vector<PackProblem> lintRules(const Pack &pack);

/// Everything that can be wrong in a pack whose files read well: lintRules(), lintPortraitLimits(), lintScanPolicy().
[[nodiscard]] std::vector<PackProblem> lintPack(const Pack &pack);

/// A pack's bindings joined to the table of rules, ready to run. Immutable; shared by any number of threads.
class RuleBook
{
public:
    /// Errors: Invalid when lintPack() finds anything fatal (detail names the first).
    [[nodiscard]] static Result<std::shared_ptr<const RuleBook>> bind(std::shared_ptr<const Pack> pack);

    [[nodiscard]] const Pack &pack() const { return *m_pack; }
    [[nodiscard]] std::shared_ptr<const Pack> sharedPack() const { return m_pack; }

    /// Every verdict that a person should see (fail, needs-review), in the order of the pack's bindings. A binding of a
    /// rule that looks at fields or files one by one can give several. Then what the pack's limits say of the figures
    /// of the portrait and of the materials, where somebody measured them.
    [[nodiscard]] std::vector<Finding> checkAll(const Record &record, Instant asOf) const;
    /// What one binding says, pass and not-applicable included; of several verdicts the first of the worst outcome.
    /// None when the binding does not exist.
    [[nodiscard]] std::optional<Verdict> check(std::string_view bindingId, const Record &record, Instant asOf) const;

    // For RuleRun.
    void appendMeasured(const Record &record, std::vector<Finding> &findings) const;
    [[nodiscard]] const std::vector<BoundRule> &bound() const { return m_bound; }
    [[nodiscard]] const CandidateType *typeOf(const Record &record) const;
    [[nodiscard]] const DocumentType *documentTypeOf(const Record &record) const;
    [[nodiscard]] RuleContext contextOf(const BoundRule &bound, const ReadRecord &read, Instant asOf) const;

private:
    explicit RuleBook(std::shared_ptr<const Pack> pack);
    [[nodiscard]] BoundRule boundTo(const RuleBinding &binding) const;

    std::shared_ptr<const Pack> m_pack;
    DocumentMatcher m_documents;
    std::vector<BoundRule> m_bound;
};

} // namespace zsb
