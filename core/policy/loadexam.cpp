#include "core/domain/imagefacts.h"
#include "core/policy/packparts.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace zsb {
namespace {

/// `09:30` as minutes since midnight.
int readMinutes(ObjectReader &reader, std::string_view key, int otherwise)
{
    const std::string written = reader.optionalText(key);
    if (written.empty())
        return otherwise;
    const auto moment = written == "24:00" ? std::optional(Instant{std::chrono::hours{24}})
                                           : parseInstant("1970-01-01T" + written + ":00Z");
    if (!moment) {
        reader.problem(key, {"应为 HH:MM", "must be HH:MM"});
        return otherwise;
    }
    return int(std::chrono::duration_cast<std::chrono::minutes>(moment->time_since_epoch()).count());
}

void readOffset(ObjectReader &reader, Pack &pack)
{
    const std::string written = reader.text("time_offset");
    const auto moment = parseInstant("1970-01-01T00:00:00" + written);
    if (!written.empty() && !moment)
        reader.problem("time_offset", {"应为 +08:00 的形式", "must look like +08:00"});
    if (moment)
        pack.timeOffset = -std::chrono::duration_cast<std::chrono::minutes>(moment->time_since_epoch());
}

DocumentType readDocumentType(ObjectReader &reader)
{
    DocumentType type;
    type.code = reader.text("code");
    reader.reading().claim("document type", type.code, reader.place("code"));
    type.name = reader.bilingual("name");
    type.aliases = reader.optionalList("aliases");
    type.pattern = reader.text("pattern");
    type.checksum = reader.choice<std::string>("checksum", {{"", ""}, {"gb11643", "gb11643"}}, false);
    type.derivesBirthAndSex = reader.optionalFlag("derives_birth_and_sex", false);
    type.checksRegion = reader.optionalFlag("checks_region", false);
    type.retired = reader.optionalBilingual("retired");
    type.specimens = reader.optionalList("specimens");
    type.guess = reader.optionalFlag("guess", false);

    const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromStdString(type.pattern)));
    if (!pattern.isValid())
        reader.problem("pattern", {"不是有效的正则表达式", "is no valid regular expression"});
    for (const std::string &specimen : type.specimens) {
        if (pattern.isValid() && !pattern.match(QString::fromStdString(specimen)).hasMatch())
            reader.problem("specimens", {"样例号码不符合 pattern", "a specimen does not match the pattern"});
    }
    return type;
}

void readReview(ObjectReader &reader, ReviewPolicy &review)
{
    reader.each("roles", [&](ObjectReader &each) {
        review.roles.push_back({each.text("id"), each.bilingual("name"), each.optionalFlag("supervises", false)});
        reader.reading().claim("role", review.roles.back().id, each.place("id"));
    });
    review.fourEyes = reader.flag("four_eyes");
    review.hold = std::chrono::seconds{reader.count("hold_seconds")};
    review.claim = std::chrono::minutes{reader.count("claim_minutes")};
    review.correction = std::chrono::days{int(reader.count("correction_days"))};
    review.siteChangeBySupervisor = reader.flag("site_change_by_supervisor");
}

/// What anybody reads: about how much head and shoulders are, and how a copy is cut.
constexpr std::array<std::string_view, 5> profileMeasures = {"headAndShoulders", "fitHead", "fitHeadMost", "fitTop",
                                                             "fitRatio"};

void readMeasures(ObjectReader &reader, PortraitProfile &profile)
{
    reader.object(
        "measures",
        [&](ObjectReader &measures) {
            for (const JsonNode &each : measures.node().items) {
                (void)measures.take(each.key);
                if (std::ranges::find(profileMeasures, each.key) == profileMeasures.end())
                    measures.problem(each.key, {"没有这个量；界限写在 portrait.json",
                                                "no such measure; limits stand in portrait.json"});
                else if (each.kind == JsonNode::Kind::Integer || each.kind == JsonNode::Kind::Number)
                    profile.measures.emplace(each.key, each.number);
                else
                    measures.problem(each.key, {"应为数", "must be a number"});
            }
        },
        false);
}

/// Formats of pictures that are accepted.
std::vector<std::string> readFormats(ObjectReader &reader)
{
    std::vector<std::string> formats = reader.list("formats");
    if (formats.empty())
        reader.problem("formats", {"至少要有一种格式", "needs at least one format"});
    for (const std::string &format : formats) {
        if (!isImageFormatId(format))
            reader.problem("formats", {"不认识的格式“" + format + "”", "no format is called \"" + format + "\""});
    }
    return formats;
}

