#include "core/protocol/receipt.h"

#include "core/base/calendar.h"

namespace zsb {

std::string receiptText(const OpAnswer &answer)
{
    return "zsb-receipt-1 " + answer.id.value + ' ' + std::string(idOf(answer.outcome)) + ' ' +
           std::to_string(answer.version) + ' ' + std::to_string(answer.seq);
}

std::string timeText(Instant time, const std::string &epoch, const std::string &nonce)
{
    return "zsb-time-1 " + formatInstant(time) + ' ' + epoch + ' ' + nonce;
}

std::string rulesText(const std::string &packHash)
{
    return "zsb-rules-1 " + packHash;
}

} // namespace zsb
