#include "ui/review/comparewindow.h"
#include "ui/review/reviewcontroller.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace zsb {

/// The pictures of the file as it is, then what the log says was there before.
QList<ComparePicture> ReviewController::comparable() const
{
    QList<ComparePicture> pictures;
    std::set<std::string> listed;
    for (int row = 0; row < m_materials.count(); ++row) {
        const MaterialRow &material = m_materials.at(row);
        if (!material.sha256.empty() && listed.insert(material.sha256).second)
            pictures.append({material.name, material.portrait ? QString() : material.slot, material.sha256, true});
    }
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
        pictures.append({row < 0 ? slot : m_materials.at(row).name, slot, sha256, false});
    }
    return pictures;
}

} // namespace zsb
