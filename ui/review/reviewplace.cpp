#include "ui/review/reviewplace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QJsonObject toJson(const ReviewDraft &draft)
{
    QJsonArray reasons;
    for (const auto &[code, items, note] : draft.reasons)
        reasons.append(QJsonObject{{u"code"_s, code}, {u"items"_s, items}, {u"note"_s, note}});
    return {{u"kind"_s, draft.kind},
            {u"finding"_s, draft.finding},
            {u"note"_s, draft.note},
            {u"reasons"_s, reasons},
            {u"deadline"_s, draft.deadline.toString(Qt::ISODate)}};
}

ReviewDraft draftFrom(const QJsonObject &json)
{
    ReviewDraft draft;
    draft.kind = json.value("kind"_L1).toString();
    draft.finding = json.value("finding"_L1).toString();
    draft.note = json.value("note"_L1).toString();
    for (const QJsonValue &reason : json.value("reasons"_L1).toArray())
        draft.reasons.append({.code = reason["code"_L1].toString(),
                              .items = reason["items"_L1].toString(),
                              .note = reason["note"_L1].toString()});
    draft.deadline = QDate::fromString(json.value("deadline"_L1).toString(), Qt::ISODate);
    return draft;
}

} // namespace

QJsonObject toJson(const ReviewPlace &place)
{
    return {{u"view"_s, place.filter.view},      {u"type"_s, place.filter.type},
            {u"tags"_s, int(place.filter.tags)}, {u"order"_s, orderId(place.filter.order)},
            {u"savedView"_s, place.savedView},   {u"file"_s, place.file},
            {u"picture"_s, place.picture},       {u"scale"_s, place.scale},
            {u"quarters"_s, place.quarters},     {u"outer"_s, base64(place.outer)},
            {u"inner"_s, base64(place.inner)},   {u"draft"_s, toJson(place.draft)}};
}

ReviewPlace reviewPlaceFrom(const QJsonObject &json)
{
    ReviewPlace place;
    place.filter.view = json.value("view"_L1).toString();
    place.filter.type = json.value("type"_L1).toString();
    place.filter.tags = Tags(json.value("tags"_L1).toInt());
    place.filter.order = orderFrom(json.value("order"_L1).toString());
    place.savedView = json.value("savedView"_L1).toString();
    place.file = json.value("file"_L1).toString();
    place.picture = json.value("picture"_L1).toInt(-1);
    place.scale = json.value("scale"_L1).toDouble();
    place.quarters = json.value("quarters"_L1).toInt();
    place.outer = fromBase64(json.value("outer"_L1));
    place.inner = fromBase64(json.value("inner"_L1));
    place.draft = draftFrom(json.value("draft"_L1).toObject());
    return place;
}

} // namespace zsb
