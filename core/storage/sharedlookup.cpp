#include "core/storage/sharedlookup.h"

#include "core/rules/personkeys.h"
#include "core/storage/projectedrows.h"

using namespace Qt::StringLiterals;

namespace zsb {

namespace {

class Lookup
{
public:
    Lookup(const Database &database, const SharedKeys &keys, std::int64_t row)
        : m_database(database), m_keys(keys), m_row(row)
    {
    }

    [[nodiscard]] Done byDocument()
    {
        if (m_keys.document.empty())
            return done();
        return find(SharedKey::Document, u"a.document = ?"_s, {sqlText(m_keys.document)}, {});
    }

    [[nodiscard]] Done byPhone()
    {
        if (m_keys.phone.empty())
            return done();
        return find(SharedKey::Phone, u"a.phone = ? AND "_s + otherPerson(),
                    {sqlText(m_keys.phone), sqlText(m_keys.document)}, {});
    }

    [[nodiscard]] Done byPortrait(const Attachment &portrait)
    {
        if (portrait.sha256.empty())
            return done();
        return find(SharedKey::Portrait, u"a.row IN (%1) AND "_s.arg(holders(u"portrait"_s)) + otherPerson(),
                    {sqlText(portrait.sha256), sqlText(m_keys.document)}, {});
    }

    /// The first slot whose bytes somebody else uploaded too.
    [[nodiscard]] Done byMaterial(const std::string &slot, const Attachment &material)
    {
        if (material.sha256.empty() || m_found.facts[std::size_t(SharedKey::Material)])
            return done();
        return find(SharedKey::Material, u"a.row IN (%1) AND "_s.arg(holders(u"material"_s)) + otherPerson(),
                    {sqlText(material.sha256), sqlText(m_keys.document)}, slot);
    }

    [[nodiscard]] SharedFacts take() { return std::move(m_found); }

private:
    static QString otherPerson() { return u"(a.document <> ? OR a.document = '')"_s; }
    static QString holders(const QString &kind)
    {
        return u"SELECT application FROM item_hash WHERE sha256 = ? AND kind = '%1'"_s.arg(kind);
    }

    [[nodiscard]] Done find(SharedKey key, const QString &condition, std::vector<SqlValue> values,
                            const std::string &slot)
    {
        values.push_back(sqlInteger(m_row));
        values.push_back(sqlText(idOf(Phase::Cancelled)));
        // with a bare column beside min(), SQLite takes it from the row of the minimum
        const QString select = m_database.sql() == Sql::Sqlite
                                   ? u"SELECT min(a.row), a.no, count(*)"_s
                                   : u"SELECT min(a.row), (array_agg(a.no ORDER BY a.row))[1], count(*)"_s;
        Result<Rows> rows = m_database.run(
            select + u" FROM application a WHERE "_s + condition + u" AND a.row <> ? AND a.phase <> ?"_s, values);
        if (!rows)
            return rows.error();
        if (!rows->next() || rows->integer(2) == 0)
            return rows->ended();
        m_found.facts[std::size_t(key)] = SharedWith{
            .otherApplicationNo = keep(rows->text(1)), .otherRow = 0, .others = rows->integer(2), .slot = keep(slot)};
        return done();
    }

    std::string_view keep(std::string text)
    {
        return *m_found.texts.emplace_back(std::make_unique<std::string>(std::move(text)));
    }

    const Database &m_database;
    const SharedKeys &m_keys;
    std::int64_t m_row;
    SharedFacts m_found;
};

Done addRows(const Database &database, const QString &sql, const std::string &key, std::set<std::int64_t> &into)
{
    if (key.empty())
        return done();
    Result<Rows> rows = database.run(sql, {sqlText(key)});
    if (!rows)
        return rows.error();
    while (rows->next())
        into.insert(rows->integer(0));
    return rows->ended();
}

} // namespace

std::string documentIndex(std::string_view type, std::string_view number, const Pack &pack, const FieldCodec &codec)
{
    return codec.lookupKey("document", personKey(pack, type, number));
}

SharedKeys sharedKeysOf(const ApplicationState &state, const Pack &pack, const FieldCodec &codec)
{
    SharedKeys keys;
    keys.document =
        documentIndex(textOf(state, Field::DocumentType), textOf(state, Field::DocumentNumber), pack, codec);
    keys.phone = codec.lookupKey("phone", phoneKey(textOf(state, Field::Phone)));
    if (state.portrait && !state.portrait->sha256.empty())
        keys.hashes.push_back(state.portrait->sha256);
    for (const auto &[slot, files] : state.materials) {
        for (const Attachment &file : files) {
            if (!file.sha256.empty())
                keys.hashes.push_back(file.sha256);
        }
    }
    keys.counts = state.review.phase != Phase::Cancelled;
    return keys;
}

Result<SharedFacts> sharedFacts(const Database &database, const ApplicationState &state, const SharedKeys &keys,
                                std::int64_t row)
{
    Lookup lookup(database, keys, row);
    if (Done found = lookup.byDocument(); !found)
        return found.error();
    if (Done found = lookup.byPhone(); !found)
        return found.error();
    if (state.portrait) {
        if (Done found = lookup.byPortrait(*state.portrait); !found)
            return found.error();
    }
    for (const auto &[slot, files] : state.materials) {
        for (const Attachment &file : files) {
            if (Done found = lookup.byMaterial(slot, file); !found)
                return found.error();
        }
    }
    return lookup.take();
}

Done addSharers(const Database &database, const SharedKeys &keys, std::set<std::int64_t> &rows)
{
    Done added = addRows(database, u"SELECT row FROM application WHERE document = ?"_s, keys.document, rows);
    if (added)
        added = addRows(database, u"SELECT row FROM application WHERE phone = ?"_s, keys.phone, rows);
    for (const std::string &hash : keys.hashes) {
        if (added)
            added = addRows(database, u"SELECT application FROM item_hash WHERE sha256 = ?"_s, hash, rows);
    }
    return added;
}

} // namespace zsb
