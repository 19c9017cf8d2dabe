#include "core/storage/replica.h"

#include "core/storage/codec.h"
#include "core/storage/database.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

FieldPlace shadowPlace(const ApplicationId &application)
{
    return {"sync_row", application.value, "shadow"};
}

Result<std::optional<ApplicationState>> shadowOf(const FieldCodec &codec, const ApplicationId &application,
                                                 const QByteArray &stored)
{
    if (stored.isEmpty())
        return std::optional<ApplicationState>();
    const Result<std::string> text = codec.decode(shadowPlace(application), stored);
    if (!text)
        return within("shadow", text.error());
    Result<ApplicationState> state =
        applicationFromJson(QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object());
    if (!state)
        return within("shadow", state.error());
    return std::optional<ApplicationState>(*std::move(state));
}

} // namespace

Result<ReplicaRow> Replica::row(const ApplicationId &application) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT version, adopted, chain_op, touched, expects, doubt, tombstone, shadow_version, shadow, epoch "
        "FROM sync_row WHERE application = ?"_s,
        {sqlText(application.value)});
    if (!rows)
        return rows.error();
    ReplicaRow row;
    row.application = application;
    if (!rows->next())
        return rows->ended() ? Result<ReplicaRow>(std::move(row)) : Result<ReplicaRow>(rows->ended().error());
    row.version = int(rows->integer(0));
    row.adopted = int(rows->integer(1));
    row.chain = {rows->text(2)};
    row.touched = rows->integer(3) != 0;
    row.expects = int(rows->integer(4));
    row.doubt = RowDoubt(rows->integer(5));
    row.tombstone = rows->text(6);
    row.shadowVersion = int(rows->integer(7));
    row.epoch = rows->text(9);
    Result<std::optional<ApplicationState>> shadow = shadowOf(m_codec, application, rows->bytes(8));
    if (!shadow)
        return shadow.error();
    row.shadow = *std::move(shadow);
    return row;
}

Done Replica::write(const ReplicaRow &row) const
{
    SqlValue shadow(QMetaType::fromType<QByteArray>()); // NULL
    if (row.shadow) {
        const std::string text = QJsonDocument(toJson(*row.shadow)).toJson(QJsonDocument::Compact).toStdString();
        shadow = m_codec.encode(shadowPlace(row.application), text);
    }
    return m_database.execute(
        u"INSERT INTO sync_row (application, version, adopted, chain_op, touched, expects, doubt, tombstone, "
        "shadow_version, shadow, epoch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (application) DO UPDATE "
        "SET "
        "version = excluded.version, adopted = excluded.adopted, chain_op = excluded.chain_op, "
        "touched = excluded.touched, expects = excluded.expects, doubt = excluded.doubt, "
        "tombstone = excluded.tombstone, shadow_version = excluded.shadow_version, shadow = excluded.shadow, "
        "epoch = excluded.epoch"_s,
        {sqlText(row.application.value), row.version, row.adopted, sqlText(row.chain.value), int(row.touched),
         row.expects, int(row.doubt), sqlText(row.tombstone), row.shadowVersion, shadow, sqlText(row.epoch)});
}

Result<std::vector<ApplicationId>> Replica::unsettled(int limit) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT application FROM sync_row r WHERE (touched = 1 OR shadow IS NOT NULL) AND "
        "((shadow IS NOT NULL AND shadow_version >= expects) OR (touched = 1 AND adopted > 0 AND version >= expects "
        "AND shadow IS NULL AND doubt <> 1)) "
        "AND NOT EXISTS (SELECT 1 FROM sync_op o WHERE o.state IN ('pending', 'sending') "
        "AND o.application = r.application) LIMIT ?"_s,
        {limit});
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> found;
    while (rows->next())
        found.push_back({rows->text(0)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

Result<std::map<std::string, int>> Replica::versions() const
{
    Result<Rows> rows =
        m_database.run(u"SELECT application, CASE WHEN shadow IS NULL THEN version ELSE shadow_version END "
                       "FROM sync_row WHERE tombstone = 'none' AND (version > 0 OR shadow IS NOT NULL)"_s);
    if (!rows)
        return rows.error();
    std::map<std::string, int> versions;
    while (rows->next())
        versions.emplace(rows->text(0), int(rows->integer(1)));
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return versions;
}

Done Replica::forgetVersions() const
{
    return m_database.execute(u"UPDATE sync_row SET doubt = 1, expects = 0, shadow_version = 0, shadow = NULL"_s);
}

Done Replica::doubtScope() const
{
    return m_database.execute(u"UPDATE sync_row SET doubt = 2 WHERE doubt = 0 AND tombstone = 'none'"_s);
}

Result<std::vector<ApplicationId>> Replica::doubtedByScope() const
{
    Result<Rows> rows =
        m_database.run(u"SELECT application FROM sync_row WHERE doubt = 2 AND tombstone = 'none' AND version > 0"_s);
    if (!rows)
        return rows.error();
    std::vector<ApplicationId> found;
    while (rows->next())
        found.push_back({rows->text(0)});
    if (Done ended = rows->ended(); !ended)
        return ended.error();
    return found;
}

} // namespace zsb
