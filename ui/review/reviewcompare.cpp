#include "ui/review/comparewindow.h"
#include "ui/review/reviewcontroller.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

std::string textIn(const Finding &finding, std::string_view key)
{
    const auto found = std::ranges::find(finding.evidence, key, &Evidence::key);
    const auto *text = found == finding.evidence.end() ? nullptr : std::get_if<std::string>(&found->value);
    return text ? *text : std::string();
}

std::optional<int> numberIn(const Finding &finding, std::string_view key)
{
    const auto found = std::ranges::find(finding.evidence, key, &Evidence::key);
    const auto *number = found == finding.evidence.end() ? nullptr : std::get_if<std::int64_t>(&found->value);
    return number ? std::optional(int(*number)) : std::nullopt;
}

/// The picture of a file a finding speaks of: the portrait, or the first one of a slot.
std::string pictureOf(const ApplicationState &state, const std::string &slot)
{
    if (slot.empty())
        return state.portrait ? state.portrait->sha256 : std::string();
    const auto files = state.materials.find(slot);
    return files == state.materials.end() || files->second.empty() ? std::string() : files->second.front().sha256;
}

} // namespace

/// Pictures of other files that are said to be the same as one of this file.
void ReviewController::addLikenesses(QList<ComparePicture> &pictures) const
{
    for (const Finding &finding : file().findings) {
        const std::string number = textIn(finding, "other");
        const std::string slot = textIn(finding, "slot");
        const bool isOfPicture = !slot.empty() || std::ranges::count(finding.fields, Field::Portrait) > 0;
        if (number.empty() || !isOfPicture)
            continue;
        const Result<ApplicationId> id = m_session.store().findByNumber(number);
        if (!id || id->isEmpty())
            continue;
        const Result<ApplicationState> other = m_session.store().state(*id);
        const std::string mine = pictureOf(file().state, slot);
        const std::string theirs = other ? pictureOf(*other, slot) : std::string();
        if (theirs.empty() || mine.empty())
            continue;
        addLikeness(pictures, slot,
                    {.number = number, .sha256 = theirs, .likeness = mine, .distance = numberIn(finding, "distance")});
    }
    const LikenessStudy *study = likenessStudy();
    for (std::size_t i = 0; study && i < study->pictures.size(); ++i) {
        const SeasonLooks::Likeness &one = study->pictures[i];
        addLikeness(pictures, one.slot, {one.otherNo, one.otherSha256, one.sha256, one.distance});
    }
}

void ReviewController::addLikeness(QList<ComparePicture> &pictures, const std::string &slot, const Alike &alike) const
{
    const QString place = pictureName(slot);
    pictures.append({.title = tr("%1（报名号 %2）").arg(place, qtext(alike.number)),
                     .slot = qtext(slot),
                     .sha256 = alike.sha256,
                     .current = true,
                     .likeness = alike.likeness,
                     .number = qtext(alike.number),
                     .place = place,
                     .distance = alike.distance});
}

QString ReviewController::pictureName(const std::string &slot) const
{
    const int row = slot.empty() ? m_materials.portraitRow() : m_materials.rowOfSlot(qtext(slot));
    return row < 0 ? qtext(slot) : m_materials.at(row).name;
}

/// The pictures of the file as it is, then those of others they are like, then what the log says was there before.
QList<ComparePicture> ReviewController::comparable() const
{
    QList<ComparePicture> pictures;
    std::set<std::string> listed;
    for (int row = 0; row < m_materials.count(); ++row) {
        const MaterialRow &material = m_materials.at(row);
        if (!material.sha256.empty() && listed.insert(material.sha256).second)
            pictures.append({.title = material.name,
                             .slot = material.portrait ? QString() : material.slot,
                             .sha256 = material.sha256,
                             .number = qtext(file().state.applicationNo),
                             .place = material.name});
    }
    addLikenesses(pictures);
    const Result<std::vector<HistoryEntry>> entries = m_session.store().history(file().state.id);
    if (!entries)
        return pictures;
    for (const HistoryEntry &entry : *entries) {
        const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(entry.body)).object();
        const QJsonObject attachment = body.value("attachment"_L1).toObject();
        const std::string sha256 = attachment.value("sha256"_L1).toString().toStdString();
        if (sha256.empty() || !listed.insert(sha256).second)
            continue;
        const QString slot = attachment.value("slot"_L1).toString();
        const int row = slot.isEmpty() ? m_materials.portraitRow() : m_materials.rowOfSlot(slot);
        const QString place = row < 0 ? slot : m_materials.at(row).name;
        pictures.append({.title = place,
                         .slot = slot,
                         .sha256 = sha256,
                         .current = false,
                         .number = qtext(file().state.applicationNo),
                         .place = place});
    }
    return pictures;
}

} // namespace zsb
