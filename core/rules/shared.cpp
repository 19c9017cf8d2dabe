#include "core/rules/shared.h"

#include "core/rules/evidence.h"

namespace zsb {

Verdict onceOnly(const Record &record, SharedKey key)
{
    const std::optional<SharedWith> &other = record.sharedWith(key);
    if (!other)
        return Verdict::pass();
    std::vector<Evidence> evidence;
    if (key == SharedKey::Material)
        evidence.push_back({"slot", std::string(other->slot)});
    evidence.push_back({"other", shown(other->otherApplicationNo)});
    evidence.push_back({"row", other->otherRow});
    evidence.push_back({"others", other->others});
    return Verdict::fail(other->otherRow > 0 ? "row" : "", std::move(evidence));
}

} // namespace zsb