PortraitProfile readProfile(ObjectReader &reader)
{
    PortraitProfile profile;
    profile.id = reader.text("id");
    reader.reading().claim("portrait profile", profile.id, reader.place("id"));
    profile.name = reader.bilingual("name");
    profile.formats = readFormats(reader);
    profile.minBytes = reader.optionalInteger("min_bytes", 0);
    profile.maxBytes = reader.count("max_bytes");
    profile.strictBytes = reader.optionalInteger("strict_bytes", profile.maxBytes);
    profile.minWidthPx = int(reader.count("min_width_px"));
    profile.maxWidthPx = int(reader.count("max_width_px"));
    profile.minHeightPx = int(reader.count("min_height_px"));
    profile.maxHeightPx = int(reader.count("max_height_px"));
    readMeasures(reader, profile);
    if (const auto head = profile.measures.find("fitHead"), most = profile.measures.find("fitHeadMost");
        head != profile.measures.end() && most != profile.measures.end() && head->second > most->second)
        reader.problem("measures", {"fitHead 大于 fitHeadMost", "`fitHead` lies above `fitHeadMost`"});
    profile.source = reader.text("source");
    const auto mustNotExceed = [&](std::string_view key, std::int64_t lower, std::int64_t upper) {
        if (lower > upper)
            reader.problem(key, {"大于上限", "lies above its upper limit"});
    };
    mustNotExceed("min_bytes", profile.minBytes, profile.maxBytes);
    mustNotExceed("strict_bytes", profile.strictBytes, profile.maxBytes);
    mustNotExceed("min_width_px", profile.minWidthPx, profile.maxWidthPx);
    mustNotExceed("min_height_px", profile.minHeightPx, profile.maxHeightPx);
    mustNotExceed("min_bytes", 0, profile.minBytes);
    return profile;
}

void readMaterialSlots(ObjectReader &reader, Pack &pack)
{
    pack.materialLimits.formats = readFormats(reader);
    pack.materialLimits.maxBytes = reader.count("max_bytes");
    reader.each("slots", [&](ObjectReader &each) {
        MaterialSlot slot;
        slot.id = each.text("id");
        reader.reading().claim("slot", slot.id, each.place("id"));
        slot.name = each.bilingual("name");
        slot.note = each.optionalBilingual("note");
        slot.clause = each.reference("clause", PackTarget::Clause);
        slot.form = each.optionalReference("form", PackTarget::Form);
        pack.materialSlots.push_back(std::move(slot));
    });
}

Window readWindow(ObjectReader &reader)
{
    Window window;
    window.id = reader.text("id");
    reader.reading().claim("window", window.id, reader.place("id"));
    window.name = reader.bilingual("name");
    window.from = reader.instant("from");
    window.to = reader.instant("to");
    window.dailyFrom = readMinutes(reader, "daily_from", 0);
    window.dailyTo = readMinutes(reader, "daily_to", 24 * 60);
    window.clause = reader.optionalReference("clause", PackTarget::Clause);
    window.source = reader.text("source");
    window.guess = reader.optionalFlag("guess", false);
    if (window.from > window.to)
        reader.problem("to", {"不能早于 from", "must not be before `from`"});
    if (window.dailyFrom > window.dailyTo)
        reader.problem("daily_to", {"不能早于 daily_from", "must not be before `daily_from`"});
    return window;
}

ArchiveRoute readRoute(ObjectReader &reader)
{
    ArchiveRoute route;
    route.id = reader.text("id");
    reader.reading().claim("archive route", route.id, reader.place("id"));
    route.destination = reader.bilingual("destination");
    route.steps = reader.list("steps");
    for (const std::string &step : route.steps)
        reader.reading().refer(PackTarget::Word, "archive." + step, reader.place("steps"));
    route.clause = reader.reference("clause", PackTarget::Clause);
    route.guess = reader.optionalFlag("guess", false);
    return route;
}

void readExam(ObjectReader &reader, Pack &pack)
{
    pack.id = reader.text("id");
    pack.version = reader.text("version");
    pack.name = reader.bilingual("name");
    reader.object("exam", [&](ObjectReader &exam) {
        pack.examId = exam.text("id");
        pack.examName = exam.bilingual("name");
    });
    pack.province = reader.bilingual("province");
    readOffset(reader, pack);
    reader.object("fee", [&](ObjectReader &fee) {
        pack.feeFen = fee.count("fen");
        pack.feeSource = fee.text("source");
    });
}

} // namespace

void loadExam(PackReading &reading)
{
    Pack &pack = reading.pack;
    oneObject(reading, "pack.json", [&](ObjectReader &reader) {
        readExam(reader, pack);
        reader.each("document_types",
                    [&](ObjectReader &each) { pack.documentTypes.push_back(readDocumentType(each)); });
        pack.defaultDocumentType = reader.text("default_document_type");
        if (!pack.documentType(pack.defaultDocumentType))
            reader.problem("default_document_type", {"没有此证件类型", "there is no such document type"});
        reader.object("review", [&](ObjectReader &each) { readReview(each, pack.review); });
        reader.object("portrait", [&](ObjectReader &portrait) {
            pack.portraitProfile = portrait.reference("profile", PackTarget::PortraitProfile);
            portrait.each("profiles", [&](ObjectReader &each) { pack.portraitProfiles.push_back(readProfile(each)); });
        });
        reader.object("materials", [&](ObjectReader &each) { readMaterialSlots(each, pack); });
        reader.each("calendar", [&](ObjectReader &each) { pack.calendar.push_back(readWindow(each)); });
        reader.each("archive_routes", [&](ObjectReader &each) { pack.archiveRoutes.push_back(readRoute(each)); });
        loadCatalogue(reading,
                      reader.choice<Catalogue::Coverage>("coverage", {{"partial", Catalogue::Coverage::Partial},
                                                                      {"complete", Catalogue::Coverage::Complete}}));
    });
}

} // namespace zsb
