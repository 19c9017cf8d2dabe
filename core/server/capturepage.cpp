#include "core/server/capturepage.h"

#include "core/base/jsontext.h"
#include "core/base/replaceall.h"
#include "core/server/capturetext.h"

#include <QSize>
#include <QString>

#include <algorithm>

namespace zsb {
namespace {

/// The largest frame the profile allows, in the shape it wants portraits cut to.
QSize frameOf(const PortraitProfile &profile)
{
    const auto wanted = profile.measures.find("fitRatio");
    const double ratio =
        wanted != profile.measures.end() ? wanted->second : double(profile.maxWidthPx) / double(profile.maxHeightPx);
    const int width = std::min(profile.maxWidthPx, int(double(profile.maxHeightPx) * ratio));
    return {width, std::min(profile.maxHeightPx, int(double(width) / ratio))};
}

/// What speaks of portraits, by the pack's own words.
bool isAboutPortraits(const Clause &clause)
{
    return std::ranges::any_of(clause.by, [](const std::string &carrier) {
        return carrier.starts_with("image:portrait") || carrier.starts_with("rule:portrait.");
    });
}

void appendMember(std::string &json, std::string_view name, std::int64_t number)
{
    appendJsonString(json, name);
    json += ':';
    appendJsonNumber(json, number);
    json += ',';
}

void appendTexts(std::string &json, std::string_view name, const Pack &pack, Language language)
{
    appendJsonString(json, name);
    json += ":[";
    bool isFirst = true;
    for (const Clause &clause : pack.clauses) {
        if (!isAboutPortraits(clause))
            continue;
        json += isFirst ? "" : ",";
        isFirst = false;
        appendJsonString(json, clause.says.in(language));
    }
    json += "],";
}

/// Inside a script element nothing may look like its end.
std::string inScript(std::string json)
{
    for (std::size_t at = json.find("</"); at != std::string::npos; at = json.find("</", at + 3))
        json.replace(at, 2, "<\\/");
    return json;
}

std::string configOf(const Pack &pack, std::string_view who)
{
    const PortraitProfile *profile = pack.profile(pack.portraitProfile);
    const QSize frame = frameOf(*profile);
    std::string json = "{";
    appendMember(json, "width", frame.width());
    appendMember(json, "height", frame.height());
    appendMember(json, "minWidth", profile->minWidthPx);
    appendMember(json, "maxWidth", profile->maxWidthPx);
    appendMember(json, "minHeight", profile->minHeightPx);
    appendMember(json, "maxHeight", profile->maxHeightPx);
    appendMember(json, "maxBytes", profile->maxBytes);
    appendTexts(json, "rules_zh", pack, Language::Chinese);
    appendTexts(json, "rules_en", pack, Language::English);
    appendJsonString(json, "who");
    json += ':';
    appendJsonString(json, who);
    return inScript(json + '}');
}

} // namespace

std::string capturePage(const Pack &pack, std::string_view who, std::string_view nonce)
{
    std::string page(captureText());
    replaceAll(page, "@nonce@", nonce);
    replaceAll(page, "@config@", configOf(pack, who)); // last: nothing in it is replaced
    return page;
}

std::string capturePolicy(std::string_view nonce)
{
    const std::string own = "'nonce-" + std::string(nonce) + '\'';
    return "default-src 'none'; script-src " + own + "; style-src " + own +
           "; img-src blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

std::string maskedName(std::string_view name)
{
    const QString text = QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (text.isEmpty())
        return {};
    const qsizetype first = text.at(0).isHighSurrogate() ? 2 : 1;
    return (text.left(first) + QLatin1Char('*')).toStdString();
}

} // namespace zsb
