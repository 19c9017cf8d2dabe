#include "core/rules/processsteps.h"

#include "core/rules/evidence.h"

#include <algorithm>

namespace zsb {

std::optional<Field> momentOf(Step step)
{
    switch (step) {
    case Step::Notice:
        return Field::NoticeAcceptedAt;
    case Step::Identity:
        return Field::IdentityCollectedAt;
    case Step::Review:
        return Field::SubmittedAt;
    case Step::Type:
    case Step::Information:
    case Step::Materials:
    case Step::Payment:
    case Step::Complete:
        return std::nullopt;
    }
    return std::nullopt;
}

bool comesBefore(const CandidateType &type, Step earlier, Step later)
{
    const auto first = std::ranges::find(type.steps, earlier);
    return first != type.steps.end() && std::find(first + 1, type.steps.end(), later) != type.steps.end();
}

bool isPaid(const Record &record, const Pack &pack, const std::vector<std::string> &paidStates)
{
    const std::string_view state = codeOf(pack, Field::PaymentState, record.text(Field::PaymentState));
    return std::ranges::find(paidStates, state) != paidStates.end();
}

} // namespace zsb
