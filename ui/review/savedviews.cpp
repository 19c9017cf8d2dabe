#include "ui/review/savedviews.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

constexpr std::pair<QueueOrder, const char16_t *> orders[] = {
    {QueueOrder::Urgency, u"urgency"}, {QueueOrder::Number, u"number"}, {QueueOrder::Name, u"name"}};

Error readOnly()
{
    return {ErrorCode::Conflict, "opened for reading only"};
}

} // namespace

QString orderId(QueueOrder order)
{
    for (const auto &[one, id] : orders) {
        if (one == order)
            return QString::fromUtf16(id);
    }
    return {};
}

QueueOrder orderFrom(const QString &id)
{
    for (const auto &[one, text] : orders) {
        if (QStringView(text) == id)
            return one;
    }
    return QueueOrder::Urgency;
}

std::string toJson(const QueueFilter &filter)
{
    return QJsonDocument(QJsonObject{{u"view"_s, filter.view},
                                     {u"type"_s, filter.type},
                                     {u"text"_s, filter.text},
                                     {u"tags"_s, int(filter.tags)},
                                     {u"order"_s, orderId(filter.order)}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

QueueFilter queueFilterFrom(const std::string &json)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    constexpr int allTags = (1 << tagCount) - 1;
    return {.view = object.value("view"_L1).toString(),
            .type = object.value("type"_L1).toString(),
            .text = object.value("text"_L1).toString(),
            .tags = Tags(object.value("tags"_L1).toInt() & allTags),
            .order = orderFrom(object.value("order"_L1).toString())};
}

Done SavedViews::read()
{
    const Result<std::vector<KeptView>> kept = m_store.desk(m_actor).views();
    if (!kept)
        return kept.error();
    QList<SavedView> views;
    for (const KeptView &one : *kept) {
        SavedView view{QString::fromStdString(one.id), QString::fromStdString(one.name), queueFilterFrom(one.body), -1};
        if (const SavedView *old = find(view.id); old && old->filter == view.filter)
            view.files = old->files;
        views.append(view);
    }
    m_views = views;
    return done();
}

const SavedView *SavedViews::find(const QString &id) const
{
    const auto found = std::ranges::find(m_views, id, &SavedView::id);
    return found == m_views.end() ? nullptr : &*found;
}

Done SavedViews::keep(const SavedView &view)
{
    if (!m_writer)
        return readOnly();
    const Done kept =
        m_writer->desk(m_actor).keepView({view.id.toStdString(), view.name.toStdString(), toJson(view.filter)});
    return kept ? read() : kept;
}

Result<QString> SavedViews::save(const QString &name, const QueueFilter &filter)
{
    const auto same = std::ranges::find(m_views, name, &SavedView::name);
    const QString id = same == m_views.end() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : same->id;
    if (const Done kept = keep({id, name, filter, -1}); !kept)
        return kept.error();
    return id;
}

Done SavedViews::rename(const QString &id, const QString &name)
{
    const SavedView *view = find(id);
    if (!view)
        return Error{ErrorCode::NotFound, "no such view"};
    const auto same = std::ranges::find(m_views, name, &SavedView::name);
    if (same != m_views.end() && same->id != id)
        return Error{ErrorCode::Invalid, "two views of one name"};
    SavedView renamed = *view;
    renamed.name = name;
    return keep(renamed);
}

Done SavedViews::remove(const QString &id)
{
    if (!m_writer)
        return readOnly();
    const Done dropped = m_writer->desk(m_actor).dropView(id.toStdString());
    return dropped ? read() : dropped;
}

void SavedViews::setFiles(const std::vector<std::int64_t> &files)
{
    for (std::size_t i = 0; i < files.size() && i < std::size_t(m_views.size()); ++i)
        m_views[qsizetype(i)].files = files[i];
}

} // namespace zsb
