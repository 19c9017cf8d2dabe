#include "core/storage/desk.h"

#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

bool isTag(int tag)
{
    return tag >= 1 && tag <= tagCount;
}

Error noSuchTag()
{
    return {ErrorCode::Invalid, "no such tag"};
}

} // namespace

Desk::Desk(const Database &database, const FieldCodec &codec, ActorId actor)
    : m_database(database), m_codec(codec), m_actor(std::move(actor))
{
}

Result<TagNames> Desk::tagNames() const
{
    Result<Rows> rows =
        m_database.run(u"SELECT tag, name FROM desk_tag_name WHERE actor = ?"_s, {sqlText(m_actor.value)});
    if (!rows)
        return rows.error();
    TagNames names;
    while (rows->next()) {
        Result<std::string> name = m_codec.decode({"desk_tag_name", m_actor.value, "name"}, rows->bytes(1));
        if (!name)
            return name.error();
        names.at(std::size_t(rows->integer(0) - 1)) = *std::move(name);
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return names;
}

Done Desk::nameTag(int tag, const std::string &name)
{
    if (!isTag(tag))
        return noSuchTag();
    if (name.empty())
        return m_database.execute(u"DELETE FROM desk_tag_name WHERE actor = ? AND tag = ?"_s,
                                  {sqlText(m_actor.value), tag});
    return m_database.execute(
        u"INSERT INTO desk_tag_name (actor, tag, name) VALUES (?, ?, ?) "
        "ON CONFLICT (actor, tag) DO UPDATE SET name = excluded.name"_s,
        {sqlText(m_actor.value), tag, m_codec.encode({"desk_tag_name", m_actor.value, "name"}, name)});
}

Result<Tags> Desk::tagsOf(const ApplicationId &id) const
{
    std::vector<QueueEntry> one(1);
    one.front().id = id;
    if (Done read = readTags(one); !read)
        return read.error();
    return one.front().tags;
}

Done Desk::readTags(std::vector<QueueEntry> &entries) const
{
    if (entries.empty())
        return done();
    std::map<std::string_view, QueueEntry *> byId;
    std::vector<SqlValue> values{sqlText(m_actor.value)};
    QStringList marks;
    for (QueueEntry &entry : entries) {
        entry.tags = 0;
        byId.emplace(entry.id.value, &entry);
        values.push_back(sqlText(entry.id.value));
        marks.append(u"?"_s);
    }
    Result<Rows> rows = m_database.run(u"SELECT application, tag FROM desk_tag WHERE actor = ? AND application IN ("_s +
                                           marks.join(u',') + u')',
                                       values);
    if (!rows)
        return rows.error();
    while (rows->next())
        byId.at(rows->text(0))->tags |= tagBit(int(rows->integer(1)));
    return rows->ended();
}

Done Desk::setTag(const ApplicationId &id, int tag, bool on)
{
    if (!isTag(tag))
        return noSuchTag();
    return m_database.execute(on ? u"INSERT INTO desk_tag (actor, tag, application) VALUES (?, ?, ?) "
                                   "ON CONFLICT DO NOTHING"_s
                                 : u"DELETE FROM desk_tag WHERE actor = ? AND tag = ? AND application = ?"_s,
                              {sqlText(m_actor.value), tag, sqlText(id.value)});
}

Result<std::vector<KeptView>> Desk::views() const
{
    Result<Rows> rows =
        m_database.run(u"SELECT id, name, body FROM desk_view WHERE actor = ?"_s, {sqlText(m_actor.value)});
    if (!rows)
        return rows.error();
    std::vector<KeptView> views;
    while (rows->next()) {
        const std::string id = rows->text(0);
        Result<std::string> name = m_codec.decode({"desk_view", id, "name"}, rows->bytes(1));
        Result<std::string> body = m_codec.decode({"desk_view", id, "body"}, rows->bytes(2));
        if (!name || !body)
            return name ? body.error() : name.error();
        views.push_back({id, *std::move(name), *std::move(body)});
    }
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    std::ranges::sort(views, {}, [](const KeptView &view) { return std::pair(view.name, view.id); });
    return views;
}

Done Desk::keepView(const KeptView &view)
{
    return m_database.execute(u"INSERT INTO desk_view (actor, id, name, body) VALUES (?, ?, ?, ?) "
                              "ON CONFLICT (actor, id) DO UPDATE SET name = excluded.name, body = excluded.body"_s,
                              {sqlText(m_actor.value), sqlText(view.id),
                               m_codec.encode({"desk_view", view.id, "name"}, view.name),
                               m_codec.encode({"desk_view", view.id, "body"}, view.body)});
}

Done Desk::dropView(const std::string &id)
{
    return m_database.execute(u"DELETE FROM desk_view WHERE actor = ? AND id = ?"_s,
                              {sqlText(m_actor.value), sqlText(id)});
}

} // namespace zsb
