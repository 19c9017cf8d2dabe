#include "core/policy/boundjudge.h"
#include "core/policy/packparts.h"

namespace zsb {
namespace {

PortraitLimit readLimit(ObjectReader &reader)
{
    PortraitLimit limit;
    limit.id = reader.text("id");
    limit.clause = reader.reference("clause", PackTarget::Clause);
    limit.quote = reader.reference("quote", PackTarget::Quote);
    limit.severity = readSeverity(reader);
    limit.outcome = readOutcome(reader);
    limit.profiles = reader.references("profiles", PackTarget::PortraitProfile);
    limit.when = readBounds(reader);
    limit.title = reader.bilingual("title");
    limit.message = reader.bilingual("message", namesOf(limit.when));
    return limit;
}

} // namespace

void loadPortrait(PackReading &reading)
{
    if (!reading.files.contains("portrait.json"))
        return;
    eachObject(reading, "portrait.json", [&](ObjectReader &reader) {
        reading.pack.portraitLimits.push_back(readLimit(reader));
        checkIsReached(reader);
    });
}

} // namespace zsb
