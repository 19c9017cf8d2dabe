#include "core/rules/shared.h"

#include "core/rules/evidence.h"

namespace zsb {

namespace {

/// Evidence: slot for materials, other, row.
std::vector<Evidence> otherOf(SharedKey key, const SharedWith &with)
{
    std::vector<Evidence> evidence;
    if (key == SharedKey::Material || key == SharedKey::MaterialLook)
        evidence.push_back({"slot", std::string(with.slot)});
    evidence.push_back({"other", shown(with.otherApplicationNo)});
    evidence.push_back({"row", with.otherRow});
    return evidence;
}

} // namespace

Verdict onceOnly(const Record &record, SharedKey key)
{
    const std::optional<SharedWith> &other = record.sharedWith(key);
    if (!other)
        return Verdict::pass();
    std::vector<Evidence> evidence = otherOf(key, *other);
    evidence.push_back({"others", other->others});
    return Verdict::fail(other->otherRow > 0 ? "row" : "", std::move(evidence));
}

Verdict looksLike(const Record &record, SharedKey key, const Parameters &parameters)
{
    const std::optional<SharedWith> &other = record.sharedWith(key);
    if (!other || other->distance > parameters.integer("most"))
        return Verdict::pass();
    std::vector<Evidence> evidence = otherOf(key, *other);
    evidence.push_back({"distance", std::int64_t(other->distance)});
    return Verdict::needsReview(other->otherRow > 0 ? "row" : "", std::move(evidence));
}

} // namespace zsb
